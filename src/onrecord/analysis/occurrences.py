"""Tellings put together for a reader: the same act between the same sides on the same day is listed once.

Within a report `same_as` decides; across reports the class, the sides and the day must agree. Copies and tellings are
counted apart, and none is dropped. Finer linking across reports is the work of the linking stage.
"""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.analysis.parties import sides_key, tellers
from onrecord.ledger import EventRow


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One act with all its tellings, the earliest report first."""

    day: str | None
    first: EventRow
    tellings: tuple[EventRow, ...]
    reports: int
    sources: tuple[str, ...]


def occurrences(rows: Iterable[EventRow]) -> Iterator[Occurrence]:
    """The occurrences in the order of their days."""
    together: dict[tuple[object, ...], list[EventRow]] = {}
    key_of: dict[str, tuple[object, ...]] = {}
    later: list[EventRow] = []
    for row in rows:
        if row.same_as is not None:
            later.append(row)
            continue
        key_of[row.id] = _key(row)
        together.setdefault(key_of[row.id], []).append(row)
    for row in later:
        together.setdefault(key_of.get(row.same_as or "", _key(row)), []).append(row)
    yield from sorted(map(_occurrence, together.values()), key=lambda one: (one.day is None, one.day or ""))


def _key(row: EventRow) -> tuple[object, ...]:
    """What two tellings must share; without a day or a side, a telling stands alone."""
    if row.start is None or not row.actors or not row.recipients:
        return (row.id,)
    return (row.type, row.status, row.start[:10], *sides_key(row))


def _occurrence(tellings: list[EventRow]) -> Occurrence:
    ordered = sorted(
        tellings,
        key=lambda row: (row.published is None, row.published or "", row.same_as is not None, row.id),
    )
    return Occurrence(
        day=ordered[0].start,
        first=ordered[0],
        tellings=tuple(ordered),
        reports=len({row.report for row in ordered}),
        sources=tuple(dict.fromkeys(map(tellers, ordered))),
    )
