"""The learned second opinion on the events of a report: what it doubts, whom it sees, and what the lexicon has no word for.

Each event is shown to the encoder in its sentence, the predicate marked. It says which class the predicate tells and who
stands on either side; a party that it is sure of takes the place of another that it does not see (`reason.refused` keeps
the rules' answer). What the two say together is the event's trust (`onrecord.events.model.judging`), and what is under the
floor is set aside. What it tells alone comes besides (`onrecord.events.alone`). `precision` and `recall` differ in the floor.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

import msgspec

from onrecord.actors import Cast, Registry, dismissed, let_in
from onrecord.config import Floors
from onrecord.events.alone import Candidate, event_of, told_alone, worth_asking
from onrecord.events.codebook import codes, general
from onrecord.events.find import Findings
from onrecord.events.lexicon import Frame, is_added
from onrecord.events.model.classifier import NAME, Answer, answers
from onrecord.events.model.judging import evidence, judged
from onrecord.events.model.pointing import Side, side_of, unheld
from onrecord.events.second_opinion import heard_beside, question_of
from onrecord.events.setting import Setting
from onrecord.events.trust import Coded, features
from onrecord.parsing import Parse, Token, is_lone, span_of
from onrecord.record import Event, EventType, Reason, Skipped, Statement, Time, numbered
from onrecord.record import Side as Role

CERTAIN = 0.9
"""Share of "no event" from which nobody enters the cast for it."""
SURE_OF_CLASS = 0.8
"""Share from which another class takes the place of the rules'."""
HOPELESS = 0.1
"""Share of the floor under which the rules' trust must not be for the encoder to be asked: of a hundred such rows one is kept."""


def reviewed(
    parse: Parse,
    times: Sequence[Time],
    statements: Sequence[Statement],
    found: Findings,
    floors: Floors,
    registry: Registry,
    verbs: Mapping[str, tuple[Frame, ...]] | None = None,
) -> Findings:
    """The findings after the second opinion; with `SecondOpinion.OFF` this is never called and nothing is loaded.

    Args:
        parse: the parsed report.
        times: its times.
        statements: its statements.
        found: what the rules found, with trust in each event.
        floors: the least trust with which an event is kept.
        registry: states, their capitals and peoples, for parties that only the encoder sees.
        verbs: the lexicon of a run whose user adds verbs; the events of these are kept whatever is said of them.
    """
    floor = floors.of(len(parse.doc))
    bar = 0.0 if any(map(is_lone, parse.doc[:1])) else floor
    asked = [event for event in found.events if _is_hopeful(event, bar, verbs)]
    fresh = worth_asking(parse, found, bar)
    cast, told = heard(parse, times, statements, found, asked, fresh, registry)
    hopeful = {event.id for event in asked}
    doubted = [_doubted(event, event.reason) for event in found.events if event.id not in hopeful]
    events = list[Event]()
    for one in told:
        trusted = one.trust >= floor
        if one.ruled is None:
            if trusted and not _told_beside(one, found.events):
                events.append(one.event)
        elif trusted or is_added(one.ruled.reason.rule, verbs):
            events.append(one.event)
        else:
            doubted.append(_doubted(one.ruled, one.event.reason))
    triggers = {event.trigger for event in events}
    skipped = [one for one in (*found.skipped, *doubted) if one.span not in triggers]
    busy = {actor for event in events for actor in (*event.actors, *event.recipients)}
    cast, renamed = dismissed(cast, len(found.cast.actors), busy)
    events = [_renamed(event, renamed) for event in events] if renamed else events
    return _numbered(replace(found, cast=cast), events, skipped)


class Heard(NamedTuple):
    """An event after the encoder has spoken."""

    word: Token
    """The predicate."""
    event: Event
    """With its trust in its reason."""
    ruled: Event | None
    """As the rules had it; None for what the encoder tells alone."""
    read: Mapping[str, float]
    """The numbers that its trust is weighed from."""
    names: frozenset[str]
    """What is read of the row besides."""

    @property
    def trust(self) -> float:
        """The probability that class, actor and recipient are all right."""
        return self.event.reason.score or 0.0


def heard(
    parse: Parse,
    times: Sequence[Time],
    statements: Sequence[Statement],
    found: Findings,
    asked: Sequence[Event],
    fresh: Sequence[Candidate],
    registry: Registry,
) -> tuple[Cast, list[Heard]]:
    """What the encoder says of some events of the rules and of some predicates without one, and the cast with its walk-ons."""
    if not (asked or fresh):
        return found.cast, []
    tokens = {token.idx: token for token in parse.doc}
    words = [*(tokens[event.trigger.start] for event in asked), *(one.word for one in fresh)]
    said = answers([question_of(word) for word in words])
    cast = with_walkons(found.cast, words, said, registry)
    setting = Setting.of(parse)

    def weighed(
        word: Token, event: Event, ruled: Event | None, answer: Answer, sides: tuple[Side, Side]
    ) -> Heard:
        trust = ruled.reason.score if ruled is not None else None
        read = evidence(answer, event.type, *sides, trust, lone=is_lone(word))
        names = frozenset(features(Coded.of(event, tokens, cast, setting)))
        reason = msgspec.structs.replace(event.reason, score=judged(read, names))
        return Heard(word, msgspec.structs.replace(event, reason=reason), ruled, read, names)

    told = list[Heard]()
    for event, word, answer in zip(asked, words, said, strict=False):
        sides = sides_heard(event, word, answer, cast)
        told.append(weighed(word, heard_of(event, word, answer, sides, cast), event, answer, sides))
    for candidate, answer in zip(fresh, said[len(asked) :], strict=True):
        alone = told_alone(candidate, answer, cast)
        if alone is not None:
            event = event_of(alone, times, statements, parse, cast)
            told.append(weighed(candidate.word, event, None, answer, (alone.acting, alone.receiving)))
    return cast, told


