"""What the test of kills runs and kills: adds 300 reports, coded into one event each, a few at a time."""

import sys
import time
from collections.abc import Iterable, Iterator

from onrecord.errors import InputError
from onrecord.ledger import Ledger, Makings, add
from onrecord.reading import report_of
from onrecord.record import Event, EventType, Quad, Reason, Record, Report, Span, Status

MAKINGS = Makings(onrecord="t", model="m", settings={}, lexicons="l", registry={})
COUNT = 300


def reports() -> Iterator[Report]:
    for number in range(COUNT):
        yield report_of(f"Report {number} tells of a meeting.", id=f"r{number}", outlet="Wire")


class Slow:
    """Takes a moment for each report."""

    def outcomes(
        self, items: Iterable[Report | InputError], *, batch_size: int | None = None
    ) -> Iterator[Record | InputError]:
        for item in items:
            time.sleep(0.001)
            if isinstance(item, Report):
                event = Event(
                    id="e1", type=EventType.CONSULT, quad=Quad.VERBAL_COOPERATION, trigger=Span(0, 6),
                    status=Status.HAPPENED, reason=Reason(rule="test"),
                )  # fmt: skip
                yield Record(report=item, events=(event,))


if __name__ == "__main__":
    with Ledger(sys.argv[1], create=True) as ledger:
        add(ledger, reports(), Slow(), MAKINGS, batch_size=5)
