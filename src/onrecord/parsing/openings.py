"""A date that opens a clause without a comma: the parser reads "On Friday rebels attacked" as if "Friday rebels" were one phrase.

The date is hung on its preposition again and the noun on its verb, so that somebody acts and the deed is dated.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

COMPONENT = "onrecord_openings"
"""The component's name; it comes after parser and tags."""
_PREPOSITIONS = frozenset({"on", "in", "of", "since"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PARTS = frozenset("morning afternoon evening night".split())
_YEAR = re.compile(r"^(?:1[0-9]{3}|20[0-9]{2})$")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFYING = frozenset({"compound", "nummod", "nmod", "amod"})


@Language.component(COMPONENT)
def openings(doc: Doc) -> Doc:
    """Hang opening dates that swallowed the subject on their prepositions."""
    for token in doc:
        if token.lower_ in _PREPOSITIONS and token.i + 1 < len(doc) and _opens(token):
            _part(token)
    return doc


def _opens(preposition: Token) -> bool:
    day = preposition.nbor()
    return day.lower_ in _DAYS or _YEAR.match(day.text) is not None


def _part(preposition: Token) -> None:
    day = preposition.nbor()
    part = day.nbor() if day.i + 1 < len(day.doc) else day
    date = part if part.lower_ in _PARTS and part.dep_ in _MODIFYING else day
    noun = date.head
    if date.dep_ not in _MODIFYING or noun.i <= date.i:
        return
    if noun.head == preposition and noun.dep_ == "pobj":
        if not _lacks_a_subject(preposition.head, noun):
            return
        passive = any(child.dep_ == "auxpass" for child in preposition.head.children)
        noun.head, noun.dep_ = preposition.head, "nsubjpass" if passive else "nsubj"
    elif noun.dep_ not in _SUBJECTS:
        return
    date.head, date.dep_ = preposition, "pobj"
    if date is not day:
        day.head = date


def _lacks_a_subject(verb: Token, noun: Token) -> bool:
    """Whether a verb that the preposition hangs on comes after the noun and has nobody else to do it."""
    named = {child.dep_ for child in verb.children}
    return verb.pos_ in {"VERB", "AUX"} and noun.i < verb.i and _SUBJECTS.isdisjoint(named)
