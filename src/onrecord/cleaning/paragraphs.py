"""Where the paragraphs of a text lie: one on a line, or between blank lines where lines are hand-wrapped."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.record import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*\S[^\n\r\u2028\u2029\x0b\x0c\x85]*")
_WIDEST = 100
_NARROWEST = 45
"""Mail and wires wrap at 60 to 80 columns; a wrapped line is nearly full and rarely ends a sentence."""
_SLACK = 20
_FEWEST = 3
LONGEST_JUDGED = 1_500
"""A longer paragraph is a text whose line breaks were lost: only its last sentences can be notices."""
_TAIL_CHARS = 1_000
_TAIL_SENTENCES = 8
_BREAK = re.compile(r"[.!?][\"”’)]{0,2}\s+(?=[A-Z\"“‘(©\[])")
_ENDS_SENTENCE = (".", "!", "?", ":", '"', "”", "’", "'", ")")


def paragraphs(text: str) -> Iterator[Span]:
    """The span of each paragraph, without the space around it; every non-space character is in one."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    for start, end in _joined(text, lines) if _wrapped(text, lines) else lines:
        words = text[start:end]
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def tail_apart(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph, or where it is too long to be judged whole its body and then its last sentences."""
    start, end = paragraph
    if end - start > LONGEST_JUDGED:
        breaks = [found.end() for found in _BREAK.finditer(text, max(start, end - _TAIL_CHARS), end)]
        for stop in breaks[-_TAIL_SENTENCES:]:
            yield Span(start, start + len(text[start:stop].rstrip()))
            start = stop
    yield Span(start, end)


def _wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether most lines that another follows directly are nearly full, and break off within a sentence."""
    width = max((end - start for start, end in lines), default=0)
    followed = [one for one, other in pairwise(lines) if not _apart(text, one, other)]
    if len(followed) < _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return False
    full = [(start, end) for start, end in followed if end - start >= width - _SLACK]
    broken = [end for start, end in full if not text[start:end].rstrip().endswith(_ENDS_SENTENCE)]
    return len(full) >= 0.6 * len(followed) and len(broken) >= 0.6 * len(full)


def _joined(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines put together into paragraphs, which a blank line, an indent or a short last line ends."""
    width = max(end - start for start, end in lines)
    begun = lines[0][0]
    for one, other in pairwise(lines):
        words = text[one[0] : one[1]].rstrip()
        ended = words.endswith(_ENDS_SENTENCE) and len(words) < width - _SLACK
        if _apart(text, one, other) or ended or text[other[0]] in " \t":
            yield begun, one[1]
            begun = other[0]
    yield begun, lines[-1][1]


def _apart(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a blank line stands between two lines."""
    between = text[one[1] : other[0]]
    return len(between.replace("\r\n", "\n")) > 1
