"""Who led which state, and when (`data/leaders.csv`, by `scripts/build_leaders.py`)."""

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Leadership:
    """One term at the head of a state: first day, and the day after the last month (empty where open)."""

    iso3: str
    leader: str
    start: str
    end: str

    def holds(self, day: str) -> bool:
        """Whether the leader was in office on an ISO day."""
        return self.start <= day and (not self.end or day < self.end)


@functools.cache
def _by_surname() -> Mapping[str, tuple[Leadership, ...]]:
    text = (files("onrecord.actors") / "data" / "leaders.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines()[2:])
    found: dict[str, tuple[Leadership, ...]] = {}
    for row in rows:
        term = Leadership(*row)
        for key in {term.leader.split()[-1].casefold(), term.leader.casefold()}:
            found[key] = (*found.get(key, ()), term)
    return found


def leaderships(name: str) -> tuple[Leadership, ...]:
    """The terms of everybody who may bear the name: first names, where both tell one, must agree."""
    words = name.casefold().split()
    terms = _by_surname().get(words[-1], ()) if words else ()
    return tuple(term for term in terms if _agree(words, term.leader.casefold().split()))


def _agree(told: list[str], known: list[str]) -> bool:
    return len(told) == 1 or len(known) == 1 or not set(told[:-1]).isdisjoint(known[:-1])
