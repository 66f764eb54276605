"""A report and its parse, the carrier that every later stage reads."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from onrecord.cleaning import find_dateline
from onrecord.config import Settings
from onrecord.parsing.model import load
from onrecord.parsing.surface import surface
from onrecord.record import Report, Span


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """A cleaned report with its parsed tokens; `token.idx` is an offset into `report.text`."""

    report: Report
    doc: Doc

    @property
    def text(self) -> str:
        """The report's text, untouched."""
        return self.report.text


class Parser:
    """Parses cleaned reports in batches."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.nlp = load(self.settings.model)

    def memory_zone(self) -> AbstractContextManager[object]:
        """While open the vocabulary may grow; on leaving it shrinks back, and parses made within are void."""
        return self.nlp.memory_zone()

    def pipe(self, reports: Iterable[Report], batch_size: int | None = None) -> Iterator[Parse]:
        """One parse per report, in order."""
        size = batch_size or self.settings.batch_size
        pairs = ((_surface(report), report) for report in reports)
        for doc, report in self.nlp.pipe(pairs, as_tuples=True, batch_size=size):
            yield Parse(report, doc)


def _surface(report: Report) -> str:
    dateline = find_dateline(report)
    return surface(report.text, report.blocks, dateline.span if dateline else None)


def span_of(piece: Token | TokenSpan) -> Span:
    """The code-point span of a token or of a run of tokens."""
    if isinstance(piece, Token):
        return Span(piece.idx, piece.idx + len(piece))
    return Span(piece.start_char, piece.end_char)
