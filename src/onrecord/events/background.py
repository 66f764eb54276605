"""What looks like an event of the day and is none: accidents, generalities, sport, fiction, metaphor (`data/background.toml`),
and retold history (`onrecord.events.history`).

Habits are not background: they stay events, with their status.
"""

import functools
import re

from onrecord.events.history import is_retold
from onrecord.events.lexicon import light
from onrecord.events.wordlists import word_lists
from onrecord.parsing import Parse, Token, children, clause_verb, is_undergone, objects_after

_SCORE = re.compile(r"\b\d{1,2}[-\u2013]\d{1,2}\b")
_CLEAR = 2
"""Words of a field in one sentence that make it the sentence's; a score counts for one of sport."""
_LOOK_BACK = 120
"""Words before the sentence in which accidents are counted."""
_HEIGHT = 4
"""How many governing words are read."""


_words = functools.partial(word_lists, "background")


def background_reason(predicate: Token, parse: Parse, *, literal: bool = False) -> str | None:
    """`history`, `sport`, `fiction`, `accident`, `generality`, `links` or `metaphor`, or None for an event of the day.

    Args:
        predicate: the head of the trigger.
        parse: the report.
        literal: whether the lexicon already names the object ("set a deadline"): it is no metaphor then.
    """
    words = _words()
    near = {word for token in predicate.sent for word in (token.lemma_.lower(), token.lower_)}
    scored = bool(_SCORE.search(predicate.sent.text))
    for reason in ("sport", "fiction"):
        if len(near & words[reason]) + (scored and reason == "sport") >= _CLEAR:
            return reason
    if _among_links(predicate):
        return "links"
    if _by_accident(predicate) or _amid_accidents(predicate):
        return "accident"
    if _in_a_work(predicate) or _follows_a_work(predicate):
        return "fiction"
    modifiers = {child.lower_ for child in children(predicate, "compound", "amod")}
    objects = {t.lemma_.lower() for t in children(predicate, "dobj")}
    meant = predicate.lemma_.lower() in light()["literal"]
    if not (literal or meant) and (
        modifiers & words["metaphor_modifiers"] or objects & words["metaphor_objects"]
    ):
        return "metaphor"
    if _of_a_kind(predicate):
        return "generality"
    return "history" if is_retold(predicate, parse) else None


def _by_accident(predicate: Token) -> bool:
    """ "A tornado killed…", "were killed in a crash", "injured by the floods", "a jet crashed, killing all on board"."""
    harms = predicate.lemma_.lower() in _words()["harms"]
    crashed = predicate.dep_ == "advcl" and predicate.head.lemma_.lower() in _words()["accident_verbs"]
    if (harms and crashed) or any(
        clause.lemma_.lower() in _words()["accident_verbs"] for clause in children(predicate, "advcl")
    ):
        return True
    told = [*children(predicate, "nsubj")]
    for preposition in children(predicate, "agent", "prep"):
        if preposition.lower_ in {"by", "in"}:
            told += children(preposition, "pobj")
    return any(noun.lemma_.lower() in _words()["accidents"] for noun in told)


def _amid_accidents(predicate: Token) -> bool:
    """ "A ferry sank off Batam. All 40 aboard were killed": nobody kills, and what stands before tells more of accidents than of
    violence."""
    words = _words()
    it = any(subject.lower_ == "it" for subject in children(predicate, "nsubj"))
    if predicate.lemma_.lower() not in words["harms"] or not (it or _undergone(predicate)):
        return False
    sentence = predicate.sent
    near = predicate.doc[max(sentence.start - _LOOK_BACK, 0) : sentence.end]
    accidents = sum(
        word.lemma_.lower() in words["accidents" if word.pos_ == "NOUN" else "accident_verbs"]
        and not _is_violent(word)
        for word in near
    )
    return accidents > sum(_is_violent(word) for word in near)


def _is_violent(word: Token) -> bool:
    """A word of violence; to fire and to open fire are, a fire is not."""
    lemma = word.lemma_.lower()
    fired = lemma == "fire" and (word.pos_ == "VERB" or word.head.lemma_ in {"open", "exchange", "cease"})
    return fired or lemma in _words()["violence"]


