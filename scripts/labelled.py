"""Labelled reports of the news sample and our own sentences, parsed and coded by the rules."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from benchmarks.labels import LONGEST, Label, Telling, digest_of, news
from benchmarks.sentences import Sentence

from onrecord import Coder
from onrecord.actors import Cast, find_actors
from onrecord.cleaning import clean
from onrecord.cleaning.language import ENGLISH
from onrecord.events import HARDLY, Findings, find_events
from onrecord.parsing import Parse
from onrecord.places import find_places
from onrecord.reading import report_of
from onrecord.record import Block, BlockKind, Report, Span, Statement, Time
from onrecord.statements import find_statements
from onrecord.times import find_times


class Ruled(NamedTuple):
    """A report as the rules read it."""

    parse: Parse
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    found: Findings


def labelled(
    path: str, coder: Coder, wanted: Iterable[Label], floor: float = 0.0, longest: int | None = LONGEST
) -> Iterator[tuple[dict[int, Label], Ruled]]:
    """The reports of some labels, each with those by the offset of their predicates, and what the rules find in it; `longest`
    is how much of a report is coded, None all."""
    by_report: dict[str, dict[int, Label]] = {}
    for label in wanted:
        by_report.setdefault(label.digest, {})[label.trigger.start] = label
    parses = parsed(path, coder, by_report, longest)
    for told, parse in zip(by_report.values(), parses, strict=True):
        yield told, ruled(coder, parse, floor)


def parsed(path: str, coder: Coder, digests: Iterable[str], longest: int | None = LONGEST) -> Iterator[Parse]:
    """The reports of the sample that go by some digests, in their order, so much of each parsed."""
    rows = {digest_of(row["text"][:LONGEST]): row for row in news(path, longest)}
    reports = (clean(report_of(rows[d]["text"], published=rows[d].get("published"))) for d in digests)
    yield from coder.parser.pipe(reports)


def own_coded(own: Sequence[Sentence], coder: Coder) -> Iterator[tuple[Sentence, Ruled]]:
    """Our own sentences, each with what the rules find in it, whatever its trust."""
    reports = (all_story(one.text) for one in own)
    for sentence, parse in zip(own, coder.parser.pipe(reports), strict=True):
        yield sentence, ruled(coder, parse, HARDLY)


def all_story(text: str) -> Report:
    """The report of a sentence: English, whatever its few words look like."""
    story = Block(Span(0, len(text)), BlockKind.STORY)
    return msgspec.structs.replace(report_of(text), language=ENGLISH, blocks=(story,))


def own_agrees(event: Telling, cast: Cast, sentence: Sentence) -> bool:
    """Whether class and sides of an event on a sentence's marked predicate are those of its label."""
    sides = ((event.actors, sentence.actor), (event.recipients, sentence.recipient))
    return event.type == sentence.type and all(_names(ids, side, cast) for ids, side in sides)


def _names(ids: Iterable[str], side: Span | None, cast: Cast) -> bool:
    """Whether the side's words name one of the actors; an empty side is right where none is told."""
    spans = [mention.span for ref in ids for mention in cast[ref].mentions]
    return any(span.overlaps(side) for span in spans) if side is not None else not spans


def ruled(coder: Coder, parse: Parse, floor: float = 0.0) -> Ruled:
    """What the rules find in one report."""
    cast = find_actors(parse, coder.registry)
    times, places = find_times(parse), find_places(parse, cast, coder.gazetteer)
    statements, cast = find_statements(parse, cast)
    found = find_events(parse, cast, times, places, statements, coder.verbs, floor)
    return Ruled(parse, times, statements, found)
