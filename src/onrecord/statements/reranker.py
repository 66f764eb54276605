"""The learned re-ranker: how likely each candidate is a statement, from named features and the parser's own vectors.

A wide and deep network (Cheng et al. 2016): the named features vote each by a weight of its own, and their embeddings meet
the parser's context vectors (`doc.tensor`, already computed) in one hidden layer. Weights, int8, in `data/reranker.npz`;
trained by `scripts/train_statements.py`; the model card is docs/models/statements.md.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from onrecord.statements.candidate import Candidate
from onrecord.statements.extents import Quotes
from onrecord.statements.features import features

THRESHOLD = 0.22
"""Score from which a candidate is a statement; calibrated on held articles of the training set."""

CLEAR = 0.05
"""The same for a clear construction that the training set seldom marks: a chain, a noun or an adverb without a speaker."""

PLACES = 8
"""Context vectors of a candidate: cue, what it hangs on, speaker, first and last word of the content, the words around
it, and the mean of the content."""

WIDTH = 96
"""Dimensions of the English models' context vectors."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """The network: one row per named feature (embedding, then its own vote), and the two layers."""

    names: Mapping[str, int]
    embedding: Floats
    vote: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    bias: float

    @property
    def size(self) -> int:
        """Dimensions of an embedding."""
        return int(self.embedding.shape[1])


def scores(found: Sequence[Candidate], quotes: Quotes) -> list[float]:
    """The score of each candidate, in (0, 1)."""
    if not found:
        return []
    known = weights()
    rows = [[known.names[name] for name in features(c, quotes) if name in known.names] for c in found]
    summed = np.stack([known.embedding[row].sum(0) for row in rows])
    votes = np.array([known.vote[row].sum() for row in rows], np.float32)
    inputs = np.concatenate([contexts(found, quotes), summed], 1)
    hidden = np.maximum(inputs @ known.hidden + known.hidden_bias, 0.0)
    odds = np.clip(votes + hidden @ known.out + known.bias, -30, 30)
    return [float(p) for p in 1 / (1 + np.exp(-odds))]


def contexts(found: Sequence[Candidate], quotes: Quotes) -> Floats:
    """The context vectors of each candidate, side by side."""
    doc = quotes.doc
    tensor = np.asarray(doc.tensor, np.float32)
    if tensor.shape != (len(doc), WIDTH):  # a document that another pipeline parsed, without context vectors
        tensor = np.zeros((len(doc), WIDTH), np.float32)
    padded = np.concatenate([tensor, np.zeros((1, tensor.shape[1]), np.float32)])
    places = np.array([_places(candidate, quotes) for candidate in found])
    firsts, lasts = places[:, 3], places[:, 4]
    until = np.concatenate([np.zeros((1, tensor.shape[1]), np.float32), np.cumsum(tensor, 0)])
    means = (until[lasts + 1] - until[firsts]) / (lasts - firsts + 1)[:, None]
    vectors: Floats = np.concatenate([padded[places].reshape(len(found), -1), means], 1).astype(np.float32)
    return vectors


def _places(candidate: Candidate, quotes: Quotes) -> list[int]:
    doc = quotes.doc
    content = candidate.content or (candidate.head,)
    first, last = content[0], content[-1]
    speaker = len(doc) if candidate.speaker is None else candidate.speaker
    around = max(first - 1, 0), min(last + 1, len(doc) - 1)
    return [candidate.head, doc[candidate.head].head.i, speaker, first, last, *around]


@functools.cache
def weights() -> Weights:
    """The shipped weights."""
    with (files("onrecord.statements") / "data" / "reranker.npz").open("rb") as file, np.load(file) as packed:
        names = bytes(packed["names"]).decode("utf-8").split("\n")
        parts = {key: _unpacked(packed, key) for key in ("embedding", "vote", "hidden", "hidden_bias", "out")}
        return Weights({name: row for row, name in enumerate(names)}, **parts, bias=float(packed["bias"]))


def _unpacked(packed: Mapping[str, npt.NDArray[np.generic]], key: str) -> Floats:
    """int8 values times their scale: one per column, so that no column suffers from another's range."""
    restored: Floats = packed[key].astype(np.float32) * packed[f"{key}_scale"].astype(np.float32)
    return restored
