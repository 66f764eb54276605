"""The registry: states with their names and adjectives, names with dated codes, and what users add.

Built by `scripts/build_registry.py`; the rows' sources stand in its head. What a report says of somebody wins over
the registry; both stand in the actor's reason.
"""

import csv
import functools
import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from rapidfuzz import fuzz, process

from onrecord.actors.added import Added, load_added
from onrecord.actors.lexicon import Description, with_titles

_SHORTEST_MISSPELT = 6
_FEW_BEARERS = 2
_SHORTEST_ANY_CASE = 3
_SPELT_ALIKE = 92.0
_STATE_SPELT_ALIKE = 90.0
_DATA = files("onrecord.actors") / "data"


@dataclass(frozen=True, slots=True)
class State:
    """A state: its ISO 3166 codes, its names in news English, and the words for its people."""

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    adjective: str
    nationals: tuple[str, ...]
    capital: str


@dataclass(frozen=True, slots=True)
class DatedCode:
    """A CAMEO code that holds from `start` to `end` (ISO days, empty where open)."""

    code: str
    start: str
    end: str

    def holds(self, day: str | None) -> bool:
        """Whether the code holds on the day; without a day only open-ended codes hold."""
        if day is None:
            return not self.end
        return (not self.start or self.start <= day) and (not self.end or day < self.end)


@dataclass(frozen=True)
class Registry:
    """What is known of actors before a report is read."""

    states: tuple[State, ...]
    codes: Mapping[str, str] = field(repr=False)
    added: Added = field(default_factory=Added)

    @functools.cached_property
    def _state_names(self) -> dict[str, State]:
        return {name.casefold(): s for s in self.states for name in (s.name, *s.names)}

    @functools.cached_property
    def _demonyms(self) -> dict[str, State]:
        found: dict[str, State] = {}
        for state in self.states:
            for word in filter(None, (state.adjective, *state.nationals)):
                found.setdefault(word.casefold(), state)
                found.setdefault(f"{word.casefold()}s", state)
        return found

    @functools.cached_property
    def _capitals(self) -> dict[str, State]:
        spelt_otherwise = {"kiev": "kyiv", "peking": "beijing", "delhi": "new delhi"}
        found = {state.capital.casefold(): state for state in self.states if state.capital}
        return found | {old: found[new] for old, new in spelt_otherwise.items() if new in found}

    def state(self, name: str) -> State | None:
        """The state of a name ("Ivory Coast"), an adjective ("Ivorian") or a people ("Ivorians")."""
        key = name.casefold()
        return self._state_names.get(key) or self._demonyms.get(key)

    def state_named(self, name: str) -> State | None:
        """The state that bears this name."""
        return self._state_names.get(name.casefold())

    def nation(self, word: str) -> State | None:
        """The state of an adjective or of its people."""
        return self._demonyms.get(word.casefold())

    def misspelt_nation(self, word: str) -> State | None:
        """The state whose adjective or people a word nearly spells ("Ukranian"), by edit similarity."""
        if len(word) < _SHORTEST_MISSPELT:
            return None
        return _nearest(word.casefold(), self._demonyms, _SPELT_ALIKE)

    def misspelt_state(self, name: str) -> State | None:
        """The state whose name a word nearly spells ("Phillipines"); the first letter must be right."""
        if len(name) < _SHORTEST_MISSPELT or " " in name:
            return None
        return _nearest(name.casefold(), self._state_names, _STATE_SPELT_ALIKE)

    def seat(self, city: str) -> State | None:
        """The state whose capital this is."""
        return self._capitals.get(city.casefold())

    def house(self, name: str) -> State | None:
        """The state whose government is meant by its seat: the White House, the Kremlin."""
        iso3 = _houses().get(name.casefold().removeprefix("the "))
        return self._by_iso3.get(iso3) if iso3 else None

    @functools.cached_property
    def _by_iso3(self) -> dict[str, State]:
        return {state.iso3: state for state in self.states}

    def home(self, word: str) -> State | None:
        """The state that the registry gives as the whole code of a word: its cities, peoples and misspellings."""
        return self._by_iso3.get(self.code(word, None) or "")

    def is_rare(self, surname: str) -> bool:
        """Whether at most two people of the registry bear the surname, by their first names."""
        return len(self._first_names.get(surname.casefold(), ())) <= _FEW_BEARERS

    @functools.cached_property
    def _first_names(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name in self.codes:
            first, _, last = name.rpartition(" ")
            if first:
                found.setdefault(last, set()).add(first.split()[0])
        return found

    @functools.cached_property
    def descriptions(self) -> Mapping[str, Description] | None:
        """The descriptions of this run where a user adds some; None where the shipped ones stand alone."""
        return with_titles(self.added.titles) if self.added.titles else None

    def state_of_code(self, code: str) -> State | None:
        """The state that a CAMEO code begins with; None for organisations of states, armed groups, companies."""
        return self._by_iso3.get(code[:3])

    def code(self, name: str, day: str | None) -> str | None:
        """The CAMEO code of a name on a day; None where the registry does not know. Two letters must be capitals."""
        if len(name) < _SHORTEST_ANY_CASE and not name.isupper():
            return None
        if (mine := self.added.actor(name, day)) is not None:
            return mine.code
        known = self.codes.get(name.casefold())
        return next((c.code for c in _dated(known) if c.holds(day)), None) if known else None


def _dated(packed: str) -> Iterator[DatedCode]:
    return (DatedCode(*part.split(":")) for part in packed.split(";"))


def load_registry(*paths: str | Path) -> Registry:
    """The shipped registry, and over it what the user's files add (`onrecord.actors.added`).

    Raises:
        MissingInput: there is no such file.
        UsageError: a file is not as described.
    """
    shipped = _shipped()
    return Registry(shipped.states, shipped.codes, load_added(paths)) if paths else shipped


@functools.cache
def _houses() -> dict[str, str]:
    lines = (_DATA / "seats.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["seat"].casefold(): row["iso3"] for row in rows}


@functools.cache
def _shipped() -> Registry:
    packed = gzip.decompress((_DATA / "names.tsv.gz").read_bytes()).decode("utf-8")
    codes = dict(line.split("\t") for line in packed.splitlines())
    return Registry(tuple(_states()), codes)


def _states() -> Iterator[State]:
    lines = (_DATA / "states.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        names, nationals = (tuple(filter(None, row[key].split(";"))) for key in ("names", "nationals"))
        yield State(row["iso3"], row["iso2"], row["name"], names, row["adjective"], nationals, row["capital"])


def _nearest(word: str, known: Mapping[str, State], likeness: float) -> State | None:
    """The state under the known word that is spelt most alike, from the same first letter on."""
    best = process.extractOne(word, known.keys(), scorer=fuzz.ratio, score_cutoff=likeness)
    return known[best[0]] if best and best[0][0] == word[0] else None
