"""What the encoder alone tells: predicates that the lexicon has no row for, and some that the rules refused.

The parties are those that it points at. Such an event bears the encoder's name in its reason, and no rule where there is none.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.actors import Cast
from onrecord.events.attribution import holding
from onrecord.events.background import background_reason
from onrecord.events.codebook import Code, codes, general
from onrecord.events.contexts import contexts_of
from onrecord.events.dating import date_event
from onrecord.events.find import Findings
from onrecord.events.model.classifier import NAME, Answer
from onrecord.events.model.judging import evidence, judged
from onrecord.events.model.pointing import Side, pointed
from onrecord.events.status import told
from onrecord.parsing import Parse, Token, children, is_passive, objects_of, span_of, subject_of
from onrecord.record import Event, EventType, Reason, Skipped, Statement, Time
from onrecord.record import Side as Role

LEAST = 0.5
"""Share of a class from which what the encoder tells alone is weighed."""
_LINKS = frozenset({"dobj", "dative"})


class Candidate(msgspec.Struct, frozen=True):
    """A predicate that made no event: the lexicon has no row for it, or the rules refused it."""

    word: Token
    refused: Skipped | None = None


class Alone(msgspec.Struct, frozen=True):
    """An event that the encoder alone tells."""

    candidate: Candidate
    kind: EventType
    mode: str | None
    acting: Side
    receiving: Side
    trust: float


def told_alone(candidate: Candidate, answer: Answer, cast: Cast) -> Alone | None:
    """The event that the encoder tells of a predicate that made none, or None."""
    assert answer.sides is not None
    best = answer.opinions[0]
    if best.type is None or best.score < LEAST:
        return None
    acting, receiving = (pointed(pointer, candidate.word, cast) for pointer in answer.sides)
    if not (acting.ids or receiving.ids) or set(acting.ids) & set(receiving.ids):
        return None
    read = evidence(answer, best.type, acting, receiving, None)
    return Alone(candidate, best.type, answer.mode, acting, receiving, judged(read))


def candidates(parse: Parse, found: Findings) -> Iterator[Candidate]:
    """Predicates of the story that made no event, in order: verbs that nobody knows, with a coded party on a side, and what the
    rules refused for a reason that the encoder may see otherwise."""
    refused = {skipped.span.start: skipped for skipped in found.skipped}
    coded = {event.trigger.start for event in found.events}
    for word in parse.doc:
        if word.idx in coded:
            continue
        if (skipped := refused.get(word.idx)) is not None:
            if skipped.reason in _ASKED_AGAIN:
                yield Candidate(word, skipped)
        elif (
            word.pos_ == "VERB" and _beside_party(word, found.cast) and background_reason(word, parse) is None
        ):
            yield Candidate(word)


_ASKED_AGAIN = frozenset(
    {"private", "private talk", "private help", "unclear object", "no protester", "of services"}
)
"""Reasons of the rules that say who or what it is among: the encoder may see more of it."""


def _beside_party(verb: Token, cast: Cast) -> bool:
    ids = cast.ids(word for side in _sides(verb) for word in side)
    return any(cast[ref].country or cast[ref].sector for ref in ids)


def _sides(verb: Token) -> tuple[Iterable[Token], Iterable[Token]]:
    """Subject and object of the verb's own clause; the objects of its prepositions where it has no object."""
    subject, things = subject_of(verb), list(children(verb, *_LINKS))
    if is_passive(verb):
        agents = [thing for by in children(verb, "agent") for thing in objects_of(by)]
        return agents, [subject] if subject is not None else []
    things = things or [thing for preposition in children(verb, "prep") for thing in objects_of(preposition)]
    return ([subject] if subject is not None else []), things


def event_of(
    one: Alone, times: Sequence[Time], statements: Sequence[Statement], parse: Parse, cast: Cast
) -> Event:
    """An event that the encoder alone tells; its number comes later."""
    word, refused = one.candidate.word, one.candidate.refused
    trigger, code = span_of(word), _code(one)
    said_by = holding(trigger, statements, cast, parse.report.outlet)
    status = told(word, said_by)
    dating = date_event(word, times, parse, status)
    told_by = {Role.ACTOR: one.acting, Role.RECIPIENT: one.receiving}
    words = {span_of(party) for side in told_by.values() for party in side.words}
    why = f"rules: {refused.reason}" if refused is not None else "the lexicon has no row for this verb"
    return Event(
        id=f"new {trigger.start}", type=one.kind, mode=one.mode, contexts=contexts_of(word), cameo=code.cameo,
        quad=code.quad, goldstein=code.goldstein, actors=one.acting.ids, recipients=one.receiving.ids,
        missing=tuple(role for role, side in told_by.items() if not side.ids), trigger=trigger,
        evidence=tuple(sorted({trigger, *words})), status=status, when=dating.when, start=dating.start,
        end=dating.end, precision=dating.precision, basis=dating.basis,
        attribution=tuple(statement.id for statement in said_by),
        reason=Reason(rule=refused.detail if refused else None, model=NAME, score=one.trust, refused=(why,)),
    )  # fmt: skip


def _code(one: Alone) -> Code:
    """The code of the rule that was refused, where it is of the class that the encoder tells; else the class's general one."""
    refused = one.candidate.refused
    ruled = codes().get((refused.detail or "").rsplit(" ", 1)[-1]) if refused is not None else None
    return ruled if ruled is not None and ruled.type is one.kind else codes()[general(one.kind)]
