"""The encoder at run time: int8 ONNX on one thread, no arena, loaded at the first question; and the words beside it.

Weights by `scripts/train_encoder.py` and `scripts/train_words.py`; the model card is docs/models/relation.md.
"""

import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import as_file, files
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.events.model import words
from onrecord.events.model.marking import Question, marks_of
from onrecord.events.model.wordpiece import Encoded, encoded
from onrecord.record import EventType, Span, Status

NAME = "relation-minilm-int8/7"
LONGEST = 128
"""Tokens that are read of a text; what follows is not seen."""
_BATCH = 16
_DIGITS = 3
_DATA = files("onrecord.events.model") / "data"

Floats = npt.NDArray[np.floating[Any]]


class Opinion(msgspec.Struct, frozen=True):
    """A class, or None for no event, and its calibrated probability."""

    type: EventType | None
    score: float


class Pointer(msgspec.Struct, frozen=True):
    """Who stands on a side of the marked predicate: the share of each word, by its offset in the text, and of nobody."""

    nobody: float
    words: Mapping[int, float]

    def of(self, spans: Iterable[Span]) -> float:
        """The share of the words that the spans hold; of nobody where there are none."""
        held = list(spans)
        if not held:
            return self.nobody
        return sum(
            share for offset, share in self.words.items() if any(s.start <= offset < s.end for s in held)
        )


class Answer(msgspec.Struct, frozen=True):
    """What the encoder says of one question."""

    opinions: tuple[Opinion, ...]
    """All classes and "no event", likeliest first."""
    mode: str | None
    telling: Mapping[Status, float]
    """The probability of each status of the predicate; empty where none was given."""
    sides: tuple[Pointer, Pointer] | None = None
    """Who acts and who receives, where the predicate alone was marked."""

    def share(self, kind: EventType | None) -> float:
        """The calibrated probability of a class, or of no event."""
        return next(opinion.score for opinion in self.opinions if opinion.type is kind)


def answers(questions: Sequence[Question]) -> list[Answer]:
    """The answer to each question, in order."""
    loaded = _loaded()
    return [_answer(read, loaded) for read in _read(questions, loaded)]


def scores(questions: Sequence[Question]) -> Floats:
    """The encoder's own score of each class, a row for each question: a logarithm up to a constant."""
    return np.array([read.kinds for read in _read(questions, _loaded())])


def classes() -> Sequence[EventType | None]:
    """What the columns of the scores stand for; None for no event."""
    return _loaded().classes


class _Read(msgspec.Struct, frozen=True):
    """What the encoder gives for a question, before anything is made of it."""

    question: Question
    tokens: Encoded
    kinds: Floats
    modes: Floats
    told: Floats
    sides: Floats


def _read(questions: Sequence[Question], loaded: "_Loaded") -> list[_Read]:
    """In the order of the questions; those of like length are read together."""
    tokens = [encoded(q.text, loaded.vocabulary, LONGEST, marks_of(q)) for q in questions]
    order = sorted(range(len(questions)), key=lambda at: len(tokens[at].ids))
    found: dict[int, _Read] = {}
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        said = _batch([tokens[at] for at in batch], loaded)
        found |= {at: _Read(questions[at], tokens[at], *each) for at, each in zip(batch, said, strict=True)}
    return [found[at] for at in range(len(questions))]


def tellings(text: str, offsets: Sequence[int]) -> list[Mapping[Status, float]]:
    """How the predicates at the offsets are told: the probability of each status; nothing is marked in the text."""
    loaded = _loaded()
    tokens = encoded(text, loaded.vocabulary, LONGEST)
    ids = np.array([tokens.ids], dtype=np.int64)
    (told,) = loaded.session.run(["told"], {"ids": ids, "mask": np.ones_like(ids)})
    return [_telling(told[0][tokens.token_at(offset)], loaded) for offset in offsets]


def _telling(scores: Floats, loaded: "_Loaded") -> Mapping[Status, float]:
    shares = _shares(scores)
    return {status: round(float(share), 3) for status, share in zip(loaded.statuses, shares, strict=True)}


def _batch(tokens: Sequence[Encoded], loaded: "_Loaded") -> Iterable[tuple[Floats, ...]]:
    ids = np.zeros((len(tokens), max(len(t.ids) for t in tokens)), dtype=np.int64)
    for row, token in zip(ids, tokens, strict=True):
        row[: len(token.ids)] = token.ids
    mask = (np.arange(ids.shape[1]) < np.array([[len(t.ids)] for t in tokens])).astype(np.int64)
    return zip(*loaded.session.run(None, {"ids": ids, "mask": mask}), strict=True)


def _answer(read: _Read, loaded: "_Loaded") -> Answer:
    question, tokens, sides = read.question, read.tokens, read.sides
    at = question.predicate
    shares = _shares(read.kinds / loaded.temperature if at is None else words.joined(read.kinds, question))
    found = [
        Opinion(kind, round(float(share), 3)) for kind, share in zip(loaded.classes, shares, strict=True)
    ]
    telling = _telling(read.told[tokens.token_at(at[0])], loaded) if at is not None else {}
    mode = loaded.modes[int(read.modes.argmax())]
    alone = at is not None and question.actor is None and question.recipient is None
    pointers = (_pointer(tokens, sides[:, 0]), _pointer(tokens, sides[:, 1])) if alone else None
    return Answer(tuple(sorted(found, key=lambda opinion: -opinion.score)), mode, telling, pointers)


def _pointer(tokens: Encoded, scores: Floats) -> Pointer:
    """The shares of the words; the opening mark stands for nobody."""
    shares = _shares(scores[: len(tokens.starts)])
    words: dict[int, float] = {}
    for start, share in zip(tokens.starts, shares, strict=True):
        words[start] = words.get(start, 0.0) + float(share)
    words.pop(-1)
    return Pointer(
        round(float(shares[0]), _DIGITS), {at: round(share, _DIGITS) for at, share in words.items()}
    )


def _shares(logits: Floats) -> Floats:
    weights = np.exp(logits - logits.max())
    shares: Floats = weights / weights.sum()
    return shares


class _Loaded(msgspec.Struct, frozen=True):
    session: Any
    vocabulary: Mapping[str, int]
    classes: Sequence[EventType | None]
    modes: Sequence[str | None]
    statuses: Sequence[Status]
    temperature: float
    """What the encoder's scores are divided by where it answers alone (Guo et al. 2017)."""


@functools.cache
def _loaded() -> _Loaded:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = 1
    with as_file(_DATA / "relation.onnx") as path:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    vocabulary = (_DATA / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    heads = json.loads((_DATA / "heads.json").read_text(encoding="utf-8"))
    return _Loaded(
        session,
        {word: number for number, word in enumerate(vocabulary)},
        [None if name == "NONE" else EventType(name) for name in heads["classes"]],
        [None if name == "-" else name for name in heads["modes"]],
        [Status(name) for name in heads["statuses"]],
        heads["temperature"],
    )
