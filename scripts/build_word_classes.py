"""Build the table of WordNet's classes of verbs and nouns, which lets the re-ranker judge words that it never met.

    python scripts/build_word_classes.py WORDNET_FOLDER

WORDNET_FOLDER holds WordNet 3.0 (Princeton; Debian's wordnet-base). A row is a lemma, `v` or `n`, and the letters of the
lexicographer files of its first three senses (`a` is file 0), most frequent first. Nouns for things are left out.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "parsing" / "data" / "word_classes.tsv.gz"
_SENSES = 3
_TELLING_NOUNS = frozenset({4, 9, 10, 12, 14, 18})
"""Acts, cognition, communication, feelings, groups, persons: the classes of nouns that tell something of statements."""


def rows(folder: Path, kind: str, letter: str) -> Iterator[str]:
    """One row per lemma of a part of speech."""
    files = {line.split(" ")[0]: int(line.split(" ")[1]) for line in _lines(folder / f"data.{kind}")}
    for line in _lines(folder / f"index.{kind}"):
        parts = line.split()
        senses = [files[offset] for offset in parts[-int(parts[2]) :]][:_SENSES]
        if "_" not in parts[0] and (letter == "v" or senses[0] in _TELLING_NOUNS):
            letters = "".join(map(_letter, dict.fromkeys(senses)))
            yield f"{parts[0]}\t{letter}\t{letters}\n"


def _letter(file: int) -> str:
    """`a` to `z`, then `A` and on."""
    return chr(97 + file) if file < 26 else chr(39 + file)


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  "))


def main(folder: Path) -> None:
    """Write the table."""
    found = sorted([*rows(folder, "verb", "v"), *rows(folder, "noun", "n")])
    TARGET.parent.mkdir(exist_ok=True)
    with TARGET.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as packed:
        packed.write("".join(found).encode("utf-8"))
    print(f"{len(found)} words, {TARGET.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