def _undergone(predicate: Token) -> bool:
    """A passive that names nobody who did it."""
    return is_undergone(predicate) and not any(children(predicate, "agent"))


def _of_a_kind(predicate: Token) -> bool:
    """What is told of a kind of people, or counted over many deeds: "those arrested under the law face jail", "people who accuse
    their bosses lose their jobs", "arrests fell by a fifth", "the share of drivers stopped by police rose"."""
    if predicate.pos_ == "NOUN":
        return _is_measured(predicate)
    noun = predicate.head
    if (
        predicate.dep_ not in {"acl", "relcl"}
        or noun.pos_ not in {"NOUN", "PRON"}
        or predicate.tag_ not in _TIMELESS
    ):
        return False
    if any(child.tag_ == "VBD" for child in children(predicate, "aux", "auxpass")):
        return False
    measured = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and _is_measured(noun.head.head)
    bare = noun.tag_ in {"NNS", "DT"} and not any(children(noun, *_BINDING))
    return measured or (bare and noun.dep_ in {"nsubj", "nsubjpass"} and _is_timeless(noun.head))


_TIMELESS = frozenset({"VBP", "VBN", "VBZ"})
_BINDING = ("det", "poss", "nummod", "compound", "amod")


def _is_timeless(verb: Token) -> bool:
    auxiliaries = list(children(verb, "aux", "auxpass"))
    present = all(word.tag_ in {"VBP", "VBZ", "MD"} and word.lower_ not in _PERFECT for word in auxiliaries)
    return (verb.tag_ in {"VBP", "VBZ"} and present) or (
        verb.tag_ in {"VB", "VBN"} and bool(auxiliaries) and present
    )


_PERFECT = frozenset({"have", "has", "will"})


def _is_measured(noun: Token) -> bool:
    """Whether it is the subject of what rates do, or a word of rates that is."""
    verb = noun.head
    subject = noun.dep_ in {"nsubj", "nsubjpass"}
    amount = any(child.lower_ in {"by", "to"} or _counts(child) for child in verb.children)
    return subject and amount and verb.lemma_.lower() in _words()["changes"]


def _counts(amount: Token) -> bool:
    return amount.dep_ in {"npadvmod", "dobj"} and any(
        word.like_num or word.lower_ == "half" for word in amount.subtree
    )


def _among_links(predicate: Token) -> bool:
    """Whether headlines of other reports, with their "MORE", ran into the sentence when its page was made text."""
    shouted = [token.text for token in predicate.sent if token.is_alpha and len(token) > 1]
    return "MORE" in shouted and not all(word.isupper() for word in shouted)


def _in_a_work(predicate: Token) -> bool:
    """ "In her new film, rebels kidnap a diplomat", "the novel follows a captain who executes…", "the game lets players
    invade…"."""
    above = [*predicate.ancestors][:_HEIGHT]
    told_by = [subject for verb in above for subject in children(verb, "nsubj") if verb.pos_ == "VERB"]
    told_in = [
        thing
        for word in (predicate, *above)
        for preposition in children(word, "prep")
        if preposition.lower_ == "in"
        for thing in children(preposition, "pobj")
    ]
    return any(map(_is_a_work, (*told_by, *told_in)))


def _follows_a_work(predicate: Token) -> bool:
    """ "A new documentary follows three sisters. Troops fired on dockers": the sentence before is of a work."""
    sentence = predicate.sent
    if not sentence.start or clause_verb(predicate).tag_ != "VBD":
        return False
    root = sentence.doc[sentence.start - 1].sent.root
    about = [*children(root, "nsubj", "nsubjpass"), *objects_after(root, "in")]
    return root.tag_ != "VBD" and any(map(_is_a_work, about))


def _is_a_work(noun: Token) -> bool:
    of_a_screen = noun.lemma_.lower() == "game" and any(children(noun, "compound"))
    return noun.pos_ == "NOUN" and (noun.lemma_.lower() in _words()["works"] or of_a_screen)
