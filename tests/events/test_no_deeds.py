"""Probe sentences in our own words whose deeds are denied, possible, planned, conditional, negated, quoted or retold:
none of them may be coded as a deed."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import report_of
from onrecord import Coder
from onrecord.record import Record, Span, Status

GOLD = Path(__file__).parents[1] / "gold"
CASES = [
    json.loads(line)
    for name in ("events_no_deeds.jsonl", "events_no_deeds_blind.jsonl")
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines()
]
DEEDS = {Status.HAPPENED, Status.ONGOING, Status.HABITUAL}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    coder = Coder()
    reports = [report_of(case["text"], "2024-03-12") for case in CASES]
    return {case["text"]: record for case, record in zip(CASES, coder.pipe(reports), strict=True)}


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_no_deed(case: dict[str, Any], records: dict[str, Record]) -> None:
    spans = [Span(*span) for span in case["spans"]]
    deeds = [
        (event.type, event.status)
        for event in records[case["text"]].events
        if event.status in DEEDS and any(event.trigger.overlaps(span) for span in spans)
    ]
    if "known_miss" in case:
        assert deeds, f"a known miss that passes must be unlisted: {case['known_miss']}"
    else:
        assert deeds == []
