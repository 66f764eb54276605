"""The learned re-ranker: how likely each candidate is a statement, from named features and the parser's own vectors.

Weights in `data/reranker.npz`, trained by `scripts/train_statements.py`; the model card is docs/models/statements.md.
"""

import functools
from collections.abc import Sequence
from importlib.resources import files

import numpy as np

from onrecord.parsing.network import Floats, Network, means, padded_vectors
from onrecord.statements.candidate import Candidate
from onrecord.statements.extents import Quotes
from onrecord.statements.features import features

THRESHOLD = 0.22
"""Score from which a candidate is a statement; calibrated on held articles of the training set."""

CLEAR = 0.05
"""The same for a clear construction that the training set seldom marks: a chain, a noun or an adverb without a speaker."""


def scores(found: Sequence[Candidate], quotes: Quotes) -> list[float]:
    """The score of each candidate, in (0, 1)."""
    if not found:
        return []
    odds = _network().odds([features(candidate, quotes) for candidate in found], contexts(found, quotes))[
        :, 0
    ]
    return [float(p) for p in 1 / (1 + np.exp(-np.clip(odds, -30, 30)))]


def contexts(found: Sequence[Candidate], quotes: Quotes) -> Floats:
    """The context vectors of each candidate, side by side: cue, what it hangs on, speaker, first and last word of the
    content, the words around it, and the content's mean."""
    padded = padded_vectors(quotes.doc)
    places = np.array([_places(candidate, quotes) for candidate in found])
    beside = padded[places].reshape(len(found), -1)
    return np.concatenate([beside, means(padded, places[:, 3], places[:, 4])], 1)


def _places(candidate: Candidate, quotes: Quotes) -> list[int]:
    doc = quotes.doc
    content = candidate.content or (candidate.head,)
    first, last = content[0], content[-1]
    speaker = len(doc) if candidate.speaker is None else candidate.speaker
    around = max(first - 1, 0), min(last + 1, len(doc) - 1)
    return [candidate.head, doc[candidate.head].head.i, speaker, first, last, *around]


@functools.cache
def _network() -> Network:
    return Network.read(files("onrecord.statements") / "data" / "reranker.npz")
