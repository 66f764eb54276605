"""What the encoder alone tells: predicates that the lexicon has no row for, and some that the rules refused.

The parties are those that it points at. Such an event bears the encoder's name in its reason, and no rule where there is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from onrecord.actors import Cast
from onrecord.events.asking import hope, is_askable
from onrecord.events.attribution import holding
from onrecord.events.background import background_reason
from onrecord.events.codebook import Code, codes, general
from onrecord.events.contexts import contexts_of
from onrecord.events.dating import date_event
from onrecord.events.find import Findings
from onrecord.events.model.classifier import NAME, Answer
from onrecord.events.model.pointing import Side, pointed
from onrecord.events.plausible import is_private, is_to_the_press
from onrecord.events.second_opinion import heard_beside
from onrecord.events.status import told
from onrecord.parsing import Parse, Token, span_of, words_of
from onrecord.record import Event, EventType, Reason, Skipped, Statement, Status, Time
from onrecord.record import Side as Role

LEAST = 0.5
"""Share of a class from which what the encoder tells alone is weighed."""


FEWEST, WORDS = 6, 180
"""Predicates of any report that are shown to the encoder beside the lexicon's, and the words for one more: a hostile text does
not make work without end."""
LEAST_HOPE, HOPE, FREE = 0.02, 0.3, 0.3
"""Hope of an event under which nothing is asked; it rises by so much of the floor above so much: with less hope hardly any event
reaches the floor (one in fifteen of those that reach 0.8)."""


class Candidate(msgspec.Struct, frozen=True):
    """A predicate that made no event: the lexicon has no row for it, or the rules refused it."""

    word: Token
    refused: Skipped | None = None


class Alone(msgspec.Struct, frozen=True):
    """An event that the encoder alone tells."""

    candidate: Candidate
    type: EventType
    mode: str | None
    telling: Mapping[Status, float]
    """The encoder's probability of each status."""
    acting: Side
    receiving: Side


def told_alone(candidate: Candidate, answer: Answer, cast: Cast) -> Alone | None:
    """The event that the encoder tells of a predicate that made none, or None."""
    assert answer.sides is not None
    best = answer.opinions[0]
    if best.type is None or best.score < LEAST:
        return None
    acting, receiving = (pointed(pointer, candidate.word, cast) for pointer in answer.sides)
    if not (acting.ids or receiving.ids) or set(acting.ids) & set(receiving.ids):
        return None
    if best.type is EventType.COOPERATE and any(
        _is_one_of_the_people(side, cast) for side in (acting, receiving)
    ):
        return None  # "the suspect was escorted by police"
    if best.type is EventType.CONSULT and is_to_the_press(
        *([cast[ref] for ref in side.ids] for side in (acting, receiving))
    ):
        return None
    return Alone(candidate, best.type, answer.mode, answer.telling, acting, receiving)


def _is_one_of_the_people(side: Side, cast: Cast) -> bool:
    """Whether a side is a single private person: "the suspect", not "their colleagues"."""
    return len(side.ids) == 1 and is_private(cast[side.ids[0]]) and side.words[0].tag_ == "NN"


def worth_asking(parse: Parse, found: Findings, floor: float = 0.0) -> list[Candidate]:
    """The candidates with the best hope of an event, in order of the text: so many of a report, and more of a longer one.

    `floor` is the least trust with which an event will be kept.
    """
    least = max(LEAST_HOPE, HOPE * (floor - FREE))
    hopes = ((hope(one.word, found.cast), one) for one in candidates(parse, found))
    ranked = sorted((entry for entry in hopes if entry[0] >= least), key=lambda entry: -entry[0])
    told = (one for _, one in ranked if one.refused or background_reason(one.word, parse) is None)
    return sorted(islice(told, FEWEST + len(parse.doc) // WORDS), key=lambda one: one.word.i)


def candidates(parse: Parse, found: Findings) -> Iterator[Candidate]:
    """Predicates of the story that made no event, in order: askable words that the lexicon has no row for, and what the rules
    refused for a reason that the encoder may see otherwise."""
    refused = {skipped.span.start: skipped for skipped in found.skipped}
    coded = {event.trigger.start: event.type for event in found.events}
    for word in words_of(parse.doc, "VERB", "NOUN", "ADJ"):
        if word.idx in coded or _is_content(word, coded):
            continue
        if (skipped := refused.get(word.idx)) is not None:
            if skipped.reason in _ASKED_AGAIN:
                yield Candidate(word, skipped)
        elif is_askable(word):
            yield Candidate(word)


_ASKED_AGAIN = frozenset(
    {"private", "private talk", "private help", "unclear object", "no protester", "of services"}
)
"""Reasons of the rules that say who or what it is among: the encoder may see more of it."""


_ABOUT_ACTS = frozenset(
    {EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.ACCUSE}
)
"""Classes of acts that are about another act, which is not told as done by that."""
_CONTENT = frozenset({"xcomp", "pcomp", "ccomp", "prep"})


def _is_content(word: Token, coded: Mapping[int, EventType]) -> bool:
    """Whether a verb is what a coded demand, promise, refusal, threat or accusation is about."""
    at = word
    while at.dep_ in _CONTENT and at.head != at:
        at = at.head
        if coded.get(at.idx) in _ABOUT_ACTS:
            return word.pos_ == "VERB"
    return False


def event_of(
    one: Alone, times: Sequence[Time], statements: Sequence[Statement], parse: Parse, cast: Cast
) -> Event:
    """An event that the encoder alone tells; its number and its trust come later."""
    word, refused = one.candidate.word, one.candidate.refused
    trigger, code = span_of(word), _code(one)
    said_by = holding(trigger, statements, cast, parse.report.outlet)
    status = heard_beside(told(word, said_by), word, one.telling)
    dating = date_event(word, times, parse, status)
    told_by = {Role.ACTOR: one.acting, Role.RECIPIENT: one.receiving}
    words = {span_of(party) for side in told_by.values() for party in side.words}
    why = f"rules: {refused.reason}" if refused is not None else "the lexicon has no row for this word"
    return Event(
        id=f"new {trigger.start}", type=one.type, mode=one.mode, contexts=contexts_of(word), cameo=code.cameo,
        quad=code.quad, goldstein=code.goldstein, actors=one.acting.ids, recipients=one.receiving.ids,
        missing=tuple(role for role, side in told_by.items() if not side.ids), trigger=trigger,
        evidence=tuple(sorted({trigger, *words})), status=status, when=dating.when, start=dating.start,
        end=dating.end, precision=dating.precision, basis=dating.basis,
        attribution=tuple(statement.id for statement in said_by),
        reason=Reason(rule=refused.detail if refused else None, model=NAME, refused=(why,)),
    )  # fmt: skip


def _code(one: Alone) -> Code:
    """The code of the rule that was refused, where it is of the class that the encoder tells; else the class's general one."""
    refused = one.candidate.refused
    ruled = codes().get((refused.detail or "").rsplit(" ", 1)[-1]) if refused is not None else None
    return ruled if ruled is not None and ruled.type is one.type else codes()[general(one.type)]
