"""The learned second opinion on the events of a report: what it doubts, and what the lexicon has no word for.

Each event is shown to the encoder in its sentence, with parties and trigger marked. Where the two disagree the event's reason
says so. `precision` sets aside what the encoder is sure is no event between these parties; `recall` keeps all, and shows it
the verbs that the lexicon does not know too, where a coded party stands beside them; what the encoder alone tells bears its
name and no rule.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

import msgspec

from onrecord.actors import Cast
from onrecord.config import SecondOpinion
from onrecord.events.attribution import holding
from onrecord.events.background import background_reason
from onrecord.events.codebook import codes, general
from onrecord.events.contexts import contexts_of
from onrecord.events.dating import Dating, date_event
from onrecord.events.find import Findings
from onrecord.events.model.classifier import NAME, Answer, answers
from onrecord.events.model.marking import Question
from onrecord.events.second_opinion import status_heard
from onrecord.events.status import told
from onrecord.parsing import Parse, Token, children, is_passive, objects_of, span_of, subject_of
from onrecord.record import Event, EventType, Reason, Side, Skipped, Span, Statement, Status, Time, numbered

DOUBT = 0.15
"""Share of the event's own class under which `precision` sets it aside, where "no event" or another class is sure."""
SURE = 0.5
"""Share from which the encoder is sure against the lexicon."""
ALONE = 0.92
"""Share from which a class is told by the encoder alone."""
ONE_SIDED = 0.97
"""The same where only one side is told."""
_NOT_DONE = frozenset({Status.PLANNED, Status.POSSIBLE, Status.DENIED})
_ROUND = 3
_LINKS = frozenset({"dobj", "dative"})
_MOST = 10
"""Verbs of one report that are shown beside the lexicon's: a hostile text does not make work without end."""


def reviewed(
    parse: Parse,
    times: Sequence[Time],
    statements: Sequence[Statement],
    found: Findings,
    wanted: SecondOpinion,
) -> Findings:
    """The findings after the second opinion; with `SecondOpinion.OFF` this is never called and nothing is loaded."""
    tokens, cast = {token.idx: token for token in parse.doc}, found.cast
    shown = [question_of(event, tokens[event.trigger.start], cast) for event in found.events]
    fresh = list(candidates(parse, found))[:_MOST] if wanted is SecondOpinion.RECALL else []
    said = answers([*shown, *(candidate.question for candidate in fresh)])
    kept: list[Event] = []
    doubted: list[Skipped] = []
    for event, answer in zip(found.events, said, strict=False):
        if wanted is SecondOpinion.PRECISION and (why := _doubt(event, answer)) is not None:
            doubted.append(Skipped(event.trigger, "second opinion", why))
        else:
            kept.append(_heard(event, answer, tokens[event.trigger.start]))
    names = count(len(found.events))
    for candidate, answer in zip(fresh, said[len(shown) :], strict=True):
        if (kind := _told_alone(candidate, answer)) is not None:
            said_by = holding(span_of(candidate.verb), statements, cast, parse.report.outlet)
            kept.append(
                _event(
                    numbered("e", next(names)),
                    candidate,
                    kind,
                    answer,
                    date_event(candidate.verb, times, parse, told(candidate.verb, said_by)),
                    said_by,
                )
            )
    events = tuple(sorted(kept, key=lambda event: event.trigger))
    ids = {event.id for event in events}
    figures = tuple(
        figure if figure.event in ids else msgspec.structs.replace(figure, event=None)
        for figure in found.figures
    )
    skipped = tuple(sorted((*found.skipped, *doubted), key=lambda one: one.span))
    return replace(found, events=events, figures=figures, skipped=skipped)


class Candidate(msgspec.Struct, frozen=True):
    """A verb that the lexicon does not know, with a coded party on a side."""

    verb: Token
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    heads: tuple[Token, ...]
    question: Question


def question_of(event: Event, trigger: Token, cast: Cast) -> Question:
    """The event's sentence with its trigger and the mention of either side that stands nearest to it."""
    sides = (_mention(event.actors, event, cast), _mention(event.recipients, event, cast))
    return _asked(trigger, *sides)


def _asked(trigger: Token, actor: Span | None, recipient: Span | None) -> Question:
    """A question whose spans are offsets into the trigger's sentence."""
    sentence = span_of(trigger.sent)

    def inside(span: Span | None) -> Span | None:
        if span is None or not sentence.holds(span):
            return None
        return Span(span.start - sentence.start, span.end - sentence.start)

    return Question(trigger.sent.text, inside(actor), inside(recipient), inside(span_of(trigger)))


def _mention(ids: Sequence[str], event: Event, cast: Cast) -> Span | None:
    """The mention of the first of them that the event's evidence names."""
    spans = [mention.span for ref in ids for mention in cast[ref].mentions]
    named = [span for span in spans if any(span.overlaps(word) for word in event.evidence)]
    return min(named, key=lambda span: (abs(span.start - event.trigger.start), span), default=None)


