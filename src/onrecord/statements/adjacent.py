"""Candidates that the dependency tree does not show: a quote beside a verb, a clause around or before a parenthetical.

The parser often cuts a sentence at a quote, or hangs "she said" on a verb of its own choice; what stands beside the
verb is then the better witness.
"""

from collections.abc import Iterator

from onrecord.parsing import Doc, Token, children, words_of
from onrecord.statements.candidate import Candidate, index_of
from onrecord.statements.extents import Quotes
from onrecord.statements.speaking import cue_of, speaker_of

_REACH = 14
"""Tokens between a quote and its verb: a speaker with an apposition."""
_PAUSES = frozenset({",", "-", "--", "–", "—"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def adjacent(quotes: Quotes) -> Iterator[Candidate]:
    """All such candidates of a document."""
    yield from _beside_quotes(quotes)
    for verb in words_of(quotes.doc, "VERB"):
        if verb.lower_ != "according":
            yield from _parenthetical(verb)
            yield from _after_its_words(verb)


def _beside_quotes(quotes: Quotes) -> Iterator[Candidate]:
    """For each quote the verb right after it (`"…," said X`, `"…," X said`) and right before it (`X said: "…"`)."""
    doc = quotes.doc
    for quote in quotes.all:
        content = tuple(i for i in range(quote.start, quote.end) if not doc[i].is_space)
        for verb in (_verb_after(doc, quote.end), _verb_before(doc, quote.start)):
            if verb is not None and verb.lower_ != "according" and quotes.at[verb.i] < 0 and content:
                speaker = speaker_of(verb) or _nearest_noun(verb)
                side = "after" if verb.i > quote.start else "before"
                yield Candidate(cue_of(verb), content, index_of(speaker), f"beside:{side}", verb.i)


def _verb_after(doc: Doc, end: int) -> Token | None:
    for token in doc[end : end + _REACH]:
        if "\n" in token.text or token.text in {".", ";", '"'}:
            return None
        if (
            token.pos_ == "VERB"
            and token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
            and token.dep_ not in {"relcl", "acl"}
        ):
            return token
    return None


def _verb_before(doc: Doc, start: int) -> Token | None:
    for i in range(start - 1, max(start - _REACH, -1), -1):
        token = doc[i]
        if "\n" in token.text or token.text in {".", ";", '"'}:
            return None
        if token.pos_ == "VERB" and token.tag_ in {"VBD", "VBZ", "VBP", "VBG", "VBN"}:
            return token
    return None


def _nearest_noun(verb: Token) -> Token | None:
    for i in (verb.i - 1, verb.i + 1, verb.i - 2, verb.i + 2):
        if 0 <= i < len(verb.doc) and verb.doc[i].pos_ in _NOMINAL:
            return verb.doc[i]
    return None


def _parenthetical(verb: Token) -> Iterator[Candidate]:
    """ "Her neighbours, she said, should wait": the clause around the parenthetical, wherever the tree hangs it."""
    if verb.dep_ not in {"parataxis", "ccomp", "advcl", "relcl", "conj"}:
        return
    doc, (start, end) = verb.doc, _own_words(verb)
    if end - start > _REACH or start == 0 or end >= len(doc) or doc[end].text not in _PAUSES:
        return
    if doc[start - 1].text not in {*_PAUSES, '"'}:
        return
    sentence = doc[start - 1].sent.start, doc[end].sent.end
    content = tuple(
        i
        for i in range(*sentence)
        if not start <= i < end and not doc[i].is_space and (i < start - 1 or i > end)
    )
    if content:
        yield Candidate(cue_of(verb), content, index_of(speaker_of(verb)), "around", verb.i)


def _after_its_words(verb: Token) -> Iterator[Candidate]:
    """ "Those who borrow struggle, he said": a verb that closes its sentence says what stands before its subject."""
    if any(children(verb, "ccomp", "dobj", "xcomp")):
        return
    doc, (start, end) = verb.doc, _own_words(verb)
    first = doc[start - 1].sent.start if start else 0
    if start - first < 2 or doc[start - 1].text not in {",", '"', "?", "!"} or end - start > _REACH:
        return
    content = tuple(i for i in range(first, start) if not doc[i].is_space)
    yield Candidate(cue_of(verb), content, index_of(speaker_of(verb)), "closing", verb.i)


def _own_words(verb: Token) -> tuple[int, int]:
    """From the subject's first word to the verb, or from the verb to the end of a subject that follows it."""
    subject = next(children(verb, "nsubj", "nsubjpass"), None)
    if subject is None:
        return verb.i, verb.i + 1
    if subject.i < verb.i:
        return subject.left_edge.i, verb.i + 1
    return verb.i, subject.right_edge.i + 1
