"""When an event took place: from its own clause, else from the narrative; the day of publication only by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.parsing import Parse, Token, clause_verb
from onrecord.record import Precision, Time, TimeBasis, TimeType


@dataclass(frozen=True, slots=True)
class Dating:
    """An event's time and where it comes from."""

    when: str | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    basis: TimeBasis | None = None


def date_event(trigger: Token, times: Sequence[Time], parse: Parse) -> Dating:
    """The time of an event: the nearest expression in the trigger's clause that tells an interval."""
    low, high = _clause(trigger)
    dated = [
        t for t in times if t.start or t.end if t.type is not TimeType.SET and low <= t.span.start < high
    ]
    if not dated:
        return Dating()
    nearest = min(dated, key=lambda time: (_apart(trigger, time), time.span.start))
    return Dating(nearest.id, nearest.start, nearest.end, nearest.precision, TimeBasis.CLAUSE)


def _clause(trigger: Token) -> tuple[int, int]:
    """Offsets of the smallest clause around the trigger; a nominal event takes the clause that it stands in."""
    verb = clause_verb(trigger)
    left, right = verb.left_edge, verb.right_edge
    low, high = left.idx, right.idx + len(right)
    for child in verb.children:
        if child.dep_ in {"ccomp", "advcl", "conj", "relcl", "parataxis"} and not _under(trigger, child):
            if child.i > verb.i:
                high = min(high, child.left_edge.idx)
            else:
                low = max(low, child.right_edge.idx + len(child.right_edge))
    return low, high


def _under(token: Token, ancestor: Token) -> bool:
    return ancestor is token or ancestor.is_ancestor(token)


def _apart(trigger: Token, time: Time) -> int:
    return abs(time.span.start - trigger.idx)
