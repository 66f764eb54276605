"""Judgements: what a person holds of a coding. They are added, never changed, and hang on the version that was judged."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from onrecord.errors import UsageError
from onrecord.ledger.ledger import Ledger, now
from onrecord.ledger.store import transaction
from onrecord.record import Actor, Event, Figure, Place, Statement, Time


class Verdict(StrEnum):
    """What a person says of a thing in a record."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what of which thing, when, and of which version of the coding."""

    id: str
    version: str
    verdict: Verdict
    field: str | None
    value: str | None
    note: str | None
    who: str
    at: str


def judge(
    ledger: Ledger, thing: str, verdict: Verdict, who: str, *, field: str | None = None, value: str | None = None,
    note: str | None = None, at: str | None = None,
) -> None:  # fmt: skip
    """Add a judgement of a thing (`report:e1`); `field` and `value` correct one value of it.

    Raises:
        UsageError: the ledger holds no such thing.
    """
    report, _, name = thing.rpartition(":")
    row = ledger.connection.execute(
        "select r.key, c.version from reports r join codings c using (report) where r.id = ? and c.superseded is null",
        (report,),
    ).fetchone()
    if row is None or not any(made.id == name for made in _things(ledger, report)):
        raise UsageError(
            f"the ledger holds nothing named {thing!r}.",
            remedy="An id is that of a report, a colon, and e1, s1 or f1.",
        )
    with transaction(ledger.connection):
        ledger.connection.execute(
            "insert or ignore into judgements (report, thing, version, verdict, field, value, note, who, at) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row[0], name, row[1], verdict.value, field, value, note, who, at or now()),
        )


def judgements(ledger: Ledger, report: str | None = None) -> Iterator[Judgement]:
    """All judgements, or those of one report, in the order in which they came."""
    rows = ledger.connection.execute(
        """select r.id || ':' || j.thing, j.version, j.verdict, j.field, j.value, j.note, j.who, j.at
        from judgements j join reports r on r.key = j.report where ?1 is null or r.id = ?1 order by j.judgement""",
        (report,),
    )
    names = Judgement.__struct_fields__
    return (msgspec.convert(dict(zip(names, row, strict=True)), Judgement) for row in rows)


def _things(ledger: Ledger, report: str) -> tuple[Actor | Event | Figure | Place | Statement | Time, ...]:
    record = ledger.record(report)
    return (
        *record.events,
        *record.statements,
        *record.figures,
        *record.actors,
        *record.places,
        *record.times,
    )
