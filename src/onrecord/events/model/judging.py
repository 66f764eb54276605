"""How far an event can be trusted once the encoder has looked at it: a logistic regression over a few shares.

`ruled` weighs the events of the lexicon, `alone` what the encoder tells by itself. Fitted by `scripts/train_review.py` on
labelled events of the news that the encoder had not seen (docs/models/relation.md).
"""

import functools
import json
import math
from collections.abc import Mapping
from importlib.resources import files

from onrecord.events.model.classifier import Answer
from onrecord.events.model.pointing import Side
from onrecord.record import EventType

_LEAST = 0.005
"""Shares are read between this and one less this."""
_ROUND = 3


def evidence(
    answer: Answer,
    kind: EventType,
    acting: Side,
    receiving: Side,
    trust: float | None,
    *,
    lone: bool = False,
) -> dict[str, float]:
    """What is weighed: log-odds of the class, of any event, of either side, and of the trust in the rules' row.

    `lone` says that the sentence is the whole text: what is told in one sentence is told plainly, and is right more often.
    """
    read = {
        "(bias)": 1.0,
        "class": _odds(answer.share(kind)),
        "event": _odds(1 - answer.share(None)),
        "actor": _odds(acting.share),
        "recipient": _odds(receiving.share),
        "no actor": float(not acting.ids),
        "no recipient": float(not receiving.ids),
        "lone": float(lone),
    }
    if trust is not None:
        read |= {"trust": _odds(trust), "changed": float(bool(acting.words or receiving.words))}
    return read


def judged(read: Mapping[str, float]) -> float:
    """The probability that class, actor and recipient are all right."""
    weights = _weights()["ruled" if "trust" in read else "alone"]
    odds = sum(weights.get(name, 0.0) * value for name, value in read.items())
    return round(1 / (1 + math.exp(-odds)), _ROUND)


def _odds(share: float) -> float:
    held = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(held / (1 - held))


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    text = (files("onrecord.events.model") / "data" / "judging.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, float]] = json.loads(text)
    return loaded
