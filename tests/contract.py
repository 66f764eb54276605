"""The contract of the record, as checks over one record: what scripts that read records rely on."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec

from onrecord.record import BlockKind, Record, Side, Span, Statement


def broken(record: Record) -> list[str]:
    """Every rule of the contract that the record breaks, in words."""
    return [words for rule in _RULES for words in rule(record)]


def _spans(record: Record) -> Iterator[str]:
    for thing in _things(record):
        for span in spans_of(thing):
            if not 0 <= span.start < span.end <= len(record.report.text):
                yield f"{thing.id} points outside the text: {span}"


def _ids(record: Record) -> Iterator[str]:
    ids = [thing.id for thing in _things(record)]
    if len(ids) != len(set(ids)):
        yield "an id stands twice"
    known = set(ids)
    for event in record.events:
        named = {*event.actors, *event.recipients, *event.attribution, *event.figures}
        named |= {one for one in (event.when, event.where, event.same_as) if one}
        if not named <= known:
            yield f"{event.id} names unknown ids {named - known}"
    for statement in record.statements:
        named = {*statement.speakers, *statement.outlets, *filter(None, [statement.within])}
        if not named <= known:
            yield f"{statement.id} names unknown ids {named - known}"


def _blocks(record: Record) -> Iterator[str]:
    blocks, text = record.report.blocks, record.report.text
    if any(one.span.end > other.span.start for one, other in pairwise(blocks)):
        yield "blocks overlap or are out of order"
    held = bytearray(len(text))
    for block in blocks:
        held[block.span.start : block.span.end] = b"\x01" * (block.span.end - block.span.start)
    if any(not held[i] and not mark.isspace() for i, mark in enumerate(text)):
        yield "a word stands in no block"


def _notices(record: Record) -> Iterator[str]:
    aside = [block.span for block in record.report.blocks if block.kind is not BlockKind.STORY]
    for thing in (*record.actors, *record.statements, *record.events, *record.figures):
        for span in spans_of(thing):
            if any(block.overlaps(span) for block in aside):
                yield f"{thing.id} comes from a notice"


def _same_as(record: Record) -> Iterator[str]:
    at = {event.id: event for event in record.events}
    for event in record.events:
        first = at.get(event.same_as or "")
        if first is not None and first.same_as is not None:
            yield f"{event.id} chains over {first.id}"
        if first is not None and first.trigger.start > event.trigger.start:
            yield f"{event.id} names a later telling"


def _attribution(record: Record) -> Iterator[str]:
    at = {statement.id: statement for statement in record.statements}
    for thing in (*record.events, *record.figures):
        lengths = [_length(at[one]) for one in thing.attribution]
        if lengths != sorted(lengths, reverse=True):
            yield f"{thing.id} lists its sources innermost first"
    for statement in record.statements:
        seen, above = {statement.id}, statement.within
        while above is not None:
            if above in seen:
                yield f"{statement.id} lies within itself"
                break
            seen.add(above)
            above = at[above].within


def _sides(record: Record) -> Iterator[str]:
    for event in record.events:
        if (Side.ACTOR in event.missing) == bool(event.actors):
            yield f"{event.id}: missing and actors disagree"
        if Side.RECIPIENT in event.missing and event.recipients:
            yield f"{event.id}: missing and recipients disagree"


def _dates(record: Record) -> Iterator[str]:
    for thing in (*record.times, *record.events):
        if thing.start and thing.end and not thing.start < thing.end:
            yield f"{thing.id} ends before it starts"
    for event in record.events:
        if (event.start or event.end) and event.basis is None:
            yield f"{event.id} has a date and no basis"


def _scores(record: Record) -> Iterator[str]:
    for event in record.events:
        score = event.reason.score
        if score is not None and score != round(score, 3):
            yield f"{event.id} has a score of more than three places"


_RULES = (_spans, _ids, _blocks, _notices, _same_as, _attribution, _sides, _dates, _scores)


def _things(record: Record) -> list[Any]:
    return [
        *record.actors,
        *record.times,
        *record.places,
        *record.statements,
        *record.events,
        *record.figures,
    ]


def _length(statement: Statement) -> int:
    return sum(run.end - run.start for run in statement.content)


def spans_of(thing: Any) -> list[Span]:
    """All spans in a thing."""
    found: list[Span] = []

    def walk(value: Any) -> None:
        if isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value):
            found.append(Span(*value))
        elif isinstance(value, list):
            for part in value:
                walk(part)
        elif isinstance(value, dict):
            for part in value.values():
                walk(part)

    walk(msgspec.json.decode(msgspec.json.encode(thing)))
    return found
