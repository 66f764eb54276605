"""In what company an event is told: how near a year long past stands, and what kind of report it is.

A sentence rarely says itself that it retells: the year stands some sentences before, or the whole report remembers. An essay
that says "I" and asks its readers tells fewer events of the day than a wire report that names the days of the week.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from onrecord.events.history import first_recent_year
from onrecord.parsing import Parse, Token

_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})s?\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
_BACK = (1, 2, 4)
"""Sentences before the event's that are searched for a year."""
_SIGNS = {
    "day": re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)\b"),
    "said": re.compile(r"\b(?:said|says|told)\b"),
    "i": re.compile(r"\b(?:I|my)\b"),
    "you": re.compile(r"\byour?\b"),
    "asks": re.compile(r"\?"),
}
"""What tells kinds of reports apart; the last three are not looked for in quotes."""
_OUTSIDE_QUOTES = frozenset({"i", "you", "asks"})
_RATES = (0.0, 0.5, 1.5)
"""Signs in a thousand code points from which there are few, several, many of them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is read of a report once, for all its events."""

    old: Sequence[int]
    """Offsets of the years long past, in order."""
    kind: tuple[str, ...]
    """How often the signs stand in it, and how long it is."""

    @classmethod
    def of(cls, parse: Parse) -> Self:
        """The setting that a report gives its events."""
        text, first = parse.text, first_recent_year(parse)
        old = [found.start() for found in _YEAR.finditer(text) if int(found[1]) < first]
        unquoted = _QUOTED.sub(" ", text)
        counts = {
            name: len(sign.findall(unquoted if name in _OUTSIDE_QUOTES else text))
            for name, sign in _SIGNS.items()
        }
        rates = {"old": len(old), **counts}
        kind = (f"report={name}+{_much(count, len(text))}" for name, count in rates.items())
        return cls(old, (*kind, f"report=long+{len(parse.doc).bit_length()}"))

    def around(self, predicate: Token) -> Iterator[str]:
        """What stands around a predicate of the report, as names."""
        yield f"old={self.sentences_since_old(predicate)}"
        yield from self.kind

    def sentences_since_old(self, predicate: Token) -> int | None:
        """How many sentences before the predicate's a year long past stands (0 is its own), None where none is near."""
        sentence = predicate.sent
        if self._has_old(sentence.start_char, sentence.end_char):
            return 0
        end, back = sentence.start_char, 0
        for reach in _BACK:
            while back < reach and sentence.start:
                sentence, back = sentence.doc[sentence.start - 1].sent, back + 1
            if self._has_old(sentence.start_char, end):
                return reach
        return None

    def _has_old(self, start: int, end: int) -> bool:
        at = bisect_left(self.old, start)
        return at < len(self.old) and self.old[at] < end


def _much(count: int, length: int) -> int:
    rate = 1000 * count / max(length, 1)
    return sum(rate > least for least in _RATES)
