"""What the speaker does with the content: from the cue's lemma and the negation of its clause."""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from onrecord.parsing import Token, is_negated
from onrecord.record import Stance


@functools.cache
def _lexicon() -> Mapping[str, Stance]:
    text = (files("onrecord.statements") / "data" / "stances.toml").read_text(encoding="utf-8")
    return {lemma: Stance(stance) for stance, lemmas in tomllib.loads(text).items() for lemma in lemmas}


def stance_of(cue: Token) -> Stance:
    """The stance of a cue; a negated assertion doubts ("did not confirm that…"), a negated promise denies."""
    stance = _lexicon().get(cue.lemma_.lower(), Stance.ASSERTS)
    if cue.lemma_ == "call" and not any(child.lower_ in {"for", "on", "upon"} for child in cue.children):
        stance = Stance.ASSERTS  # "called the plan a trap" asks for nothing
    if not is_negated(cue):
        return stance
    if stance is Stance.DENIES:
        return Stance.ASSERTS
    return Stance.DENIES if stance in {Stance.PROMISES, Stance.ASKS} else Stance.DOUBTS
