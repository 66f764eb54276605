"""How a predicate is told: done, under way, planned, possible, denied, habitual.

A predicate's own auxiliaries and negation speak first; then each word that governs it, up to the clause that asserts,
as implicative and factive verbs do (Karttunen 1971; Nairn et al. 2006). Data: `data/status.toml`.
"""

import functools
from collections.abc import Sequence

from onrecord.events.telling import judged
from onrecord.events.wordlists import word_lists
from onrecord.parsing import Token, children
from onrecord.parsing.wordclasses import SPEECH, verb_classes
from onrecord.record import Stance, Statement, Status

_LINKS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "pobj", "dobj", "csubj", "conj", "prep", "attr", "nsubjpass",
                    "amod", "compound", "nsubj", "dative", "relcl", "appos", "oprd"})  # fmt: skip
_VERBAL = frozenset({"VERB", "AUX"})
_STANCES = {
    Stance.DENIES: Status.DENIED,
    Stance.DOUBTS: Status.POSSIBLE,
    Stance.EXPECTS: Status.POSSIBLE,
    Stance.ASKS: Status.POSSIBLE,
    Stance.PROMISES: Status.PLANNED,
    Stance.THREATENS: Status.POSSIBLE,
}
_OPINIONS = frozenset({"expect", "believe", "think", "claim", "allege", "fear", "hope", "suspect", "doubt"})
_REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.HABITUAL})


_words = functools.partial(word_lists, "status")


def planning_words() -> frozenset[str]:
    """Words that announce what they govern: `plan`, `promise`, `scheduled`."""
    return _words()["planned"]


def wanting_words() -> frozenset[str]:
    """Words that leave open what they govern, or announce or deny it: `want`, `plan`, `refuse`."""
    return _words()["possible"] | _words()["planned"] | _words()["denied"]


def status_of(predicate: Token) -> Status | None:
    """How the predicate, a verb, noun or adjective, is told; None where nothing tells."""
    ruled = ruled_status(predicate)
    return (
        ruled
        if has_own_marks(predicate)
        else judged(predicate, ruled, weak=not _governed_openly(predicate, ruled))
    )


def has_own_marks(predicate: Token) -> bool:
    """Whether a negation, a modal, a condition, a question or a word such as "planned" marks the predicate itself: no
    second opinion is asked then, so that "may attack" is never "attacked"."""
    own = _own(predicate)
    if own is Status.DENIED or own is Status.POSSIBLE or (own is Status.PLANNED and predicate.pos_ == "NOUN"):
        return True
    if (
        predicate.sent[-1].text == "?"
        or _brought_about(predicate)
        or _is_to(predicate)
        or _performed(predicate)
        or is_judged_false(predicate)
    ):
        return True
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in predicate.children)


def _performed(predicate: Token) -> bool:
    """ "We would like to thank the crew": to say so is to do it."""
    wish, words = predicate.head, _words()
    return (
        predicate.dep_ == "xcomp"
        and wish.lemma_ in {"like", "wish", "want"}
        and predicate.lemma_.lower() in words["performed"]
        and any(child.lower_ in {"i", "we"} for child in children(wish, "nsubj"))
    )


def _is_to(predicate: Token) -> bool:
    """ "The ministers are to meet": a form of "be" and an infinitive announce."""
    infinitive = any(child.lower_ == "to" for child in children(predicate, "aux"))
    return (
        infinitive
        and predicate.dep_ == "xcomp"
        and predicate.head.lower_ in {"is", "are", "'s", "'re", "was", "were"}
    )


def _brought_about(predicate: Token) -> bool:
    """Whether a verb above implies the deed: "began to shell", "forced them to leave"."""
    above = predicate.head
    if above.lower_ == "going" or any(child.lower_ == "yet" for child in above.children):
        return False
    return predicate.dep_ in {"xcomp", "ccomp"} and above.lemma_.lower() in _words()["transparent"]


_NEAR = 4
"""How many words above are read."""


def _governed_openly(predicate: Token, ruled: Status) -> bool:
    """Whether the word that governs the predicate leaves it open or denies it."""
    near = [predicate]
    while near[-1].dep_ in {"pobj", "pcomp", "relcl"} or (near[-1].dep_ == "prep" and len(near) < _NEAR):
        near.append(near[-1].head)
    return ruled in _OPEN and any(
        _effect(token, token.head, token.dep_) in _OPEN for token in near if token.head != token
    )


def ruled_status(predicate: Token) -> Status:
    """The answer of the rules alone."""
    return Status.HAPPENED if _performed(predicate) else _governed(predicate, _own(predicate))


def told(predicate: Token, holding: Sequence[Statement]) -> Status:
    """The status with the stance of the statements that carry it: a denied deed is denied."""
    status = status_of(predicate) or Status.POSSIBLE
    for statement in holding:
        if statement.stance in _STANCES and status in _REAL and _binds(statement):
            status = _STANCES[statement.stance]
    return status