def with_walkons(cast: Cast, predicates: Sequence[Token], said: Sequence[Answer], registry: Registry) -> Cast:
    """The cast with those whom the encoder is sure of on a side of what tells an event, and whom nobody had named."""
    for predicate, answer in zip(predicates, said, strict=True):
        if answer.share(None) < CERTAIN:
            for pointer in answer.sides or ():
                word = unheld(pointer, predicate, cast)
                cast = let_in(word, cast, registry) if word is not None else cast
    return cast


def _renamed(event: Event, names: Mapping[str, str]) -> Event:
    actors, recipients = (
        tuple(names.get(ref, ref) for ref in side) for side in (event.actors, event.recipients)
    )
    return msgspec.structs.replace(event, actors=actors, recipients=recipients)


def _told_beside(alone: Heard, events: Sequence[Event]) -> bool:
    """Whether another predicate of the sentence tells an event of the class: "denied that it had shelled" is one."""
    sentence = span_of(alone.word.sent)
    return any(event.type is alone.event.type and sentence.holds(event.trigger) for event in events)


def _is_hopeful(event: Event, floor: float, verbs: Mapping[str, tuple[Frame, ...]] | None) -> bool:
    score = event.reason.score
    return score is None or score >= HOPELESS * floor or is_added(event.reason.rule, verbs)


def _doubted(event: Event, reason: Reason) -> Skipped:
    return Skipped(event.trigger, "not trusted", f"{reason.rule}; {reason.model} {reason.score}")


def _numbered(found: Findings, events: list[Event], skipped: list[Skipped]) -> Findings:
    """The findings with these events, numbered in the order of the text; the figures hang on those that were kept."""
    names = count()
    ids: dict[str, str] = {}
    ordered = []
    for event in sorted(events, key=lambda event: event.trigger):
        name = numbered("e", next(names))
        ids[event.id] = name
        ordered.append(msgspec.structs.replace(event, id=name))
    figures = tuple(
        msgspec.structs.replace(figure, event=ids.get(figure.event)) if figure.event else figure
        for figure in found.figures
    )
    skipped.sort(key=lambda one: one.span)
    return replace(found, events=tuple(ordered), figures=figures, skipped=tuple(skipped))


def heard_of(event: Event, predicate: Token, answer: Answer, sides: tuple[Side, Side], cast: Cast) -> Event:
    """The event with what the encoder says of it: its class, its parties, and how it is told."""
    acting, receiving = sides
    event = _mended(event, answer)
    status = heard_beside(event.status, predicate, answer.telling)
    refused = (
        *event.reason.refused,
        *_differences(event, answer, sides, cast),
        *(["rules: happened"] if status is not event.status else ()),
    )
    words = {span_of(word) for side in sides for word in side.words}
    return msgspec.structs.replace(
        event, actors=acting.ids, recipients=receiving.ids, missing=_missing(acting, receiving, event),
        reciprocal=event.reciprocal and bool(receiving.ids), evidence=tuple(sorted({*event.evidence, *words})),
        status=status, reason=Reason(rule=event.reason.rule, model=NAME, refused=refused),
    )  # fmt: skip


def _mended(event: Event, answer: Answer) -> Event:
    """The event in the class that the encoder is sure of; what is promised stays a promise, whatever it is about."""
    best = answer.opinions[0]
    if best.type in {None, event.type} or best.score < SURE_OF_CLASS or event.type is EventType.AGREE:
        return event
    code = codes()[general(best.type)]
    rules = f"rules: {event.type} {event.cameo}"
    return msgspec.structs.replace(
        event, type=code.type, mode=None, cameo=code.cameo, quad=code.quad, goldstein=code.goldstein,
        reason=msgspec.structs.replace(event.reason, refused=(*event.reason.refused, rules)),
    )  # fmt: skip


def _differences(event: Event, answer: Answer, sides: tuple[Side, Side], cast: Cast) -> Iterator[str]:
    """What the encoder says against the rules' class, and what the rules had said of a side."""
    best = answer.opinions[0]
    if best.type is not event.type:
        yield f"{NAME}: {best.type or 'no event'} {best.score}"
    for role, side, ids in zip(Role, sides, (event.actors, event.recipients), strict=True):
        if side.ids != ids:
            yield f"rules: {role} {', '.join(cast[ref].name for ref in ids) or 'nobody'}"


def sides_heard(event: Event, predicate: Token, answer: Answer, cast: Cast) -> tuple[Side, Side]:
    """Either side as the rules bound it, or as the encoder is sure of it; nobody is on both, and somebody on one."""
    assert answer.sides is not None
    acting, receiving = (
        side_of(ids, pointer, predicate, cast)
        for ids, pointer in zip((event.actors, event.recipients), answer.sides, strict=True)
    )
    if set(acting.ids) & set(receiving.ids) or not (acting.ids or receiving.ids):
        return (
            Side(event.actors, acting.share if acting.ids == event.actors else 0.0),
            Side(event.recipients, receiving.share if receiving.ids == event.recipients else 0.0),
        )
    return acting, receiving


def _missing(acting: Side, receiving: Side, event: Event) -> tuple[Role, ...]:
    """The sides that are not told; one that an act has not is not missing."""
    sides = ((Role.ACTOR, acting, event.actors), (Role.RECIPIENT, receiving, event.recipients))
    return tuple(role for role, side, before in sides if not side.ids and (before or role in event.missing))
