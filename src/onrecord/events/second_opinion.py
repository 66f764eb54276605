"""The lexicon's answer and the learned classifier's, weighed together for a given pair.

The classifier sees classes that the lexicon has no row for; the lexicon gives the code, mode and status and can be
read. Where they disagree the likelier class comes first, and `reason.refused` names what the other said.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec
import numpy as np

from onrecord.events.codebook import general
from onrecord.events.coding import frames_of
from onrecord.events.model import words
from onrecord.events.model.classifier import NAME, Answer, answers, tellings
from onrecord.events.model.marking import Question
from onrecord.events.relate import relate
from onrecord.events.status import has_own_marks, is_judged_false, ruled_status, status_of
from onrecord.events.telling import CLASS_OF, chances
from onrecord.parsing import Parse, Token, span_of
from onrecord.record import Coding, EventType, Reason, Span, Status

_PAIR, _PREDICATES, _WRITTEN = 0.9, 0.05, 0.05
"""Weights of the encoder's answer on the pair, of its answers on the predicates, and of the lexicon's."""
_FLOOR = 0.1
"""Score under which a class is not named."""
_TOLD_AT_ALL = 0.3
"""Score of the best class under which no event is told."""
_MOST = 10
"""Predicates that are asked about."""
_ROUND = 3
_NOT_DONE = frozenset({Status.PLANNED, Status.POSSIBLE, Status.DENIED})

_NETWORK, _ENCODER, _WORDS = 0.368, 0.283, 0.349
"""Weights of the three learned answers on how a predicate is told."""
_RARE = np.array([1.0, 2.6, 3.7])
"""What open and denied weigh against fact: the sets that taught them are nearly all facts."""
_TOLD = (
    (Status.HAPPENED, Status.ONGOING, Status.HABITUAL),
    (Status.POSSIBLE, Status.PLANNED),
    (Status.DENIED,),
)


def question_of(predicate: Token) -> Question:
    """The predicate's sentence with the predicate marked; its parties are to be found."""
    start = predicate.sent.start_char
    at = Span(predicate.idx - start, predicate.idx - start + len(predicate))
    return Question(predicate.sent.text, predicate=at)


def status_with_model(predicate: Token) -> Status:
    """How a predicate is told, by rules, network, encoder and words together.

    Its own negation, modal, condition or question is never overruled to a fact: what "will" or "may" be is not done.
    """
    (heard,) = tellings(predicate.sent.text, [predicate.idx - predicate.sent.start_char])
    return status_heard(predicate, heard)


def status_heard(predicate: Token, heard: Mapping[Status, float]) -> Status:
    """The same, where the encoder has been asked: `heard` is its probability of each status."""
    ruled = ruled_status(predicate)
    shares = np.array([sum(heard[status] for status in kinds) for kinds in _TOLD])
    by_words = words.telling(question_of(predicate))
    joined = _NETWORK * chances(predicate, ruled) + _ENCODER * shares + _WORDS * by_words
    best = int((joined * _RARE).argmax())
    untrue = predicate.head.lemma_ == "deny" or is_judged_false(predicate)
    outright = ruled is Status.DENIED and untrue
    if best == CLASS_OF[ruled] or outright or (best == 0 and has_own_marks(predicate)):
        return ruled
    return max(_TOLD[best], key=heard.__getitem__)


def heard_beside(status: Status, predicate: Token, heard: Mapping[Status, float]) -> Status:
    """The status, unless the encoder hears what is told as done as open or denied."""
    if status is not Status.HAPPENED:
        return status
    said = status_heard(predicate, heard)
    return said if said in _NOT_DONE else status


def relate_with_model(parse: Parse, actor: Span | None, recipient: Span | None) -> list[Coding]:
    """The codings of the events told between the two by lexicon and encoder, best first; `[]` where none is told.

    The encoder is asked twice over: of the pair as a whole, and of each predicate, whose class counts as far as the encoder
    finds the two on its sides.
    """
    written = relate(parse, actor, recipient)
    asked = list(islice(_predicates(parse, actor, recipient), _MOST))
    pair, *each = answers(
        [
            Question(parse.text, actor, recipient),
            *(Question(parse.text, None, None, span_of(w)) for w in asked),
        ]
    )
    bound = [
        (word, answer, _between(answer, actor, recipient)) for word, answer in zip(asked, each, strict=True)
    ]
    codings = [_weighed(kind, pair, bound, written) for kind in EventType]
    found = sorted((coding for coding in codings if coding.score >= _FLOOR), key=lambda coding: -coding.score)
    if not found or found[0].score < _TOLD_AT_ALL:
        return []
    said = f"lexicon: {written[0].type}" if written else "lexicon: no event"
    return [
        _with_refusal(coding, said) if not written or written[0].type != coding.type else coding
        for coding in found
    ]


def _predicates(parse: Parse, actor: Span | None, recipient: Span | None) -> Iterator[Token]:
    """Verbs, and nouns that the lexicon knows, outside the two parties."""
    sides = [side for side in (actor, recipient) if side is not None]
    for word in parse.doc:
        if (word.pos_ == "VERB" or frames_of(word)) and not any(side.holds(span_of(word)) for side in sides):
            yield word


def _between(answer: Answer, actor: Span | None, recipient: Span | None) -> float:
    """How far the encoder finds the two on the sides of a predicate."""
    assert answer.sides is not None
    acting, receiving = answer.sides
    return acting.of([actor] if actor else []) * receiving.of([recipient] if recipient else [])


_Bound = Sequence[tuple[Token, Answer, float]]


def _weighed(kind: EventType, pair: Answer, bound: _Bound, written: Sequence[Coding]) -> Coding:
    same = next((coding for coding in written if coding.type is kind), None)
    shares = [answer.share(kind) * between for _, answer, between in bound]
    told = 1 - math.prod(1 - share for share in shares)
    score = _PAIR * pair.share(kind) + _PREDICATES * told + _WRITTEN * (same.score if same else 0.0)
    reason = Reason(rule=same.reason.rule if same else None, model=NAME, score=pair.share(kind))
    if same is not None:
        return msgspec.structs.replace(same, score=round(score, _ROUND), reason=reason)
    best = max(range(len(bound)), key=shares.__getitem__, default=None)
    status = status_of(bound[best][0]) if best is not None else None
    return Coding(
        type=kind,
        status=status or Status.POSSIBLE,
        cameo=general(kind),
        score=round(score, _ROUND),
        reason=reason,
    )


def _with_refusal(coding: Coding, said: str) -> Coding:
    return msgspec.structs.replace(coding, reason=msgspec.structs.replace(coding.reason, refused=(said,)))