def _binds(statement: Statement) -> bool:
    """Denial and doubt reach every clause of their content; other stances only what the tree gives them."""
    return statement.stance in {Stance.DENIES, Stance.DOUBTS}


def _own(predicate: Token) -> Status:
    words = _words()
    if _negated(predicate):
        return Status.DENIED
    if _inverted(predicate):
        return Status.POSSIBLE
    for child in predicate.children:
        if child.dep_ == "aux" and (by_modal := _by_modal(child, predicate)) is not None:
            return by_modal
        if child.dep_ == "mark" and child.lower_ in words["conditions"]:
            return Status.POSSIBLE
        if child.dep_ in {"amod", "compound"} and child.lower_ in words["planned"]:
            return Status.PLANNED
        if child.dep_ == "det" and child.lower_ == "any" and predicate.pos_ == "NOUN":
            return Status.POSSIBLE
        if child.lower_ in words.get(_DOUBTERS.get(child.dep_, ""), ()):
            return Status.POSSIBLE
        if child.lower_ in words["habitual"]:
            return Status.HABITUAL
    return _by_form(predicate)


_DOUBTERS = {"amod": "possible", "advmod": "doubting"}
"""The words that leave open what they stand with, by their link: "an alleged attack", "perhaps they attacked"."""


def _by_modal(modal: Token, predicate: Token) -> Status | None:
    words = _words()
    if modal.lower_ in words["modals_planned"]:
        return Status.PLANNED
    if modal.lower_ in words["modals_reported"] and _is_reported(predicate):
        return Status.PLANNED
    return Status.POSSIBLE if modal.lower_ in words["modals_possible"] else None


def _is_reported(predicate: Token) -> bool:
    """ "She said she would meet them": the past of "will", unless a condition stands with it."""
    clause = predicate
    while clause.dep_ == "conj" and clause.head.pos_ in _VERBAL:
        clause = clause.head
    if any(
        child.dep_ == "mark" and child.lower_ == "if" for word in clause.children for child in word.children
    ):
        return False
    says = clause.head
    return (
        clause.dep_ == "ccomp" and says.tag_ in {"VBD", "VBN"} and SPEECH in verb_classes(says.lemma_.lower())
    )


_RANKS = frozenset(
    "first second third fourth fifth last latest only sole youngest oldest highest-ranking".split()
)


def _by_form(predicate: Token) -> Status:
    if predicate.dep_ in {"acl", "relcl"} and any(child.lower_ in _RANKS for child in predicate.head.lefts):
        return Status.HAPPENED  # "the first premier to visit"
    if predicate.tag_ == "VB" and any(child.lower_ == "to" for child in predicate.lefts):
        return (
            Status.PLANNED
            if predicate.dep_ in {"advcl", "acl", "ROOT", "xcomp", "relcl"}
            else Status.HAPPENED
        )
    if predicate.tag_ == "VB" and predicate.dep_ == "ROOT" and not any(predicate.lefts):
        return Status.POSSIBLE
    progressive = predicate.tag_ == "VBG" and any(
        child.lower_ in {"is", "are", "'s", "'re"} for child in predicate.lefts
    )
    return Status.ONGOING if progressive else Status.HAPPENED


def _inverted(predicate: Token) -> bool:
    """ "Had the army invaded, …", "Did they bomb it?": an auxiliary before its subject asks or supposes."""
    subject = next(children(predicate, "nsubj", "nsubjpass"), None)
    first = next(children(predicate, "aux", "auxpass"), None)
    if subject is None or first is None or first.i > subject.i:
        return False
    return first.is_sent_start or first.nbor(-1).is_punct or first.nbor(-1).is_space


_AFTER_NOT = frozenset({"only", "just", "merely"})
"""What takes the force from a "not"."""
_SCANT = frozenset({"hardly", "barely", "scarcely"})
_ANY = frozenset({"any", "anyone", "anybody", "anything"})
"""After one of the former one of the latter is next to none."""


def _negated(predicate: Token) -> bool:
    negators = _words()["negators"]
    if any(
        child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no" for child in predicate.children
    ):
        return True
    for child in predicate.children:
        if child.dep_ in {"neg", "det", "preconj", "advmod"} and child.lower_ in negators:
            return child.i + 1 == len(child.doc) or child.nbor().lower_ not in _AFTER_NOT
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and _no_one(child, negators):
            return True
        if child.dep_ == "prep" and any(_no_one(time, negators) for time in children(child, "pobj")):
            return True  # "at no time did they"
    return False


