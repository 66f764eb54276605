"""The encoder on the dev split of our own sentences: the class of the marked predicate, mode, and calibration.

The sentences written for rare words and phrases are counted apart. Needs no gold folder.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.labels import NOTHING
from benchmarks.sentences import Sentence, of_split
from onrecord.events.model.classifier import Answer, answers
from onrecord.events.model.marking import Question

BINS = 10


class Answered(NamedTuple):
    """A sentence and what the encoder says of it."""

    sentence: Sentence
    answer: Answer

    @property
    def share(self) -> float:
        """The probability that the encoder gives its answer."""
        return self.answer.opinions[0].score

    @property
    def is_right(self) -> bool:
        """Whether the likeliest class is the writer's."""
        return (self.answer.opinions[0].type or NOTHING) == self.sentence.type


def asked(held: Sequence[Sentence], *, with_predicate: bool) -> list[Answered]:
    """What the encoder says between the marked parties, with the predicate marked too or without."""
    questions = (
        Question(one.text, one.actor, one.recipient, one.predicate if with_predicate else None)
        for one in held
    )
    return [Answered(*pair) for pair in zip(held, answers(list(questions)), strict=True)]


def accuracy(rows: Sequence[Answered]) -> float:
    """The share that is right."""
    return sum(row.is_right for row in rows) / len(rows)


def calibration_error(rows: Sequence[Answered]) -> float:
    """The expected calibration error in ten bins (Naeini et al. 2015)."""
    shares, right = (np.array([getattr(row, name) for row in rows]) for name in ("share", "is_right"))
    bins = np.minimum((shares * BINS).astype(int), BINS - 1)
    gaps = (abs(float((shares - right)[bins == at].sum())) for at in range(BINS))
    return sum(gaps) / len(rows)


def measured() -> dict[str, float]:
    """The class with the predicate marked, in common and in rare words, and between the parties alone; the rest is printed."""
    held = of_split("dev")
    rows, pairs = asked(held, with_predicate=True), asked(held, with_predicate=False)
    modes = [row.answer.mode == row.sentence.mode for row in rows if row.sentence.mode not in (None, "-")]
    print(
        f"own sentences: {len(held)}, of these {sum(one.is_rare for one in held)} in rare words; all {accuracy(rows):.3f}, "
        f"mode {sum(modes) / len(modes):.3f}, calibration error {calibration_error(rows):.3f} "
        f"({calibration_error(pairs):.3f} between the parties alone)"
    )
    return {
        "class.accuracy": accuracy([row for row in rows if not row.sentence.is_rare]),
        "pair.accuracy": accuracy([row for row in pairs if not row.sentence.is_rare]),
        "rare.accuracy": accuracy([row for row in rows if row.sentence.is_rare]),
    }
