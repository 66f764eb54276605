"""The cues of notices, from `cues.toml`: patterns with a weight and a reason, found by their words."""

import functools
import re
import tomllib
from importlib.resources import files
from typing import Any, Literal, NamedTuple

_WORD = re.compile(r"[a-z©][\w'’-]*")
LABEL_CHARS = 240
"""No label, button or byline is longer; a cue for whole paragraphs is not tried on more."""
OPENING_CHARS = 400
"""How much of a paragraph a cue may look at where it stands at the opening."""


class Cue(NamedTuple):
    """One pattern, and what it speaks for."""

    reason: str
    weight: float
    at: Literal["whole", "opens", "holds"]
    pattern: re.Pattern[str]
    opens_run: bool

    def speaks(self, words: str) -> bool:
        """Whether the cue is found in the words of a paragraph."""
        if self.at == "whole":
            return len(words) <= LABEL_CHARS and self.pattern.fullmatch(words) is not None
        if self.at == "opens":
            return self.pattern.match(words, 0, OPENING_CHARS) is not None
        return self.pattern.search(words) is not None


class Cues(NamedTuple):
    """All cues by the words that call them, and the weights of what surrounds them."""

    by_word: dict[str, tuple[Cue, ...]]
    features: dict[str, float]
    threshold: float
    firm: frozenset[str]
    furniture: frozenset[str]

    def called(self, words: set[str]) -> list[Cue]:
        """The cues worth trying on a paragraph of these words, in the order of the file."""
        return list(
            dict.fromkeys(cue for word in sorted(words & self.by_word.keys()) for cue in self.by_word[word])
        )


@functools.cache
def load_cues() -> Cues:
    """The cues of the package."""
    data = tomllib.loads(files("onrecord.cleaning").joinpath("cues.toml").read_text("utf-8"))
    by_word: dict[str, list[Cue]] = {}
    for row in data["cue"]:
        cue = _cue(row)
        for word in row["words"]:
            by_word.setdefault(word, []).append(cue)
    return Cues(
        {word: tuple(cues) for word, cues in by_word.items()},
        data["features"],
        data["threshold"],
        frozenset(data["firm"]),
        frozenset(data["furniture"]),
    )


def words_of(paragraph: str) -> set[str]:
    """The words of a paragraph in lower case."""
    return set(_WORD.findall(paragraph.lower()))


def _cue(row: dict[str, Any]) -> Cue:
    flags = 0 if row.get("case") else re.IGNORECASE
    return Cue(
        row["reason"],
        row["weight"],
        row["at"],
        re.compile(row["pattern"], flags),
        row.get("opens_run", False),
    )
