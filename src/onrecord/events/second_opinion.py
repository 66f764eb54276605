"""The lexicon's answer and the learned classifier's, weighed together for a given pair.

The classifier sees classes that the lexicon has no row for; the lexicon gives the code, mode and status and can be
read. Where they disagree the likelier class comes first, and `reason.refused` names what the other said.
"""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from onrecord.events.codebook import general
from onrecord.events.model.classifier import NAME, Opinion, opinions, tellings
from onrecord.events.relate import relate
from onrecord.events.status import has_own_marks, ruled_status, status_of
from onrecord.events.telling import CLASS_OF, chances
from onrecord.parsing import Parse, Token
from onrecord.record import Coding, Reason, Span, Status

_LEARNED, _WRITTEN = 0.75, 0.25
"""Weights of the two answers in the score; development prefers the encoder three to one."""
_FLOOR = 0.1
"""Score under which a class is not named."""
_NOTHING = 0.9
"""Share of "no event" from which nothing is named; where the lexicon knows no predicate, it need only be the likeliest."""


_NETWORK, _ENCODER = 0.52, 0.48
"""Weights of the two learned answers on how a predicate is told."""
_RARE = np.array([1.0, 2.5, 2.8])
"""What open and denied weigh against fact: the sets that taught both are nearly all facts."""
_TOLD = (
    (Status.HAPPENED, Status.ONGOING, Status.HABITUAL),
    (Status.POSSIBLE, Status.PLANNED),
    (Status.DENIED,),
)


def status_with_model(predicate: Token) -> Status:
    """How a predicate is told, by rules, network and encoder together.

    Its own negation, modal, condition or question is never overruled to a fact: what "will" or "may" be is not done.
    """
    (heard,) = tellings(predicate.sent.text, [predicate.idx - predicate.sent.start_char])
    return status_heard(predicate, heard)


def status_heard(predicate: Token, heard: Mapping[Status, float]) -> Status:
    """The same, where the encoder has been asked: `heard` is its probability of each status."""
    ruled = ruled_status(predicate)
    shares = np.array([sum(heard[status] for status in kinds) for kinds in _TOLD])
    best = int(((_NETWORK * chances(predicate, ruled) + _ENCODER * shares) * _RARE).argmax())
    outright = ruled is Status.DENIED and predicate.head.lemma_ == "deny"
    if best == CLASS_OF[ruled] or outright or (best == 0 and has_own_marks(predicate)):
        return ruled
    return max(_TOLD[best], key=heard.__getitem__)


def relate_with_model(parse: Parse, actor: Span | None, recipient: Span | None) -> list[Coding]:
    """The codings of the events told between the two by lexicon and classifier, best first; `[]` where none is told."""
    written = relate(parse, actor, recipient)
    learned = opinions(parse.text, actor, recipient)
    nothing = next(opinion.score for opinion in learned if opinion.type is None)
    if nothing >= _NOTHING or (not written and learned[0].type is None):
        return []
    codings = [_weighed(opinion, written, parse) for opinion in learned if opinion.type is not None]
    said = f"lexicon: {written[0].type}" if written else "lexicon: no event"
    found = sorted((coding for coding in codings if coding.score >= _FLOOR), key=lambda coding: -coding.score)
    return [
        _with_refusal(coding, said) if not written or written[0].type != coding.type else coding
        for coding in found
    ]


def _weighed(opinion: Opinion, written: Sequence[Coding], parse: Parse) -> Coding:
    assert opinion.type is not None
    same = next((coding for coding in written if coding.type is opinion.type), None)
    score = round(_LEARNED * opinion.score + _WRITTEN * (same.score if same else 0.0), 3)
    reason = Reason(rule=same.reason.rule if same else None, model=NAME, score=opinion.score)
    if same is not None:
        return msgspec.structs.replace(same, score=score, reason=reason)
    return Coding(
        type=opinion.type,
        status=_status(parse, written),
        cameo=general(opinion.type),
        score=score,
        reason=reason,
    )


def _status(parse: Parse, written: Sequence[Coding]) -> Status:
    """How the sentence's main predicate is told, where no row of the lexicon says it."""
    if written:
        return written[0].status
    root = next((token for token in parse.doc if token.dep_ == "ROOT"), None)
    return (status_of(root) if root is not None else None) or Status.POSSIBLE


def _with_refusal(coding: Coding, said: str) -> Coding:
    return msgspec.structs.replace(coding, reason=msgspec.structs.replace(coding.reason, refused=(said,)))
