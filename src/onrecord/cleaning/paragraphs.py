"""Where the paragraphs of a text lie."""

import re
from collections.abc import Iterator

from onrecord.record import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")


def paragraphs(text: str) -> Iterator[Span]:
    """The span of each paragraph, without the space around it; every non-space character is in one."""
    for line in _LINE.finditer(text):
        words = line[0]
        start = line.start() + len(words) - len(words.lstrip())
        yield Span(start, line.start() + len(words.rstrip()))
