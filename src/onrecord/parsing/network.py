"""A small network over named features and the parser's context vectors, as several stages use it.

Wide and deep (Cheng et al. 2016): each named feature votes by weights of its own, and the features' embeddings meet the
context vectors (`doc.tensor`, already computed by the parser) in one hidden layer. Weights are int8 in an `.npz` file,
written by `scripts/committee.py`; several trained members are joined side by side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import chain

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

WIDTH = 96
"""Dimensions of the English models' context vectors."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    """One row per named feature (embedding and votes), the hidden layer, and the outputs."""

    names: Mapping[str, int]
    embedding: Floats
    vote: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    bias: Floats

    @classmethod
    def read(cls, source: Traversable) -> "Network":
        """The network of a file."""
        with source.open("rb") as file, np.load(file) as packed:
            names = bytes(packed["names"]).decode("utf-8").split("\n")
            parts = {
                key: _restored(packed, key)
                for key in ("embedding", "vote", "hidden", "hidden_bias", "out", "bias")
            }
            return cls({name: row for row, name in enumerate(names)}, **parts)

    def odds(self, rows: Sequence[Iterable[str]], contexts: Floats) -> Floats:
        """The outputs of each row, named features beside context vectors: log-odds, or logits of classes."""
        known = [[self.names[name] for name in row if name in self.names] for row in rows]
        summed, votes = _summed(self.embedding, known), _summed(self.vote, known)
        hidden = np.maximum(np.concatenate([contexts, summed], 1) @ self.hidden + self.hidden_bias, 0.0)
        found: Floats = votes + hidden @ self.out + self.bias
        return found


def _summed(table: Floats, rows: Sequence[Sequence[int]]) -> Floats:
    """The sum of each row's entries of a table, zeros for a row of none."""
    lengths = np.array([len(row) for row in rows], np.intp)
    sums = np.zeros((len(rows), table.shape[1]), np.float32)
    if lengths.any():
        entries = table[np.fromiter(chain.from_iterable(rows), np.intp)]
        some = lengths > 0
        sums[some] = np.add.reduceat(entries, (np.cumsum(lengths) - lengths)[some], axis=0)
    return sums


def context_vectors(doc: Doc) -> Floats:
    """The document's context vectors, one row per token; all zeros where another pipeline parsed it and left none."""
    tensor = np.asarray(doc.tensor, np.float32)
    return tensor if tensor.shape == (len(doc), WIDTH) else np.zeros((len(doc), WIDTH), np.float32)


def padded_vectors(doc: Doc) -> Floats:
    """The context vectors with a last row of zeros for "no token"."""
    padded: Floats = np.concatenate([context_vectors(doc), np.zeros((1, WIDTH), np.float32)])
    return padded


def means(padded: Floats, firsts: npt.NDArray[np.intp], lasts: npt.NDArray[np.intp]) -> Floats:
    """The mean vector of each run of tokens, first to last; zeros for a run of none."""
    until = np.concatenate([np.zeros((1, padded.shape[1]), np.float32), np.cumsum(padded, 0)])
    found: Floats = (until[lasts + 1] - until[firsts]) / np.maximum(lasts - firsts + 1, 1)[:, None]
    return found.astype(np.float32)


def _restored(packed: Mapping[str, npt.NDArray[np.generic]], key: str) -> Floats:
    """int8 values times their scale: one per column, so that no column suffers from another's range."""
    restored: Floats = packed[key].astype(np.float32) * packed[f"{key}_scale"].astype(np.float32)
    return restored
