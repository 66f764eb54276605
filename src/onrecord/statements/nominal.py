"""Statements without a verb of saying of their own: nouns ("reports that…", "X's criticism of Y"), adjectives, adverbs."""

from collections.abc import Iterator

from onrecord.parsing import Token, children, clause_verb, subject_of
from onrecord.parsing.wordclasses import SPEECH, noun_classes, verb_classes
from onrecord.statements.candidate import Candidate, index_of, indices_of
from onrecord.statements.speakers import speaking_things
from onrecord.statements.speaking import cue_of, speaker_of

_RECEIVING = frozenset(
    "receive hear read get see reject dismiss deny ignore cite face draw spark welcome accept".split()
)
_TOLD_CLASSES = frozenset("ejkm")
"""WordNet's nouns of acts, cognition, communication and feelings."""
_OBJECT_PREPOSITIONS = frozenset(
    {"of", "for", "on", "about", "against", "over", "toward", "towards", "to", "with"}
)
_VIEWS = frozenset({"view", "opinion", "eye", "word", "judgment", "judgement", "estimation"})


def of_noun(noun: Token) -> Iterator[Candidate]:
    """ "X's claim that…", "reports that…", and the clause of "said in a statement that…"."""
    verb = _verb_of_occasion(noun)
    for clause in children(noun, "acl", "ccomp"):
        if verb is not None and _opens_with_that(clause):
            cue = (*cue_of(verb), noun.head.i, noun.i)
            yield Candidate(
                tuple(sorted(cue)), indices_of((clause,)), index_of(speaker_of(verb)), "ccomp", verb.i
            )
        elif _opens_with_that(clause) or any(child.dep_ == "nsubj" for child in clause.children):
            owner = next(children(noun, "poss"), None) or _of_or_by(noun) or _issuer(noun) or _document(noun)
            yield Candidate((noun.i,), indices_of((clause,)), index_of(owner), "noun", noun.i)


def _verb_of_occasion(noun: Token) -> Token | None:
    """The verb of "said in a statement that…", whose clause the tree hangs on the noun."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on"} else None
    return verb if verb is not None and verb.pos_ == "VERB" and SPEECH in verb_classes(verb.lemma_) else None


def of_view(noun: Token) -> Iterator[Candidate]:
    """ "In the view of X, …"."""
    if noun.lemma_.lower() in _VIEWS and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        holder = next(children(noun, "poss"), None) or _of_or_by(noun)
        own = {token.i for token in noun.head.subtree}
        content = tuple(i for i in indices_of((clause_verb(noun),)) if i not in own)
        if holder is not None and content:
            yield Candidate((noun.head.i, noun.i), content, holder.i, "according", noun.i)


def of_told_thing(noun: Token) -> Iterator[Candidate]:
    """ "X's criticism of Y", "a decision to go", "fears about Z": a noun of words, thoughts or feelings, and its object."""
    if noun_classes(noun.lemma_.lower())[:1] not in _TOLD_CLASSES:
        return
    owner = next(children(noun, "poss"), None) or _issuer(noun)
    for preposition in children(noun, "prep"):
        if preposition.lower_ in _OBJECT_PREPOSITIONS:
            for thing in children(preposition, "pobj", "pcomp"):
                yield Candidate(
                    (noun.i, preposition.i),
                    indices_of((thing,)),
                    index_of(owner),
                    f"nprep:{preposition.lower_}",
                    noun.i,
                )
    for clause in children(noun, "acl"):
        if any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children):
            yield Candidate((noun.i,), indices_of((clause,)), index_of(owner), "nto", noun.i)


def _document(noun: Token) -> Token | None:
    """The noun itself where it is something that speaks: "reports that…"; nobody speaks in "the belief that…"."""
    return noun if noun.lemma_.lower() in speaking_things() else None


def _issuer(noun: Token) -> Token | None:
    """Who makes the words or has the thought: "issued a warning that…"; not who "received reports that…"."""
    verb = noun.head if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else None
    return subject_of(verb) if verb is not None and verb.lemma_ not in _RECEIVING else None


def _of_or_by(noun: Token) -> Token | None:
    for preposition in children(noun, "prep"):
        if preposition.lower_ in {"by", "from", "of"}:
            return next(children(preposition, "pobj"), None)
    return None


def of_adjective(adjective: Token) -> Iterator[Candidate]:
    """ "X is confident that…", "X is angry about…"."""
    for clause in children(adjective, "ccomp", "xcomp"):
        subject = subject_of(adjective.head) if adjective.head.pos_ in {"AUX", "VERB"} else None
        if subject is not None:
            cue = (adjective.head.i, adjective.i)
            yield Candidate(tuple(sorted(cue)), indices_of((clause,)), subject.i, "adjective", adjective.i)
    for preposition in children(adjective, "prep"):
        for thing in children(preposition, "pobj", "pcomp"):
            subject = subject_of(adjective.head) if adjective.head.pos_ in {"AUX", "VERB"} else None
            told = tuple(sorted((adjective.head.i, adjective.i, preposition.i)))
            if subject is not None:
                yield Candidate(
                    told, indices_of((thing,)), subject.i, f"aprep:{preposition.lower_}", adjective.i
                )


def of_hearsay(adverb: Token) -> Iterator[Candidate]:
    """ "X reportedly left": somebody says so, and is not told."""
    clause = clause_verb(adverb)
    content = tuple(token.i for token in clause.subtree if token.i != adverb.i)
    if content:
        yield Candidate((adverb.i,), content, None, "adverb", adverb.i)


def _opens_with_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" for child in clause.children)
