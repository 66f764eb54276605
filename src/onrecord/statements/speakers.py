"""Who may speak among those whom the cast lacks: people, bodies, names and documents; never a thing."""

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from onrecord.actors.lexicon import describe
from onrecord.parsing import Token
from onrecord.record import ActorKind

_AFTER_HEAD = re.compile(r",| (?:that|which|who|of|from|by|for|in|on|to) ")


@functools.cache
def _words() -> Mapping[str, frozenset[str]]:
    text = (files("onrecord.statements") / "data" / "speakers.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def speaking_things() -> frozenset[str]:
    """Nouns of documents and accounts, which speak though they name nobody."""
    return _words()["documents"]


def names_a_thing(name: str) -> bool:
    """Whether a speaker's name is that of a document or account: "the letter", "a new report"."""
    head = _AFTER_HEAD.split(name, maxsplit=1)[0].split()
    last = head[-1].lower() if head else ""
    return last in speaking_things() or last.removesuffix("s") in speaking_things()


def kind_of_speaker(head: Token) -> ActorKind | None:
    """What sort of actor a speaker is whom the cast lacks; None for a thing, which does not speak."""
    if head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG"}:
        return ActorKind.PERSON if head.ent_type_ == "PERSON" else ActorKind.ORGANIZATION
    described = describe(head)
    if described is not None:
        return ActorKind.ORGANIZATION if described.number == "body" else ActorKind.UNNAMED
    lemma = head.lemma_.lower()
    if lemma in _words()["documents"] or _names_people(lemma):
        return ActorKind.UNNAMED
    return None


def _names_people(lemma: str) -> bool:
    words = _words()
    return lemma not in words["no_people"] and any(lemma.endswith(ending) for ending in words["endings"])
