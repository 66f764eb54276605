"""Which tellings in one report are one occurrence: same class, parties that agree, dates that may agree.

`same_as` names the earliest telling and never chains. A telling without a date takes that of its occurrence.
"""

from collections.abc import Sequence

import msgspec

from onrecord.record import Event, Side, Status, Time, TimeBasis

_OPEN = frozenset({Status.PLANNED, Status.POSSIBLE, Status.DENIED})


def link(events: Sequence[Event], times: Sequence[Time]) -> tuple[Event, ...]:
    """The events with `same_as` filled and dates spread over each occurrence."""
    first: dict[str, str] = {}
    for position, event in enumerate(events):
        earlier = next((e for e in events[:position] if e.id not in first and one_occurrence(e, event)), None)
        if earlier is not None:
            first[event.id] = earlier.id
    return tuple(_dated(event, first, events) for event in events)


def one_occurrence(one: Event, other: Event) -> bool:
    """Whether two tellings may be one: they agree in class, status, parties and day, as far as told."""
    if one.type is not other.type or (one.status in _OPEN) != (other.status in _OPEN):
        return False
    if one.status in _OPEN and one.status is not other.status:
        return False
    return _parties_agree(one, other) and _days_agree(one, other)


def _parties_agree(one: Event, other: Event) -> bool:
    mine, theirs = (set(one.actors), set(one.recipients)), (set(other.actors), set(other.recipients))
    if one.reciprocal or other.reciprocal:
        all_mine, all_theirs = mine[0] | mine[1], theirs[0] | theirs[1]
        return (
            bool(all_mine)
            and (all_mine <= all_theirs or all_theirs <= all_mine)
            and len(all_mine & all_theirs) > 1
        )
    both_told = not (one.missing or other.missing)
    if both_told:
        return bool(mine[0] & theirs[0]) and bool(mine[1] & theirs[1])
    shared = Side.ACTOR not in (*one.missing, *other.missing) and mine[0] & theirs[0]
    return bool(shared) and one.cameo == other.cameo and (mine[1] <= theirs[1] or theirs[1] <= mine[1])


def _days_agree(one: Event, other: Event) -> bool:
    told = one.basis is TimeBasis.CLAUSE and other.basis is TimeBasis.CLAUSE
    if not (told and one.start and other.start):
        return True
    return (one.end is None or other.start < one.end) and (other.end is None or one.start < other.end)


def _dated(event: Event, first: dict[str, str], events: Sequence[Event]) -> Event:
    same_as = first.get(event.id)
    occurrence = [
        e for e in events if e.id == (same_as or event.id) or first.get(e.id) == (same_as or event.id)
    ]
    dated = next((e for e in occurrence if e.basis is TimeBasis.CLAUSE), None)
    if event.basis is TimeBasis.CLAUSE or dated is None:
        return msgspec.structs.replace(event, same_as=same_as)
    return msgspec.structs.replace(
        event,
        same_as=same_as,
        start=dated.start,
        end=dated.end,
        precision=dated.precision,
        basis=TimeBasis.OCCURRENCE,
    )
