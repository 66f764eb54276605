"""Titles and descriptions: which words describe people and bodies, and their CAMEO sector.

`data/titles.toml` is ours; `data/agents.csv` adds what `scripts/build_agents.py` takes from the field's dictionary of agents.
"""

import csv
import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from onrecord.parsing import Doc, Token
from onrecord.parsing.wordclasses import noun_classes

_DATA = files("onrecord.actors") / "data"


@dataclass(frozen=True, slots=True)
class Description:
    """What a describing noun says: its words, its sector (None where it tells none), and how many it means."""

    words: str
    sector: str | None
    number: str
    """`person`, `group` or `body`."""


USER_TITLES = "onrecord.titles"
"""Where a document carries the descriptions of this run, once a user has added some."""
STATE_SECTORS = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI")
"""First sectors of those who serve a state."""
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj", "appos", "agent"})
_PERSON = "s"
"""Letter of WordNet's nouns for persons."""
_NO_SECTOR = frozenset({"SPEAKER", "MULTIPLE", "OFFICE"})


@functools.cache
def descriptions() -> Mapping[str, Description]:
    """Every description by its words in lower case; our own table goes before the dictionary of agents."""
    found: dict[str, Description] = {}
    for words, (sector, number) in (*titles().items(), *_agents()):
        found.setdefault(words, Description(words, sector, number))
    return found


def descriptions_for(doc: Doc) -> Mapping[str, Description]:
    """The descriptions that count for a document."""
    found: Mapping[str, Description] = doc.user_data.get(USER_TITLES) or descriptions()
    return found


def with_titles(added: Mapping[str, tuple[str | None, str]]) -> Mapping[str, Description]:
    """Every description, those of a user before ours."""
    return {**descriptions(), **{words: Description(words, *told) for words, told in added.items()}}


@functools.cache
def titles() -> Mapping[str, tuple[str | None, str]]:
    """Sector and number of each phrase of our own table."""
    found: dict[str, tuple[str | None, str]] = {}
    for sector, numbers in _table().items():
        for number, phrases in numbers.items():
            for words in phrases:
                found.setdefault(words, (None if sector in _NO_SECTOR else sector, number))
    return found


def _agents() -> Iterator[tuple[str, tuple[str | None, str]]]:
    """Each agent, and the plural of each person."""
    lines = (_DATA / "agents.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        yield row["words"], (row["sector"], row["number"])
        if row["number"] == "person" and not row["words"].endswith("s"):
            yield f"{row['words']}s", (row["sector"], "group")


@functools.cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((_DATA / "titles.toml").read_text(encoding="utf-8"))


@functools.cache
def multiples() -> frozenset[str]:
    """Nouns that stand for several parties named before: `sides`, `parties`."""
    return frozenset(_table()["MULTIPLE"]["group"])


@functools.cache
def offices() -> frozenset[str]:
    """Nouns that describe somebody only beside a name or with a body: `head`, `chief`, `member`."""
    return frozenset(_table()["OFFICE"]["person"])


@functools.cache
def offices_told() -> Mapping[str, Any]:
    """How offices are told: `general` titles of any body, `heads` of states, verbs that give an office."""
    found: Mapping[str, Any] = tomllib.loads((_DATA / "offices.toml").read_text(encoding="utf-8"))
    return found


@functools.cache
def _of_any_body() -> frozenset[str]:
    return frozenset(offices_told()["general"])


def may_serve_any(words: str) -> bool:
    """Whether an office may be any body's: `president`, `spokesman`, and in the plural `officials`."""
    return words in _of_any_body() or words.removesuffix("s") in _of_any_body()


@functools.cache
def head_offices() -> frozenset[str]:
    """Titles of those who lead states and governments."""
    return frozenset(offices_told()["heads"])


@functools.cache
def national_offices() -> Mapping[str, str]:
    """Offices that only one state has under that title, with the state's code."""
    return {title: iso3 for iso3, held in offices_told()["national"].items() for title in held}


def _person_by_class(noun: Token) -> Description | None:
    """A noun that WordNet knows first of all as a person: "singer", "donors"; only where it stands as a party may."""
    if noun.pos_ != "NOUN" or noun.dep_ not in _PARTIES or noun_classes(noun.lemma_.lower())[:1] != _PERSON:
        return None
    return Description(noun.lemma_.lower(), None, "person")


def describe(head: Token, longest: int = 4) -> Description | None:
    """What the noun and the words before it describe: the longest known phrase that ends here."""
    known, last, plural = descriptions_for(head.doc), head.lower_, head.tag_ == "NNS"
    before = [word.lower_ + word.whitespace_ for word in head.doc[max(head.i - longest + 1, 0) : head.i]]
    for start in range(len(before) + 1):
        opened = "".join(before[start:])
        words = opened + last
        if words in known:
            return known[words]
        if plural and (one := known.get(opened + head.lemma_.lower())) is not None:
            return _as_group(one, words)
    found = known.get(head.lemma_.lower()) or _person_by_class(head)
    return _as_group(found, head.lower_) if found is not None and head.tag_ == "NNS" else found


def _as_group(one: Description, words: str) -> Description:
    """What the plural describes: several of those whom a person's title means."""
    return Description(words, one.sector, "group") if one.number == "person" else one
