"""Who wrote the report, where the text says so in a line of its own."""

import re
from collections.abc import Sequence

from onrecord.record import Block

_BY = re.compile(r"^\W*(?:[\w ]{0,30}\b)?[Bb][Yy]:? +(?:the +)?")
_HEAD = 6
"""A byline stands among the first paragraphs; a later one names who edited or who else reported."""


def byline_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The names of the first byline at the head of the text."""
    for block in blocks[:_HEAD]:
        if block.reason == "byline":
            return _BY.sub("", block.span.of(text)).strip(" .,;()") or None
    return None
