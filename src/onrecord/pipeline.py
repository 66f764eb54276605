"""The path of one report, from text to record. Each stage is a function from what is known to what is new."""

import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from onrecord.actors import Cast, find_actors, load_registry
from onrecord.cleaning import clean
from onrecord.config import SecondOpinion, Settings
from onrecord.errors import FailedReport, InputError
from onrecord.events import HARDLY, find_events, with_verbs
from onrecord.linking import link
from onrecord.parsing import Doc, Parse, Parser
from onrecord.places import find_places, load_gazetteer
from onrecord.reading import report_of
from onrecord.record import Block, BlockKind, Record, Report, Span
from onrecord.statements import find_statements
from onrecord.times import find_times

Made = TypeVar("Made")
logger = logging.getLogger("onrecord")


class Coder:
    """Codes reports with one set of settings; the models and lexicons are loaded once."""

    def __init__(self, settings: Settings | None = None, *, registry: Iterable[str | Path] = ()) -> None:
        self.settings = settings or Settings()
        self.parser = Parser(self.settings)
        self.registry = load_registry(*self.settings.registry, *registry)
        self.verbs = with_verbs(self.registry.added.verbs)
        self.gazetteer = load_gazetteer()

    def pipe(self, reports: Iterable[Report | str], *, batch_size: int | None = None) -> Iterator[Record]:
        """One record per report, in order, streaming.

        Raises:
            InputError: a report cannot be coded; `outcomes` goes on instead.
        """
        for outcome in self.outcomes(map(_as_report, reports), batch_size=batch_size):
            if isinstance(outcome, InputError):
                raise outcome
            yield outcome

    def outcomes(
        self, items: Iterable[Report | InputError], *, batch_size: int | None = None
    ) -> Iterator[Record | InputError]:
        """One record or error per item, in order: what cannot be coded never stops the rest."""
        return self._each(items, self.record, batch_size)

    def casts(self, items: Iterable[Report | InputError]) -> Iterator[tuple[Report, Cast] | InputError]:
        """Each report with its actors alone, or the error: the path up to that stage."""
        return self._each(items, lambda parse: (parse.report, find_actors(parse, self.registry)), None)

    def _each(
        self, items: Iterable[Report | InputError], make: Callable[[Parse], Made], batch_size: int | None
    ) -> Iterator[Made | InputError]:
        rest = iter(items)
        while batch := list(islice(rest, batch_size or self.settings.batch_size)):
            yield from self._batch([_cleaned(item) for item in batch], make)

    def _batch(
        self, items: list[Report | InputError], make: Callable[[Parse], Made]
    ) -> list[Made | InputError]:
        reports = [item for item in items if isinstance(item, Report)]
        with self.parser.memory_zone():
            ready = iter([_tried(make, parse) for parse in self.parser.pipe(reports)])
        return [next(ready) if isinstance(item, Report) else item for item in items]

    def record(self, parse: Parse) -> Record:
        """The record of one parsed report."""
        cast = find_actors(parse, self.registry)
        times = find_times(parse)
        places = find_places(parse, cast, self.gazetteer)
        statements, cast = find_statements(parse, cast)
        alone = self.settings.second_opinion is SecondOpinion.OFF
        floors = self.settings.floors
        found = find_events(
            parse, cast, times, places, statements, self.verbs, floors.report if alone else HARDLY
        )
        if not alone:
            from onrecord.events.review import reviewed  # loads the encoder: only where it is wanted

            found = reviewed(parse, times, statements, found, floors, self.registry, self.verbs)
        return Record(
            report=parse.report,
            actors=found.cast.actors,
            times=times,
            places=found.places,
            statements=statements,
            events=link(found.events, times),
            figures=found.figures,
            skipped=found.skipped,
        )

    def record_of_doc(self, doc: Doc, *, published: str | None = None) -> Record:
        """The record of a document that was parsed elsewhere, all of it taken as story."""
        report = report_of(doc.text, published=published)
        whole = (Block(Span(0, len(doc.text)), BlockKind.STORY),)
        return self.record(Parse(msgspec.structs.replace(report, blocks=whole), doc))


def _as_report(given: Report | str) -> Report:
    return report_of(given) if isinstance(given, str) else given


def _cleaned(item: Report | InputError) -> Report | InputError:
    if isinstance(item, InputError):
        return item
    try:
        return clean(item)
    except InputError as refusal:
        return refusal


def _tried(make: Callable[[Parse], Made], parse: Parse) -> Made | InputError:
    try:
        return make(parse)
    except Exception as fault:  # a fault of ours in one report of a million must not lose the others
        logger.exception("report %s could not be coded", parse.report.id)
        return FailedReport(parse.report.id, fault)