def _doubt(event: Event, answer: Answer) -> str | None:
    """Why an event is set aside: the encoder is sure of something else."""
    best = answer.opinions[0]
    announced = (
        best.type is EventType.AGREE and event.status is Status.PLANNED
    )  # PLOVER: a plan to meet is AGREE
    if best.score < SURE or _share(event.type, answer) >= DOUBT or announced:
        return None
    return f"{event.reason.rule}; {NAME}: {best.type or 'no event'} {best.score}"


def _heard(event: Event, answer: Answer, trigger: Token) -> Event:
    """The event with what the encoder says of it; what it hears as open or denied is not told as done."""
    status = status_heard(trigger, answer.telling) if event.status is Status.HAPPENED else event.status
    reason = _reasoned(event, answer)
    if status in _NOT_DONE:
        reason = msgspec.structs.replace(reason, refused=(*reason.refused, "rules: happened"))
        return msgspec.structs.replace(event, status=status, reason=reason)
    return msgspec.structs.replace(event, reason=reason)


def _reasoned(event: Event, answer: Answer) -> Reason:
    best = answer.opinions[0]
    differs = best.type is not event.type
    refused = (
        (*event.reason.refused, f"{NAME}: {best.type or 'no event'} {best.score}")
        if differs
        else event.reason.refused
    )
    score = round(_share(event.type, answer), _ROUND)
    return msgspec.structs.replace(event.reason, model=NAME, score=score, refused=refused)


def _share(kind: EventType, answer: Answer) -> float:
    return next(opinion.score for opinion in answer.opinions if opinion.type is kind)


def _told_alone(one: Candidate, answer: Answer) -> EventType | None:
    """The class that the encoder alone tells; of one side it must be surer."""
    best = answer.opinions[0]
    return best.type if best.score >= (ALONE if one.actors and one.recipients else ONE_SIDED) else None


def candidates(parse: Parse, found: Findings) -> Iterator[Candidate]:
    """Verbs of the story that made no event and were not refused, with a coded party on a side."""
    cast = found.cast
    seen = {event.trigger.start for event in found.events} | {skipped.span.start for skipped in found.skipped}
    for verb in parse.doc:
        if verb.pos_ != "VERB" or verb.idx in seen:
            continue
        subjects, things = _sides(verb)
        actors, recipients = (
            tuple(dict.fromkeys(filter(None, map(cast.holder, side)))) for side in (subjects, things)
        )
        recipients = tuple(ref for ref in recipients if ref not in actors)
        if _coded(cast, (*actors, *recipients)) and background_reason(verb, parse) is None:
            heads = tuple(head for head in (*subjects, *things) if cast.holder(head))
            spans = (_first_mention(cast, subjects), _first_mention(cast, things) if recipients else None)
            yield Candidate(verb, actors, recipients, heads, _asked(verb, *spans))


def _first_mention(cast: Cast, words: Sequence[Token]) -> Span | None:
    return next((span for word in words if (span := cast.mention(word)) is not None), None)


def _sides(verb: Token) -> tuple[list[Token], list[Token]]:
    """Subject and object of the verb's own clause; the objects of its prepositions where it has no object."""
    subject, things = subject_of(verb), list(children(verb, *_LINKS))
    if is_passive(verb):
        agents = [thing for by in children(verb, "agent") for thing in objects_of(by)]
        return agents, [subject] if subject is not None else []
    things = things or [thing for preposition in children(verb, "prep") for thing in objects_of(preposition)]
    return ([subject] if subject is not None else []), things


def _coded(cast: Cast, ids: Sequence[str]) -> bool:
    return any(cast[ref].country or cast[ref].sector for ref in ids)


def _event(
    name: str, one: Candidate, kind: EventType, answer: Answer, dating: Dating, said_by: Sequence[Statement]
) -> Event:
    """An event that the encoder alone tells."""
    code, trigger = codes()[general(kind)], span_of(one.verb)
    return Event(
        id=name, type=kind, mode=answer.mode, contexts=contexts_of(one.verb), cameo=code.cameo, quad=code.quad,
        goldstein=code.goldstein, actors=one.actors, recipients=one.recipients, missing=_missing(one), trigger=trigger,
        evidence=tuple(sorted({trigger, *map(span_of, one.heads)})), status=told(one.verb, said_by),
        when=dating.when, start=dating.start, end=dating.end, precision=dating.precision, basis=dating.basis,
        attribution=tuple(statement.id for statement in said_by),
        reason=Reason(model=NAME, score=answer.opinions[0].score, refused=("the lexicon has no row for this verb",)),
    )  # fmt: skip


def _missing(one: Candidate) -> tuple[Side, ...]:
    sides = ((Side.ACTOR, one.actors), (Side.RECIPIENT, one.recipients))
    return tuple(side for side, ids in sides if not ids)
