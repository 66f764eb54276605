"""Who speaks, and by which words: the speaker of a verb, its cue, and the phrase that names the speaker."""

from onrecord.parsing import Token, agent_of, children, subject_of
from onrecord.parsing.wordclasses import SPEECH, noun_classes, verb_classes
from onrecord.statements.relays import quoted_speaker

_GOING_ON = frozenset({"add", "continue", "conclude", "note", "stress", "insist", "argue"})
_HANGING = ("relcl", "acl", "appos", "parataxis", "advcl")
_TOLD_OF_IT = frozenset({"appos", "relcl", "acl"})
_SPEAKING = frozenset("osk")
"""WordNet's nouns of groups, persons and communication."""


def cue_of(verb: Token) -> tuple[int, ...]:
    """The verb with its auxiliaries and particle, where they touch it."""
    cue = [verb.i]
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass", "prt"} and abs(child.i - verb.i) <= 3:
            cue.append(child.i)
    return tuple(sorted(cue))


def speaker_of(verb: Token) -> Token | None:
    """Who speaks: the agent of a passive, else the subject, own or shared."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} and not _is_have(child) for child in verb.children):
        return agent_of(verb) or _contracted(verb)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.dep_ == "ccomp":
        return subject_of(verb.head.head)  # "X said that Y was Z, stressing…": X stresses
    if (
        verb.dep_ == "conj"
        and verb.head.dep_ == "ccomp"
        and (verb.lemma_ in _GOING_ON or _says_as_no_thing_can(verb))
    ):
        return subject_of(verb.head.head)  # "X said it takes time, but added…": X adds
    if (quoted := quoted_speaker(verb)) is not None:
        return quoted
    return subject_of(verb) or _before_quote(verb) or _will_of(verb)


def _says_as_no_thing_can(verb: Token) -> bool:
    """Whether a verb of communication with a clause has a thing for its nearest subject: "said the well was dry and warned…"."""
    subject = subject_of(verb)
    thing = (
        subject is not None
        and subject.pos_ == "NOUN"
        and noun_classes(subject.lemma_.lower())[:1] not in _SPEAKING
    )
    return thing and SPEECH in verb_classes(verb.lemma_) and any(children(verb, "ccomp"))


def _is_have(auxiliary: Token) -> bool:
    return auxiliary.lemma_ == "have"


def _contracted(verb: Token) -> Token | None:
    """ "He's said that…", which the parser takes for a passive: whoever is said something has a clause to it."""
    short = any(child.dep_ == "auxpass" and child.lower_ in {"'s", "’s"} for child in verb.children)
    told = any(children(verb, "ccomp", "dobj"))
    return next(children(verb, "nsubjpass"), None) if short and told else None


def _will_of(verb: Token) -> Token | None:
    """Whose infinitive it is: "has a chance to show", "were quick to point out", "went on air to declare"."""
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return None
    above = verb.head
    if verb.dep_ in {"acl", "relcl"} and above.head.pos_ in {"VERB", "AUX"}:
        return subject_of(above.head)
    if verb.dep_ in {"xcomp", "advcl"} and above.pos_ == "ADJ" and above.head.pos_ in {"VERB", "AUX"}:
        return subject_of(above.head)
    return subject_of(above) if verb.dep_ == "advcl" and above.pos_ in {"VERB", "AUX"} else None


def _before_quote(verb: Token) -> Token | None:
    """The noun that a quotation mark cuts off from its verb: `the minister "said that…"`."""
    if verb.i < 2 or verb.nbor(-1).text != '"':
        return None
    noun = verb.nbor(-2)
    return noun if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def noun_phrase(head: Token, cue: int = -1) -> tuple[int, int]:
    """The speaker as written: the noun phrase with its coordinates, titles and what is told of it, up to the cue."""
    left, right = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ in _HANGING and (
            child.dep_ not in _TOLD_OF_IT or child.left_edge.i <= cue <= child.right_edge.i
        ):
            break
        if child.dep_ not in {"punct", "cc"} or child.lower_ in {"and", "or"}:
            right = max(right, child.right_edge.i)
    return left, right + 1
