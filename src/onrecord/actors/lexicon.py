"""Titles and descriptions: which words describe people and bodies, and their CAMEO sector (`data/titles.toml`)."""

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from onrecord.parsing import Token


@dataclass(frozen=True, slots=True)
class Description:
    """What a describing noun says: its words, its sector (None where it tells none), and how many it means."""

    words: str
    sector: str | None
    number: str
    """`person`, `group` or `body`."""


_NO_SECTOR = frozenset({"SPEAKER", "MULTIPLE"})


@functools.cache
def descriptions() -> dict[str, Description]:
    """Every description by its words in lower case."""
    text = (files("onrecord.actors") / "data" / "titles.toml").read_text(encoding="utf-8")
    found: dict[str, Description] = {}
    for sector, numbers in tomllib.loads(text).items():
        for number, phrases in numbers.items():
            for words in phrases:
                known = Description(words, None if sector in _NO_SECTOR else sector, number)
                found.setdefault(words, known)
    return found


@functools.cache
def multiples() -> frozenset[str]:
    """Nouns that stand for several parties named before: `sides`, `parties`."""
    text = (files("onrecord.actors") / "data" / "titles.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["MULTIPLE"]["group"])


def describe(head: Token, longest: int = 4) -> Description | None:
    """What the noun and the words before it describe: the longest known phrase that ends here."""
    known, doc = descriptions(), head.doc
    first = max(head.i - longest + 1, 0)
    for start in range(first, head.i + 1):
        words = doc[start : head.i + 1].text.lower()
        if words in known:
            return known[words]
    return known.get(head.lemma_.lower())
