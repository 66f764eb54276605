"""Average encoders of several trainings into one: weights, not answers, so the average costs what one of them costs.

    python scripts/average_encoders.py FOLDER FOLDER …

A FOLDER holds what `scripts/train_encoder.py` wrote. Trainings that began from the same weights lie in one basin, and their
mean is steadier than any of them ("model soup", Wortsman et al. 2022). The int8 weights are restored, averaged and rounded
anew; vocabulary and heads are the first folder's, and the temperature is fitted anew on the dev split of our own sentences.
Writes over the encoder in the package. Needs the extra `train`.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper
from onnxruntime import InferenceSession

from onrecord.events.model.classifier import LONGEST
from onrecord.events.model.marking import Question, marks_of
from onrecord.events.model.wordpiece import encoded
from sentences import Sentence, sentences, split_of

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "model" / "data"
QUANTIZED = "_quantized"
STEPS = 64
"""Steps to either side of zero: seven bits, so that no processor's eight-bit sums overflow."""
Weights = dict[str, Any]


def weights_of(folder: Path) -> Weights:
    """The arrays of an encoder by name."""
    graph = onnx.load(str(folder / "relation.onnx")).graph
    return {one.name: numpy_helper.to_array(one) for one in graph.initializer}


def restored(weights: Weights, name: str) -> Any:
    """A quantised array as floats; its scale is one number, or one for each column."""
    base = name.removesuffix(QUANTIZED)
    scale, zero = weights[f"{base}_scale"], weights[f"{base}_zero_point"]
    return (weights[name].astype(np.float32) - zero.astype(np.float32)) * scale


def rounded(values: Any, name: str, like: Weights) -> Weights:
    """The array with scale and zero point, of the type that it had."""
    base = name.removesuffix(QUANTIZED)
    scale, zero = like[f"{base}_scale"], like[f"{base}_zero_point"]
    if like[name].dtype == np.uint8:
        step = float(values.max() - values.min()) / (2 * STEPS - 1)
        middle = round(-float(values.min()) / step)
        cut = np.clip(np.round(values / step) + middle, 0, 2 * STEPS - 1)
        made = (np.full(scale.shape, step), np.full(zero.shape, middle))
    else:
        step = np.abs(values).max(0 if scale.size > 1 else None) / STEPS + 1e-12
        cut = np.clip(np.round(values / step), -STEPS, STEPS)
        made = (np.reshape(step, scale.shape), zero)
    parts = {name: cut, f"{base}_scale": made[0], f"{base}_zero_point": made[1]}
    return {key: np.asarray(value).astype(like[key].dtype) for key, value in parts.items()}


def averaged(encoders: list[Weights]) -> Weights:
    """The mean of each array."""
    found: Weights = {}
    for name, array in encoders[0].items():
        if name.endswith(QUANTIZED):
            found |= rounded(np.mean([restored(one, name) for one in encoders], 0), name, encoders[0])
        elif array.dtype == np.float32 and not name.endswith("_scale"):
            found[name] = np.mean([one[name] for one in encoders], 0).astype(np.float32)
    return found


def write(encoders: list[Path]) -> None:
    """The averaged encoder, beside the first one's vocabulary and heads."""
    model = onnx.load(str(encoders[0] / "relation.onnx"))
    mean = averaged([weights_of(folder) for folder in encoders])
    for one in model.graph.initializer:
        if one.name in mean:
            one.CopyFrom(numpy_helper.from_array(mean[one.name], one.name))
    onnx.save(model, str(TARGET / "relation.onnx"))
    if encoders[0].resolve() != TARGET.resolve():
        shutil.copy(encoders[0] / "vocab.txt", TARGET)
    heads = json.loads((encoders[0] / "heads.json").read_text(encoding="utf-8"))
    held = [one for one in sentences() if split_of(one) == "dev"]
    heads["temperature"] = temperature_of(heads["classes"], held)
    (TARGET / "heads.json").write_text(json.dumps(heads) + "\n", encoding="utf-8")


def temperature_of(classes: list[str], held: list[Sentence]) -> float:
    """The temperature that makes the classes of held sentences likeliest (Guo et al. 2017)."""
    session = InferenceSession(str(TARGET / "relation.onnx"), providers=["CPUExecutionProvider"])
    words = (TARGET / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    vocabulary = {word: number for number, word in enumerate(words)}
    logits = []
    for one in held:
        question = Question(one.text, one.actor, one.recipient)
        ids = np.array([encoded(one.text, vocabulary, LONGEST, marks_of(question)).ids], dtype=np.int64)
        logits.append(session.run(["kinds"], {"ids": ids, "mask": np.ones_like(ids)})[0][0])
    right = [classes.index(one.type) for one in held]
    return min((step / 20 for step in range(10, 60)), key=lambda t: _loss(np.stack(logits) / t, right))


def _loss(logits: Any, right: list[int]) -> float:
    shares = logits - np.log(np.exp(logits).sum(1, keepdims=True))
    return float(-shares[np.arange(len(right)), right].mean())


if __name__ == "__main__":
    write([Path(folder) for folder in sys.argv[1:]])
