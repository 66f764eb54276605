"""Claims: an act that somebody is said to have done, who asserts it, who denies it, since when, and who changed position."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from onrecord.analysis.parties import sides_key
from onrecord.ledger import EventRow, Party

_WEEKS = 4
"""Weeks without a telling after which the same act between the same sides is another claim."""
_DENIED, _ASSERTED = "denied", frozenset({"happened", "ongoing", "habitual"})


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says of a claim, in one telling."""

    source: str
    holds: str
    """`asserts`, `denies`, or how it is told: `planned`, `possible`."""
    day: str | None
    """The day of publication."""
    outlet: str | None
    event: str
    words: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One act between two sides, with all positions on it in the order of their days."""

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    positions: tuple[Position, ...]
    asserted_since: str | None
    denied_since: str | None
    changed: tuple[str, ...]
    """Sources that held both."""


def claims(rows: Iterable[EventRow], *, disputed: bool = False) -> Iterator[Claim]:
    """The claims that the events make, the earliest first.

    Args:
        rows: events, as a ledger answers them.
        disputed: only those that are also denied.
    """
    found = [_claim(tellings) for tellings in _together(rows)]
    kept = [claim for claim in found if not disputed or (claim.denied_since and claim.asserted_since)]
    return iter(sorted(kept, key=lambda claim: claim.positions[0].day or "9"))


def _together(rows: Iterable[EventRow]) -> Iterator[list[EventRow]]:
    """Tellings of one class between the same sides, parted where none is published for some weeks."""
    found: dict[tuple[object, ...], list[EventRow]] = {}
    for row in sorted(rows, key=lambda row: row.published or "9"):
        if not (row.actors and row.recipients):
            continue  # half an act is no claim that another could deny
        key = (row.type, *sides_key(row))
        if (last := found.get(key)) and _days_between(last[-1], row) > _WEEKS * 7:
            yield found.pop(key)
        found.setdefault(key, []).append(row)
    yield from found.values()


def _days_between(one: EventRow, other: EventRow) -> int:
    try:
        days = [date.fromisoformat((row.published or "")[:10]) for row in (one, other)]
    except ValueError:
        return 0
    return (days[1] - days[0]).days


def _claim(rows: list[EventRow]) -> Claim:
    positions = sorted(map(_position, rows), key=lambda one: (one.day is None, one.day or "", one.event))
    first = rows[0]
    return Claim(
        type=first.type, actors=_names(first.actors), recipients=_names(first.recipients),
        positions=tuple(positions), asserted_since=_since(positions, "asserts"),
        denied_since=_since(positions, "denies"), changed=tuple(_changed(positions)),
    )  # fmt: skip


def _position(row: EventRow) -> Position:
    holds = "denies" if row.status == _DENIED else "asserts" if row.status in _ASSERTED else row.status
    return Position(
        source=row.sources[-1] if row.sources else row.outlet or "the report", holds=holds, day=row.published,
        outlet=row.outlet, event=row.id, words=row.words,
    )  # fmt: skip


def _names(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(party.name for party in parties)


def _since(positions: list[Position], holds: str) -> str | None:
    days = [one.day for one in positions if one.holds == holds]
    return next((day for day in days if day), None) or ("unknown" if days else None)


def _changed(positions: list[Position]) -> Iterator[str]:
    held: dict[str, set[str]] = {}
    for one in positions:
        held.setdefault(one.source, set()).add(one.holds)
    yield from (source for source, holds in held.items() if {"asserts", "denies"} <= holds)
