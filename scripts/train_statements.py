"""Train the re-ranker of candidate statements and write its weights.

    python scripts/train_statements.py TRAIN.jsonl [--rows N] [--seed N]

TRAIN.jsonl has one report a line: `text` and `attributions` with `source`, `cue` and `content` spans. A candidate is right
when it is the best match of a gold attribution (Jaccard of contents at least a half). Needs PyTorch (the extra `train`).
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from committee import Example, Plan, fit, write
from onrecord.parsing import Parse, Parser
from onrecord.record import Block, BlockKind, Report, Span
from onrecord.statements.choosing import proposed
from onrecord.statements.extents import Quotes
from onrecord.statements.features import features
from onrecord.statements.reranker import contexts

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "statements" / "data" / "reranker.npz"
PLAN = Plan(classes=2)


def report_of(row: dict[str, Any]) -> Report:
    text = row["text"]
    return Report(
        id=str(row["id"]), text=text, sha256="", blocks=(Block(Span(0, len(text)), BlockKind.STORY),)
    )


def examples(row: dict[str, Any], parse: Parse) -> Iterator[Example]:
    """Every candidate of one report."""
    quotes = Quotes.of(parse)
    found = [candidate for candidate in proposed(parse.doc, quotes) if candidate.content]
    if not found:
        return
    contents = [
        {i for t in c.content for i in range(parse.doc[t].idx, parse.doc[t].idx + len(parse.doc[t]))}
        for c in found
    ]
    right: set[int] = set()
    for attribution in row["attributions"]:
        wanted = {
            i for s, e in spans(attribution["content"]) for i in range(s, e) if not row["text"][i].isspace()
        }
        scored = [(len(wanted & c) / len(wanted | c), -n) for n, c in enumerate(contents) if wanted & c]
        best, number = max(scored, default=(0.0, 0))
        if best >= 0.5:
            right.add(-number)
    dense = contexts(found, quotes)
    for number, candidate in enumerate(found):
        yield Example(features(candidate, quotes), dense[number].astype(np.float16), int(number in right))


def spans(value: Any) -> list[list[int]]:
    return [] if not value else [value] if isinstance(value[0], int) else value


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("train", type=Path)
    options.add_argument("--rows", type=int)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    rows = [json.loads(line) for line in given.train.open(encoding="utf-8")][: given.rows]
    parses = Parser().pipe(map(report_of, rows))
    found = (example for row, parse in zip(rows, parses, strict=True) for example in examples(row, parse))
    write(fit(found, PLAN, given.seed), TARGET)


if __name__ == "__main__":
    main()