def _no_one(noun: Token, negators: frozenset[str]) -> bool:
    own = {child.lower_ for child in children(noun, "det", "preconj", "cc")}
    if any(child.lower_ == "not" and child.nbor().lower_ not in _AFTER_NOT for child in noun.lefts):
        return True  # "not one of the hostages", "not a single truck"
    if any(
        word.lower_ in _ANY and word.i and word.nbor(-1).lower_ in _SCANT
        for word in (noun, *children(noun, "det"))
    ):
        return True  # "hardly any aid", "barely anyone"
    return noun.lower_ in negators or not own.isdisjoint({"no", "neither", "nor"})


def _governed(predicate: Token, status: Status) -> Status:
    """The status after each governing word has spoken, nearest first."""
    token = predicate
    for _ in range(12):
        head, link = token.head, token.dep_
        if link == "ROOT" or link not in _LINKS:
            break
        effect = _effect(token, head, link)
        if effect is not None and not _said_already(token, effect):
            status = _combined(status, effect, head)
        if head.pos_ in _VERBAL and link in {"relcl", "advcl", "prep"} and effect is None:
            break
        if link == "ccomp" and effect is None and token.pos_ in _VERBAL and head.pos_ in _VERBAL:
            break
        if token.pos_ in _VERBAL and link in {"nsubj", "csubj", "amod"}:
            break
        token = head
    return _asked(predicate, status)


def _effect(token: Token, head: Token, link: str) -> Status | None:
    """What the governing word does to what it governs; None where it leaves it as it is."""
    words = _words()
    lemma = head.lemma_.lower()
    link = _true_link(token, link)
    constructed = _around(token, head, link) or _by_construction(token, head, link)
    if constructed is not None:
        return constructed
    if link in {"conj", "relcl", "nsubj", "appos", "compound", "amod"}:
        shared = link == "conj" and not any(children(token, "nsubj", "nsubjpass"))
        return _open_own(head) if shared else None  # "nobody survived, and the mayor blamed…" is two clauses
    if link == "ccomp" and lemma in _OPINIONS:
        return Status.POSSIBLE
    if link in {"ccomp", "advcl"} and (lemma not in _OF_CLAUSES or _stands_beside(token, link)):
        return None
    if link in {"dobj", "pobj", "prep"} and head.pos_ in _VERBAL and lemma in words["transparent"]:
        return _open_own(head)
    if (
        link == "prep"
        and head.pos_ in _VERBAL
        and lemma not in {"call", "accuse", "plan", "suspect", "appeal", "charge", "threaten", "prepare"}
        and not (lemma in words["denied"] and token.lower_ == "from")
    ):
        return None
    for status in (Status.DENIED, Status.PLANNED, Status.POSSIBLE):
        if lemma in words[status.value]:
            return status
    if link == "xcomp" and head.pos_ in _VERBAL and lemma in words["transparent"]:
        return _own(head)
    return _open_own(head) if link in {"dobj", "xcomp", "nsubjpass"} else None


_OF_CLAUSES = frozenset({"deny", "demand", "want", "reject"})


def _stands_beside(clause: Token, link: str) -> bool:
    """ "As the army refuses to leave, the envoy rejects…": what is rejected is not the clause."""
    return link == "advcl" and any(
        child.dep_ in {"mark", "advmod"} and child.lower_ not in {"that", "to"} for child in clause.lefts
    )


def _true_link(token: Token, link: str) -> str:
    """ "Accusations that they expelled them": a clause with a mark is the noun's content, whatever the parser calls it."""
    return "acl" if link == "relcl" and any(children(token, "mark")) else link


def _around(token: Token, head: Token, link: str) -> Status | None:
    """What stands farther around: "there was no truth in the story that…", "preparations are under way for…", "Were the
    militia to surrender, …"."""
    if link in {"prep", "acl"} and head.lemma_.lower() in _GROUNDS and _no_one(head, _words()["negators"]):
        return Status.DENIED
    if link == "prep" and token.lower_ == "for" and _is_being_prepared(head):
        return Status.PLANNED
    supposed = head.lower_ == "were" and head.i == head.left_edge.i and any(children(head, "nsubj"))
    return Status.POSSIBLE if supposed and link in {"advcl", "xcomp"} else None


def _by_construction(token: Token, head: Token, link: str) -> Status | None:
    """What constructions of several words do: "is going to", "has yet to", "it is false that", "nothing suggests that"."""
    if link == "xcomp" and head.lower_ == "going":
        return Status.PLANNED
    if head.lemma_ == "be" and link in {"attr", "prep", "acomp"}:
        return _open_own(head)  # "there will be a meeting", "could be back in talks"
    if (
        link == "relcl"
        and head.dep_ == "attr"
        and any(child.lower_ == "it" for child in children(head.head, "nsubj"))
    ):
        return _open_own(head.head)  # "it may have been the guard that shot him"
    if link in {"advcl", "xcomp"} and _to_no_end(token, head):
        return Status.DENIED
    if link == "advcl" and _of_a_plot(token):
        return Status.POSSIBLE
    if link == "xcomp" and head.lemma_ == "have" and any(child.lower_ == "yet" for child in head.children):
        return Status.DENIED
    if link == "ccomp" and any(_no_one(child, _words()["negators"]) for child in children(head, "nsubj")):
        return Status.POSSIBLE
    if _undone(head, link) or (link == "advcl" and _never_came(token, head)):
        return Status.DENIED
    return _judgement(head, link)


