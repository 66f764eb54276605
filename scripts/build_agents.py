"""Build the descriptions of people and bodies ("rancher", "border police") with their CAMEO sectors.

    python scripts/build_agents.py PHOENIX_AGENTS WORDNET_FOLDER

PHOENIX_AGENTS is the agents dictionary of the Open Event Data Alliance (MIT). WORDNET_FOLDER holds WordNet 3.0
(Princeton; Debian's wordnet-base), which tells whether a noun is first of all a person or a group; agents that
are neither (weapons, buildings, acts) are left out.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.actors.lexicon import titles

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "actors" / "data" / "agents.csv"
_ROW = re.compile(r"([A-Z!][A-Z!_'.\-/, ]*?)\s*(?:\{[^}]*\})?\s*\[~([A-Z]+)\]")
_PERSON, _GROUP = 18, 14
"""WordNet's lexicographer files of persons and of groups."""
_NO_PARTY = frozenset(
    "village settlement industry population business echelon kindergarten preschool gangland".split()
)
"""Groups by WordNet's first sense that news uses as places or as things."""
_BEYOND = frozenset({"for", "in", "at", "to", "the", "of", "and", "with"})


def agents(source: Path, wordnet: Path) -> Iterator[tuple[str, str, str]]:
    """words, sector, number of each agent that stands for people or a body."""
    sort, known = nouns(wordnet), {words: number for words, (_, number) in titles().items()}
    for line in source.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _ROW.match(line.split("#")[0])
        for words in _variants(match[1]) if match else ():
            number = known.get(words.split()[-1]) or _number(words, sort)
            if number and words not in {*known, *_NO_PARTY} and words.split()[-1] not in _BEYOND:
                yield words, match[2] if match else "", number


def _number(words: str, sort: dict[str, int]) -> str | None:
    first = sort.get(words.replace(" ", "_"), sort.get(words.split()[-1]))
    return {_PERSON: "person", _GROUP: "body"}.get(first or 0)


def _variants(entry: str) -> Iterator[str]:
    """The forms that an entry with a set stands for: `!PERSON!` and `!MINIST!` are sets of the dictionary."""
    words = re.sub(r"\s+", " ", entry.replace("_", " ").lower()).strip(" ,")
    sets = {
        "!person!": ("man", "men", "woman", "women", "person"),
        "!minist!": ("minister", "ministers", "ministry"),
    }
    for mark, forms in sets.items():
        if mark in words:
            yield from (re.sub(rf" ?{mark}", _joined(mark, form), words).strip() for form in forms)
            return
    if words and "!" not in words and not words.startswith("a "):
        yield words


def _joined(mark: str, form: str) -> str:
    return form if mark == "!person!" else f" {form}"


def nouns(wordnet: Path) -> dict[str, int]:
    """The lexicographer file of each noun's first sense."""
    files = {}
    for line in _lines(wordnet / "data.noun"):
        offset, file, *_ = line.split(" ")
        files[offset] = int(file)
    first = {}
    for line in _lines(wordnet / "index.noun"):
        parts = line.split()
        first[parts[0]] = files[parts[-int(parts[2])]]
    return first


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  "))


def main(source: Path, wordnet: Path) -> None:
    """Write the agents, by words."""
    rows: dict[str, tuple[str, str]] = {}
    for words, sector, number in agents(source, wordnet):
        rows.setdefault(words, (sector, number))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(
            f"# Built by scripts/build_agents.py from {source.name} (Open Event Data Alliance, MIT) and WordNet 3.0.\n"
        )
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["words", "sector", "number"])
        writer.writerows([words, *rest] for words, rest in sorted(rows.items()))
    print(f"{len(rows)} agents")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
