"""I and we within quotes mean whoever is quoted; gold in our own words."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.actors import find_actors, load_registry
from onrecord.record import MentionKind
from onrecord.statements import find_statements

GOLD = Path(__file__).parents[1] / "gold" / "statements_first_person.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_first_person(case: dict[str, Any], parse: Any) -> None:
    parsed = parse(case["text"], "2024-03-12")
    _, cast = find_statements(parsed, find_actors(parsed, load_registry()))
    start = next(t.idx for t in parsed.doc if t.text == case["pronoun"])
    means = [
        actor.name
        for actor in cast.actors
        for mention in actor.mentions
        if mention.span.start == start and mention.kind is MentionKind.PRONOUN
    ]
    if "known_miss" in case:
        assert means != case["means"], "a known miss that passes must be unlisted"
    else:
        assert means == case["means"]
