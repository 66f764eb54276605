"""Fit the words beside the encoder: which words told which class, and fact, open or denied.

    PYTHONPATH=. python scripts/train_words.py FACTUALITY.jsonl

FACTUALITY has `text` and `predicates` with `span` and `factuality` (-3 to 3). The train split of our own sentences is read
three ways for the classes (parties and predicate marked, the predicate alone, the parties alone), and its statuses beside
FACTUALITY for the telling. Either is a logistic regression of each answer against the others, fitted by averaged stochastic
gradient descent (Bottou 2010) and kept in eight bits. What the classes weigh beside the encoder in the package is what makes
about the most answers right on marked predicates of the dev split, and the temperature of both together makes these answers
likeliest: run it again after `scripts/train_encoder.py`. Two minutes; seeds are fixed. Needs the extra `train`.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from benchmarks.labels import NOTHING, class_of
from benchmarks.sentences import Sentence, of_split
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from onrecord.events.model import classifier, words
from onrecord.events.model.marking import Question
from onrecord.events.telling import CLASS_OF, CLASSES
from onrecord.record import Span, Status

TARGET = Path(words.__file__).parent / "data" / "words.npz"
PASSES = 10
KINDS_PENALTY, TOLD_PENALTY = 3e-6, 1e-5
OWN_STATUS = 0.6
"""What the status of a sentence of our own weighs beside one of the factuality set: most of ours are told as done."""
SHARES = np.arange(0.1, 1.21, 0.05)
TEMPERATURES = np.arange(0.6, 3.5, 0.05)


class Asked(NamedTuple):
    """A question, the answer that is right, and what it weighs."""

    question: Question
    right: str
    weight: float = 1.0


def of_kinds(own: Iterable[Sentence]) -> Iterator[Asked]:
    """Each sentence asked for its class three ways; without its parties only where its label holds without them."""
    for one in own:
        yield Asked(Question(one.text, one.actor, one.recipient, one.predicate), one.type)
        yield Asked(Question(one.text, one.actor, one.recipient), one.type)
        if not one.tells_elsewhere:
            yield Asked(Question(one.text, None, None, one.predicate), one.type)


def of_telling(factuality: Path, own: Iterable[Sentence]) -> Iterator[Asked]:
    """How each predicate is told."""
    for line in factuality.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for predicate in row["predicates"]:
            told = CLASSES[class_of(predicate["factuality"])]
            yield Asked(Question(row["text"], None, None, Span(*predicate["span"])), told)
    for one in own:
        if one.status is not None:
            told = CLASSES[CLASS_OF[Status(one.status)]]
            yield Asked(Question(one.text, None, None, one.predicate), told, OWN_STATUS)


def fitted(read: Sequence[Asked], names: Sequence[str], penalty: float) -> words.Table:
    """The weights for each answer, in the order of the names."""
    model = SGDClassifier(
        loss="log_loss", alpha=penalty, max_iter=PASSES, tol=None, average=True, random_state=0
    )
    right = np.array([names.index(one.right) for one in read])
    model.fit(matrix([one.question for one in read]), right, sample_weight=[one.weight for one in read])
    scale = float(np.abs(model.coef_).max()) / np.iinfo(np.int8).max
    weights = np.round(model.coef_.T / scale).astype(np.int8)
    return words.Table(weights, scale, model.intercept_.astype(np.float32))


def matrix(questions: Sequence[Question]) -> csr_matrix:
    """A row of hashed readings for each question."""
    rows = [words.hashed(words.readings(question)) for question in questions]
    starts = np.cumsum([0, *(len(buckets) for buckets, _ in rows)])
    buckets, values = (np.concatenate(part) for part in zip(*rows, strict=True))
    found = csr_matrix((values, buckets, starts), shape=(len(rows), words.BUCKETS))
    found.sum_duplicates()
    return found


def weighed(kinds: words.Table, held: Sequence[Asked], names: Sequence[str]) -> tuple[float, float]:
    """The share of the words beside the encoder, and the temperature of both under which held answers are likeliest: the least
    share with which as many are right as with the best, but for one standard error (Breiman et al. 1984)."""
    right = np.array([names.index(one.right) for one in held])
    rows = np.arange(len(held))
    encoder = classifier.scores([one.question for one in held])
    beside = np.log([kinds.shares(one.question) for one in held])

    def accuracy(share: float) -> float:
        return float(((encoder + share * beside).argmax(1) == right).mean())

    def surprise(temperature: float) -> float:
        sums = (encoder + share * beside) / temperature
        return float((np.logaddexp.reduce(sums, axis=1) - sums[rows, right]).mean())

    rates = np.array([accuracy(share) for share in SHARES])
    error = (rates.max() * (1 - rates.max()) / len(held)) ** 0.5
    share = SHARES[(rates >= rates.max() - error).argmax()]
    temperature = min(TEMPERATURES, key=surprise)
    print(
        f"{accuracy(0.0):.4f} of {len(held)} held answers right by the encoder, {accuracy(share):.4f} by both"
    )
    print(f"share {share:.2f}, temperature {temperature:.2f}, surprise {surprise(temperature):.3f}")
    return float(share), float(temperature)


def main() -> None:
    """Fit, weigh against the encoder, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("factuality", type=Path)
    given = options.parse_args()
    learned = of_split("train")
    names = [kind.value if kind is not None else NOTHING for kind in classifier.classes()]
    kinds = fitted(list(of_kinds(learned)), names, KINDS_PENALTY)
    told = fitted(list(of_telling(given.factuality, learned)), CLASSES, TOLD_PENALTY)
    marked = [one for one in of_kinds(of_split("dev")) if one.question.predicate is not None]
    share, temperature = weighed(kinds, marked, names)
    tables = {
        f"{name}_{part}": getattr(table, part)
        for name, table in (("kinds", kinds), ("told", told))
        for part in ("weights", "scale", "bias")
    }
    np.savez_compressed(TARGET, share=share, temperature=temperature, **tables)
    print(f"{TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
