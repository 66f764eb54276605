"""Counts over time: dyads by month, and what sources say how many there were, day by day."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.analysis.parties import group_of
from onrecord.ledger import EventRow, FigureRow


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one source gave it."""

    day: str | None
    source: str
    counts: str | None
    low: float | None
    high: float | None
    comparator: str
    unit: str | None
    figure: str
    words: str


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """How many events of a class one side did to the other."""

    actor: str
    recipient: str
    type: str
    month: str | None
    events: int


def series(rows: Iterable[FigureRow]) -> Iterator[Point]:
    """The figures in the order of their days: of what they measure, else of publication."""
    points = [
        Point(
            day=row.start or row.published, source=row.sources[-1] if row.sources else row.outlet or "the report",
            counts=row.counts, low=row.low, high=row.high, comparator=row.comparator, unit=row.unit,
            figure=row.id, words=row.words,
        )
        for row in rows
    ]  # fmt: skip
    return iter(sorted(points, key=lambda point: (point.day is None, point.day or "", point.figure)))


def dyads(rows: Iterable[EventRow]) -> Iterator[Dyad]:
    """Counts of events by actor, recipient, class and month; both sides by country, else by name."""
    counted: Counter[tuple[str, str, str, str | None]] = Counter()
    for row in rows:
        for actor in dict.fromkeys(map(group_of, row.actors)):
            for recipient in dict.fromkeys(map(group_of, row.recipients)):
                counted[actor, recipient, row.type, row.start[:7] if row.start else None] += 1
    for (actor, recipient, kind, month), events in sorted(
        counted.items(), key=lambda item: (-item[1], str(item[0]))
    ):
        yield Dyad(actor=actor, recipient=recipient, type=kind, month=month, events=events)
