"""Whom a pronoun means: by number and kind, then by nearness, subjects first (Hobbs 1978 in spirit, by salience).

Refused: `it` that stands for nothing ("it was raining"), and `I` and `we`, which depend on who is quoted.
"""

from collections.abc import Sequence

from onrecord.actors.drafts import Draft
from onrecord.parsing import Token
from onrecord.record import ActorKind

_ONE = {"he", "him", "his", "she", "her", "himself", "herself"}
_THING = {"it", "its", "itself"}
_MANY = {"they", "them", "their", "themselves"}
PRONOUNS = frozenset(_ONE | _THING | _MANY)
_SIGHT = 120
"""Tokens beyond which a pronoun does not reach back."""
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.STATE})


def antecedent(pronoun: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The actor that a pronoun goes back to; None where no one fits or `it` means nothing."""
    word = pronoun.lower_
    if word == "it" and (
        pronoun.dep_ == "expl" or pronoun.dep_ not in {"nsubj", "nsubjpass", "pobj", "dobj", "dative"}
    ):
        return None
    fitting = [d for d in drafts if d.mentions and 0 <= pronoun.i - d.last <= _SIGHT and _fits(word, d)]
    return max(fitting, key=lambda draft: _salience(draft, pronoun), default=None)


def _fits(word: str, draft: Draft) -> bool:
    if word in _ONE:
        return draft.kind is ActorKind.PERSON or (draft.kind is ActorKind.UNNAMED and not draft.plural)
    if word in _THING:
        return draft.kind in _BODIES and not draft.plural
    return draft.plural or draft.kind in {ActorKind.GROUP, ActorKind.ORGANIZATION}


def _salience(draft: Draft, pronoun: Token) -> tuple[int, int]:
    """Subjects of this sentence or the last first, then the nearest."""
    last = pronoun.doc[draft.last]
    subject = last.dep_ in {"nsubj", "nsubjpass", "poss"}
    near = pronoun.i - draft.last < 45
    plural = draft.plural and pronoun.lower_ in _MANY
    return (2 if subject and near else 1 if near else 0) + (
        draft.kind is ActorKind.PERSON or plural
    ), draft.last
