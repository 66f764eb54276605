"""Which predicates without an event are worth a question to the encoder.

A report has a hundred verbs and nouns that might tell something, and the encoder is the dearest part of the path: a logistic
regression over the word and those who stand beside it says how likely it is that the encoder will tell an event of it. It is
trained by `scripts/train_asking.py` on the encoder's own answers; a wrong guess costs an event or a question, never a wrong row.
"""

from collections.abc import Iterator

from onrecord.actors import Cast
from onrecord.events.logistic import chance, weights_of
from onrecord.parsing import Token, children, is_passive, objects_of, subject_of
from onrecord.parsing.wordclasses import noun_classes, verb_classes

_TELLING_NOUNS = frozenset("ek")
"""WordNet's nouns of acts and of communication."""
_NARROWING = frozenset({"poss", "prep", "amod", "compound", "nmod", "agent"})
_AUXILIARY = frozenset({"aux", "auxpass", "neg", "mark", "prt"})


def is_askable(word: Token) -> bool:
    """Whether a word may tell an event: a verb with somebody or something beside it, or an act's noun with more said of it."""
    if word.pos_ == "VERB":
        return any(child.dep_ in _BESIDE for child in word.children) or subject_of(word) is not None
    if word.pos_ != "NOUN" or noun_classes(word.lemma_.lower())[:1] not in _TELLING_NOUNS:
        return False
    return any(child.dep_ in _NARROWING for child in word.children)


_BESIDE = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "prep", "ccomp", "xcomp"})


def hope(word: Token, cast: Cast) -> float:
    """The probability, 0 to 1, that the encoder tells an event of an askable word that is worth keeping."""
    return chance(weights_of("onrecord.events", "asking"), set(features(word, cast)))


def features(word: Token, cast: Cast) -> Iterator[str]:
    """What is read of a word: names of a lemma, a class, a link or a sort of party."""
    lemma = word.lemma_.lower()
    kind = (verb_classes if word.pos_ == "VERB" else noun_classes)(lemma)[:1] + word.pos_
    yield f"lemma={lemma}"
    yield f"kind={kind}"
    yield f"form={word.tag_}+{word.dep_}"
    yield f"above={word.head.lemma_.lower()}+{word.dep_}"
    for child in word.children:
        if child.dep_ in _AUXILIARY:
            yield f"{child.dep_}={child.lower_}"
        elif child.dep_ in {"prep", "agent"}:
            yield from (f"{child.lower_}={_sort(thing, cast)}" for thing in objects_of(child))
            yield f"lemma+prep={lemma}+{child.lower_}"
        elif child.dep_ not in {"punct", "nsubj", "nsubjpass"}:
            yield f"{child.dep_}={_sort(child, cast)}"
            yield f"lemma+{child.dep_}={lemma}"
    if word.pos_ == "VERB":
        subject = subject_of(word)
        who = _sort(subject, cast) if subject is not None else "nobody"
        whom = next((_sort(thing, cast) for thing in children(word, "dobj", "dative")), "nobody")
        yield f"subject={who}+{is_passive(word)}"
        yield f"kind+subject={kind}+{who}"
        yield f"sides={who}+{whom}"


def _sort(word: Token, cast: Cast) -> str:
    """Who a word is: what is known of its actor, else its sort of name or its part of speech."""
    holder = cast.holder(word)
    if holder is None:
        return word.ent_type_ or word.pos_
    actor = cast[holder]
    return f"{actor.kind}+{(actor.sector or '')[:3]}+{bool(actor.country)}"
