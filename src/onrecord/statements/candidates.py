"""Candidate statements: every construction that may pass on somebody's words or thoughts.

Frames, by how the content hangs on the cue: `ccomp` (said that…), `parataxis` (…, he said), `xcomp` (vowed to…),
`dobj` (condemned X), `dobj+` (accused X of…, asked X to…), `prep` (called for…), `noun` (reports that…),
`according`, `colon` (X: …), `adjective` (confident that…), `follow` (a quote whose speaker goes on).
"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.parsing import Doc, Token, children, is_passive, words_of
from onrecord.statements.asides import according, colon
from onrecord.statements.candidate import Candidate, index_of, indices_of
from onrecord.statements.nominal import of_adjective, of_hearsay, of_noun, of_told_thing, of_view
from onrecord.statements.speaking import cue_of, speaker_of

_NO_CUES = frozenset({"be", "have", "do", "go", "get", "make", "take", "come"})
_CLAUSES = ("ccomp", "csubj")
_GOING_ON = frozenset({"add", "continue", "conclude", "note", "stress", "insist", "argue"})
_CONTENT_PREPOSITIONS = frozenset(
    {"for", "on", "about", "of", "against", "to", "at", "with", "as", "from", "in"}
)
_BY_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})


def candidates(doc: Doc) -> Iterator[Candidate]:
    """All candidates of a document, in order of their cue."""
    for token in words_of(doc, "VERB", "AUX", "NOUN", "ADJ", also=("according", ":", *_BY_HEARSAY)):
        if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ not in _NO_CUES):
            if token.lower_ == "according":
                yield from according(token)
            else:
                yield from _of_verb(token)
        elif token.lower_ == "according":
            yield from according(token)
        elif token.text == ":":
            yield from colon(token)
        elif token.pos_ == "NOUN":
            yield from of_noun(token)
            yield from of_told_thing(token)
            yield from of_view(token)
        elif token.pos_ == "ADJ":
            yield from of_adjective(token)
        elif token.lower_ in _BY_HEARSAY:
            yield from of_hearsay(token)


def _of_verb(verb: Token) -> Iterator[Candidate]:
    clauses = [child for child in children(verb, *_CLAUSES) if not _is_own_subject(child, verb)]
    speaker = speaker_of(verb)
    for clause in clauses:
        yield _made(verb, (clause,), speaker, "ccomp")
        yield from _cut_short(verb, clause, speaker)
    aside = verb.dep_ == "advcl" and any(
        child.lower_ == "as" for child in children(verb, "mark", "advmod", "prep")
    )
    if (
        not clauses
        and _short(verb)
        and (aside or (verb.dep_ in {"parataxis", "advcl"} and verb.head.i < verb.i))
    ):
        yield _around(verb, speaker, "as" if aside else "parataxis")
    complements = list(children(verb, "xcomp"))
    things = list(children(verb, "dobj"))
    if not clauses:
        for complement in complements:
            yield _made(verb, (*things, complement), speaker, "dobj+" if things else "xcomp")
        for predicate in children(verb, "oprd"):
            yield _made(verb, (*things, predicate), speaker, "oprd")
        if is_passive(verb) and not complements:
            for passive in children(verb, "nsubjpass"):
                yield _made(verb, (passive,), speaker, "passive")
        if not complements:
            yield from _of_object(verb, things, speaker)
            yield from _of_preposition(verb, things, speaker)
        yield from _rest(verb, speaker)


def _cut_short(verb: Token, clause: Token, speaker: Token | None) -> Iterator[Candidate]:
    """The clause without what is joined to it: "said it was early, but added…", "said he would go, a step that…"."""
    tails = [
        child
        for child in clause.rights
        if child.dep_ in {"conj", "advcl", "parataxis"} and child.i > clause.i + 1
    ]
    if tails:
        whole = _made(verb, (clause,), speaker, "ccomp-")
        first = min(tail.left_edge.i for tail in tails)
        content = [i for i in whole.content if i < first]
        while content and (verb.doc[content[-1]].dep_ == "cc" or verb.doc[content[-1]].is_punct):
            del content[-1]
        if content:
            yield replace(whole, content=tuple(content))


def _rest(verb: Token, speaker: Token | None) -> Iterator[Candidate]:
    """All that follows the verb in its clause, where the tree has cut it up; after a colon, the next sentence too."""
    end = verb.right_edge.i + 1
    content = [i for i in range(verb.i + 1, end) if not verb.doc[i].is_space]
    while content and verb.doc[content[0]].text in {",", ":", "-", "--"}:
        del content[0]
    if content and verb.doc[content[0]].text == '"':
        yield Candidate(cue_of(verb), tuple(content), index_of(speaker), "quote", verb.i)
    elif len(content) > 2:
        yield Candidate(cue_of(verb), tuple(content), index_of(speaker), "rest", verb.i)
    elif (
        not content
        and end + 1 < len(verb.doc)
        and verb.doc[end - 1].text in {":", ","}
        and verb.doc[end].text == '"'
    ):
        yield Candidate(cue_of(verb), (end, end + 1), index_of(speaker), "quote", verb.i)


def _of_object(verb: Token, things: list[Token], speaker: Token | None) -> Iterator[Candidate]:
    if not things:
        return
    joined = [
        p for p in children(verb, "prep") if p.lower_ in {"of", "as", "for", "to"} and p.i > things[0].i
    ]
    if joined:
        yield _made(verb, (things[0], joined[0]), speaker, "dobj+")
    yield _made(verb, (things[0],), speaker, "dobj")


def _of_preposition(verb: Token, things: list[Token], speaker: Token | None) -> Iterator[Candidate]:
    for preposition in children(verb, "prep"):
        content = next(children(preposition, "pobj", "pcomp"), None)
        if preposition.lower_ in _CONTENT_PREPOSITIONS and content is not None and not things:
            cue = (*cue_of(verb), preposition.i)
            yield Candidate(
                tuple(sorted(cue)),
                indices_of((content,)),
                index_of(speaker),
                f"prep:{preposition.lower_}",
                verb.i,
            )


def _around(verb: Token, speaker: Token | None, frame: str) -> Candidate:
    """The clause that a parenthetical "he said" stands in."""
    own = {token.i for token in verb.subtree}
    content = tuple(i for i in indices_of((verb.head,)) if i not in own)
    return Candidate(cue_of(verb), content, index_of(speaker), frame, verb.i)


def _made(verb: Token, parts: tuple[Token, ...], speaker: Token | None, frame: str) -> Candidate:
    cue = cue_of(verb)
    first, last = min(p.left_edge.i for p in parts), max(p.right_edge.i for p in parts)
    covered = indices_of(parts) if len(parts) == 1 else tuple(range(first, last + 1))
    apart = {*cue, *_said_besides(parts[0])}
    content = tuple(i for i in covered if i not in apart)
    return Candidate(cue, content, index_of(speaker), frame, verb.i)


def _said_besides(clause: Token) -> Iterator[int]:
    """What a hanging "adding that…" says: a statement of its own, beside the clause that it hangs on."""
    for child in children(clause, "advcl"):
        if child.tag_ == "VBG" and child.lemma_ in _GOING_ON and child.i > clause.i:
            yield from (token.i for token in child.subtree)


def _is_own_subject(clause: Token, verb: Token) -> bool:
    return clause.dep_ == "csubj" and clause.i < verb.i and verb.lemma_ in _NO_CUES


def _short(verb: Token) -> bool:
    return verb.right_edge.i - verb.left_edge.i <= 25
