"""What an event is about: PLOVER's contexts, by the words of the sentence that tells it (`data/contexts.toml`)."""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from onrecord.parsing import Token


def contexts_of(trigger: Token) -> tuple[str, ...]:
    """The contexts that the trigger's sentence names, in the alphabet's order; empty where it names none."""
    known = _contexts()
    found = {context for token in trigger.sent for context in known.get(token.lemma_.lower(), ())}
    return tuple(sorted(found))


@functools.cache
def _contexts() -> Mapping[str, tuple[str, ...]]:
    """The contexts of each lemma."""
    text = (files("onrecord.events") / "data" / "contexts.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for context, lemmas in tomllib.loads(text).items():
        for lemma in lemmas:
            found[lemma] = (*found.get(lemma, ()), context)
    return found
