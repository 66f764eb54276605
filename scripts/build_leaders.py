"""Build the list of states' leaders with the days on which they came and went.

    python scripts/build_leaders.py LEADERLIST_CSV

LEADERLIST_CSV is the leader list of the Rulers, Elections, and Irregular Governance dataset (Bell, Besaw and Frank 2021;
state of March 2021): who effectively led each state since 1945. A month told without a day counts as over by its last day.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "onrecord" / "actors" / "data" / "leaders.csv"
_HEAD = "# Built by scripts/build_leaders.py from the leader list of REIGN (Bell, Besaw and Frank 2021).\n"


def leaders(source: Path) -> Iterator[list[str]]:
    """iso3, leader, start, end of every leader whose state is known; an open end is empty."""
    states = {row["cow"]: row["iso3"] for row in _rows(HERE / "sources" / "cow_states.csv")}
    for row in _rows(source):
        iso3, name = states.get(row["stateabb"]), row["leader"].strip()
        if iso3 and name:
            yield [iso3, name, _day(row["syear"], row["smonth"], row["sdate"]), _after(row)]


def _after(row: dict[str, str]) -> str:
    """The first day of the month after the last in office."""
    if not row["eyear"]:
        return ""
    year, month = int(row["eyear"]), int(row["emonth"] or 12)
    return _day(str(year + month // 12), str(month % 12 + 1), "1")


def _day(year: str, month: str, day: str) -> str:
    return f"{int(year):04d}-{int(month or 1):02d}-{int(day or 1):02d}"


def _rows(path: Path) -> Iterator[dict[str, str]]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return iter(csv.DictReader(line for line in lines if not line.startswith("#")))


def main(source: Path) -> None:
    """Write the list, by state and day."""
    rows = sorted(leaders(source), key=lambda row: (row[0], row[2], row[1]))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(_HEAD)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["iso3", "leader", "start", "end"])
        writer.writerows(rows)
    print(f"{len(rows)} leaders")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
