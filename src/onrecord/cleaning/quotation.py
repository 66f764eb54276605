"""What of a paragraph stands outside quotation marks: what is quoted is somebody's words, and so story."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)")
_OPEN = re.compile(r"[“\"„«]")
_CLOSE = re.compile(r"[”\"»]")
_LONGEST_QUOTE = 12
"""Paragraphs after which a quotation that is never closed is taken to have been left open by mistake."""


def unquoted(paragraphs: Sequence[str]) -> list[str]:
    """Each paragraph without its quotations, also where one runs over several paragraphs."""
    left = []
    within = 0
    for place, words in enumerate(paragraphs):
        if not within and _left_open(words):
            within = _closed_after(paragraphs, place)
            left.append(_QUOTED.sub(" ", words))
        elif within:
            within -= 1
            left.append("" if within else _QUOTED.sub(" ", "“" + _CLOSE.sub("”", words, count=1)))
        else:
            left.append(_QUOTED.sub(" ", words) if _OPEN.search(words) else words)
    return left


def _left_open(words: str) -> bool:
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _closed_after(paragraphs: Sequence[str], opened: int) -> int:
    """How many paragraphs on the quotation is closed; 0 where the next ones open anew or none closes it."""
    for ahead, words in enumerate(paragraphs[opened + 1 : opened + 1 + _LONGEST_QUOTE], start=1):
        if _OPEN.match(words):
            return 0
        if _CLOSE.search(words):
            return ahead
    return 0
