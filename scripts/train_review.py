"""Fit how far an event can be trusted once the encoder has spoken, on events of the news that were judged by reading.

    PYTHONPATH=. python scripts/train_review.py NEWS.jsonl.gz [--write]

Codes the reports of `training/news/judged.tsv` and the dev split of our own sentences, asks the encoder in the package, and fits
the regression of `onrecord.events.model.judging`. Prints, by folds of reports, how much is right of the best so many; then the
same of the held reports of `training/news/labels.tsv`, of which nothing was fitted, for the rules alone and with the encoder.
`--write` writes the weights. Needs scikit-learn (the extra `train`).
"""

import gzip
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.labels import JUDGED, LONGEST, Label, agrees, is_held, labels
from benchmarks.sentences import of_split
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from labelled import Ruled, labelled, own_agrees, own_coded
from onrecord import Coder
from onrecord.actors import Cast, Registry
from onrecord.events import HARDLY
from onrecord.events.alone import worth_asking
from onrecord.events.logistic import BIAS, chance
from onrecord.events.review import Heard, heard
from onrecord.parsing import Token, span_of

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "model" / "data" / "judging.tsv.gz"
FOLDS = 8
SEEN = 4
"""What is read of fewer events is left out."""
NAMED = 0.15
"""What stands for a name of the row while weights are fitted: of thousands each is held back more than a number."""
FREE = 5.0
"""What stands for being a lone sentence, so that its weight is hardly held back."""
OWN = 0.3
"""Weight of an event of our own sentences beside one of the news."""
SMALLEST = 0.005
"""Weights nearer to nothing are left out."""
RISING = frozenset(
    f"{which}{name}" for which in ("", "alone ") for name in "class event actor recipient".split()
)
"""More of these shares never makes less trust, however few the rows."""
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)


class Example(NamedTuple):
    """What is weighed of an event, whether it is right, by the rules and after the encoder, and its report."""

    heard: Heard
    right: bool
    ruled: bool | None
    """None for what the encoder tells alone."""
    report: int
    own: bool
    """Whether it is of our own sentences."""

    @property
    def read(self) -> dict[str, float]:
        """What the regression sees while it is fitted."""
        lone = {name: FREE * value for name, value in self.heard.read.items() if name.endswith("lone")}
        return dict.fromkeys(self.heard.names, NAMED) | {**self.heard.read, **lone}


def heard_of(
    ruled: Ruled, registry: Registry, is_labelled: Callable[[Token], bool]
) -> tuple[Cast, list[Heard]]:
    """What the encoder says of the labelled predicates of a report."""
    tokens = {token.idx: token for token in ruled.parse.doc}
    asked = [event for event in ruled.found.events if is_labelled(tokens[event.trigger.start])]
    fresh = [one for one in worth_asking(ruled.parse, ruled.found) if is_labelled(one.word)]
    return heard(ruled.parse, ruled.times, ruled.statements, ruled.found, asked, fresh, registry)


def of_news(path: str, coder: Coder, wanted: Iterable[Label], longest: int | None) -> Iterator[Example]:
    """The events of the labelled predicates of the news, so much of each report coded."""
    for number, (told, ruled) in enumerate(labelled(path, coder, wanted, HARDLY, longest)):
        cast, said = heard_of(ruled, coder.registry, lambda word, told=told: word.idx in told)
        actors = {actor.id: actor for actor in cast.actors}
        for one in said:
            right, by_rules = (
                agrees(event, actors, told[one.word.idx], ruled.parse.report.text)
                if event is not None
                else None
                for event in (one.event, one.ruled)
            )
            yield Example(one, bool(right), by_rules, number, own=False)


