"""How alike two texts are: cosine over words weighted by frequency and rarity (Salton & Buckley 1988).

Rarity is counted over the texts at hand, so no list of words and no model is needed.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

Vector = dict[str, float]

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_LEAD_CHARS = 3_000
"""Reports say what they are about at their head; the tail is background that other stories share."""


def vectors(texts: Sequence[str]) -> list[Vector]:
    """One vector of unit length per text."""
    counts = [Counter(_WORD.findall(text[:_LEAD_CHARS].lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    return [
        _unit({word: _weight(n, spread[word], len(texts)) for word, n in count.items()}) for count in counts
    ]


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors, in [0, 1]."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many.get(word, 0.0) for word, weight in few.items())


def alike(given: Sequence[Vector], floor: float) -> Iterator[tuple[int, int, float]]:
    """All pairs (i < j) whose cosine reaches the floor, by an inverted index."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for j, vector in enumerate(given):
        scores: dict[int, float] = {}
        for word, weight in vector.items():
            for i, other in postings.get(word, ()):
                scores[i] = scores.get(i, 0.0) + weight * other
            postings.setdefault(word, []).append((j, weight))
        for i in sorted(scores):
            if scores[i] >= floor:
                yield i, j, scores[i]


def _weight(count: int, spread: int, total: int) -> float:
    return (1 + math.log(count)) * math.log((1 + total) / spread)


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items() if weight > 0} if length else {}
