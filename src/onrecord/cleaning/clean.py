"""A report with its language and its paragraphs told apart."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from onrecord.cleaning.bylines import byline_of
from onrecord.cleaning.cues import load_cues
from onrecord.cleaning.language import ENGLISH, language_of
from onrecord.cleaning.notices import notices_among
from onrecord.cleaning.paragraphs import paragraphs, tail_apart
from onrecord.errors import UnsupportedLanguage
from onrecord.record import Block, BlockKind, Report, Span


def clean(report: Report) -> Report:
    """The report with language, blocks and, where it has none, byline filled.

    Raises:
        UnsupportedLanguage: the text is not in English.
    """
    language = language_of(report.text)
    if language != ENGLISH:
        raise UnsupportedLanguage(language, source=report.id)
    blocks = _blocks(report.text)
    byline = report.byline or byline_of(report.text, blocks)
    return msgspec.structs.replace(report, language=language, blocks=blocks, byline=byline)


def _blocks(text: str) -> tuple[Block, ...]:
    pieces = [
        (number, span) for number, whole in enumerate(paragraphs(text)) for span in tail_apart(text, whole)
    ]
    reasons = notices_among([span.of(text) for _, span in pieces])
    judged = zip(pieces, reasons, strict=True)
    return tuple(
        Block(Span(run[0].start, run[-1].end), _kind(reason), reason)
        for (_, reason), run in _runs((number, reason, span) for (number, span), reason in judged)
    )


def _runs(
    judged: Iterable[tuple[int, str | None, Span]],
) -> Iterator[tuple[tuple[int, str | None], list[Span]]]:
    """The pieces of one paragraph that were judged alike, put together again."""
    for key, run in groupby(judged, key=lambda piece: piece[:2]):
        yield key, [span for _, _, span in run]


def _kind(reason: str | None) -> BlockKind:
    if reason is None:
        return BlockKind.STORY
    return BlockKind.FURNITURE if reason in load_cues().furniture else BlockKind.NOTICE
