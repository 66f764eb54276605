"""Phrases and arguments read off the dependency parse (CLEAR labels, as in spaCy's English models)."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from onrecord.parsing.wordclasses import is_body

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_NOT_OF_THE_PHRASE = frozenset(
    {"relcl", "acl", "appos", "advcl", "parataxis", "punct", "cc", "conj", "prep", "ccomp"}
)


def words_of(doc: Doc, *parts: str, also: Iterable[str] = ()) -> Iterator[Token]:
    """The tokens of the given parts of speech, and those of certain words in lower case, in order.

    Many times faster than asking each token.
    """
    strings = doc.vocab.strings
    fitting = np.isin(doc.to_array("POS"), [strings[part] for part in parts])
    if wanted := [strings[word] for word in also]:
        fitting |= np.isin(doc.to_array("LOWER"), np.array(wanted, np.uint64))
    for i in np.flatnonzero(fitting):
        yield doc[int(i)]


def having(doc: Doc, attribute: str, fits: Callable[[str], bool]) -> list[int]:
    """The indices of the tokens whose attribute (`TAG`, `ORTH`, …) has a fitting value; each distinct value is asked once."""
    values = doc.to_array(attribute)
    fitting = [value for value in np.unique(values) if fits(doc.vocab.strings[int(value)])]
    return [int(i) for i in np.flatnonzero(np.isin(values, np.array(fitting, values.dtype)))]


def subtree(token: Token) -> TokenSpan:
    """The token with all that hangs on it, as one run of tokens."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def base_phrase(head: Token) -> TokenSpan:
    """The noun phrase of a head without what follows it: determiners, titles, compounds, possessors."""
    left = head.i
    for child in head.lefts:
        if child.dep_ not in _NOT_OF_THE_PHRASE or child.dep_ == "conj":
            left = min(left, child.left_edge.i)
    return head.doc[left : head.i + 1]


def coordinated(head: Token) -> Iterator[Token]:
    """The head and everything coordinated with it, in order of the text."""
    yield head
    for child in head.rights:
        if child.dep_ == "conj":
            yield from coordinated(child)


def children(head: Token, *labels: str) -> Iterator[Token]:
    """The children of a head that bear one of the labels."""
    return (child for child in head.children if child.dep_ in labels)


def objects_of(preposition: Token) -> Iterator[Token]:
    """The coordinated objects of a preposition."""
    for child in children(preposition, "pobj", "pcomp"):
        yield from coordinated(child)


def objects_after(head: Token, *words: str) -> Iterator[Token]:
    """The coordinated objects of the prepositions on a head that are one of the words, given in small letters."""
    for preposition in children(head, "prep"):
        if preposition.lower_ in words:
            yield from objects_of(preposition)


_WITH_OBJECT = frozenset(
    "send dispatch urge ask tell order persuade force compel allow permit help enable pressure press instruct invite "
    "encourage lead push authorise authorize require beg convince direct command get dissuade prevent stop bar keep "
    "accuse blame criticise criticize condemn thank praise charge convict arrest detain jail sentence suspect punish "
    "fine sue congratulate forgive denounce rebuke slam blast hail commend credit try indict fault chide berate "
    "castigate lambast censure applaud reproach prohibit forbid ban block discourage restrain deter bash mock ridicule "
    "scold knock hammer attack target credit honor honour reward laud cheer organize organise mobilize mobilise recruit hire "
    "pay lobby nudge implore select choose elect appoint motivate task trust empower entitle oblige bribe trick lure".split()
)
"""Verbs whose object does what their complement tells: "urged Iran to free him", "thanked Oman for hosting the talks"."""


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares by coordination, control or a relative clause."""
    own = next(children(verb, "nsubj", "nsubjpass", "csubj", "csubjpass"), None)
    if own is None and verb.tag_ == "VBG":
        own = next(children(verb, "poss"), None)  # "the jury's declining to indict"
    if own is not None:
        return verb.head if own.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl" else own
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
        return _controller_of_gerund(verb.head.head)
    if verb.dep_ in {"conj", "xcomp"} and verb.head != verb and verb.head.pos_ in {"VERB", "AUX"}:
        return _controller(verb.head) if verb.dep_ == "xcomp" else subject_of(_partner(verb))
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return subject_of(verb.head.head)  # "the army is unlikely to risk it"
    if verb.dep_ in {"advcl", "acl"} and verb.head != verb:
        return _beside(verb)
    if verb.dep_ == "relcl" and verb.tag_ == "VB" and any(children(verb, "dobj")):
        return verb.head  # "the first premier to visit Kandahar"
    return None


def _beside(verb: Token) -> Token | None:
    """Who does what a participle or a purpose tells beside a verb or a noun."""
    above, of_verb = verb.head, verb.head.pos_ in {"VERB", "AUX"}
    if verb.tag_ in {"VBG", "VBN"}:
        return subject_of(above) if of_verb else _sender(above) or above
    if any(child.lower_ == "to" for child in children(verb, "aux")):
        return _purposeful(above) if of_verb else _owner(above)
    return None


_LETTERS = frozenset(
    """letter brief email e-mail message memo note petition statement tweet cable op-ed telegram communique communiqué motion
    resolution manifesto""".split()
)
"""What speaks for whoever wrote it."""
_WRITING = frozenset({"write", "email", "text", "cable", "tweet"})


def _sender(noun: Token) -> Token | None:
    """Who speaks in a letter, "issued a statement condemning…", where the noun is the letter or whom it was sent to,
    "wrote to broadcasters urging them…"; None for any other noun."""
    letter, verb = noun, noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in {"to", "with"}:
        letter = verb = noun.head.head
        if verb.pos_ == "VERB":
            letter = next(children(verb, "dobj"), verb)
    if letter.lemma_.lower() not in _LETTERS | _WRITING:
        return None
    owner = _owner(letter) if letter.pos_ == "NOUN" else None
    while verb.pos_ == "NOUN" and verb.dep_ == "dobj":
        verb = verb.head
    return owner or (subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None)


def addressee_of(verb: Token) -> Token | None:
    """Whom a letter that speaks was sent to: "wrote to broadcasters urging…", "a letter to the ministry calling for…"."""
    if verb.dep_ not in {"acl", "advcl"} or verb.tag_ != "VBG":
        return None
    noun = verb.head
    if noun.pos_ == "VERB":
        sent = any(child.lemma_.lower() in _LETTERS for child in children(noun, "dobj"))
        readers = (t for to in children(noun, "prep", "dative") if to.lower_ == "to" for t in objects_of(to))
        return next(readers, None) if sent or noun.lemma_ in _WRITING else None
    if _sender(noun) is None:
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ in {"to", "with"}:
        return noun
    return next(objects_after(noun, "to"), None)


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _partner(verb: Token) -> Token:
    """The verb that a coordinated one goes with: a finite one with a finite one, a participle with a participle, "blasted him
    for failing to act and called on the army", "demanding that she apologise and criticising him"."""
    above = verb.head
    other = {"VB", "VBG"} if verb.tag_ in _FINITE else {"VB"} if verb.tag_ == "VBG" else set()
    while above.tag_ in other and above.dep_ != "ROOT":
        if any(child.dep_ == "aux" and child.tag_ != "TO" for child in above.children):
            break  # "will meet", "is meeting"
        above = above.head
    return above if above.pos_ in {"VERB", "AUX"} else verb.head


