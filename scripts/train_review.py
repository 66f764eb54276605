"""Fit what the encoder's shares weigh beside the rules' trust, on labelled events that the encoder has not seen.

    PYTHONPATH=. python scripts/train_review.py NEWS.jsonl.gz [--write]

Codes the held reports of `training/news/labels.tsv` and the dev split of our own sentences, asks the encoder in the package
of each labelled predicate, and fits the two regressions of `onrecord.events.model.judging`. Prints, by folds of reports, what
each floor keeps, how much of it is right, and its share of all labelled events, for the rules alone and with the encoder.
`--write` writes the weights. Needs scikit-learn (the extra `train`).
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.labels import agrees
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from labelled import Labelled, labelled, own_agrees, own_coded
from onrecord import Coder
from onrecord.actors import Cast, Registry
from onrecord.events import HARDLY, Findings
from onrecord.events.alone import Alone, told_alone, worth_asking
from onrecord.events.model.classifier import answers
from onrecord.events.model.judging import evidence
from onrecord.events.review import heard_of, question_of, sides_heard, with_walkons
from onrecord.parsing import Parse, Token, is_lone, span_of
from onrecord.record import Event
from sentences import sentences, split_of

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "model" / "data" / "judging.json"
FOLDS = 8
PENALTY = 1.0
FREE = 5.0
"""What stands for being a lone sentence while weights are fitted, so that its weight is hardly held back."""
SHARES = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 1.0)


class Example(NamedTuple):
    """What is weighed of an event, whether it is right, by the rules and after the encoder, and its report."""

    read: Mapping[str, float]
    right: bool
    ruled: bool | None
    """None for what the encoder tells alone."""
    trust: float
    report: int
    own: bool
    """Whether it is of our own sentences."""


def reviewed(
    parse: Parse, found: Findings, registry: Registry, is_labelled: Callable[[Token], bool]
) -> Iterator[tuple[Token, Mapping[str, float], Event | Alone, Event | None, Cast]]:
    """Each labelled predicate that an event is told of: what is weighed, the event, that of the rules, and the cast."""
    tokens = {token.idx: token for token in parse.doc}
    events = [event for event in found.events if is_labelled(tokens[event.trigger.start])]
    fresh = [one for one in worth_asking(parse, found) if is_labelled(one.word)]
    words = [*(tokens[event.trigger.start] for event in events), *(one.word for one in fresh)]
    said = answers([question_of(word) for word in words])
    cast = with_walkons(found.cast, words, said, registry)
    for event, word, answer in zip(events, words, said, strict=False):
        heard = heard_of(event, word, answer, cast)
        sides = sides_heard(event, word, answer, cast)
        read = evidence(answer, heard.type, *sides, event.reason.score, lone=is_lone(word))
        yield word, read, heard, event, cast
    for one, answer in zip(fresh, said[len(events) :], strict=True):
        alone = told_alone(one, answer, cast)
        if alone is not None:
            yield one.word, alone.read, alone, None, cast


def of_report(one: Labelled, number: int, registry: Registry) -> Iterator[Example]:
    """The labelled predicates of one report."""
    text = one.parse.report.text
    known = reviewed(one.parse, one.found, registry, lambda word: word.idx in one.labels)
    for word, read, told, event, cast in known:
        actors, label = {actor.id: actor for actor in cast.actors}, one.labels[word.idx]
        ruled = agrees(event, actors, label, text) if event is not None else None
        trust = event.reason.score or 0.0 if event is not None else 0.0
        yield Example(read, agrees(told, actors, label, text), ruled, trust, number, own=False)


def of_own(coder: Coder, number: int) -> Iterator[Example]:
    """The marked predicates of the dev split of our own sentences; not those whose predicate tells an event of others."""
    held = [
        one for one in sentences()
        if split_of(one) == "dev" and not one.tells_elsewhere
    ]  # fmt: skip
    for at, (sentence, parse, found) in enumerate(own_coded(held, coder)):
        marked = sentence.predicate
        known = reviewed(
            parse, found, coder.registry, lambda word, marked=marked: span_of(word).overlaps(marked)
        )
        for _, read, told, event, cast in known:
            ruled = own_agrees(event, cast, sentence) if event is not None else None
            trust = event.reason.score or 0.0 if event is not None else 0.0
            yield Example(read, own_agrees(told, cast, sentence), ruled, trust, number + at, own=True)


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """The log-odds of each reading; how often a lone sentence of our own is right tells nothing of the news."""
    names = [name for name in rows[0].read if name != "(bias)"]
    scales = [FREE if name == "lone" else 1.0 for name in names]
    table = np.array([[one.read[name] for name in names] for one in rows]) * scales
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(table, [one.right for one in rows])
    weights = dict(zip(names, map(float, model.coef_[0] * scales), strict=True))
    return {"(bias)": float(model.intercept_[0])} | weights


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
        weights = fitted([rows[at] for at in train])
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


def tables(name: str, rows: Sequence[Example], found: Any, gold: int) -> None:
    """What the rules alone reach, and what they reach with the encoder."""
    print(f"{name}: {gold} events to tell")
    ruled = [row for row in rows if row.ruled is not None]
    right = np.array([row.right for row in rows])
    table("rules and trust", np.array([r.trust for r in ruled]), np.array([r.ruled for r in ruled]), gold)
    by_rules = np.array([row.ruled is not None for row in rows])
    table("rules and encoder", found[by_rules], right[by_rules], gold)
    table("rules and encoder, and the encoder alone", found, right, gold)


def main(path: str, *options: str) -> None:
    """Code, ask, fit, print."""
    coder = Coder()
    reports = list(labelled(path, coder, held=True, floor=HARDLY))
    rows = [row for number, one in enumerate(reports) for row in of_report(one, number, coder.registry)]
    rows += of_own(coder, len(reports))
    found = np.zeros(len(rows))
    weights: dict[str, dict[str, float]] = {}
    for kind, is_alone in (("ruled", False), ("alone", True)):
        places = [at for at, row in enumerate(rows) if (row.ruled is None) is is_alone]
        part = [rows[at] for at in places]
        found[places] = folded(part)
        weights[kind] = {name: _held(name, value) for name, value in fitted(part).items()}
    own = np.array([row.own for row in rows])
    golds = {
        False: sum(label.tells for one in reports for label in one.labels.values()),
        True: sum(one.type != "NONE" for one in sentences() if split_of(one) == "dev"),
    }
    for is_own, name in (
        (False, f"{len(reports)} reports of the news"),
        (True, "our own sentences, dev split"),
    ):
        chosen = np.flatnonzero(own == is_own)
        tables(name, [rows[at] for at in chosen], found[chosen], golds[is_own])
    print(json.dumps(weights))
    if "--write" in options:
        TARGET.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
