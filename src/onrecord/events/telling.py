"""A learned second opinion on how a predicate is told: fact, open or denied, from the words that govern it.

A small network (`onrecord.parsing.network`) over the predicate's own form, its path to the clause that asserts, WordNet's
classes and the parser's context vectors; weights in `data/status.npz`, trained by `scripts/train_status.py`
(docs/models/status.md).
"""

import functools
from collections.abc import Iterator
from importlib.resources import files

import numpy as np

from onrecord.parsing import Token
from onrecord.parsing.network import Floats, Network, context_vectors
from onrecord.parsing.wordclasses import noun_classes, verb_classes
from onrecord.record import Status

CLASSES = ("fact", "open", "denied")
_FACT, _OPEN, _DENIED = range(3)
CLASS_OF = {
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


_SURE = 0.6
"""Probability from which the network overrules what the rules read off a governing word."""


def judged(predicate: Token, ruled: Status, *, weak: bool) -> Status:
    """The rules' status, or the network's where it sees another class.

    Args:
        predicate: the head of the predicate.
        ruled: what the rules say.
        weak: whether the rules had no governing word to go by; else the network must be sure, and never makes a fact
            of what is governed as open or denied: "plans to attack" is no attack.
    """
    odds = chances(predicate, ruled)
    best = int(odds.argmax())
    governed = not weak and (best == _FACT or ruled is Status.DENIED or odds[best] < _SURE)
    if best == CLASS_OF[ruled] or governed:
        return ruled
    return _STATUS[best]


def chances(predicate: Token, ruled: Status) -> Floats:
    """The network's shares of fact, open and denied."""
    context = contexts(predicate)[None, :]
    odds = _network().odds([list(features(predicate, ruled))], context)[0]
    raised = np.exp(odds - odds.max())
    shares: Floats = raised / raised.sum()
    return shares


def contexts(predicate: Token) -> Floats:
    """The context vectors of the predicate, of the two words that govern it, the root, the neighbours, and the
    sentence's mean."""
    vectors, sentence, last = context_vectors(predicate.doc), predicate.sent, len(predicate.doc) - 1
    above = predicate.head
    places = [
        predicate.i,
        above.i,
        above.head.i,
        sentence.root.i,
        max(predicate.i - 1, 0),
        min(predicate.i + 1, last),
    ]
    mean = vectors[sentence.start : sentence.end].mean(0)
    found: Floats = np.concatenate([vectors[places].reshape(-1), mean])
    return found


def features(predicate: Token, ruled: Status) -> Iterator[str]:
    """What the model reads: the rules' answer, the predicate's own form and children, the path above it."""
    yield f"rule={ruled}"
    yield f"tag={predicate.tag_}"
    yield f"dep={predicate.dep_}"
    yield f"rule+pos={ruled}+{predicate.pos_}+{predicate.dep_}"
    yield f"lemma={predicate.lemma_.lower()}"
    for place, word in (("own", predicate), ("above", predicate.head), ("above", predicate.head.head)):
        classes = verb_classes if word.pos_ in {"VERB", "AUX"} else noun_classes
        yield f"class_{place}={classes(word.lemma_.lower())[:1]}{word.pos_}"
    for child in predicate.children:
        if child.dep_ in {"aux", "neg", "mark", "det", "advmod", "amod", "auxpass", "poss", "predet"}:
            yield f"{child.dep_}={child.lower_}"
    token, path = predicate, ""
    for height in range(_HEIGHT):
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
def _network() -> Network:
    return Network.read(files("onrecord.events") / "data" / "status.npz")
