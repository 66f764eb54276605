"""The cues of notices, from `cues.toml`: patterns with a weight and a reason, called by their words."""

import functools
import re
import tomllib
from importlib.resources import files
from typing import Any, Literal, NamedTuple

_WORD = re.compile(r"[a-z©][\w'’-]*|^[—–-]")
LABEL_CHARS = 240
"""No label, button or byline is longer; a cue for whole paragraphs is not tried on more."""


class Cue(NamedTuple):
    """One pattern, what it speaks for, and which part of it: of one part only the heaviest cue counts."""

    place: int
    reason: str
    part: str
    weight: float
    at: Literal["whole", "opens", "holds"]
    pattern: re.Pattern[str]

    def speaks(self, whole: str, outside: str) -> bool:
        """Whether the cue is found in a paragraph, given whole and without its quotations."""
        if self.at == "whole":
            return len(whole) <= LABEL_CHARS and self.pattern.fullmatch(whole) is not None
        return (
            self.pattern.match(outside) if self.at == "opens" else self.pattern.search(outside)
        ) is not None


class Cues(NamedTuple):
    """All cues by the words that call them, the headings of runs, and the weights of what surrounds them."""

    by_word: dict[str, tuple[Cue, ...]]
    runs: tuple[tuple[str, re.Pattern[str]], ...]
    features: dict[str, float]
    threshold: float
    firm: frozenset[str]
    furniture: frozenset[str]

    def called(self, words: set[str]) -> list[Cue]:
        """The cues worth trying on a paragraph of these words, in the order of the file."""
        return sorted({cue for word in words & self.by_word.keys() for cue in self.by_word[word]})

    def run_of(self, heading: str) -> str | None:
        """The reason of the run that a paragraph opens, if it is such a heading."""
        if len(heading) > LABEL_CHARS:
            return None
        return next((reason for reason, pattern in self.runs if pattern.fullmatch(heading)), None)


@functools.cache
def load_cues() -> Cues:
    """The cues of the package."""
    data = tomllib.loads(files("onrecord.cleaning").joinpath("cues.toml").read_text("utf-8"))
    by_word: dict[str, list[Cue]] = {}
    for place, row in enumerate(data["cue"]):
        cue = _cue(place, row)
        for word in row["words"]:
            by_word.setdefault(word, []).append(cue)
    return Cues(
        {word: tuple(cues) for word, cues in by_word.items()},
        tuple((row["reason"], re.compile(row["pattern"], re.IGNORECASE)) for row in data["run"]),
        data["features"],
        data["threshold"],
        frozenset(data["firm"]),
        frozenset(data["furniture"]),
    )


def words_of(paragraph: str) -> set[str]:
    """The words of a paragraph in lower case."""
    return set(_WORD.findall(paragraph.lower()))


def _cue(place: int, row: dict[str, Any]) -> Cue:
    pattern = re.compile(row["pattern"], 0 if row.get("case") else re.IGNORECASE)
    return Cue(place, row["reason"], row.get("part", str(place)), row["weight"], row["at"], pattern)
