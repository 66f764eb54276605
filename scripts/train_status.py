"""Train the second opinion on status from predicates with factuality scores (-3 to 3).

    python scripts/train_status.py TRAIN.jsonl

A line is {"id", "text", "predicates": [{"span", "factuality"}]}; a mean of 1.5 or more is a fact, of -1.5 or less denied, all
between is open. Writes the weights that `onrecord.events.telling` reads. Needs PyTorch (the extra `train`).
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.labels import class_of

from committee import Example, Plan, fit, write
from onrecord.cleaning import clean
from onrecord.events.status import ruled_status
from onrecord.events.telling import contexts, features
from onrecord.linking.mentions import head_of
from onrecord.parsing import Parse, Parser
from onrecord.reading import report_of
from onrecord.record import Span

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "data" / "status.npz"
PLAN = Plan(
    classes=3, hidden=64, members=4, epochs=8, batch=128, rate=2e-3, decay=0.75, drop=0.3, penalty=5e-3,
    weights=(1.0, 1.6, 3.0),
)  # fmt: skip


def examples(rows: list[dict[str, Any]], parses: Iterable[Parse]) -> Iterator[Example]:
    """Features and class of each predicate."""
    for row, parse in zip(rows, parses, strict=True):
        for told in row["predicates"]:
            head = head_of(parse, Span(*told["span"]))
            truth = class_of(told["factuality"])
            yield Example(list(features(head, ruled_status(head))), contexts(head), truth)


def main(source: str) -> None:
    """Parse, train, write."""
    rows = [json.loads(line) for line in Path(source).read_text(encoding="utf-8").splitlines()]
    write(fit(examples(rows, Parser().pipe(clean(report_of(row["text"])) for row in rows)), PLAN), TARGET)


if __name__ == "__main__":
    main(*sys.argv[1:])
