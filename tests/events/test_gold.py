"""The stage against gold sentences in our own words; what it is known to miss is listed exactly."""

import json
from pathlib import Path

import pytest

from conftest import parse_of
from onrecord import Coder
from onrecord.config import SecondOpinion, Settings
from onrecord.events import status_of
from onrecord.linking.mentions import head_of
from onrecord.record import Record, Span

RULES = Settings(second_opinion=SecondOpinion.OFF, trust=0.0)
"""The rules alone: what is tested is what they bind and date, not how far it is trusted."""

GOLD = Path(__file__).parents[1] / "gold"
KNOWN = json.loads((GOLD / "events_known_misses.json").read_text(encoding="utf-8"))


def rows(name):
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def is_missed(name, row, right):
    """Fail where a known miss is right, or another sentence is wrong."""
    known = row["text"] in KNOWN[name]
    assert right is not known, ("listed as a miss, but right: " if right else "missed: ") + row["text"]


@pytest.fixture(scope="module")
def coder():
    return Coder(RULES)


def names(record: Record, ids, word):
    spans = [m.span for a in record.actors if a.id in ids for m in a.mentions]
    return any(word in s.of(record.report.text) for s in spans) or any(
        word in a.name for a in record.actors if a.id in ids
    )


def codes_right(record: Record, row) -> bool:
    if row["type"] is None:
        return not record.events
    for event in record.events:
        sides = [(row["actor"], event.actors), (row["recipient"], event.recipients)]
        told = all(word is None or names(record, ids, word) for word, ids in sides)
        turned = event.reciprocal and all(
            word is None or names(record, (*event.actors, *event.recipients), word) for word, _ in sides
        )
        if event.type == row["type"] and (told or turned):
            return True
    return False


@pytest.mark.parametrize("row", rows("events_clauses"), ids=lambda row: row["text"][:40])
def test_events_codes_the_clause(coder, row):
    record = coder.record(parse_of(row["text"], "2024-05-08"))
    is_missed("events_clauses", row, codes_right(record, row))


@pytest.mark.parametrize("row", rows("status_sentences"), ids=lambda row: row["text"][:40])
def test_status_of_tells_how(row):
    found = status_of(head_of(parse_of(row["text"]), Span(*row["span"])))
    is_missed("status_sentences", row, found == row["status"])


@pytest.mark.parametrize("row", rows("figures_counts"), ids=lambda row: row["text"][:40])
def test_figures_counts(coder, row):
    record = coder.record(parse_of(row["text"], "2024-05-08"))
    if row["low"] is None:
        right = not record.figures
    else:
        right = len(record.figures) == 1 and all(
            (
                record.figures[0].low == row["low"],
                record.figures[0].high == row["high"],
                record.figures[0].comparator == row["comparator"].replace("exactly", "exact"),
                row["of"] is None or row["of"] in (record.figures[0].of or ""),
            )
        )
    is_missed("figures_counts", row, right)
