"""The text as the model reads it: changed code point for code point, so that every offset stays.

Typographic marks become the plain ones that the model was trained on, headings in capitals are
lowered to capitalised words, and whatever is not story is blanked.
"""

import re
from collections.abc import Iterable

from onrecord.record import Block, BlockKind, Span

_PLAIN = str.maketrans({
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\u2028": "\n", "\u2029": "\n", "\r": "\n",
    "\u2010": "-", "\u2011": "-",
})  # fmt: skip


_DASH = re.compile(r"[-\u2013\u2014:]+(?=\s*$)")


def surface(text: str, blocks: Iterable[Block], dateline: Span | None = None) -> str:
    """The text for the parser, of the same length, with all but the story blanked.

    The dash that ends a dateline becomes a full stop: "YEREVAN - Armenian troops" names no "Yerevan Armenian".
    """
    pieces, end = [], 0
    for block in blocks:
        start, stop = block.span
        pieces.append(_blank(text[end:start]))
        words = _parted(text[start:stop].translate(_PLAIN), start, dateline)
        pieces.append(words if block.kind is BlockKind.STORY else _blank(words))
        end = stop
    pieces.append(_blank(text[end:]))
    return "".join(pieces)


def _parted(words: str, start: int, dateline: Span | None) -> str:
    if dateline is None or not start <= dateline.start < start + len(words):
        return words
    end = dateline.end - start
    told = _DASH.sub(lambda dash: " " * (len(dash[0]) - 1) + ".", words[:end])
    return told + words[end:]


def _blank(words: str) -> str:
    return "".join("\n" if mark in "\n\r" else " " for mark in words)
