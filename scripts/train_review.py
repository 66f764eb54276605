"""Fit what the encoder's shares weigh beside the rules' trust, on labelled events that the encoder has not seen.

    PYTHONPATH=. python scripts/train_review.py NEWS.jsonl.gz [--write]

Codes the held reports of `training/news/labels.tsv`, asks the encoder in the package of each labelled predicate, and fits
the two regressions of `onrecord.events.model.judging`. Prints, by folds of reports, what each floor keeps, how much of it is
right, and its share of all labelled events, for the rules alone and with the encoder. `--write` writes the weights. Needs
scikit-learn (the extra `train`).
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.labels import agrees
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from labelled import Labelled, labelled
from onrecord import Coder
from onrecord.events import HARDLY
from onrecord.events.alone import candidates
from onrecord.events.model.classifier import answers
from onrecord.events.model.judging import evidence
from onrecord.events.model.pointing import pointed
from onrecord.events.review import MOST, heard_of, question_of, sides_heard

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "model" / "data" / "judging.json"
FOLDS = 8
PENALTY = 1.0
SHARES = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 1.0)


class Example(NamedTuple):
    """What is weighed of an event, whether it is right, by the rules and after the encoder, and its report."""

    read: dict[str, float]
    right: bool
    ruled: bool | None
    """None for what the encoder tells alone."""
    trust: float
    report: int


def examples_of(one: Labelled, number: int) -> list[Example]:
    """The labelled predicates of one report."""
    found, doc = one.found, one.parse.doc
    tokens = {token.idx: token for token in doc}
    actors, text = {actor.id: actor for actor in found.cast.actors}, one.parse.report.text
    events = [event for event in found.events if event.trigger.start in one.labels]
    fresh = [new.word for new in list(candidates(one.parse, found))[:MOST] if new.word.idx in one.labels]
    words = [*(tokens[event.trigger.start] for event in events), *fresh]
    said = answers([question_of(word) for word in words])
    rows = list[Example]()
    for event, word, answer in zip(events, words, said, strict=False):
        label = one.labels[event.trigger.start]
        sides = sides_heard(event, word, answer, found.cast)
        read = evidence(answer, event.type, *sides, event.reason.score)
        heard = heard_of(event, word, answer, found.cast)
        rows.append(
            Example(
                read, agrees(heard, actors, label, text), agrees(event, actors, label, text),
                event.reason.score or 0.0, number,
            )
        )  # fmt: skip
    for verb, answer in zip(fresh, said[len(events) :], strict=True):
        label = one.labels[verb.idx]
        acting, receiving = (pointed(pointer, verb, found.cast) for pointer in answer.sides or ())
        kind = answer.opinions[0].type
        if kind is None or not (acting.ids or receiving.ids) or set(acting.ids) & set(receiving.ids):
            continue
        right = agrees(Alone(kind, acting.ids, receiving.ids), actors, label, text)
        rows.append(Example(evidence(answer, kind, acting, receiving, None), right, None, 0.0, number))
    return rows


class Alone(NamedTuple):
    """As much of an event as a label is held against."""

    type: Any
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def fitted(rows: Sequence[Example]) -> tuple[dict[str, float], Any]:
    """The log-odds of each reading."""
    names = [name for name in rows[0].read if name != "(bias)"]
    table = np.array([[one.read[name] for name in names] for one in rows])
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(table, [one.right for one in rows])
    weights = dict(zip(names, map(float, model.coef_[0]), strict=True))
    return {"(bias)": float(model.intercept_[0])} | weights, model.predict_proba(table)[:, 1]


def _held(name: str, value: float) -> float:
    """The weight, rounded; more of a share never makes less trust, however few the rows."""
    return round(max(value, 0.0) if name in {"class", "event", "actor", "recipient"} else value, 3)


def scores(weights: dict[str, float], rows: Sequence[Example]) -> Any:
    """The probability that each is right."""
    odds = [sum(weights.get(name, 0.0) * value for name, value in one.read.items()) for one in rows]
    return 1 / (1 + np.exp(-np.array(odds)))


def folded(rows: Sequence[Example]) -> Any:
    """The score of each row by what was fitted on other reports."""
    found = np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(rows, groups=[one.report for one in rows]):
        weights, _ = fitted([rows[at] for at in train])
        found[test] = scores(weights, [rows[at] for at in test])
    return found


def table(name: str, found: Any, right: Any, gold: int) -> None:
    """How much is right of the best so many, and how much of the labelled events that is."""
    order = np.argsort(-found)
    print(name)
    for share in SHARES:
        kept = order[: int(share * gold)]
        if int(share * gold) <= len(order) or share == 1.0:
            floor, precision, recall = found[kept[-1]], right[kept].mean(), right[kept].sum() / gold
            print(f"  floor {floor:.3f}: {len(kept)} events, right {precision:.3f}, recall {recall:.3f}")


def main(path: str, *options: str) -> None:
    """Code, ask, fit, print."""
    coder = Coder()
    reports = list(labelled(path, coder, held=True, floor=HARDLY))
    gold = sum(label.tells for one in reports for label in one.labels.values())
    rows = [row for number, one in enumerate(reports) for row in examples_of(one, number)]
    ruled, alone = [r for r in rows if r.ruled is not None], [r for r in rows if r.ruled is None]
    print(f"{len(reports)} reports, {gold} labelled events")
    print(f"{len(ruled)} coded by rules, {len(alone)} by the encoder alone")
    by_rules, right = np.array([r.ruled for r in ruled]), np.array([r.right for r in ruled])
    print(f"right by rules {by_rules.mean():.3f}, with the encoder's parties {right.mean():.3f}")
    table("rules and trust", np.array([r.trust for r in ruled]), by_rules, gold)
    weighed, fresh = folded(ruled), folded(alone)
    table("rules and encoder", weighed, right, gold)
    both = np.concatenate([weighed, fresh]), np.concatenate([right, [r.right for r in alone]])
    table("rules and encoder, and the encoder alone", *both, gold)
    weights = {"ruled": fitted(ruled)[0], "alone": fitted(alone)[0]}
    rounded = {
        kind: {name: _held(name, value) for name, value in one.items()} for kind, one in weights.items()
    }
    print(json.dumps(rounded))
    if "--write" in options:
        TARGET.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
