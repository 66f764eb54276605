"""What the benchmarks ask of a gold line."""

import pytest

from benchmarks import tasks


@pytest.mark.parametrize(
    ("certainty", "polarity", "tense", "grade"),
    [
        ("CERTAIN", "POS", "NON_FUTURE", 3.0),
        ("CERTAIN", "POS", "FUTURE", 0.0),
        ("CERTAIN", "NEG", "NON_FUTURE", -3.0),
        ("POSSIBLE", "POS", "NON_FUTURE", 0.0),
    ],
)
def test_tasks_meantime_features_become_a_grade(
    certainty: str, polarity: str, tense: str, grade: float
) -> None:
    row = {"id": "x", "predicates": [{"certainty": certainty, "polarity": polarity, "tense": tense}]}
    assert tasks.graded(row)["predicates"][0]["factuality"] == grade
