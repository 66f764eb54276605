"""A report with its language and its paragraphs told apart."""

import msgspec

from onrecord.cleaning.bylines import byline_of
from onrecord.cleaning.cues import load_cues
from onrecord.cleaning.language import ENGLISH, language_of
from onrecord.cleaning.notices import notices_among
from onrecord.cleaning.paragraphs import paragraphs
from onrecord.errors import UnsupportedLanguage
from onrecord.record import Block, BlockKind, Report


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
    spans = tuple(paragraphs(text))
    reasons = notices_among([span.of(text) for span in spans])
    return tuple(Block(span, _kind(reason), reason) for span, reason in zip(spans, reasons, strict=True))


def _kind(reason: str | None) -> BlockKind:
    if reason is None:
        return BlockKind.STORY
    return BlockKind.FURNITURE if reason in load_cues().furniture else BlockKind.NOTICE
