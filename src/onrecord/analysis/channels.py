"""Channels: third parties in contact with two sides, and who asked, offered, accepted or refused to mediate.

A contact is a consultation told as done, under way, planned or habitual between the third party and a side, in either
direction. A denied contact is listed as denied and makes no channel.
"""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.analysis.parties import group_of, is_one, sides_of
from onrecord.ledger import EventRow, Party

_CONTACT = frozenset({"happened", "ongoing", "planned", "habitual"})
_PLANS = frozenset({"036"})
"""CAMEO codes of an agreement or a plan to meet, which PLOVER counts as AGREE."""
_MEDIATION = {
    "028": "asked to mediate",
    "039": "offered to mediate",
    "045": "mediated",
    "126": "refused mediation",
}
"""CAMEO codes of mediation and what they are called here."""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of a contact between a third party and a side."""

    side: str
    kind: str
    status: str
    day: str | None
    sources: tuple[str, ...]
    outlet: str | None
    event: str
    words: str


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """A third party, with its contacts to either side."""

    party: str
    names: tuple[str, ...]
    with_a: tuple[Contact, ...]
    with_b: tuple[Contact, ...]
    first: str | None
    last: str | None


class Mediation(msgspec.Struct, frozen=True, kw_only=True):
    """A request, offer, act or refusal of mediation: who, towards whom, and how it is told."""

    deed: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: str
    day: str | None
    sources: tuple[str, ...]
    outlet: str | None
    event: str
    words: str


class Channels(msgspec.Struct, frozen=True, kw_only=True):
    """All that the ledger knows of the ways between two sides."""

    a: str
    b: str
    channels: tuple[Channel, ...]
    mediation: tuple[Mediation, ...]
    direct: tuple[Contact, ...]


def channels(rows: Iterable[EventRow], a: str, b: str) -> Channels:
    """The channels between two sides, those with the most contacts first.

    Args:
        rows: events, as a ledger answers them.
        a: one side: an ISO country, a code, or a part of a name.
        b: the other side.
    """
    events = list(rows)
    concerned = {
        event.report
        for event in events
        if any(is_one(party, side) for party in sides_of(event) for side in (a, b))
    }
    met: dict[str, dict[str, list[Contact]]] = {}
    names: dict[str, dict[str, None]] = {}
    for event in events:
        if _is_contact(event):
            for third, side, name in _pairs(event, a, b):
                met.setdefault(third, {}).setdefault(side, []).append(_contact(event, side))
                names.setdefault(third, {})[name] = None
    found = [
        _channel(third, tuple(names[third]), contacts, a, b)
        for third, contacts in met.items()
        if a in contacts and b in contacts
    ]
    return Channels(
        a=a,
        b=b,
        channels=tuple(sorted(found, key=lambda one: (-len(one.with_a) - len(one.with_b), one.party))),
        mediation=tuple(_mediation(event) for event in events if _is_mediation(event, a, b, concerned)),
        direct=tuple(
            _contact(event, b) for event in events if event.type == "CONSULT" and _is_direct(event, a, b)
        ),
    )


def _is_contact(event: EventRow) -> bool:
    """Whether the event is a consultation that is not denied or only possible, or the plan of one."""
    return event.status in _CONTACT and (event.type == "CONSULT" or event.cameo in _PLANS)


def _pairs(event: EventRow, a: str, b: str) -> Iterator[tuple[str, str, str]]:
    """Third party, side and the third party's name for each contact that an event makes."""
    everyone = sides_of(event)
    thirds = [party for party in everyone if not (is_one(party, a) or is_one(party, b))]
    for side in (a, b):
        if any(is_one(party, side) for party in everyone):
            yield from (
                (group_of(third), side, third.name) for third in thirds if _across(event, third, side)
            )


def _across(event: EventRow, third: Party, side: str) -> bool:
    """Whether the third party stands opposite the side, or all met each other."""
    for ours, theirs in ((event.actors, event.recipients), (event.recipients, event.actors)):
        if third in ours and any(is_one(party, side) for party in theirs):
            return True
    return event.reciprocal


def _contact(event: EventRow, side: str) -> Contact:
    kind = "plan to meet" if event.cameo in _PLANS else event.mode or "meeting"
    return Contact(
        side=side, kind=kind, status=event.status, day=event.start, sources=event.sources,
        outlet=event.outlet, event=event.id, words=event.words,
    )  # fmt: skip


def _channel(third: str, names: tuple[str, ...], met: dict[str, list[Contact]], a: str, b: str) -> Channel:
    days = sorted(contact.day for side in (a, b) for contact in met[side] if contact.day)
    return Channel(
        party=third, names=names, with_a=_ordered(met[a]), with_b=_ordered(met[b]),
        first=days[0] if days else None, last=days[-1] if days else None,
    )  # fmt: skip


def _ordered(contacts: list[Contact]) -> tuple[Contact, ...]:
    return tuple(sorted(contacts, key=lambda one: (one.day is None, one.day or "", one.event)))


def _is_mediation(event: EventRow, a: str, b: str, concerned: set[str]) -> bool:
    """Whether the event is about mediating, and a side takes part, or none is told to in a report on one of them."""
    if event.cameo not in _MEDIATION:
        return False
    takes_part = any(is_one(party, side) for party in sides_of(event) for side in (a, b))
    return takes_part or (event.report in concerned and not event.recipients)


def _mediation(event: EventRow) -> Mediation:
    return Mediation(
        deed=_MEDIATION[event.cameo or ""], actors=tuple(party.name for party in event.actors),
        recipients=tuple(party.name for party in event.recipients), status=event.status, day=event.start,
        sources=event.sources, outlet=event.outlet, event=event.id, words=event.words,
    )  # fmt: skip


def _is_direct(event: EventRow, a: str, b: str) -> bool:
    everyone = sides_of(event)
    return all(any(is_one(party, side) for party in everyone) for side in (a, b))
