"""The lexicon of predicates: which verbs and nouns tell an event, and where their parties stand."""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from onrecord.events.codebook import Code, codes


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of a predicate: its code, mode, and where the recipient stands."""

    lemma: str
    code: Code
    mode: str | None
    recipient: tuple[str, ...]
    reciprocal: bool
    party: bool
    """The object must be a party."""
    thing: bool
    """The object must not be a party."""
    bound: bool
    """One of the recipient's prepositions, or an infinitive, must be there: "call on", not "call"."""

    @property
    def rule(self) -> str:
        """How the row is named in an event's reason."""
        return f"{self.lemma} {self.code.cameo}"


@functools.cache
def verbs() -> Mapping[str, tuple[Frame, ...]]:
    """The frames of each verb lemma."""
    return _read("verbs.tsv")


@functools.cache
def nouns() -> Mapping[str, tuple[Frame, ...]]:
    """The frames of each noun lemma; a compound is written with an underscore."""
    return _read("nouns.tsv")


@functools.cache
def light() -> Mapping[str, frozenset[str]]:
    """`carriers`: verbs that carry a nominal event; `weak`: nouns that need one."""
    text = (files("onrecord.events") / "data" / "light.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def _read(name: str) -> Mapping[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    lines = (files("onrecord.events") / "data" / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            for frame in _frames(line):
                found[frame.lemma] = (*found.get(frame.lemma, ()), frame)
    return found


def _frames(line: str) -> Iterator[Frame]:
    lemmas, cameo, mode, recipient, flags = [*line.split("\t"), ""][:5]
    places = tuple(place for place in recipient.strip().split(",") if place and place != "-")
    for lemma in lemmas.split():
        yield Frame(
            lemma,
            codes()[cameo],
            mode or None,
            places,
            "r" in flags,
            "p" in flags,
            "x" in flags,
            "m" in flags,
        )
