"""When an event took place: from its own clause, else from the sentence before, else, for what goes on, the day of publication.

The basis says which. What the occurrence tells elsewhere is spread by `onrecord.linking`, and goes before the last two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.parsing import Parse, Token, TokenSpan, clause_verb
from onrecord.record import Precision, Status, Time, TimeBasis, TimeType


@dataclass(frozen=True, slots=True)
class Dating:
    """An event's time and where it comes from."""

    when: str | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    basis: TimeBasis | None = None


_DAYS = frozenset({Precision.DAY, Precision.PART_OF_DAY})
_REACH = 2
"""Sentences back, within the paragraph, that a story's day reaches."""


def date_event(trigger: Token, times: Sequence[Time], parse: Parse, status: Status) -> Dating:
    """The time of an event.

    The nearest expression in the trigger's clause that tells an interval; else, for what happened, the day told last in
    the sentences just before; else, for what goes on, the day of publication, which is an assumption and named so.
    """
    dated = [time for time in times if (time.start or time.end) and time.type is not TimeType.SET]
    low, high = _clause(trigger)
    own = [time for time in dated if low <= time.span.start < high]
    if own:
        nearest = min(own, key=lambda time: (_apart(trigger, time), time.span.start))
        return Dating(nearest.id, nearest.start, nearest.end, nearest.precision, TimeBasis.CLAUSE)
    if status is Status.HAPPENED and (told := _narrated(trigger, dated, parse)) is not None:
        return Dating(told.id, told.start, told.end, told.precision, TimeBasis.NARRATIVE)
    if status is Status.ONGOING and (day := _published(parse)) is not None:
        return Dating(
            None, day.isoformat(), (day + timedelta(1)).isoformat(), Precision.DAY, TimeBasis.PUBLISHED
        )
    return Dating()


def _narrated(trigger: Token, dated: Sequence[Time], parse: Parse) -> Time | None:
    """The day that the story stands at: told by the sentences before, in the paragraph, when the verb goes on in the past."""
    if clause_verb(trigger).tag_ not in {"VBD", "VBN"} or any(_in(time, trigger.sent) for time in dated):
        return None
    start, sentence = trigger.sent.start_char, trigger.sent
    for _ in range(_REACH):
        if sentence.start == 0:
            break
        sentence = parse.doc[sentence.start - 1].sent
    if "\n" in parse.text[sentence.start_char : start].lstrip():
        return None
    before = [
        time for time in dated if sentence.start_char <= time.span.start < start and time.precision in _DAYS
    ]
    return max(before, key=lambda time: time.span.start, default=None)


def _in(time: Time, sentence: TokenSpan) -> bool:
    return bool(sentence.start_char <= time.span.start < sentence.end_char)


def _published(parse: Parse) -> date | None:
    try:
        return date.fromisoformat((parse.report.published or "")[:10])
    except ValueError:
        return None


def _clause(trigger: Token) -> tuple[int, int]:
    """Offsets of the smallest clause around the trigger; a nominal event takes the clause that it stands in."""
    verb = clause_verb(trigger)
    left, right = verb.left_edge, verb.right_edge
    low, high = left.idx, right.idx + len(right)
    for child in verb.children:
        if child.dep_ in {"ccomp", "advcl", "conj", "relcl", "parataxis", "xcomp"} and not _under(
            trigger, child
        ):
            if child.i > verb.i:
                high = min(high, child.left_edge.idx)
            else:
                low = max(low, child.right_edge.idx + len(child.right_edge))
    return low, high


def _under(token: Token, ancestor: Token) -> bool:
    return ancestor == token or ancestor.is_ancestor(token)


def _apart(trigger: Token, time: Time) -> int:
    return abs(time.span.start - trigger.idx)
