"""A report with its language and its paragraphs told apart."""

import msgspec

from onrecord.cleaning.language import ENGLISH, language_of
from onrecord.cleaning.paragraphs import paragraphs
from onrecord.errors import UnsupportedLanguage
from onrecord.record import Block, BlockKind, Report


def clean(report: Report) -> Report:
    """The report with language, blocks and byline filled.

    Raises:
        UnsupportedLanguage: the text is not in English.
    """
    language = language_of(report.text)
    if language != ENGLISH:
        raise UnsupportedLanguage(language, source=report.id)
    blocks = tuple(Block(span, BlockKind.STORY) for span in paragraphs(report.text))
    return msgspec.structs.replace(report, language=language, blocks=blocks)
