"""Which event is told between two given parties of a sentence: the lexicon's answer, best first."""

from collections.abc import Iterator

from onrecord.events.codebook import codes
from onrecord.events.coding import embedded, embedded_code, frames_of
from onrecord.events.lexicon import Frame
from onrecord.events.plausible import intended_code, recoded, refused_by_form
from onrecord.events.promise import announced_code
from onrecord.events.roles import Parties, of_noun, of_verb
from onrecord.events.status import status_of
from onrecord.parsing import Parse, Token
from onrecord.record import Coding, Reason, Span, Status

_BOTH, _ONE, _SENTENCE = 0.9, 0.6, 0.3
"""Scores by how much of the pair the predicate binds: both sides, one side, or only the sentence between them."""


def relate(parse: Parse, actor: Span | None, recipient: Span | None) -> list[Coding]:
    """The codings of the events told between the two, best first; empty where none is told."""
    found = [coding for token in parse.doc for coding in _codings(token, actor, recipient)]
    best: dict[tuple[str, str | None], Coding] = {}
    for coding in sorted(found, key=lambda c: -c.score):
        best.setdefault((coding.type, coding.cameo), coding)
    return list(best.values())


def _codings(token: Token, actor: Span | None, recipient: Span | None) -> Iterator[Coding]:
    for frame in frames_of(token):
        parties = of_verb(token, frame) if token.pos_ == "VERB" else of_noun(token, frame)
        score = _bound(parties, frame, actor, recipient, token)
        if score > 0:
            inner = embedded(token, frame)
            if refused_by_form(token, frame):
                continue
            meant = frames_of(inner) if inner is not None else ()
            plain = codes()[intended_code(frame, inner, meant) or embedded_code(frame, inner)]
            plain = recoded(token, frame, ()) if recoded(token, frame, ()) is not frame.code else plain
            status = status_of(parties.carrier or token) or Status.POSSIBLE
            code = codes()[announced_code(plain.cameo, plain.type, status, parties.carrier or token)]
            yield Coding(
                type=code.type, mode=frame.mode, status=status, cameo=code.cameo, score=score,
                reason=Reason(rule=frame.rule, score=score),
            )  # fmt: skip


def _bound(parties: Parties, frame: Frame, actor: Span | None, recipient: Span | None, token: Token) -> float:
    acts, receives = _touch(parties.actors, actor), _touch(parties.recipients, recipient)
    if frame.reciprocal and not (acts and receives):
        both = (*parties.actors, *parties.recipients)
        acts, receives = acts or _touch(both, actor), receives or _touch(both, recipient)
    if (acts or actor is None) and (receives or recipient is None):
        return _BOTH
    if acts or receives:
        return _ONE - 0.1 * (not acts)
    return _SENTENCE - 0.02 * _depth(token) if _between(token, actor, recipient) else 0.0


def _touch(tokens: tuple[Token, ...], span: Span | None) -> bool:
    return span is not None and any(span.start <= token.idx < span.end for token in tokens)


def _between(token: Token, actor: Span | None, recipient: Span | None) -> bool:
    """Whether the predicate stands outside both names; a sentence without a better one is read by it."""
    return not any(span is not None and span.start <= token.idx < span.end for span in (actor, recipient))


def _depth(token: Token) -> int:
    return min(sum(1 for _ in token.ancestors), 10)