def of_own(coder: Coder) -> Iterator[Example]:
    """The marked predicates of the dev split of our own sentences; not those whose predicate tells an event of others."""
    held = [one for one in of_split("dev") if not one.tells_elsewhere]
    for number, (sentence, ruled) in enumerate(own_coded(held, coder)):
        marked = sentence.predicate
        cast, said = heard_of(
            ruled, coder.registry, lambda word, marked=marked: span_of(word).overlaps(marked)
        )
        for one in said:
            by_rules = own_agrees(one.ruled, cast, sentence) if one.ruled is not None else None
            yield Example(one, own_agrees(one.event, cast, sentence), by_rules, -1 - number, own=True)


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """The log-odds of each reading; how often a lone sentence of our own is right tells nothing of the news."""
    shapes = DictVectorizer()
    seen = shapes.fit_transform([row.read for row in rows])
    often = np.flatnonzero(np.asarray((seen != 0).sum(0)).ravel() >= SEEN)
    weight = [OWN if row.own else 1.0 for row in rows]
    model = LogisticRegression(max_iter=3000).fit(
        seen[:, often], [row.right for row in rows], sample_weight=weight
    )
    names = shapes.get_feature_names_out()[often]
    numbers = {name for row in rows for name in row.heard.read}

    def scale(name: str) -> float:
        """What a weight is multiplied with, so that at run time a number counts as it is, and a name as one."""
        if name in numbers:
            return FREE if name.endswith("lone") else 1.0
        return NAMED

    odds = {str(name): float(value) * scale(name) for name, value in zip(names, model.coef_[0], strict=True)}
    return {BIAS: float(model.intercept_[0])} | {
        name: max(value, 0.0) if name in RISING else value for name, value in odds.items()
    }


def scores(weights: dict[str, float], rows: Sequence[Example]) -> Any:
    """The probability that each is right."""
    return np.array([chance(weights, row.heard.names, row.heard.read) for row in rows])


def folded(rows: Sequence[Example]) -> Any:
    """The score of each row by what was fitted on other reports."""
    found = np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(rows, groups=[one.report for one in rows]):
        weights = fitted([rows[at] for at in train])
        found[test] = scores(weights, [rows[at] for at in test])
    return found


def table(name: str, found: Any, right: Any, gold: int) -> None:
    """How much is right of the best so many, and how much of the labelled events that is."""
    order = np.argsort(-found)
    print(f"{name}: area under the curve {roc_auc_score(right, found):.3f}")
    for share in SHARES:
        kept = order[: int(share * gold)]
        if 0 < int(share * gold) <= len(order) or share == 1.0:
            floor, precision, recall = found[kept[-1]], right[kept].mean(), right[kept].sum() / gold
            print(f"  floor {floor:.3f}: {len(kept)} events, right {precision:.3f}, recall {recall:.3f}")


def tables(name: str, rows: Sequence[Example], found: Any, gold: int) -> None:
    """What the rules alone reach, and what they reach with the encoder."""
    print(f"{name}: {len(rows)} events, {gold} to tell")
    by_rules = [row for row in rows if row.ruled is not None]
    trust = np.array([row.heard.ruled.reason.score if row.heard.ruled else None for row in by_rules])
    table("rules and trust", trust, np.array([bool(row.ruled) for row in by_rules]), gold)
    table("with the encoder", found, np.array([row.right for row in rows]), gold)


def main(path: str, *options: str) -> None:
    """Code, ask, fit, print."""
    coder = Coder()
    judged = [label for label in labels(JUDGED) if not is_held(label.digest)]
    rows = [*of_news(path, coder, judged, None), *of_own(coder)]
    found = folded(rows)
    golds = {
        False: sum(label.tells for label in judged),
        True: sum(one.type != "NONE" for one in of_split("dev")),
    }
    for own, name in ((False, "judged, by folds"), (True, "our own sentences, dev split, by folds")):
        chosen = np.flatnonzero([row.own is own for row in rows])
        tables(name, [rows[at] for at in chosen], found[chosen], golds[own])
    weights = fitted(rows)
    held = [label for label in labels() if is_held(label.digest)]
    test = list(of_news(path, coder, held, LONGEST))
    tables("held reports", test, scores(weights, test), sum(label.tells for label in held))
    if "--write" in options:
        kept = {name: value for name, value in weights.items() if name == BIAS or abs(value) >= SMALLEST}
        lines = "".join(f"{name}\t{value:.3f}\n" for name, value in sorted(kept.items()))
        TARGET.write_bytes(gzip.compress(lines.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
