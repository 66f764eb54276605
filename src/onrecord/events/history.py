"""Retold history: what dates a predicate lies years back.

A date belongs to what it hangs on: "the coup leader of 1968 was arrested on Monday" is of these days, "in 1968 the army arrested
him" is not. Where a sentence has no date, a story in the past goes on at the date of the sentences before.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from onrecord.events.wordlists import word_lists
from onrecord.parsing import Parse, Token, agent_of, children, clause_verb, objects_after

_YEAR = re.compile(r"^(1[0-9]{3}|20[0-9]{2})s?$")
_OLD = 1
"""Years before the year of publication from which a dated past is history."""
_UNDATED = 1990
"""Years before this are history where a report has no date."""
_ABOVE = 8
"""How many governing words are searched for a date."""
_REACH = 2
"""Sentences back, within the paragraph, that an old date reaches."""


_words = functools.partial(word_lists, "history")


def is_retold(predicate: Token, parse: Parse) -> bool:
    """Whether what dates the predicate lies years back: the nearest of its own phrases, of what governs it, and, for a story that
    goes on in the past, of the sentences before. What dates another ("the coup leader of 1968 was arrested on Monday") is not
    read."""
    if _by_a_lost_power(predicate):
        return True
    ages = _Ages(parse)
    return next((old for words in _datings(predicate) if (old := ages.of(words)) is not None), False)


def first_recent_year(parse: Parse) -> int:
    """The year from which a date in the report is none of history."""
    published = parse.report.published
    return int(published[:4]) - _OLD if published else _UNDATED


class _Ages:
    """Whether words date something years back."""

    def __init__(self, parse: Parse) -> None:
        self.first = first_recent_year(parse)

    def of(self, words: Sequence[Token]) -> bool | None:
        """True where the words name a time years back and no day of these days; None where they date nothing."""
        told = {self._is_old(word) for word in words}
        recent = any(word.lower_ in _words()["these_months"] for word in words)
        return False if False in told else True if True in told else False if recent else None

    def _is_old(self, word: Token) -> bool | None:
        if word.dep_ in _DATING and _YEAR.match(word.text):
            return int(word.text[:4]) < self.first
        if word.lower_ == "war" and any(name in _words()["old_wars"] for name in _names(word)):
            return True
        if word.lower_ in _words()["old_times"] or _is_of_an_early_age(word):
            return True
        if word.lemma_ in _SPANS:
            return _is_far(word)
        return False if word.lower_ in _words()["these_days"] else None


_DATING = frozenset({"pobj", "npadvmod", "nummod", "compound", "amod", "nsubj"})
_PRESENT = frozenset("is are am has have 's 're 've will can may must to should would could".split())
_PAST = frozenset({"was", "were", "had"})


def _names(war: Token) -> Iterator[str]:
    yield from (child.lower_ for child in war.lefts)
    yield from (thing.lower_ for thing in objects_after(war, "of"))


def _is_of_an_early_age(word: Token) -> bool:
    """ "As a young officer he…", "in her childhood"."""
    if word.lower_ == "young":
        word = word.head
    elif word.lower_ not in _words()["early_ages"]:
        return False
    return word.dep_ == "pobj" and word.head.lower_ in {"as", "in", "since"}


def _by_a_lost_power(predicate: Token) -> bool:
    """ "The Ottoman army besieged the town"."""
    parties = [*children(predicate, "nsubj", "nsubjpass"), *filter(None, [agent_of(predicate)])]
    words = _words()
    return any(
        party.lemma_.lower() in words["arms_of_power"] and child.lower_ in words["old_powers"]
        for party in parties
        for child in party.lefts
    )


_SPANS = frozenset({"year", "decade", "century"})
_FAR = frozenset({"ago", "before", "earlier", "previously"})
_ONE = frozenset({"a", "one", "two", "last", "this"})


def _is_far(span: Token) -> bool | None:
    """ "Eighty years before", "decades ago"; not "a year ago"."""
    after = span.doc[span.i + 1 : span.i + 2]
    if not len(after) or after[0].lower_ not in _FAR:
        return None
    return span.lemma_ != "year" or {word.lower_ for word in span.lefts}.isdisjoint(_ONE)


def _datings(predicate: Token) -> Iterator[list[Token]]:
    """The words that may date a predicate, the nearest first; what is told as present or as done up to now has its own alone."""
    yield _phrases(predicate)
    clause = clause_verb(predicate)
    auxiliaries = {word.lower_ for word in children(clause, "aux", "auxpass")}
    if clause.tag_ in {"VBZ", "VBP"} or auxiliaries & _PRESENT:
        return
    for above in [*predicate.ancestors][:_ABOVE]:
        if above.pos_ != "PROPN":
            yield [above, *_unless_since(_phrases(above))]
    if clause.tag_ == "VBD" or auxiliaries & _PAST:
        yield from _before(predicate)


def _phrases(word: Token) -> list[Token]:
    """The words of the phrases that hang on a verb or noun and may date it; not those of clauses and parties inside."""
    links = (
        ("prep", "npadvmod", "advmod", "dep")
        if word.pos_ in {"VERB", "AUX"}
        else ("prep", "compound", "amod", "nummod")
    )
    return [inner for child in children(word, *links) for inner in _shallow(child)]


def _shallow(word: Token) -> Iterator[Token]:
    yield word
    for child in word.children:
        if child.dep_ not in {"relcl", "acl", "appos", "pcomp", "poss"}:
            yield from _shallow(child)


def _before(predicate: Token) -> Iterator[list[Token]]:
    """What dates the sentence itself, the one after, "It was the autumn of 1998", and those before, in the paragraph."""
    sentence = predicate.sent
    yield [word for word in sentence if word.lower_ in _words()["these_days"]]
    if sentence.end < len(sentence.doc):
        after = sentence.doc[sentence.end].sent
        if after[0].lower_ in {"it", "that", "this"} and after.root.lemma_ == "be":
            yield [word for word in after if word.dep_ == "pobj"]
    for _ in range(_REACH):
        if not sentence.start:
            return
        before = sentence.doc[sentence.start - 1].sent
        if "\n" in before.text_with_ws:
            return
        sentence = before
        yield _unless_since([*children(sentence.root, "nsubj"), *_phrases(sentence.root)])


def _unless_since(words: list[Token]) -> list[Token]:
    """None where they tell how far back a comparison reaches: "the worst since 2003"."""
    return words if all(word.lower_ != "since" for word in words) else []
