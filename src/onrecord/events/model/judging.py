"""How far an event can be trusted once the encoder has looked at it: a logistic regression over its shares and the whole row.

Beside the shares it reads what the trust of the rules reads (`onrecord.events.trust.features`): who is named by a pronoun, how
either side hangs on the trigger, what kind of report it is. Fitted by `scripts/train_review.py` on events of the news that the
encoder had not seen, judged by reading (docs/models/relation.md).
"""

import math
from collections.abc import Iterable, Mapping

from onrecord.events.logistic import chance, weights_of
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

    What the encoder tells alone has no such trust, and weights of its own for the rest. `lone` says that the sentence is the
    whole text: what is told in one sentence is told plainly, and is right more often.
    """
    read = {
        "class": _odds(answer.share(kind)),
        "event": _odds(1 - answer.share(None)),
        "actor": _odds(acting.share),
        "recipient": _odds(receiving.share),
        "no actor": float(not acting.ids),
        "no recipient": float(not receiving.ids),
        "lone": float(lone),
    }
    if trust is None:
        return {f"alone {name}": value for name, value in read.items()} | {"alone": 1.0}
    return read | {"trust": _odds(trust), "changed": float(bool(acting.words or receiving.words))}


def judged(read: Mapping[str, float], names: Iterable[str] = ()) -> float:
    """The probability that class, actor and recipient are all right.

    Args:
        read: the numbers of `evidence`.
        names: what is read of the row, each once (`onrecord.events.trust.features`).
    """
    return round(chance(weights_of("onrecord.events.model", "judging"), names, read), _ROUND)


def _odds(share: float) -> float:
    held = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(held / (1 - held))