_GROUNDS = frozenset(
    {"truth", "evidence", "sign", "proof", "basis", "substance", "record", "trace", "indication"}
)


def _is_being_prepared(verb: Token) -> bool:
    """ "Preparations are under way for a withdrawal", "set a date for sending them"."""
    return any(
        child.lemma_.lower() in planning_words() for child in children(verb, "nsubj", "nsubjpass", "dobj")
    )


def _to_no_end(token: Token, head: Token) -> bool:
    """ "Sent no one to congratulate him": what is not done has no purpose that came about."""
    purpose = token.tag_ == "VB" and any(child.lower_ == "to" for child in children(token, "aux"))
    return purpose and any(_no_one(thing, _words()["negators"]) for thing in children(head, "dobj"))


_TELLING = frozenset({"suggest", "say", "claim", "allege", "think", "assert", "report"})


def _of_a_plot(purpose: Token) -> bool:
    """ "Held over a plot to kill him": the infinitive belongs to the noun before it, wherever the parser hangs it."""
    first = next(children(purpose, "aux"), None)
    if first is None or first.lower_ != "to" or not first.i:
        return False
    before = first.nbor(-1)
    return before.pos_ == "NOUN" and before.lemma_.lower() in _words()["possible"] | _words()["planned"]


def _judgement(head: Token, link: str) -> Status | None:
    """What an adjective says of a clause or account: "it is false that…", "the report that … is untrue"."""
    if link not in {"ccomp", "csubj", "nsubj"}:
        return None
    if head.lemma_ in _TELLING and head.dep_ in {"xcomp", "csubj"}:
        head = head.head  # "it was wrong to suggest that they had"
    for adjective in children(head, "acomp", "attr", "oprd"):
        for name, status in (("false", Status.DENIED), ("open", Status.POSSIBLE)):
            if adjective.lower_ in _words()[name]:
                return status
    return None


def is_judged_false(predicate: Token) -> bool:
    """Whether the account that tells of it is called untrue: "reports that they had left were false"."""
    account = predicate.head
    return account.pos_ == "NOUN" and _judgement(account.head, account.dep_) is Status.DENIED


def _never_came(clause: Token, head: Token) -> bool:
    """ "Was called off before workers blocked the road": the clause of `before` that the main verb forestalls."""
    before = any(child.lower_ == "before" for child in children(clause, "mark", "advmod"))
    undone = {head.lemma_.lower(), f"{head.lemma_.lower()}_{_particle(head)}"}
    return before and not undone.isdisjoint(_words()["forestalling"])


def _said_already(token: Token, effect: Status) -> bool:
    """Whether the governing word denies by the noun's own "no": "no deal was reached" denies once."""
    return effect is Status.DENIED and _no_one(token, _words()["negators"])


def _open_own(head: Token) -> Status | None:
    """The status that a verb's own words give, where they leave the deed open or deny it."""
    own = _own(head) if head.pos_ in _VERBAL else None
    return own if own in _OPEN else None


def _undone(head: Token, link: str) -> bool:
    """Whether a phrase or phrasal verb undoes what it governs: "instead of", "stopped short of", "called off"."""
    if link == "pcomp" and head.i and head.lower_ in {"of", "than"}:
        return head.nbor(-1).lower_ in {"instead", "rather", "short"}
    phrasal = f"{head.lemma_.lower()}_{_particle(head)}"
    return link in {"dobj", "nsubjpass"} and phrasal in _words()["denied"]


def _particle(verb: Token) -> str:
    return next((child.lower_ for child in children(verb, "prt")), "")


_OPEN = frozenset({Status.PLANNED, Status.POSSIBLE, Status.DENIED})


def _combined(status: Status, effect: Status, head: Token) -> Status:
    if effect is Status.DENIED:
        return Status.HAPPENED if status is Status.DENIED else Status.DENIED
    if effect in _OPEN:
        if _negated(head):
            return Status.DENIED
        return status if status in {Status.DENIED, Status.POSSIBLE} else effect
    return effect if status in {Status.HAPPENED, Status.PLANNED} else status


def _asked(predicate: Token, status: Status) -> Status:
    """A question leaves open what it asks."""
    sentence = predicate.sent
    asked = sentence[-1].text == "?" or (len(sentence) > 1 and sentence[-2].text == "?")
    return Status.POSSIBLE if asked and status in _REAL else status
