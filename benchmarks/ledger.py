"""What the ledger costs: writing beside coding, and asking beside the bare SQL.

python -m benchmarks.ledger [--articles N] [--events N]
"""

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

import onrecord
from benchmarks.speed import default_news, reports
from onrecord.errors import InputError
from onrecord.ledger import Ledger, add, makings_of
from onrecord.record import Record, Report

_TURNS = 5
_QUERIES = (
    {"actor": "USA", "limit": 500}, {"type": "CONSULT"}, {"type": "ASSAULT", "status": "happened"},
    {"actor": "RUS", "between": "USA"}, {"since": "2019-06-01", "until": "2019-12-31"},
)  # fmt: skip


class Timed:
    """A coder that counts the seconds that it takes itself."""

    def __init__(self, coder: onrecord.Coder) -> None:
        self.coder, self.spent, self.records = coder, 0.0, list[Record]()

    def outcomes(
        self, items: Iterable[Report | InputError], *, batch_size: int | None = None
    ) -> Iterator[Record | InputError]:
        """As `Coder.outcomes`."""
        started = time.perf_counter()
        made = list(self.coder.outcomes(items, batch_size=batch_size))
        self.spent += time.perf_counter() - started
        self.records += [one for one in made if isinstance(one, Record)]
        return iter(made)


class Known:
    """A coder that has coded already, and answers at once."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.by_text = {record.report.text: record for record in records}

    def outcomes(
        self, items: Iterable[Report | InputError], *, batch_size: int | None = None
    ) -> Iterator[Record | InputError]:
        """The record of each report, under the report's own name."""
        for item in items:
            if isinstance(item, Report):
                report = msgspec.structs.replace(
                    self.by_text[item.text].report, id=item.id, outlet=item.outlet
                )
                yield msgspec.structs.replace(self.by_text[item.text], report=report)


def writing(given: Sequence[Report], folder: Path) -> tuple[float, float, Sequence[Record]]:
    """Seconds of coding, seconds beside it, and the records."""
    coder = onrecord.Coder()
    list(coder.outcomes(given[:2]))
    timed, started = Timed(coder), time.perf_counter()
    with Ledger(folder / "w.db", create=True) as ledger:
        add(ledger, given, timed, makings_of(coder.settings))
    return timed.spent, time.perf_counter() - started - timed.spent, timed.records


def asking(records: Sequence[Record], events: int, folder: Path) -> Iterator[tuple[str, int, float]]:
    """Each query, its rows, and the time of our iterator as a share of the bare SQL's."""
    with Ledger(folder / "q.db", create=True) as ledger:
        copies = _copies(records, events)
        add(ledger, copies, Known(records), makings_of(onrecord.Settings()), batch_size=256)
        for query in _QUERIES:
            answer = ledger.events(**query)
            bare = _best(lambda answer=answer: _drain(ledger.connection.execute(answer.sql, answer.values)))  # type: ignore[misc]
            lines = _best(lambda query=query: _drain(ledger.events(**query).lines()))  # type: ignore[misc]
            told = " ".join(f"{name}={value}" for name, value in query.items())
            yield told, len(answer), lines / bare


def _copies(records: Sequence[Record], events: int) -> Iterator[Report]:
    """Reports under ever new outlets, until they hold so many events."""
    held = 0
    for turn in itertools.count():
        for record in records:
            if held >= events:
                return
            held += len(record.events)
            yield msgspec.structs.replace(
                record.report, id=f"{record.report.id}-{turn}", outlet=f"outlet {turn}"
            )


def _best(turn: Callable[[], None]) -> float:
    return min(_seconds(turn) for _ in range(_TURNS))


def _seconds(turn: Callable[[], None]) -> float:
    started = time.perf_counter()
    turn()
    return time.perf_counter() - started


def _drain(rows: Iterable[object]) -> None:
    for _ in rows:
        pass


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.ledger", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--articles", type=int, default=512, metavar="N", help="how many are coded (default 512)"
    )
    parser.add_argument(
        "--events", type=int, default=100_000, metavar="N", help="how many are asked (default 100,000)"
    )
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        coding, beside, records = writing(reports(default_news(), asked.articles), Path(folder))
        print(
            f"{asked.articles} articles: coding {coding:.1f} s, beside it {beside:.1f} s: {beside / coding:.1%}"
        )
        for query, rows, ratio in asking(records, asked.events, Path(folder)):
            print(f"{query:45} {rows:7,} rows  {ratio:.2f} of the bare SQL")
    return 0


if __name__ == "__main__":
    sys.exit(main())