def _controller(verb: Token) -> Token | None:
    """Who does what a verb's complement tells: its object after verbs of `_WITH_OBJECT`, its subject else."""
    thing = next(children(verb, "dobj"), None) if verb.lemma_.lower() in _WITH_OBJECT else None
    return thing if thing is not None else subject_of(verb)


def _purposeful(verb: Token) -> Token | None:
    """Who is to do what a verb's purpose tells: whoever was sent, its subject else."""
    sent = next(children(verb, "dobj"), None) if verb.lemma_ in {"send", "dispatch"} else None
    return sent if sent is not None else subject_of(verb)


def _controller_of_gerund(governor: Token) -> Token | None:
    """Who does what a gerund tells; "of" may hang on the object: "convicted a colonel of killing"."""
    if governor.pos_ in {"VERB", "AUX"}:
        return _controller(governor)
    is_object = governor.dep_ == "dobj" and governor.head.lemma_.lower() in _WITH_OBJECT
    return governor if is_object else None


def _owner(noun: Token) -> Token | None:
    """Who is to do what a noun tells of: "Ghana's decision to…", "the ministry has the means to…"."""
    if is_body(noun.lemma_.lower()):
        return noun  # "one of several senators to criticise him"
    own = next(children(noun, "poss"), None)
    for preposition in children(noun, "prep"):
        if own is None and preposition.lower_ in {
            "by",
            "for",
        }:  # "attempts by lawmakers to block", "a call for X to meet"
            own = next(objects_of(preposition), None)
    if own is not None or noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
        return own
    receiver = next((child for child in children(noun.head, "dative") if child.pos_ != "ADP"), None)
    if receiver is not None:
        return receiver  # "gave the White House authority to arm the rebels"
    given = any(
        child.lower_ == "to" for head in (noun, noun.head) for child in children(head, "prep", "dative")
    )
    return None if given else subject_of(noun.head)  # "offered Cyprus incentives to…" is for Cyprus to do


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return any(child.dep_ in {"nsubjpass", "csubjpass", "auxpass"} for child in verb.children)


def is_undergone(verb: Token) -> bool:
    """Whether a verb is passive, or a participle that says what was done to the noun: "the man arrested on Monday"."""
    return is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")


def agent_of(verb: Token) -> Token | None:
    """The noun after `by` of a passive."""
    for preposition in children(verb, "agent"):
        return next(objects_of(preposition), None)
    return None


def is_negated(predicate: Token) -> bool:
    """Whether `not`, `n't` or `never` hangs on the predicate itself."""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in predicate.children)


def clause_verb(token: Token) -> Token:
    """The verb of the clause that a token stands in; the root where there is no verb above it."""
    above = token
    for above in (token, *token.ancestors):
        if above.pos_ in {"VERB", "AUX"}:
            break
    return above


def is_lone(word: Token) -> bool:
    """Whether a word's sentence is the whole text."""
    return len(word.sent) == len(word.doc)


def sentence_start(doc: Doc, index: int) -> int:
    """The index of the first token of the sentence that the token stands in."""
    return int(doc[index].sent.start)
