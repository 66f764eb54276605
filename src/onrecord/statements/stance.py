"""What the speaker does with the content: from the cue's lemma, the negation of its clause, and for warnings the content."""

import functools
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

from onrecord.parsing import Token, children
from onrecord.record import Stance

_NEGATIONS = frozenset({"never", "hardly", "scarcely"})


@functools.cache
def _table() -> Mapping[str, list[str]]:
    text = (files("onrecord.statements") / "data" / "stances.toml").read_text(encoding="utf-8")
    found: Mapping[str, list[str]] = tomllib.loads(text)
    return found


@functools.cache
def _lexicon() -> Mapping[str, Stance]:
    named = {str(stance) for stance in Stance}
    return {
        lemma: Stance(stance) for stance, lemmas in _table().items() if stance in named for lemma in lemmas
    }


@functools.cache
def _consequences() -> frozenset[str]:
    return frozenset(_table()["consequences"])


def stance_of(cue: Token, content: Sequence[int] = ()) -> Stance:
    """The stance of a cue; a negated assertion doubts ("did not confirm that…"), a negated promise denies.

    Args:
        cue: the head of the cue.
        content: token indices of what is said: a warning threatens where it names a consequence that somebody would bring.
    """
    phrasal = next((f"{cue.lemma_.lower()} {child.lower_}" for child in children(cue, "prt")), "")
    stance = _lexicon().get(phrasal) or _lexicon().get(cue.lemma_.lower(), Stance.ASSERTS)
    if cue.lemma_ == "call" and not any(child.lower_ in {"for", "on", "upon"} for child in cue.children):
        stance = Stance.ASSERTS  # "called the plan a trap" asks for nothing
    if cue.lemma_.lower() in _table()["warnings"]:
        stance = Stance.THREATENS if _names_a_consequence(cue, content) else Stance.EXPECTS
    return _negated(stance, phrasal) if _is_negated(cue, content) else stance


def _names_a_consequence(cue: Token, content: Sequence[int]) -> bool:
    return any(cue.doc[i].lemma_.lower() in _consequences() for i in content)


def _is_negated(cue: Token, content: Sequence[int]) -> bool:
    """Whether a negation hangs on the cue, and is not part of what is said: `"Never," replied the minister`."""
    said = set(content)
    return any(
        (child.dep_ == "neg" or child.lower_ in _NEGATIONS) and child.i not in said for child in cue.children
    )


def _negated(stance: Stance, phrasal: str) -> Stance:
    if phrasal == "rule out":
        return Stance.EXPECTS  # what is not ruled out may come
    if stance is Stance.DENIES:
        return Stance.ASSERTS
    return Stance.DENIES if stance in {Stance.PROMISES, Stance.ASKS} else Stance.DOUBTS
