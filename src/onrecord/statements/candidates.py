"""Candidate statements: every construction that may pass on somebody's words or thoughts.

Frames, by how the content hangs on the cue: `ccomp` (said that…), `parataxis` (…, he said), `xcomp` (vowed to…),
`dobj` (condemned X), `dobj+` (accused X of…, asked X to…), `prep` (called for…), `noun` (reports that…),
`according`, `colon` (X: …), `adjective` (confident that…), `follow` (a quote whose speaker goes on).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.parsing import Doc, Token, agent_of, children, coordinated, subject_of

_NO_CUES = frozenset({"be", "have", "do", "go", "get", "make", "take", "come"})
_GOING_ON = frozenset({"add", "continue", "conclude", "note", "stress", "insist", "argue"})
_CLAUSES = ("ccomp", "csubj")
_HANGING = ("relcl", "acl", "appos", "parataxis", "advcl")
_CONTENT_PREPOSITIONS = frozenset(
    {"for", "on", "about", "of", "against", "to", "at", "with", "as", "from", "in"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible statement, in token indices."""

    cue: tuple[int, ...]
    content: tuple[int, ...]
    speaker: int | None
    frame: str
    head: int


def candidates(doc: Doc) -> Iterator[Candidate]:
    """All candidates of a document, in order of their cue."""
    for token in doc:
        if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ not in _NO_CUES):
            if token.lower_ == "according":
                yield from _according(token)
            else:
                yield from _of_verb(token)
        elif token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ == "NOUN":
            yield from _of_noun(token)
        elif token.pos_ == "ADJ":
            yield from _of_adjective(token)


def _of_verb(verb: Token) -> Iterator[Candidate]:
    clauses = [child for child in children(verb, *_CLAUSES) if not _is_own_subject(child, verb)]
    speaker = speaker_of(verb)
    for clause in clauses:
        yield _made(verb, (clause,), speaker, "ccomp")
    if not clauses and verb.dep_ in {"parataxis", "advcl"} and verb.head.i < verb.i and _short(verb):
        yield _around(verb, speaker)
    complements = list(children(verb, "xcomp"))
    things = list(children(verb, "dobj"))
    if not clauses:
        for complement in complements:
            yield _made(verb, (*things, complement), speaker, "dobj+" if things else "xcomp")
        if not complements:
            yield from _of_object(verb, things, speaker)
            yield from _of_preposition(verb, things, speaker)
        yield from _rest(verb, speaker)


def _rest(verb: Token, speaker: Token | None) -> Iterator[Candidate]:
    """All that follows the verb in its clause, where the tree has cut it up; after a colon, the next sentence too."""
    end = verb.right_edge.i + 1
    content = [i for i in range(verb.i + 1, end) if not verb.doc[i].is_space]
    while content and verb.doc[content[0]].text in {",", ":", "-", "--"}:
        del content[0]
    if content and verb.doc[content[0]].text == '"':
        yield Candidate(cue_of(verb), tuple(content), _index(speaker), "quote", verb.i)
    elif len(content) > 2:
        yield Candidate(cue_of(verb), tuple(content), _index(speaker), "rest", verb.i)
    elif (
        not content
        and end + 1 < len(verb.doc)
        and verb.doc[end - 1].text in {":", ","}
        and verb.doc[end].text == '"'
    ):
        yield Candidate(cue_of(verb), (end, end + 1), _index(speaker), "quote", verb.i)


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
                _indices((content,)),
                _index(speaker),
                f"prep:{preposition.lower_}",
                verb.i,
            )


def _of_noun(noun: Token) -> Iterator[Candidate]:
    for clause in children(noun, "acl", "ccomp"):
        if _opens_with_that(clause) or any(child.dep_ == "nsubj" for child in clause.children):
            carried = subject_of(noun.head) if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else None
            owner = next(children(noun, "poss"), None) or _of_or_by(noun) or carried or noun
            yield Candidate((noun.i,), _indices((clause,)), owner.i, "noun", noun.i)


def _of_or_by(noun: Token) -> Token | None:
    for preposition in children(noun, "prep"):
        if preposition.lower_ in {"by", "from", "of"}:
            return next(children(preposition, "pobj"), None)
    return None


