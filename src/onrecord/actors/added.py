"""What users add: their own actors, outlets, titles and verbs, in TOML or CSV files.

A TOML file has tables `[[actor]]`, `[[outlet]]`, `[[title]]` and `[[verb]]`; a CSV file has the same fields as columns,
with a column `kind`. Every row keeps the file that it came from, and an actor's reason names it.
"""

import csv
import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import MissingInput, UsageError

_FIELDS = {
    "actor": {"name", "code", "names", "start", "end", "role", "wikidata"},
    "outlet": {"name", "country", "names", "wikidata"},
    "title": {"words", "sector", "number"},
    "verb": {"lemma", "cameo", "mode", "recipient", "flags"},
}
_NEEDED = {
    "actor": ("name", "code"),
    "outlet": ("name",),
    "title": ("words", "number"),
    "verb": ("lemma", "cameo"),
}
_NUMBERS = frozenset({"person", "group", "body"})
_CODE = re.compile(r"(?:[A-Z]{3})+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REMEDY = (
    "Write [[actor]] (name and code; where known names, start, end, role, wikidata), [[outlet]] (name, country), "
    "[[title]] (words, sector, number) or [[verb]] (lemma, cameo) tables; days are ISO, codes CAMEO. See docs/actors.md."
)


@dataclass(frozen=True, slots=True)
class AddedActor:
    """An actor of a user's file: a code and perhaps a role that hold from `start` to `end` (ISO days, open where None)."""

    name: str
    code: str
    source: str
    role: str | None = None
    start: str | None = None
    end: str | None = None
    wikidata: str | None = None

    def holds(self, day: str | None) -> bool:
        """Whether the row holds on the day; without a day only open-ended rows hold."""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Added:
    """All that a user's files add; keys are in lower case."""

    actors: Mapping[str, tuple[AddedActor, ...]] = field(default_factory=dict)
    written: tuple[str, ...] = ()
    """Every name as the files write it."""
    titles: Mapping[str, tuple[str | None, str]] = field(default_factory=dict)
    """Words to sector and number."""
    verbs: tuple[str, ...] = ()
    """Rows as in the lexicon of verbs."""

    @functools.cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """The added names as they stand in texts, longest first; None where there are none."""
        names = sorted(self.written, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None

    def actor(self, name: str, day: str | None) -> AddedActor | None:
        """The row of a name that holds on the day."""
        return next((row for row in self.actors.get(name.casefold(), ()) if row.holds(day)), None)


def load_added(paths: Iterable[str | Path]) -> Added:
    """Everything that the files add, later files over earlier ones.

    Raises:
        MissingInput: there is no such file.
        UsageError: a file or a row is not as described.
    """
    actors: dict[str, tuple[AddedActor, ...]] = {}
    titles: dict[str, tuple[str | None, str]] = {}
    verbs: list[str] = []
    written: list[str] = []
    for path in map(Path, paths):
        for kind, row in _rows(path):
            if kind in {"actor", "outlet"}:
                actor = _actor(kind, row, path)
                for name in (row["name"], *filter(None, row.get("names", "").split(";"))):
                    key = name.strip().casefold()
                    written.append(name.strip())
                    actors[key] = (actor, *actors.get(key, ()))
            elif kind == "title":
                titles[row["words"].lower()] = (row.get("sector") or None, row["number"])
            else:
                verbs.append(
                    "\t".join(row.get(key, "") for key in ("lemma", "cameo", "mode", "recipient", "flags"))
                )
    return Added(actors, tuple(written), titles, tuple(verbs))


def _actor(kind: str, row: Mapping[str, str], path: Path) -> AddedActor:
    code = row["code"] if kind == "actor" else f"{row.get('country', '')}MED"
    return AddedActor(
        row["name"],
        code,
        path.name,
        *(row.get(key) or None for key in ("role", "start", "end", "wikidata")),
    )


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with its kind, checked; lists are joined by semicolons as in CSV."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        found = list(_of_csv(text) if path.suffix.lower() == ".csv" else _of_toml(text))
    except FileNotFoundError as cause:
        raise MissingInput(
            "no such registry file.", source=str(path), remedy="Check --registry and onrecord.toml."
        ) from cause
    except (OSError, ValueError, AttributeError) as cause:
        raise UsageError(f"no registry file: {cause}.", source=str(path), remedy=_REMEDY) from cause
    for number, (kind, row) in enumerate(found, 1):
        if fault := _fault(kind, row):
            raise UsageError(f"row {number}: {fault}.", source=str(path), remedy=_REMEDY)
        yield kind, row


def _of_csv(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        told = {key: value.strip() for key, value in row.items() if key and value and value.strip()}
        yield told.pop("kind", "actor"), told


def _of_toml(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for kind, tables in tomllib.loads(text).items():
        for table in tables:
            yield (
                kind,
                {key: ";".join(map(str, v)) if isinstance(v, list) else str(v) for key, v in table.items()},
            )


def _fault(kind: str, row: Mapping[str, str]) -> str | None:
    """What is wrong with a row; None where nothing is."""
    if kind not in _FIELDS:
        return f"{kind!r} is none of {', '.join(_FIELDS)}"
    if missing := [key for key in _NEEDED[kind] if not row.get(key)]:
        return f"{kind} without {' and '.join(missing)}"
    if unknown := sorted(set(row) - _FIELDS[kind]):
        return f"{kind} has no field {unknown[0]!r}"
    if kind == "actor" and not _CODE.fullmatch(row["code"]):
        return f"{row['code']!r} is no CAMEO code"
    if kind == "title" and row["number"] not in _NUMBERS:
        return f"number is {row['number']!r}, not person, group or body"
    wrong = [key for key in ("start", "end") if row.get(key) and not _DAY.fullmatch(row[key])]
    return f"{wrong[0]} {row[wrong[0]]!r} is no ISO day" if wrong else None
