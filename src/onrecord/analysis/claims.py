"""Claims: an act that somebody is said to have done, who asserts it, who denies it, since when, and who changed position."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.analysis.parties import group_of
from onrecord.ledger import EventRow, Party

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
        disputed: only those that are also denied, or on which a source changed its position.
    """
    together: dict[tuple[object, ...], list[EventRow]] = {}
    for row in rows:
        if row.actors:
            together.setdefault(_key(row), []).append(row)
    found = map(_claim, together.values())
    yield from (
        claim
        for claim in found
        if not disputed or (claim.denied_since and claim.asserted_since) or claim.changed
    )


def _key(row: EventRow) -> tuple[object, ...]:
    sides = [tuple(sorted({group_of(party) for party in side})) for side in (row.actors, row.recipients)]
    return (row.type, *(sorted(sides) if row.reciprocal else sides))


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
