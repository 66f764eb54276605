"""Which place each name of a report means, settled for all of its names together; one sense per report.

Every name starts with what its candidates are worth alone: the logarithm of their people, states and capitals above
towns, and the state that the dictionaries of world news put the name in. Then the names look at each other, three times
over: a candidate gains where the others' likely places lie in its country, its division, and around it; where a
containing place stands right after the name ("Paris, Texas"); and where it is of one kind and country with its neighbours
in a list ("Georgia, Alabama and Tennessee").

The weights are round numbers near the best on one half of GeoVirus and the Local-Global Lexicon, checked on the other
half, with size and dictionary raised a little for world news, which names small places less often. The method is
mean-field inference over candidates, as in collective entity linking (Globerson et al. 2016).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.places.gazetteer import Candidate

_KINDS = {"country": 2.0, "capital": 2.4, "admin1": 0.8, "admin2": -0.5, "city": 0.0, "region": 6.5}
_ALONE, _OTHER_NAME, _HOME = 1.3, -2.0, 0.8
_COUNTRY, _DIVISION, _AROUND = 2.2, 3.5, 3.2
_CONTAINED, _LISTED = 7.0, 3.5
_HALF = 0.7
"""The weight of other names at which their country or division has half its say."""
_ROUNDS = 3
Shares = dict[Candidate, float]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, or none, and those refused."""

    chosen: Candidate | None
    refused: tuple[str, ...]


@dataclass
class Name:
    """A name of the report: its candidates, how much it says of where the report is, and the names beside it.

    `home` is the state that the dictionaries of world news put a place of the name in.
    """

    options: tuple[Candidate, ...]
    weight: float
    home: str | None = None
    inside: set[str] = field(default_factory=set)
    holds: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)


@dataclass
class _Ground:
    """How much of the report's names lies in each country, each division, and each degree of the globe."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[Cell, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, shares: Mapping[Candidate, float], weight: float) -> None:
        """Count a name's candidates by their shares; a negative weight takes them away again."""
        for one, share in shares.items():
            if share < 0.01:
                continue
            if one.country:
                self.countries[one.country] += weight * share
                if one.admin1:
                    self.divisions[one.country, one.admin1] += weight * share
            if one.kind in {"city", "capital", "admin2"}:
                self.cells[_cell(one)] += weight * share

    def around(self, one: Candidate) -> float:
        """What lies within about a degree."""
        row, column = _cell(one)
        return sum(self.cells.get((row + i, column + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))


def settle(names: Mapping[str, Name]) -> dict[str, Choice]:
    """The likeliest place of each name; the next three stand as refused."""
    alone = {key: {one: _worth(one, name.home) for one in name.options} for key, name in names.items()}
    shares = {key: _shares(scores) for key, scores in alone.items()}
    for _ in range(_ROUNDS if len(names) > 1 else 0):
        ground = _Ground()
        for key, name in names.items():
            ground.add(shares[key], name.weight)
        shares = {key: _shares(_scores(key, names, alone[key], shares, ground)) for key in names}
    return {key: _choice(found) for key, found in shares.items()}


def _scores(
    key: str,
    names: Mapping[str, Name],
    alone: Mapping[Candidate, float],
    shares: Mapping[str, Shares],
    ground: _Ground,
) -> dict[Candidate, float]:
    name = names[key]
    if len(name.options) == 1:
        return dict(alone)
    ground.add(shares[key], -name.weight)
    scores = {
        one: worth
        + _grounded(one, ground)
        + _CONTAINED * _beside(one, name, shares)
        + _LISTED * _in_list(one, name, shares)
        for one, worth in alone.items()
    }
    ground.add(shares[key], name.weight)
    return scores


def _worth(one: Candidate, home: str | None) -> float:
    known = _HOME if home is not None and one.country == home else 0.0
    return known + _ALONE * (math.log10(one.population + 300) + _KINDS[one.kind]) + _OTHER_NAME * one.grade


def _grounded(one: Candidate, ground: _Ground) -> float:
    if one.country is None:
        return 0.0
    found = _COUNTRY * _full(ground.countries.get(one.country, 0.0))
    if one.admin1 and one.kind != "admin1":
        found += _DIVISION * _full(ground.divisions.get((one.country, one.admin1), 0.0))
        found += _AROUND * _full(ground.around(one))
    elif one.admin1:
        found += 0.6 * _DIVISION * _full(ground.divisions.get((one.country, one.admin1), 0.0))
    return found


def _beside(one: Candidate, name: Name, shares: Mapping[str, Shares]) -> float:
    """How surely a containing place stands right after the candidate's name, or one it contains right before."""
    outer = (share for key in name.inside for other, share in shares[key].items() if contains(other, one))
    inner = (share for key in name.holds for other, share in shares[key].items() if contains(one, other))
    return max((*outer, *inner), default=0.0)


def _in_list(one: Candidate, name: Name, shares: Mapping[str, Shares]) -> float:
    alike = [
        sum(share for other, share in shares[key].items() if _of_a_kind(one, other)) for key in name.listed
    ]
    return max(alike, default=0.0)


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether a country holds a place, a division a town, or a district a town near its middle."""
    if outer.country is None or outer.country != inner.country or outer is inner:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.admin1 != inner.admin1 or inner.kind not in {"city", "capital", "admin2"}:
        return False
    return outer.kind == "admin1" or (outer.kind == "admin2" and _near(outer, inner))


def _near(one: Candidate, other: Candidate) -> bool:
    return abs(one.lat - other.lat) < 1 and abs(one.lon - other.lon) < 1.3


def _of_a_kind(one: Candidate, other: Candidate) -> bool:
    towns = {"city", "capital"}
    alike = one.kind == other.kind or (one.kind in towns and other.kind in towns)
    return alike and (
        one.kind in {"country", "region"} or (one.kind == "admin1" and one.country == other.country)
    )


def _shares(scores: Mapping[Candidate, float]) -> Shares:
    if not scores:
        return {}
    top = max(scores.values())
    raw = {one: math.exp(score - top) for one, score in scores.items()}
    whole = sum(raw.values())
    return {one: value / whole for one, value in raw.items()}


def _choice(shares: Shares) -> Choice:
    ranked = sorted(shares, key=lambda one: (-shares[one], one.grade, -one.population, one.id))
    return Choice(ranked[0] if ranked else None, tuple(one.label for one in ranked[1:4]))


def _full(weight: float) -> float:
    return weight / (weight + _HALF) if weight > 0 else 0.0


def _cell(one: Candidate) -> Cell:
    return math.floor(one.lat), math.floor(one.lon)


def weights(keys: Iterable[str]) -> dict[str, float]:
    """How much each name says of where the report is: once named 1, each doubling half more."""
    return {key: 1.0 + 0.5 * math.log2(count) for key, count in Counter(keys).items()}
