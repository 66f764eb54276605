"""Whom a pronoun means: by number, kind and gender, then by salience (after Lappin and Leass 1994: who was the subject, in
which sentence, how often).

Refused: `it` that stands for nothing ("it was raining"), `I` and `we`, which depend on who is quoted, and whoever the
pronoun's own clause has beside it: in "she asked him" the two are two.
"""

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from onrecord.actors.drafts import Draft
from onrecord.parsing import Token, subject_of
from onrecord.record import ActorKind

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_ONE = _HE | _SHE
_THING = {"it", "its", "itself"}
_MANY = {"they", "them", "their", "themselves"}
PRONOUNS = frozenset(_ONE | _THING | _MANY) - {"hers"}
_SIGHT = 120
"""Tokens beyond which a pronoun does not reach back."""
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.STATE})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})
_REMEMBERED = 6
"""Mentions of an actor, the last ones, that add to its salience."""
_SUBJECT, _PASSIVE_SUBJECT, _OBJECT, _OWNER, _OTHER = 100.0, 95.0, 65.0, 45.0, 55.0
_PERSON, _NAMED = 30.0, 10.0
_ALIKE = 40.0
"""What whoever suffered gains where the pronoun suffers."""
_FAR = 4
"""Sentences back beyond which distance no longer tells."""
_CONTROLLING = 40.0
"""What the subject of the clause above the pronoun's own gains: "he grew so worried that he phoned"."""


def antecedent(pronoun: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The actor that a pronoun goes back to; None where no one fits or `it` means nothing."""
    word = pronoun.lower_
    if word == "it" and (
        pronoun.dep_ == "expl" or pronoun.dep_ not in {"nsubj", "nsubjpass", "pobj", "dobj", "dative"}
    ):
        return None
    beside = _beside(pronoun)
    fitting = [
        draft
        for draft in drafts
        if draft.mentions
        and 0 <= pronoun.i - draft.last <= _SIGHT
        and _fits(word, draft)
        and not any(token in draft.seen for token in beside)
    ]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    place = _Place.of(pronoun)
    return max(fitting, key=lambda draft: (_salience(draft, pronoun, place), draft.last))


def _beside(pronoun: Token) -> list[Token]:
    """The subject of the clause whose object the pronoun is: nobody is both, but by "himself"."""
    if pronoun.dep_ not in {"dobj", "dative", "pobj"} or pronoun.lower_.endswith(("self", "selves")):
        return []
    above = pronoun.head
    while above.pos_ == "ADP" and above.head != above:
        above = above.head
    subject = subject_of(above) if above.pos_ in {"VERB", "AUX"} else None
    return [subject] if subject is not None else []


def _fits(word: str, draft: Draft) -> bool:
    if word in _ONE:
        one = draft.kind is ActorKind.PERSON or (draft.kind is ActorKind.UNNAMED and not draft.plural)
        return one and _gender(draft) in {None, "male" if word in _HE else "female"}
    if word in _THING:
        return draft.kind in _BODIES and not draft.plural
    return draft.plural or draft.kind in {ActorKind.GROUP, ActorKind.ORGANIZATION}


def _gender(draft: Draft) -> str | None:
    """Told by the title or by the given name; None where neither tells."""
    told = _told()
    titles = {title for words in draft.titles for title in (words, words.rsplit(" ", 1)[-1])}
    titles |= {draft.address} if draft.address else set()
    if draft.kind is ActorKind.UNNAMED:
        titles.add(draft.name.rsplit(" ", 1)[-1].lower())
    for gender in ("female", "male"):
        if not told[f"{gender}_titles"].isdisjoint(titles):
            return gender
    words = draft.name.split()
    given = words[0].lower() if len(words) > 1 and draft.kind is ActorKind.PERSON else ""
    return next((gender for gender in ("female", "male") if given in told[gender]), None)


@functools.cache
def _told() -> Mapping[str, frozenset[str]]:
    text = (files("onrecord.actors") / "data" / "given_names.toml").read_text(encoding="utf-8")
    return {
        key: frozenset(words.split() if isinstance(words, str) else words)
        for key, words in tomllib.loads(text).items()
    }


def _salience(draft: Draft, pronoun: Token, place: "_Place") -> float:
    """What an actor's last mentions weigh, halved with each sentence since."""
    found = 0.0
    suffers = pronoun.dep_ == "nsubjpass"
    for token in draft.seen[-_REMEMBERED:]:
        between = place.sentences_since(token)
        weight = _weight(token)
        if suffers and token.dep_ in _OBJECTS | {"nsubjpass"}:
            weight += _ALIKE  # "two were arrested. They were beaten"
        if not between and token.dep_ in _SUBJECTS and token.head.i in place.governors:
            weight += _CONTROLLING
        found += weight / 2.0**between
    many = draft.plural and pronoun.lower_ in _MANY
    person = draft.kind is ActorKind.PERSON
    return found + _PERSON * (person or many) + _NAMED * person


@dataclass(frozen=True)
class _Place:
    """Where a pronoun stands: the words that govern its clause, and the starts of the last sentences."""

    governors: frozenset[int]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, pronoun: Token) -> "_Place":
        """The place of a pronoun."""
        starts, at = [pronoun.sent.start], pronoun.sent.start
        while at > 0 and len(starts) <= _FAR:
            at = pronoun.doc[at - 1].sent.start
            starts.append(at)
        return cls(frozenset(word.i for word in pronoun.head.ancestors), tuple(starts))

    def sentences_since(self, token: Token) -> int:
        """How many sentences back a token stands, counted no further than `_FAR`."""
        return next((back for back, start in enumerate(self.starts) if token.i >= start), _FAR)


def _weight(token: Token) -> float:
    label = token.dep_
    if label == "nsubj":
        return _SUBJECT
    if label == "nsubjpass":
        return _PASSIVE_SUBJECT
    if label in _OBJECTS:
        return _OBJECT
    return _OWNER if label in {"poss", "compound"} else _OTHER
