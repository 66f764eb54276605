"""What looks like an event of the day and is none: retold history, sport, fiction, metaphor (`data/background.toml`).

Habits are not background: they stay events, with their status.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from onrecord.parsing import Parse, Token, children

_YEAR = re.compile(r"^(1[0-9]{3}|20[0-9]{2})s?$")
_SCORE = re.compile(r"\b\d{1,2}[-\u2013]\d{1,2}\b")
_CLEAR = 2
"""Words of a field in one sentence that make it the sentence's; a score counts for one of sport."""
_HEIGHT = 4
"""How many governing words are read."""
_OLD = 1
"""Years before the year of publication from which a dated past is history."""


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    text = (files("onrecord.events") / "data" / "background.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def background_reason(predicate: Token, parse: Parse, *, literal: bool = False) -> str | None:
    """`history`, `sport`, `fiction`, `accident`, `links` or `metaphor`, or None for an event of the day.

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
    if _by_accident(predicate):
        return "accident"
    if _in_a_work(predicate):
        return "fiction"
    modifiers = {child.lower_ for child in children(predicate, "compound", "amod")}
    objects = {t.lemma_.lower() for t in children(predicate, "dobj")}
    if not literal and (modifiers & words["metaphor_modifiers"] or objects & words["metaphor_objects"]):
        return "metaphor"
    return "history" if _historical(predicate, parse) else None


def _by_accident(predicate: Token) -> bool:
    """ "A tornado killed…", "were killed in a crash", "injured by the floods", "a jet crashed, killing all on board"."""
    crashed = predicate.dep_ == "advcl" and predicate.head.lemma_.lower() in _words()["accident_verbs"]
    if crashed or any(
        clause.lemma_.lower() in _words()["accident_verbs"] for clause in children(predicate, "advcl")
    ):
        return True
    told = [*children(predicate, "nsubj")]
    for preposition in children(predicate, "agent", "prep"):
        if preposition.lower_ in {"by", "in"}:
            told += children(preposition, "pobj")
    return any(noun.lemma_.lower() in _words()["accidents"] for noun in told)


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


def _is_a_work(noun: Token) -> bool:
    of_a_screen = noun.lemma_.lower() == "game" and any(children(noun, "compound"))
    return noun.pos_ == "NOUN" and (noun.lemma_.lower() in _words()["works"] or of_a_screen)


def _historical(predicate: Token, parse: Parse) -> bool:
    published = parse.report.published
    year = int(published[:4]) if published else None
    for token in _dating(predicate):
        if token.lower_ == "ago" and any(child.lemma_ in {"century", "decade"} for child in token.subtree):
            return True
        if token.lower_ == "war" and any(child.lower_ in _words()["old_wars"] for child in token.lefts):
            return True
        if token.dep_ in {"pobj", "npadvmod", "nummod", "compound", "amod"} and _YEAR.match(token.text):
            told = int(token.text[:4])
            return told < (year - _OLD if year else 1990)
    return False


def _dating(predicate: Token) -> Iterator[Token]:
    """The words that may date a predicate: its own, then the phrases of what governs it, "in 1953 it pledged to defend"."""
    yield from predicate.subtree
    for above in [*predicate.ancestors][:_HEIGHT]:
        if above.pos_ in {"VERB", "AUX"}:
            for child in children(above, "prep", "npadvmod", "advmod"):
                yield from child.subtree
