"""The offline gazetteer: places by name, in one read-only SQLite file (`scripts/build_gazetteer.py`)."""

import functools
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files

from onrecord.places.lexicon import Lexicon, load_lexicon
from onrecord.record import PlacePrecision

_PRECISION = {
    "country": PlacePrecision.COUNTRY,
    "admin1": PlacePrecision.ADMIN1,
    "admin2": PlacePrecision.REGION,
    "region": PlacePrecision.REGION,
    "capital": PlacePrecision.CITY,
    "city": PlacePrecision.CITY,
}
_MOST = 40
"""Candidates looked at per name: the largest; the fortieth Springfield is nobody's guess."""


_LETTERS = 3
_TOWNS = frozenset({"city", "capital", "admin2"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `grade` is 0 where the name is its own, 1 where it is one of its others."""

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    grade: int = 0

    @property
    def precision(self) -> PlacePrecision:
        """How fine the place is."""
        return _PRECISION[self.kind]

    @property
    def label(self) -> str:
        """How the place is named where it was refused: `Paris, Texas, USA (4717560)`."""
        return ", ".join(filter(None, (self.name, self.admin1, self.country))) + f" ({self.id})"


class Gazetteer:
    """Looks names up; what was asked before is remembered within bounds."""

    def __init__(self, path: str) -> None:
        self._base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lexicon = load_lexicon()
        self.candidates = functools.lru_cache(maxsize=20_000)(self._all_spellings)

    def _all_spellings(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name in its spellings ("St. Louis", "Saint Louis"), most populous first.

        Two or three capitals are letters for a state or division, never a town's name in capitals.
        """
        letters = len(name) <= _LETTERS and name.isupper() and not self._lexicon.abbreviated(name)
        for keys in _spellings(" ".join(name.split()), self._lexicon):
            if found := tuple(self._look_up(keys)):
                return (
                    tuple(one for one in found if one.kind not in _TOWNS and not one.grade)
                    if letters
                    else found
                )
        return ()

    def _look_up(self, keys: tuple[str, ...]) -> Iterator[Candidate]:
        rows = self._base.execute(
            "SELECT place.*, min(name.grade) FROM name JOIN place ON place.id = name.place WHERE name.key IN"
            f" ({','.join('?' * len(keys))}) GROUP BY place.id ORDER BY place.population DESC, place.id LIMIT {_MOST}",
            keys,
        )
        return (Candidate(*row) for row in rows)


def _spellings(name: str, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The keys to try, each set only where the one before found nothing."""
    if full := lexicon.abbreviated(name):
        yield (full.casefold(),)
    key = name.replace("’", "'").casefold()
    key = key.removeprefix("the ") if key.count(" ") else key
    yield tuple(dict.fromkeys((key, lexicon.spelt_out(key))))
    plain = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    yield (plain, plain.replace("-", " "), plain.replace(" ", "-"))
    yield (lexicon.bare(key),)


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened read-only."""
    with as_file(files("onrecord.places") / "data" / "gazetteer.sqlite") as path:
        return Gazetteer(str(path))
