"""Whether the clause around a time expression looks back or ahead.

Decides by the verb that stands right before the expression, else by the verb of its clause; an infinitive looks where the
verb above it looks. Words that set a date ("scheduled for", "payable", "deadline") look ahead in any tense.
"""

import re

from onrecord.parsing import Parse, Token, clause_verb
from onrecord.record import Span

_WILL = frozenset({"will", "'ll", "wo", "shall", "would", "\u2019ll"})
_MODALS = frozenset({"may", "might", "could", "can", "should", "must"})
_PLANS = frozenset(
    "agree aim announce appear ask call decide due expect extend hope intend invite order plan postpone prepare promise "
    "pledge propose ready require schedule set slate threaten urge vow want be".split()
)
"""Verbs and adjectives whose infinitive lies ahead of them: "plan to", "are to", "expected to"."""
_PLANNED = frozenset(
    "plan decision deadline deal agreement proposal intention promise pledge order threat bid call vote meeting "
    "request demand invitation session refusal chance date".split()
)
"""Nouns whose infinitive lies ahead of them: "a plan to strike on Friday"."""
_DONE = frozenset(
    {"able", "unable", "enough", "quick", "slow", "proud", "happy", "glad", "sad", "sorry", "lucky"}
)
"""Adjectives whose infinitive is of the same time as they: "was able to return on Friday"."""
_SETS = frozenset({"schedule", "plan", "slate", "reschedule"})
"""Verbs that set a date: what they set it to lies ahead though they are past."""
_COURSE = frozenset(
    "begin start open reopen close end expire resume arrive leave depart return meet go come travel visit vote take hold "
    "play face appear sign elect celebrate mark stop run kick".split()
)
"""Verbs whose present tells a plan: "the curfew ends Friday"."""
_SET_AHEAD = re.compile(
    r"\b(?:scheduled|planned|slated|due|expected)\s+(?:(?:for|to)\s+(?:[\w-]+\s+){1,2})?(?:for|to|until|by|on|in)\s+$"
    r"|\bset\s+(?:for\s+)?(?:(?:[\w-]+\s+){1,2}in|for|to|until|till)\s+$"
    r"|\b(?:postponed|extend(?:s|ed)|delayed|deferred|adjourned|giv(?:en|es|ing)|gave)\s+(?:[\w$'-]+\s+){0,5}?(?:to|until|till)\s+$"
    r"|\b(?:payable|of record|effective|deadline(?: of)?|this coming|coming)\s+$",
    re.IGNORECASE,
)
_HAD_DUE = re.compile(
    r"\bhad\s+(?:previously\s+)?(?:been\s+)?(?:due|scheduled|planned|set|expected|hoped|wanted|ordered)\b[^.]{0,40}$",
    re.I,
)
_HAD = re.compile(r"\bhad\s+(?:\w+\s+)?(?:been\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_BACK_BEFORE = re.compile(r"\bsince\s+(?:\w+\s+)?$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:[\d:.]+\s*[ap]\.?m\.?|noon|midnight)(?:\s+[A-Z]{3,4})?,?\s+(?:on\s+)?$", re.IGNORECASE
)
_WINDOW = 72
"""Characters before an expression in which a word may set its date."""


class Tenses:
    """Whether the clause around an offset looks back or ahead; the tree is read only where it is asked."""

    def __init__(self, parse: Parse) -> None:
        self.doc = parse.doc
        self.text = parse.text
        self.starts = {token.idx: token.i for token in parse.doc}

    def at(self, span: Span) -> int:
        """-1 past, 1 future, 0 neither."""
        cue = self._cue(span)
        if cue:
            return cue
        index = next((self.starts[i] for i in range(span.start, span.end) if i in self.starts), None)
        return 0 if index is None else _tense_at(self.doc[index])

    def _cue(self, span: Span) -> int:
        """What the words beside the expression say, whatever the verb."""
        before = self.text[max(span.start - _WINDOW, 0) : span.start]
        before = _CLOCK.sub("", before)
        if _BACK_BEFORE.search(before):
            return -1
        found = _SET_AHEAD.search(before)
        if found and not _HAD.search(before[: found.start()]):
            return 1
        return -1 if _HAD_DUE.search(before) else 0


def _tense_at(token: Token) -> int:
    beside, verb = _verb_before(token), clause_verb(token)
    if beside is not None:
        return tense_of(beside)
    if _is_owner(token):
        return 1 if _helpers(verb) & _WILL and token.i < verb.i else -1
    if verb.lemma_ in _SETS and "had" not in _helpers(verb):
        return 1 if token.i > verb.i else -1
    if token.i < verb.head.i < verb.i and verb.head.tag_ == "VBD" and "to" in _helpers(verb):
        return -1  # "On Friday, the government planned to pay"
    return tense_of(verb)


def _verb_before(token: Token) -> Token | None:
    """The verb right before the expression, over "on", "early" and the like."""
    index = token.i - 1
    while index > max(token.i - 3, 0) and token.doc[index].lower_ in {"on", "early", "late", "last", "at"}:
        index -= 1
    before = token.doc[index] if index >= 0 else None
    return before if before is not None and before.tag_ in {"VBD", "VBN", "VB", "VBG"} else None


def _is_owner(token: Token) -> bool:
    """ "Friday's ruling", "the June pact": the day belongs to a noun, and its clause says little of it."""
    if token.dep_ == "compound" and token.head.tag_ in {"NN", "NNS"}:
        return True
    return any(child.tag_ == "POS" for child in token.children) or (
        token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ == "POS"
    )


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def tense_of(verb: Token) -> int:
    """-1 past, 1 future, 0 neither."""
    helpers = _helpers(verb)
    if helpers & _WILL:
        return 1
    if "to" in helpers:
        return _of_infinitive(verb)
    if "could" in helpers and any(child.dep_ == "neg" for child in verb.children):
        return 0
    if verb.tag_ == "VB" and not helpers & {"did", "do", "does"}:
        return 1
    if "had" in helpers or "did" in helpers:
        return -1
    if helpers & {"was", "were"}:
        return -1
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "'re"}:
        return 1
    if verb.tag_ == "VBN" and helpers & {"is", "are"}:
        return 0
    if verb.tag_ in {"VBP", "VBZ"} and not helpers and verb.lemma_ in _COURSE:
        return 1
    return -1 if verb.tag_ in {"VBD", "VBN"} else 0


def _of_infinitive(verb: Token) -> int:
    """Ahead of a plan or an order; as the verb above it where it tells a purpose of what was done."""
    above = verb.head
    if above.i == verb.i:
        return 1
    bare = above.pos_ in {"NOUN", "PROPN", "PRON"} and above.lemma_ not in _PLANNED
    if bare or above.lemma_ in _DONE:
        return tense_of(clause_verb(above))
    if above.lemma_ in _PLANS or above.pos_ not in {"VERB", "AUX"}:
        return -1 if "had" in _helpers(above) else 1
    return tense_of(above) if verb.dep_ in {"advcl"} else 1