def _of_adjective(adjective: Token) -> Iterator[Candidate]:
    for clause in children(adjective, "ccomp", "xcomp"):
        subject = subject_of(adjective.head) if adjective.head.pos_ in {"AUX", "VERB"} else None
        if subject is not None:
            cue = (adjective.head.i, adjective.i)
            yield Candidate(tuple(sorted(cue)), _indices((clause,)), subject.i, "adjective", adjective.i)


def _according(word: Token) -> Iterator[Candidate]:
    to = next((child for child in word.children if child.lower_ == "to"), None)
    source = next(children(to, "pobj"), None) if to is not None else None
    if to is None or source is None:
        return
    clause = word.head
    own = {token.i for token in word.subtree}
    content = tuple(i for i in _indices((clause,)) if i not in own)
    if content and clause is not word:
        yield Candidate((word.i, to.i), content, source.i, "according", word.i)


def _around(verb: Token, speaker: Token | None) -> Candidate:
    """The clause that a parenthetical "he said" stands in."""
    own = {token.i for token in verb.subtree}
    content = tuple(i for i in _indices((verb.head,)) if i not in own)
    return Candidate(cue_of(verb), content, _index(speaker), "parataxis", verb.i)


def _made(verb: Token, parts: tuple[Token, ...], speaker: Token | None, frame: str) -> Candidate:
    cue = cue_of(verb)
    first, last = min(p.left_edge.i for p in parts), max(p.right_edge.i for p in parts)
    covered = _indices(parts) if len(parts) == 1 else tuple(range(first, last + 1))
    apart = {*cue, *_said_besides(parts[0])}
    content = tuple(i for i in covered if i not in apart)
    return Candidate(cue, content, _index(speaker), frame, verb.i)


def _said_besides(clause: Token) -> Iterator[int]:
    """What a hanging "adding that…" says: a statement of its own, beside the clause that it hangs on."""
    for child in children(clause, "advcl"):
        if child.tag_ == "VBG" and child.lemma_ in _GOING_ON and child.i > clause.i:
            yield from (token.i for token in child.subtree)


def cue_of(verb: Token) -> tuple[int, ...]:
    """The verb with its auxiliaries and particle, where they touch it."""
    cue = [verb.i]
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass", "prt"} and abs(child.i - verb.i) <= 3:
            cue.append(child.i)
    return tuple(sorted(cue))


def speaker_of(verb: Token) -> Token | None:
    """Who speaks: the agent of a passive, else the subject, own or shared."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return agent_of(verb)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.dep_ == "ccomp":
        return subject_of(verb.head.head)  # "X said that Y was Z, stressing…": X stresses
    if verb.lemma_ in _GOING_ON and verb.dep_ == "conj" and verb.head.dep_ == "ccomp":
        return subject_of(verb.head.head)  # "X said it takes time, but added…": X adds
    return subject_of(verb) or _before_quote(verb)


def _before_quote(verb: Token) -> Token | None:
    """The noun that a quotation mark cuts off from its verb: `the minister "said that…"`."""
    if verb.i < 2 or verb.nbor(-1).text != '"':
        return None
    noun = verb.nbor(-2)
    return noun if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def noun_phrase(head: Token) -> tuple[int, int]:
    """The speaker as written: the noun phrase with its coordinates and titles, without relative clauses."""
    left, right = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ in _HANGING and child.dep_ != "appos":
            break
        if child.dep_ not in {"punct", "cc"} or child.lower_ in {"and", "or"}:
            right = max(right, child.right_edge.i)
    return left, right + 1


def _indices(parts: tuple[Token, ...]) -> tuple[int, ...]:
    return tuple(token.i for part in parts for token in part.subtree)


def _index(token: Token | None) -> int | None:
    return None if token is None else token.i


def _is_own_subject(clause: Token, verb: Token) -> bool:
    return clause.dep_ == "csubj" and clause.i < verb.i and verb.lemma_ in _NO_CUES


def _short(verb: Token) -> bool:
    return verb.right_edge.i - verb.left_edge.i <= 25


def _opens_with_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" for child in clause.children)


__all__ = ["Candidate", "candidates", "coordinated", "cue_of", "noun_phrase", "speaker_of"]
