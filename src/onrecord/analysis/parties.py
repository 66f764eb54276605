"""Who counts as whom when rows are put side by side: a country with all who act for it, a code, or a name."""

import re

from onrecord.ledger import EventRow, Party

_COUNTRY = re.compile(r"[A-Z]{3}")
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3})+")


def is_one(party: Party, name: str) -> bool:
    """Whether a party is meant by a name: an ISO country, the beginning of a code, or a part of the name."""
    if _COUNTRY.fullmatch(name):
        return party.country == name
    if _CODE.fullmatch(name):
        return (party.code or "").startswith(name)
    return name.casefold() in party.name.casefold()


def group_of(party: Party) -> str:
    """What a party is counted under: its country, else its name."""
    return party.country or party.name


def sides_key(event: EventRow) -> tuple[tuple[str, ...], ...]:
    """What two tellings of one act between the same sides share; the order counts unless the act is reciprocal.

    A side is its countries; where both sides are of one country, it is its names.
    """
    countries = [{party.country for party in side} for side in (event.actors, event.recipients)]
    domestic = countries[0] == countries[1]
    sides = [
        tuple(sorted({party.name if domestic else group_of(party) for party in side}))
        for side in (event.actors, event.recipients)
    ]
    return tuple(sorted(sides) if event.reciprocal else sides)


def sides_of(event: EventRow) -> tuple[Party, ...]:
    """All who take part."""
    return (*event.actors, *event.recipients)


def tellers(event: EventRow) -> str:
    """Who says it: the outermost source, else the outlet in its own voice."""
    return event.sources[0] if event.sources else event.outlet or "the report"
