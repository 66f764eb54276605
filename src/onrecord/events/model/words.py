"""The words beside the encoder: linear classifiers over readings of what is marked, each a bucket of a table of int8 weights.

The encoder knows what words mean and forgets single ones; these know only which words told which class, and both together
err less than either (a product of experts, Hinton 2002). Readings are hashed (Weinberger et al. 2009), so
that no text is kept. Fitted by `scripts/train_words.py`; the model card is docs/models/words.md.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.events.model.marking import Question
from onrecord.record import Span

BUCKETS = 1 << 18
_DATA = files("onrecord.events.model") / "data"
_WINDOW = 14
"""Words on either side of a mark that are read at all."""
_REACH = 400
"""Code points on either side of the marks that are looked at: what a sentence without end costs is bounded."""
_FAR = 30.0
"""Log-odds past which nothing is surer."""
_NEAR = (4, 3)
"""Words after and before the predicate that are read with their place."""
_KEPT = 256
"""Questions whose readings are kept: the class of a predicate is asked, and how it is told a little later."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ie[ds]|e[ds]|s|ions?|er)$")
_SMALL = frozenset(
    "a an and be been being could had has have her his is it its may might not of the their to was were will would".split()
)

Floats = npt.NDArray[np.floating[Any]]


class Table(msgspec.Struct, frozen=True):
    """Weights of a logistic regression for each answer against the others: a row for each bucket, a column for each answer."""

    weights: npt.NDArray[np.int8]
    scale: float
    """What one step of the weights stands for."""
    bias: Floats

    def shares(self, question: Question) -> Floats:
        """The share of each answer."""
        buckets, values = _read(question)
        odds = np.clip(values @ self.weights[buckets] * self.scale + self.bias, -_FAR, _FAR)
        chances = 1 / (1 + np.exp(-odds))
        found: Floats = chances / chances.sum()
        return found


class Words(msgspec.Struct, frozen=True):
    """What is in the package."""

    kinds: Table
    """The classes, in the order of the encoder's."""
    told: Table
    """Fact, open and denied."""
    share: float
    """What the logarithms of the shares of the classes weigh beside the encoder's scores."""
    temperature: float
    """What their sum is divided by, so that it is calibrated (Guo et al. 2017)."""


def joined(encoder: Floats, question: Question) -> Floats:
    """The encoder's scores of the classes and those of the words together: calibrated logarithms up to a constant.

    For marked predicates: which words told something between two parties alone in one kind of text says little of another.
    """
    read = loaded()
    found: Floats = (encoder + read.share * np.log(read.kinds.shares(question))) / read.temperature
    return found


def telling(question: Question) -> Floats:
    """The shares of fact, open and denied, for a predicate that is marked alone."""
    return loaded().told.shares(question)


@functools.lru_cache(maxsize=_KEPT)
def _read(question: Question) -> tuple[npt.NDArray[np.intp], Floats]:
    return hashed(readings(question))


def hashed(read: Iterable[tuple[str, float]]) -> tuple[npt.NDArray[np.intp], Floats]:
    """The bucket and the value of each reading."""
    names, values = zip(*read, strict=True)
    buckets = [crc32(name.encode()) % BUCKETS for name in names]
    return np.array(buckets, dtype=np.intp), np.array(values, dtype=np.float32)


def readings(question: Question) -> Iterator[tuple[str, float]]:
    """What is read of a question, with values: the predicate, the words beside it, the parties, their order, words near by."""
    text = question.text
    marked = {"A": question.actor, "R": question.recipient, "V": question.predicate}
    there = {name: span for name, span in marked.items() if span is not None}
    order = "".join(sorted(there, key=lambda name: there[name]))
    yield f"order {order}", 1.0
    lemma = ""
    if question.predicate is not None:
        stems = _stems(question.predicate.of(text))
        lemma = "_".join(stems)
        yield from _of_predicate(text, question.predicate, stems)
        yield f"order {order} {lemma}", 0.7
    for name in "AR" if order != "V" else "":
        yield from _of_party(name, there[name].of(text) if name in there else None, lemma)
    if question.actor is not None and question.recipient is not None:
        first, second = sorted((question.actor, question.recipient))
        direction = order.replace("V", "")
        for word in sorted(set(_stems(text[first.end : second.start]))):
            yield f"between {direction} {word}", 0.4
    near = sorted(set(_near(text, list(there.values()))))
    for word in near:
        yield f"near {word}", 1.4 / len(near) ** 0.5


def _of_predicate(text: str, at: Span, stems: Sequence[str]) -> Iterator[tuple[str, float]]:
    lemma = "_".join(stems)
    yield f"lemma {lemma}", 2.0
    yield f"form {'_'.join(_words(at.of(text)))}", 1.0
    for word in sorted(set(stems)):
        yield f"stem {word}", 1.0
        yield f"start {word[:5]}", 0.5
    before, after = _words(text[max(0, at.start - _REACH) : at.start]), _words(text[at.end : at.end + _REACH])
    for place, word in enumerate(after[: _NEAR[0]]):
        yield f"after {min(place, 2)} {word}", 0.5
    for place, word in enumerate(before[: -_NEAR[1] - 1 : -1]):
        yield f"before {place} {word}", 0.5
    if after:
        yield f"{lemma} {after[0]}", 1.0
    if before:
        yield f"{before[-1]} {lemma}", 0.7


def _of_party(name: str, words: str | None, lemma: str) -> Iterator[tuple[str, float]]:
    if words is None:
        yield f"no {name}", 1.0
        return
    stems = _stems(words)
    for word in sorted(set(stems)):
        yield f"{name} {word}", 0.4
    yield f"{name} last {stems[-1] if stems else ''}", 0.6
    if lemma:
        yield f"{name} of {lemma}: {stems[-1] if stems else ''}", 0.7


def _near(text: str, marks: Sequence[Span]) -> Iterator[str]:
    """The stems of the words that stand near a mark or in one."""
    first, last = min((mark.start for mark in marks), default=0), max((mark.end for mark in marks), default=0)
    found = list(_TOKEN.finditer(text, max(0, first - _REACH), last + _REACH))
    places = [
        at for at, token in enumerate(found) if any(mark.start <= token.start() < mark.end for mark in marks)
    ]
    for at, token in enumerate(found):
        if not places or any(abs(at - place) <= _WINDOW for place in places):
            yield _stem(token[0].lower())


def _words(text: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(text)]


def _stems(text: str) -> list[str]:
    """The words without their endings, small words left out."""
    return [_stem(word) for word in _words(text) if word not in _SMALL]


def _stem(word: str) -> str:
    return _ENDING.sub("", word).rstrip("eiy")


@functools.cache
def loaded() -> Words:
    """The weights in the package, read once."""
    with (_DATA / "words.npz").open("rb") as file, np.load(file, allow_pickle=False) as read:
        kinds, told = (
            Table(read[f"{name}_weights"], float(read[f"{name}_scale"]), read[f"{name}_bias"])
            for name in ("kinds", "told")
        )
        return Words(kinds, told, float(read["share"]), float(read["temperature"]))
