"""Sources told beside the clause: "according to X", and a name before a colon."""

from collections.abc import Iterator

from onrecord.parsing import Token, children, clause_verb
from onrecord.statements.candidate import Candidate, indices_of

_SHORT_LABEL = 7


def according(word: Token) -> Iterator[Candidate]:
    """ "According to X, …": the clause that it hangs on, the clause above, or the whole sentence."""
    to = next((child for child in word.children if child.lower_ == "to"), None)
    source = next(children(to, "pobj"), None) if to is not None else None
    if to is None or source is None:
        return
    own = {token.i for token in word.subtree}
    sentence = tuple(token.i for token in word.sent if token.i not in own and not token.is_space)
    if word.head != word:
        yield from _attributed(word, to, source, "according", indices_of((word.head,)), own)
        if word.head.pos_ not in {"VERB", "AUX"}:
            yield from _attributed(word, to, source, "according^", indices_of((clause_verb(word.head),)), own)
    yield from _attributed(word, to, source, "according.", sentence, own)


def _attributed(
    word: Token, to: Token, source: Token, frame: str, clause: tuple[int, ...], own: set[int]
) -> Iterator[Candidate]:
    content = tuple(i for i in clause if i not in own)
    if content:
        yield Candidate((word.i, to.i), content, source.i, frame, word.i)


def colon(mark: Token) -> Iterator[Candidate]:
    """ "Minister: the budget is ready": a short name or noun before a colon that opens its line."""
    doc, first = mark.doc, mark.i
    while first > 0 and mark.i - first <= _SHORT_LABEL and "\n" not in doc[first - 1].text:
        first -= 1
    label = [token for token in doc[first : mark.i] if not token.is_space]
    if (
        not label
        or len(label) > _SHORT_LABEL
        or any(t.pos_ in {"VERB", "AUX"} or t.is_punct for t in label[:-1])
    ):
        return
    end = mark.i + 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    content = tuple(i for i in range(mark.i + 1, end) if not doc[i].is_space)
    speaker = next((t for t in reversed(label) if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    if content and speaker is not None:
        yield Candidate((mark.i,), content, speaker.i, "colon", mark.i)
