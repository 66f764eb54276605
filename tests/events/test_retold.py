"""Passages in our own words whose deeds lie years back, or are told of a kind of people, beside look-alikes of these days.

What dates the deed stands in another sentence more often than not. They were written before the rules they test, by somebody
who had not seen any; what is missed says so.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import report_of
from onrecord import Coder
from onrecord.record import Record, Span, Status

GOLD = Path(__file__).parents[1] / "gold" / "events_retold.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
DEEDS = {Status.HAPPENED, Status.ONGOING, Status.HABITUAL}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    reports = [report_of(case["text"], "2024-05-08") for case in CASES]
    return {case["text"]: record for case, record in zip(CASES, Coder().pipe(reports), strict=True)}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['kind']}: {case['why']}" for case in CASES])
def test_deeds_of_these_days_alone(case: dict[str, Any], records: dict[str, Record]) -> None:
    deeds = {
        event.type
        for event in records[case["text"]].events
        if event.status in DEEDS and event.trigger.overlaps(Span(*case["span"]))
    }
    right = case["type"] in deeds if case["kind"] == "day" else not deeds
    assert right is not case.get("known_miss", False), f"{case['why']}: {deeds or 'nothing'}"
