"""Train the regression that says how far a coded event can be trusted, from predicates of the news that were labelled by reading.

    PYTHONPATH=. python scripts/train_trust.py NEWS.jsonl.gz

The labels are those of `training/news/labels.tsv`, without the reports that are held back; an event is right if class, actor
and recipient are those of the label of its predicate. The sentences of `training/` are read besides: an event of theirs is
right if its class and sides are those of their labels. Prints what eight folds by report reach and what the held reports say,
and writes the weights that `onrecord.events.trust` reads. Needs scikit-learn (the extra `train`).
"""

import gzip
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.labels import Label, agrees, is_held, labels
from benchmarks.sentences import Sentence, of_split
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from labelled import Ruled, labelled, own_agrees, own_coded
from onrecord import Coder
from onrecord.events.logistic import BIAS, chance
from onrecord.events.setting import Setting
from onrecord.events.trust import Coded, features
from onrecord.record import Event

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "data" / "trust.tsv.gz"
SEEN = 4
"""Features seen fewer times are left out."""
PENALTY = 0.1
"""Inverse strength of the ridge."""
OWN = 0.5
"""Weight of an event of our own sentences beside one of the news."""
HARD = ("(own)", 5.0)
"""A feature of our own sentences alone, left out of the weights: they are hard on purpose, and how often an event of theirs is
right tells nothing of the news."""
FOLDS = 8
FLOORS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


class Example(NamedTuple):
    """What the regression sees, the verdict, and the report or None for a sentence of our own."""

    names: frozenset[str]
    right: bool
    report: int | None


def of_news(path: str, coder: Coder, wanted: Iterable[Label]) -> Iterator[Example]:
    """The coded events of the news whose predicate is labelled."""
    for number, (told, ruled) in enumerate(labelled(path, coder, wanted)):
        actors = {actor.id: actor for actor in ruled.found.cast.actors}
        for event in ruled.found.events:
            if (label := told.get(event.trigger.start)) is not None:
                right = agrees(event, actors, label, ruled.parse.report.text)
                yield Example(seen(event, ruled), right, number)


def of_own(own: Sequence[Sentence], coder: Coder) -> Iterator[Example]:
    """The events on the marked predicates of our own sentences, right where class and sides are those of the labels."""
    for sentence, ruled in own_coded(own, coder):
        for event in ruled.found.events:
            if event.trigger.overlaps(sentence.predicate):
                yield Example(seen(event, ruled), own_agrees(event, ruled.found.cast, sentence), None)


def seen(event: Event, ruled: Ruled) -> frozenset[str]:
    """What the regression sees of an event."""
    tokens = {token.idx: token for token in ruled.parse.doc}
    return frozenset(features(Coded.of(event, tokens, ruled.found.cast, Setting.of(ruled.parse))))


def fitted(examples: Sequence[Example]) -> dict[str, float]:
    """The log-odds of each feature, and of none."""
    shapes = DictVectorizer()
    table = shapes.fit_transform(
        [dict.fromkeys(one.names, 1.0) | ({} if one.report is not None else dict([HARD])) for one in examples]
    )
    often = np.flatnonzero(np.asarray(table.sum(0)).ravel() >= SEEN)
    weight = [1.0 if one.report is not None else OWN for one in examples]
    model = LogisticRegression(C=PENALTY, max_iter=3000)
    model.fit(table[:, often], [one.right for one in examples], sample_weight=weight)
    names = shapes.get_feature_names_out()[often]
    odds = {str(name): float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {BIAS: float(model.intercept_[0])} | {
        name: weight for name, weight in odds.items() if name != HARD[0]
    }


def folded(examples: Sequence[Example]) -> None:
    """Print, for eight folds by report, what each floor keeps of the rows that were not seen."""
    news = [one for one in examples if one.report is not None]
    own = [one for one in examples if one.report is None]
    scores, right = np.zeros(len(news)), np.array([one.right for one in news])
    for train, test in GroupKFold(FOLDS).split(news, right, [one.report for one in news]):
        weights = fitted([*(news[at] for at in train), *own])
        scores[test] = [chance(weights, news[at].names) for at in test]
    table(f"{len(own)} events of our own sentences; folds of the news", scores, right)


def table(name: str, scores: Any, right: Any) -> None:
    """Print what each floor keeps."""
    print(f"{name}: {len(right)} events; area under the curve {roc_auc_score(right, scores):.3f}")
    for floor in FLOORS:
        kept = scores >= floor
        share, precision, recall = kept.mean(), right[kept].mean(), right[kept].sum() / right.sum()
        print(f"floor {floor:.2f}: kept {share:.2f}, right {precision:.2f}, of all right {recall:.2f}")


def main(source: str) -> None:
    """Code anew, measure, train, write."""
    coder = Coder()
    own = of_split("train")
    told = list(labels())
    read = (label for label in told if not is_held(label.digest))
    examples = [*of_news(source, coder, read), *of_own(own, coder)]
    folded(examples)
    weights = fitted(examples)
    held = list(of_news(source, coder, (label for label in told if is_held(label.digest))))
    table(
        "held reports",
        np.array([chance(weights, one.names) for one in held]),
        np.array([one.right for one in held]),
    )
    lines = (f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items()))
    TARGET.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
