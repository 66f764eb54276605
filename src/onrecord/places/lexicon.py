"""The words about places (`data/words.toml`): what stands before and after names, abbreviations, spellings."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Lexicon:
    """The word lists, in lower case, and the abbreviations as they are written, less their spaces and last dot."""

    before_places: frozenset[str]
    takes_place: frozenset[str]
    grounds: frozenset[str]
    shares: frozenset[str]
    parts: frozenset[str]
    kinds: frozenset[str]
    features: frozenset[str]
    local_bodies: frozenset[str]
    after_places: frozenset[str]
    others: frozenset[str]
    nouns: frozenset[str]
    bodies_of: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    spelt: Mapping[str, str]
    abbreviations: Mapping[str, str]
    postal: Mapping[str, str]

    @functools.cached_property
    def common(self) -> frozenset[str]:
        """Words that name a place only within a longer name."""
        return self.local_bodies | self.parts | self.kinds | self.features | self.nouns

    def abbreviated(self, name: str) -> str | None:
        """The full name of an abbreviation ("W. Va." is West Virginia); one without its dots must be in capitals."""
        full = self.abbreviations.get(_closed(name))
        return full if full and (name.isupper() or "." in name) else None

    def spelt_out(self, key: str) -> str:
        """The key with its first word written out: "st. louis" is "saint louis"."""
        first, space, rest = key.partition(" ")
        return self.spelt.get(first, first) + space + rest

    def bare(self, key: str) -> str:
        """The key without the words for its kind and for a part of it: "northern sumatra province" is "sumatra"."""
        words = key.split()
        while len(words) > 1 and words[0] in self.parts | {"the"}:
            del words[0]
        while len(words) > 1 and words[-1] in self.kinds:
            del words[-1]
        if len(words) > 2 and words[1] == "of" and words[0] in self.kinds:
            del words[:2]
        return key if len(words) == 1 and words[0] in self.common else " ".join(words)


def _closed(name: str) -> str:
    return name.replace(" ", "").removesuffix(".")


@functools.cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package."""
    data = tomllib.loads((files("onrecord.places") / "data" / "words.toml").read_text("utf-8"))
    lists = {name: frozenset(value) for name, value in data.items() if isinstance(value, list)}
    abbreviations = {_closed(short): full for short, full in data["abbreviations"].items()}
    return Lexicon(**lists, spelt=data["spelt"], abbreviations=abbreviations, postal=data["postal"])
