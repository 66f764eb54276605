"""Labelled reports of the news sample and our own sentences, parsed and coded by the rules."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from benchmarks.labels import Label, Telling, digest_of, is_held, labels, news

from onrecord import Coder
from onrecord.actors import Cast, find_actors
from onrecord.cleaning import clean
from onrecord.cleaning.language import ENGLISH
from onrecord.events import HARDLY, Findings, find_events
from onrecord.parsing import Parse
from onrecord.places import find_places
from onrecord.reading import report_of
from onrecord.record import Block, BlockKind, Report, Span
from onrecord.statements import find_statements
from onrecord.times import find_times
from sentences import Sentence


class Labelled(NamedTuple):
    """A report with the labels of its predicates, by the offset of each."""

    labels: dict[int, Label]
    parse: Parse
    found: Findings


def labelled(path: str, coder: Coder, held: bool, floor: float = 0.0) -> Iterator[Labelled]:
    """The labelled reports of the sample, those held back from the encoder or the others."""
    by_report: dict[str, dict[int, Label]] = {}
    for label in labels():
        if is_held(label.digest) is held:
            by_report.setdefault(label.digest, {})[label.trigger.start] = label
    rows = {digest_of(row["text"]): row for row in news(path)}
    reports = (clean(report_of(rows[d]["text"], published=rows[d].get("published"))) for d in by_report)
    for told, parse in zip(by_report.values(), coder.parser.pipe(reports), strict=True):
        yield Labelled(told, parse, found_in(coder, parse, floor))


def own_coded(own: Sequence[Sentence], coder: Coder) -> Iterator[tuple[Sentence, Parse, Findings]]:
    """Our own sentences, each with what the rules find in it, whatever its trust."""
    reports = (all_story(one.text) for one in own)
    for sentence, parse in zip(own, coder.parser.pipe(reports), strict=True):
        yield sentence, parse, found_in(coder, parse, HARDLY)


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


def found_in(coder: Coder, parse: Parse, floor: float = 0.0) -> Findings:
    """What the rules find in one report."""
    cast = find_actors(parse, coder.registry)
    times, places = find_times(parse), find_places(parse, cast, coder.gazetteer)
    statements, cast = find_statements(parse, cast)
    return find_events(parse, cast, times, places, statements, coder.verbs, floor)
