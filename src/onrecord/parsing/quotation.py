"""Quotation marks: which words stand within quotes, over paragraphs.

A quote that a paragraph leaves open goes on where the next paragraph opens with a mark (the printers' convention);
elsewhere it ends with its paragraph, so that one unbalanced mark never spoils the rest of a report.
"""

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.parsing.parse import Parse
from onrecord.parsing.phrases import having

_MARK = '"'


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote: token indices, first word to the last, marks included; `resumes` tells that it continues the one before."""

    start: int
    end: int
    resumes: bool = False


def quotations(parse: Parse) -> tuple[Quotation, ...]:
    """The quotes of a report, in order, none nested."""
    found: list[Quotation] = []
    left_open = False
    marked = having(parse.doc, "ORTH", _is_mark)
    for start, end in _paragraphs(parse):
        marks = marked[bisect_left(marked, start) : bisect_left(marked, end)]
        resumes = left_open and bool(marks) and marks[0] - start <= 1
        opening = marks[0::2]
        closing = marks[1::2]
        left_open = len(opening) > len(closing)
        for number, first in enumerate(opening):
            last = closing[number] + 1 if number < len(closing) else end
            found.append(Quotation(first, last, resumes and number == 0))
    return tuple(found)


def quoted(parse: Parse) -> bytearray:
    """One byte per token: 1 within quotes, marks included."""
    flags = bytearray(len(parse.doc))
    for quote in quotations(parse):
        flags[quote.start : quote.end] = b"\x01" * (quote.end - quote.start)
    return flags


def _paragraphs(parse: Parse) -> list[tuple[int, int]]:
    """Token ranges between line breaks."""
    ranges, start = [], 0
    for i in having(parse.doc, "ORTH", _is_break):
        ranges.append((start, i))
        start = i + 1
    ranges.append((start, len(parse.doc)))
    return [(first, last) for first, last in ranges if first < last]


def _is_mark(word: str) -> bool:
    return _MARK in word or word == "''"


def _is_break(word: str) -> bool:
    return "\n" in word and word.isspace()
