"""Labelled reports of the news sample, parsed and coded by the rules."""

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.labels import Label, digest_of, is_held, labels, news

from onrecord import Coder
from onrecord.actors import find_actors
from onrecord.cleaning import clean
from onrecord.events import Findings, find_events
from onrecord.parsing import Parse
from onrecord.places import find_places
from onrecord.reading import report_of
from onrecord.statements import find_statements
from onrecord.times import find_times


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


def found_in(coder: Coder, parse: Parse, floor: float = 0.0) -> Findings:
    """What the rules find in one report."""
    cast = find_actors(parse, coder.registry)
    times, places = find_times(parse), find_places(parse, cast, coder.gazetteer)
    statements, cast = find_statements(parse, cast)
    return find_events(parse, cast, times, places, statements, coder.verbs, floor)
