"""Train the re-ranker of candidate statements and write its weights.

    python scripts/train_statements.py TRAIN.jsonl [--rows N]

TRAIN.jsonl has one report a line: `text` and `attributions` with `source`, `cue` and `content` spans. A candidate is right
when it is the best match of a gold attribution (Jaccard of contents at least a half). The weights, numbers by feature
name, are rounded to hundredths; features seen fewer than four times are left out. Needs scikit-learn (the extra `train`).
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.parsing import Parse, Parser
from onrecord.record import Block, BlockKind, Report, Span
from onrecord.statements.candidates import candidates
from onrecord.statements.extents import Quotes
from onrecord.statements.features import features

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "statements" / "data" / "reranker.tsv.gz"
SEEN = 4


def report_of(row: dict[str, Any]) -> Report:
    text = row["text"]
    return Report(
        id=str(row["id"]), text=text, sha256="", blocks=(Block(Span(0, len(text)), BlockKind.STORY),)
    )


def examples(row: dict[str, Any], parse: Parse) -> list[tuple[list[str], bool]]:
    """Features and truth of every candidate of one report."""
    quotes = Quotes.of(parse)
    found = [quotes.reached(candidate) for candidate in candidates(parse.doc)]
    contents = [
        {i for t in c.content for i in range(parse.doc[t].idx, parse.doc[t].idx + len(parse.doc[t]))}
        for c in found
    ]
    gold = [
        {i for s, e in spans(a["content"]) for i in range(s, e) if not row["text"][i].isspace()}
        for a in row["attributions"]
    ]
    right: set[int] = set()
    for wanted in gold:
        scored = [(len(wanted & c) / len(wanted | c), -n) for n, c in enumerate(contents) if wanted & c]
        best, number = max(scored, default=(0.0, 0))
        if best >= 0.5:
            right.add(-number)
    return [(features(candidate, quotes), number in right) for number, candidate in enumerate(found)]


def spans(value: Any) -> list[list[int]]:
    return [] if not value else [value] if isinstance(value[0], int) else value


def fit(rows: Iterable[tuple[list[str], bool]]) -> dict[str, float]:
    names, truth = zip(*rows, strict=True)
    counts = Counter(name for row in names for name in set(row))
    kept = [{name: 1.0 for name in row if counts[name] >= SEEN} for row in names]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(kept)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=0.5, solver="liblinear", max_iter=200, random_state=0)
    model.fit(matrix, np.array(truth))
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    weights["bias"] = weights.get("bias", 0.0) + float(model.intercept_[0])
    return {name: weight for name, weight in weights.items() if abs(weight) >= 0.05}


def write(weights: dict[str, float], target: Path = TARGET) -> None:
    lines = "".join(f"{name}\t{round(weight * 100)}\n" for name, weight in sorted(weights.items()))
    target.parent.mkdir(exist_ok=True)
    with target.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as packed:
        packed.write(lines.encode("utf-8"))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("train", type=Path)
    options.add_argument("--rows", type=int)
    given = options.parse_args()
    rows = [json.loads(line) for line in given.train.open(encoding="utf-8")][: given.rows]
    parses = Parser().pipe(map(report_of, rows))
    weights = fit(
        example for row, parse in zip(rows, parses, strict=True) for example in examples(row, parse)
    )
    write(weights)
    print(f"{len(weights)} weights in {TARGET.name}")


if __name__ == "__main__":
    main()
