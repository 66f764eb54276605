"""Which candidates are statements: scored, the best of each cue kept, and what contradicts another's taken out."""

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

from onrecord.parsing import Doc, Token, children, clause_verb, having
from onrecord.parsing.wordclasses import FEELING, SPEECH, THOUGHT, WORDS, noun_classes, verb_classes
from onrecord.statements.adjacent import adjacent
from onrecord.statements.candidate import Candidate
from onrecord.statements.candidates import candidates
from onrecord.statements.extents import Quotes
from onrecord.statements.relays import quoted_by
from onrecord.statements.reranker import CLEAR, THRESHOLD, scores

_TELLING = frozenset({SPEECH, THOUGHT, FEELING})
_FIRST_AND_SECOND = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate that was taken for a statement, with its score."""

    candidate: Candidate
    score: float


def proposed(doc: Doc, quotes: Quotes) -> Iterator[Candidate]:
    """Every candidate of a document, its content carried to the end of its quotes."""
    yield from map(quotes.reached, candidates(doc))
    yield from map(quotes.reached, adjacent(quotes))


def chosen(quotes: Quotes) -> list[Chosen]:
    """The best candidate of each cue that passes its bar; of two with one content the likelier."""
    best: dict[int, Chosen] = {}
    sayings = having(quotes.doc, "TAG", "VBG".__eq__)
    quoting = {verb.i for i in sayings if (verb := quoted_by(quotes.doc[i])) is not None}
    found = [c for c in proposed(quotes.doc, quotes) if c.content and c.head not in quoting]
    for candidate, likely in zip(found, scores(found, quotes), strict=True):
        known = best.get(candidate.head)
        if likely >= _bar(candidate, quotes) and (known is None or likely > known.score):
            best[candidate.head] = Chosen(candidate, likely)
    kept = [one for one in best.values() if not _is_formula(one.candidate, quotes.doc)]
    kept = [
        one for one in kept if not any(_yields(one, other, quotes.doc) for other in kept if other is not one)
    ]
    return [_cut_at_next(one, kept, quotes.doc) for one in kept]


def _bar(candidate: Candidate, quotes: Quotes) -> float:
    """The score to pass. The training set seldom marks what a statement passes on in turn ("said that X told Y
    that…"), nor nouns and adverbs that name no speaker; there a clear construction needs less."""
    frame, head = candidate.frame, quotes.doc[candidate.head]
    if frame in {"adverb", "colon"} or frame.startswith("according"):
        return CLEAR
    if frame == "noun" and noun_classes(head.lemma_.lower())[:1] == WORDS:
        return CLEAR
    return CLEAR if frame in {"ccomp", "xcomp"} and _passes_on(candidate, quotes) else THRESHOLD


def _passes_on(candidate: Candidate, quotes: Quotes) -> bool:
    """Whether a verb of speech or thought with a speaker of its own stands within what another says."""
    head = quotes.doc[candidate.head]
    if candidate.speaker is None or not _TELLING.intersection(verb_classes(head.lemma_)):
        return False
    speaker = quotes.doc[candidate.speaker]
    return speaker.lower_ not in _FIRST_AND_SECOND and (
        head.dep_ == "ccomp" or quotes.at[candidate.head] >= 0
    )


@functools.cache
def _formulas() -> Mapping[str, frozenset[str]]:
    text = (files("onrecord.statements") / "data" / "formulas.toml").read_text(encoding="utf-8")
    return {cue: frozenset(words) for cue, words in tomllib.loads(text).items()}


def _is_formula(candidate: Candidate, doc: Doc) -> bool:
    """Whether the words only say that nothing was said: "declined to comment", "asked not to be named"."""
    last = _formulas().get(doc[candidate.head].lemma_, frozenset())
    words = [doc[i].lemma_.lower() for i in candidate.content if doc[i].is_alpha]
    return len(words) <= _LONGEST_FORMULA and not last.isdisjoint(words[:4])


_LONGEST_FORMULA = 6


def _yields(one: Chosen, other: Chosen, doc: Doc) -> bool:
    """Whether a choice gives way to another: its double, its speaker's own paraphrase, or the act that it reports."""
    mine, theirs = one.candidate, other.candidate
    if mine.content[0] == theirs.content[0] and mine.content[-1] == theirs.content[-1]:
        return other.score > one.score
    head = doc[mine.head]
    if head.dep_ == "xcomp" and head.head.i == theirs.head and mine.speaker == theirs.speaker:
        return True  # "declined to say whether…" is one statement
    if mine.frame == "noun" and mine.speaker in {None, mine.head} and head.i in theirs.content:
        return head.head.i == theirs.head  # "rejected claims that…": the claims are what is rejected
    if theirs.frame == "adverb" and mine.frame not in {"ccomp", "quote"}:
        return clause_verb(doc[theirs.head]).i == mine.head  # "reportedly ignored X"
    return False


def _cut_at_next(one: Chosen, others: Iterable[Chosen], doc: Doc) -> Chosen:
    """ "X said it was dry and warned that…": the first content ends where X's next cue begins."""
    mine = one.candidate
    for other in others:
        theirs = other.candidate
        joined = doc[theirs.head].dep_ == "conj" and theirs.head in mine.content
        if other is not one and joined and theirs.speaker == mine.speaker is not None:
            end = _start_of(doc[theirs.head])
            content = tuple(i for i in mine.content if i < end)
            if content:
                one = Chosen(replace(mine, content=content), one.score)
    return one


def _start_of(verb: Token) -> int:
    """Where a coordinated clause begins, its conjunction included."""
    start = verb.left_edge.i
    joiner = next(children(verb.head, "cc"), None)
    return joiner.i if joiner is not None and start - 2 <= joiner.i < start else start
