"""What the rules see of a paragraph: its words outside quotations, whom it addresses, and where it stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.cleaning.cues import load_cues, words_of
from onrecord.cleaning.quotation import unquoted

_READER = frozenset({
    "you", "your", "yours", "you're", "you’re", "you've", "you’ve", "you'll", "you’ll", "readers", "readers'", "readers’",
})  # fmt: skip
_OUTLET = frozenset({
    "we", "our", "ours", "us", "we're", "we’re", "we've", "we’ve", "we'll", "we’ll",
})  # fmt: skip
_REPORTING = frozenset({
    "said", "says", "told", "tells", "asked", "asks", "wrote", "added", "announced", "urged", "tweeted",
    "argued", "according", "reported", "explained",
})  # fmt: skip
_DAY = re.compile(
    r"(?<!every )(?<!each )\b(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day\b(?!['’]s)", re.IGNORECASE
)
"""A day that recurs is no telling of an event: prompts go out every Friday."""
_ANNOUNCING = frozenset({
    "reads", "read", "said", "says", "wrote", "writes", "follows", "letter", "statement", "text", "full", "below",
})  # fmt: skip
_READ_ON = re.compile(r"\W*read (?:more|also|next|on)\b", re.IGNORECASE)
_URGES = re.compile(r"\bwe (?:must|should|ought|have to|need to)\b", re.IGNORECASE)
_LAST = 4
_SHORT = 120
_LONG = 700


class Paragraph(NamedTuple):
    """One paragraph, as it is and as the rules see it."""

    whole: str
    outside: str
    words: set[str]
    last: bool
    introduced: bool = False

    @property
    def blank(self) -> bool:
        """Whether it is a mark between parts: asterisks, dashes, dots."""
        return not self.words and not any(mark.isalnum() for mark in self.whole)

    @property
    def personal(self) -> bool:
        """Whether it speaks to a reader, or as we."""
        return not (self.words.isdisjoint(_READER) and self.words.isdisjoint(_OUTLET))

    @property
    def reported(self) -> bool:
        """Whether its words are attributed to somebody."""
        return not self.words.isdisjoint(_REPORTING)

    @property
    def speaks(self) -> bool:
        """Whether it speaks to a reader or as we, in the outlet's own words."""
        return self.personal and not self.reported

    @property
    def features(self) -> list[str]:
        """The features of `cues.toml` that hold of it, but for `neighbour`."""
        holds = {
            "reader": not self.words.isdisjoint(_READER),
            "outlet": not self.words.isdisjoint(_OUTLET),
            "last": self.last,
            "short": len(self.whole) < _SHORT,
            "long": len(self.whole) > _LONG,
            "reported": self.reported,
            "told": _DAY.search(self.outside) is not None,
            "urges": _URGES.search(self.outside) is not None,
            "introduced": self.introduced,
            "quoted": len(self.outside) < len(self.whole) / 2,
        }
        return [name for name, true in holds.items() if true]


def seen_in(paragraphs: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of one text as the rules see them."""
    count = len(paragraphs)
    seen: list[Paragraph] = []
    for place, (whole, outside) in enumerate(zip(paragraphs, unquoted(paragraphs), strict=True)):
        last = count > _LAST and place >= count - _LAST
        one = Paragraph(whole, outside, words_of(outside), last)
        seen.append(one._replace(introduced=bool(seen) and _announces(seen[-1], one)))
    return seen


def _announces(before: Paragraph, one: Paragraph) -> bool:
    """Whether the paragraph is a letter that the story announces, or goes on with one."""
    if before.introduced:
        return one.speaks
    opens = before.whole.endswith(":") and not before.words.isdisjoint(_ANNOUNCING)
    return opens and not _READ_ON.match(before.whole) and load_cues().run_of(before.whole) is None
