"""The classifier at run time: int8 ONNX on one thread or more, no arena, loaded at the first question.

Weights by `scripts/train_relation.py`; the model card is docs/models/relation.md.
"""

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

import numpy as np

from onrecord.events.model.marking import marked
from onrecord.events.model.wordpiece import wordpieces
from onrecord.record import EventType, Span

NAME = "relation-minilm-int8/1"
_LONGEST = 128
_DATA = files("onrecord.events.model") / "data"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One answer of the classifier: a class, or None for no event, and its probability."""

    type: EventType | None
    score: float


def opinions(text: str, actor: Span | None, recipient: Span | None) -> tuple[Opinion, ...]:
    """All classes and "no event" with their probabilities, likeliest first."""
    loaded = _loaded()
    ids = np.array([wordpieces(marked(text, actor, recipient), loaded.vocabulary, _LONGEST)], dtype=np.int64)
    logits = loaded.session.run(None, {"ids": ids, "mask": np.ones_like(ids)})[0][0]
    weights = np.exp(logits - logits.max())
    shares = weights / weights.sum()
    found = [
        Opinion(kind, round(float(share), 3)) for kind, share in zip(loaded.classes, shares, strict=True)
    ]
    return tuple(sorted(found, key=lambda opinion: -opinion.score))


@dataclass(frozen=True)
class _Loaded:
    session: Any
    vocabulary: Mapping[str, int]
    classes: Sequence[EventType | None]


@functools.cache
def _loaded() -> _Loaded:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = 1
    with as_file(_DATA / "relation.onnx") as path:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    words = (_DATA / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    names = json.loads((_DATA / "classes.json").read_text(encoding="utf-8"))
    classes = [None if name == "NONE" else EventType(name) for name in names]
    return _Loaded(session, {word: number for number, word in enumerate(words)}, classes)
