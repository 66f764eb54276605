"""The offline gazetteer: places by name, in one read-only SQLite file (`scripts/build_gazetteer.py`)."""

import functools
import sqlite3
from dataclasses import dataclass
from importlib.resources import as_file, files

from onrecord.record import PlacePrecision

_PRECISION = {
    "country": PlacePrecision.COUNTRY,
    "admin1": PlacePrecision.ADMIN1,
    "region": PlacePrecision.REGION,
    "city": PlacePrecision.CITY,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean."""

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int

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
        self.candidates = functools.lru_cache(maxsize=20_000)(self._look_up)

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name, most populous first."""
        rows = self._base.execute(
            "SELECT place.* FROM name JOIN place ON place.id = name.place WHERE name.key = ?"
            " ORDER BY place.population DESC, place.id LIMIT 60",
            (name.casefold(),),
        )
        return tuple(Candidate(*row) for row in rows)


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened read-only."""
    with as_file(files("onrecord.places") / "data" / "gazetteer.sqlite") as path:
        return Gazetteer(str(path))
