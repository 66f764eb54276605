"""Logistic regressions whose weights lie in the package: a name or a named number that is read of a thing bears log-odds."""

import functools
import gzip
import math
from collections.abc import Iterable, Mapping
from importlib.resources import files
from types import MappingProxyType

BIAS = "(bias)"
"""The row of the weights that everything has."""
_NONE: Mapping[str, float] = MappingProxyType({})


@functools.cache
def weights_of(package: str, name: str) -> Mapping[str, float]:
    """The log-odds of `data/<name>.tsv.gz` of a package, by what is read."""
    packed = (files(package) / "data" / f"{name}.tsv.gz").read_bytes()
    rows = (line.rsplit("\t", 1) for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {name: float(weight) for name, weight in rows}


def chance(weights: Mapping[str, float], names: Iterable[str], numbers: Mapping[str, float] = _NONE) -> float:
    """The probability, 0 to 1; the same in whatever order the names, each once, are read."""
    odds = weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in numbers.items())
    odds += math.fsum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-odds))
