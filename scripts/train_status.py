"""Train the second opinion on status from predicates with factuality scores (-3 to 3).

Reads JSON lines of {"id", "text", "predicates": [{"span", "factuality"}]}; writes the weights that `telling.py` reads.
Needs scikit-learn; run time does not.

    python scripts/train_status.py TRAIN.jsonl src/onrecord/events/data/status_weights.json
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.events.status import _evident, ruled_status
from onrecord.events.telling import _CLASS, CLASSES, features
from onrecord.linking.mentions import head_of
from onrecord.parsing import Parse, Parser
from onrecord.reading import report_of
from onrecord.record import Span

SEEN, FOLDS, INVERSE_PENALTY = 2, 5, 0.4
BARS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.1)


def examples(
    rows: list[dict[str, Any]], parses: Iterator[Parse]
) -> Iterator[tuple[dict[str, int], int, int]]:
    """Features, gold class and the rules' class of each predicate that its own words leave open."""
    for row, parse in zip(rows, parses, strict=True):
        for told in row["predicates"]:
            head = head_of(parse, Span(*told["span"]))
            ruled = ruled_status(head)
            if _evident(head, ruled):
                continue
            score = told["factuality"]
            gold = 0 if score >= 1.5 else 2 if score <= -1.5 else 1
            yield dict.fromkeys(features(head, ruled), 1), gold, _CLASS[ruled]


def train(data: list[tuple[dict[str, int], int, int]]) -> dict[str, Any]:
    """The weights, and by cross-validation how sure the model must be to overrule the rules."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.metrics import f1_score  # type: ignore[import-untyped]
    from sklearn.model_selection import cross_val_predict  # type: ignore[import-untyped]

    counts = Counter(name for names, _, _ in data for name in names)
    kept = [{n: 1 for n in names if counts[n] >= SEEN} for names, _, _ in data]
    gold = np.array([g for _, g, _ in data])
    ruled = np.array([r for _, _, r in data])
    vectors = DictVectorizer()
    table = vectors.fit_transform(kept)
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=300)
    chances = cross_val_predict(model, table, gold, cv=FOLDS, method="predict_proba")
    sure = {a: dict.fromkeys(CLASSES, 1.1) for a in CLASSES}

    def answers() -> Any:
        best = chances.argmax(1)
        bars = np.array([[sure[a][b] for b in CLASSES] for a in CLASSES])
        return np.where(chances.max(1) >= bars[ruled, best], best, ruled)

    print("rules alone", f1_score(gold, ruled, average="macro"))
    for _ in range(2):
        for a in CLASSES:
            for b in CLASSES:
                tried = {}
                for bar in BARS:
                    sure[a][b] = bar
                    tried[bar] = f1_score(gold, answers(), average="macro")
                sure[a][b] = max(tried, key=lambda bar: (tried[bar], bar))
    print("with the model", f1_score(gold, answers(), average="macro"), sure)
    model.fit(table, gold)
    weights = {
        str(name): [round(float(w), 3) for w in column]
        for name, column in zip(vectors.get_feature_names_out(), model.coef_.T, strict=True)
        if abs(column).max() >= 0.02
    }
    return {"bias": [round(float(b), 4) for b in model.intercept_], "sure": sure, "weights": weights}


def main(source: str, target: str) -> None:
    """Parse, train, write."""
    rows = [json.loads(line) for line in Path(source).read_text(encoding="utf-8").splitlines()]
    parses = Parser().pipe(report_of(row["text"]) for row in rows)
    model = train(list(examples(rows, parses)))
    text = json.dumps(model, ensure_ascii=False, sort_keys=True, indent=0) + "\n"
    Path(target).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
