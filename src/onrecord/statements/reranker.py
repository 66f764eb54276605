"""The learned re-ranker: a logistic regression over named features, weights in `data/reranker.tsv.gz`.

Trained by `scripts/train_statements.py`; the model card is docs/models/statements.md.
"""

import functools
import gzip
import math
from collections.abc import Iterable, Mapping
from importlib.resources import files

THRESHOLD = 0.25
"""Score from which a candidate is a statement; calibrated on held articles of the training set."""

NESTED = 0.1
"""The same for a cue inside another's content: chains are worth the 0.003 that it costs on the development file."""


@functools.cache
def weights() -> Mapping[str, int]:
    """Hundredths of log-odds by feature name."""
    packed = (files("onrecord.statements") / "data" / "reranker.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {name: int(weight) for name, weight in rows}


def score(features: Iterable[str]) -> float:
    """How likely a candidate is a statement, in (0, 1)."""
    known = weights()
    odds = sum(known.get(name, 0) for name in features) / 100
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))
