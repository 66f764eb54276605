"""A learned second opinion on how a predicate is told: fact, open or denied, from the words that govern it.

A logistic regression over the predicate's own form and its path to the clause that asserts; weights in
`data/status_weights.json`, trained by `scripts/train_status.py` (docs/models/status.md).
"""

import functools
import json
import math
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from onrecord.parsing import Token
from onrecord.record import Status

CLASSES = ("fact", "open", "denied")
_FACT, _OPEN, _DENIED = range(3)
_CLASS = {
    Status.HAPPENED: _FACT,
    Status.ONGOING: _FACT,
    Status.HABITUAL: _FACT,
    Status.PLANNED: _OPEN,
    Status.POSSIBLE: _OPEN,
    Status.DENIED: _DENIED,
}
_STATUS = (Status.HAPPENED, Status.POSSIBLE, Status.DENIED)
_HEIGHT = 4
"""How many governing words are read."""


def judged(predicate: Token, ruled: Status) -> Status:
    """The rules' status, or the model's where it is sure of another class."""
    model = _model()
    scores = _scores(features(predicate, ruled), model["weights"], model["bias"])
    best = max(range(3), key=lambda c: scores[c])
    sure = scores[best] >= model["sure"][CLASSES[_CLASS[ruled]]][CLASSES[best]]
    return _STATUS[best] if best != _CLASS[ruled] and sure else ruled


def features(predicate: Token, ruled: Status) -> Iterator[str]:
    """What the model reads: the rules' answer, the predicate's own form and children, the path above it."""
    yield f"rule={ruled}"
    yield f"tag={predicate.tag_}"
    yield f"dep={predicate.dep_}"
    yield f"rule+pos={ruled}+{predicate.pos_}+{predicate.dep_}"
    yield f"lemma={predicate.lemma_.lower()}"
    for child in predicate.children:
        if child.dep_ in {"aux", "neg", "mark", "det", "advmod", "amod", "auxpass", "poss", "predet"}:
            yield f"{child.dep_}={child.lower_}"
    token, path = predicate, ""
    for height in range(_HEIGHT):
        if token.head is token:
            break
        path += f"<{token.dep_}"
        token = token.head
        yield f"up{height}={path}<{token.lemma_.lower()}"
        yield f"above={token.lemma_.lower()}+{predicate.dep_ if not height else token.pos_}"
        for child in token.children:
            if child.dep_ in {"aux", "neg", "mark"}:
                yield f"up_{child.dep_}{height}={child.lower_}"
    yield f"root={token.lemma_.lower()}"
    yield f"last={predicate.sent[-1].text}"


@functools.cache
def _model() -> Mapping[str, Any]:
    text = (files("onrecord.events") / "data" / "status_weights.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def _scores(names: Iterator[str], weights: Mapping[str, list[float]], bias: list[float]) -> list[float]:
    sums = list(bias)
    for name in sorted(set(names)):
        for c, weight in enumerate(weights.get(name, ())):
            sums[c] += weight
    top = max(sums)
    raised = [math.exp(value - top) for value in sums]
    return [value / sum(raised) for value in raised]
