"""Train which predicates are worth a question to the encoder, on its own answers (`onrecord.events.asking`).

    PYTHONPATH=. python scripts/train_asking.py NEWS.jsonl.gz [--reports N] [--write]

Asks the encoder in the package of every askable predicate of N reports of the news sample (none of those that figures are
measured on) and of our own sentences, and learns to tell, from the word and those beside it, where it tells an event. Prints what
share of these events each number of questions reaches on reports left out. Needs scikit-learn (the extra `train`).
"""

import argparse
import gzip
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.labels import LONGEST, digest_of, is_held, news
from benchmarks.sentences import of_split
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from event_sheets import is_kept_back
from labelled import all_story, ruled
from onrecord import Coder
from onrecord.cleaning import clean
from onrecord.events import HARDLY
from onrecord.events.alone import candidates
from onrecord.events.asking import features
from onrecord.events.logistic import BIAS, chance
from onrecord.events.review import heard
from onrecord.reading import report_of
from onrecord.record import Report

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "data" / "asking.tsv.gz"
WORTH = 0.2
"""Trust from which what the encoder tells alone was worth its question."""
PENALTY = 0.3
LEFT_OUT = 5
SMALLEST = 0.02
"""Weights nearer to nothing are left out."""


class Example(NamedTuple):
    """The features of a predicate, and whether the encoder tells an event of it."""

    read: tuple[str, ...]
    told: bool
    report: int


def asked_of(path: str, count: int) -> Iterator[Report]:
    """The reports and sentences that are asked of."""
    rows = [row["text"] for row in news(path, longest=None)]
    free = [
        text
        for text in rows
        if not is_held(digest_of(text[:LONGEST])) and not is_kept_back(digest_of(text[:LONGEST]))
    ]
    yield from (clean(report_of(text)) for text in random.Random(4).sample(free, count))
    yield from (all_story(one.text) for one in of_split("train"))


def examples(path: str, count: int, coder: Coder) -> Iterator[Example]:
    """Every askable predicate, with the encoder's answer."""
    for number, parse in enumerate(coder.parser.pipe(asked_of(path, count))):
        read = ruled(coder, parse, HARDLY)
        asked = list(candidates(parse, read.found))
        _, said = heard(parse, read.times, read.statements, read.found, (), asked, coder.registry)
        worth = {one.word.i for one in said if one.trust >= WORTH}
        for one in asked:
            yield Example(tuple(set(features(one.word, read.found.cast))), one.word.i in worth, number)


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """The log-odds of each feature."""
    table = DictVectorizer(sparse=True)
    read = table.fit_transform([dict.fromkeys(row.read, 1.0) for row in rows])
    model = LogisticRegression(C=PENALTY, max_iter=300).fit(read, [row.told for row in rows])
    weights = dict(zip(table.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {BIAS: float(model.intercept_[0])} | {
        n: round(w, 3) for n, w in weights.items() if abs(w) >= SMALLEST
    }


def scores(weights: dict[str, float], rows: Sequence[Example]) -> Any:
    """How much hope there is for each."""
    return np.array([chance(weights, row.read) for row in rows])


def main() -> None:
    """Ask, fit, print."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("news")
    asks.add_argument("--reports", type=int, default=250)
    asks.add_argument("--write", action="store_true")
    given = asks.parse_args()
    rows = list(examples(given.news, given.reports, Coder()))
    test = [row for row in rows if row.report % LEFT_OUT == 0 and row.report < given.reports]
    weights = fitted([row for row in rows if row.report % LEFT_OUT])
    hopes, told = scores(weights, test), np.array([row.told for row in test])
    print(
        f"{len(rows)} predicates, {sum(row.told for row in rows)} told; left out: {len(test)}, {told.sum()} told"
    )
    for floor in (0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3):
        asked = hopes >= floor
        print(f"  hope {floor}: asked {asked.mean():.3f}, of the told {told[asked].sum() / told.sum():.3f}")
    if given.write:
        lines = "".join(f"{name}\t{weight}\n" for name, weight in sorted(fitted(rows).items()))
        TARGET.write_bytes(gzip.compress(lines.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main()
