"""The gold of statements, in our own words: chains, quotes over paragraphs, stance, outlets, anonymity, odd forms.

A case asks for each statement its content (overlap of at least six in ten words), whose words it is, its stance, and
where told what it stands within, which medium carried it and whether its speaker is named; and for none besides.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.actors import Cast, find_actors, load_registry
from onrecord.record import Span, Statement
from onrecord.statements import find_statements

GOLD = Path(__file__).parents[1] / "gold" / "statements_cases.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
_NEAR = 0.6


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def near(told: str, gold: str) -> bool:
    """Whether two stretches share most of their words, by Jaccard over positions in the text."""
    ours, wanted = set(words(told)), set(words(gold))
    return len(ours & wanted) >= _NEAR * len(ours | wanted)


def said(statement: Statement, text: str) -> str:
    return " ".join(Span(*run).of(text) for run in statement.content)


def misses(case: dict[str, Any], parse: Any) -> list[str]:
    """What the gold has and the record has not, or has beyond it."""
    parsed, text = parse(case["text"], "2024-03-12"), case["text"]
    found, cast = find_statements(parsed, find_actors(parsed, load_registry()))
    rest, matched, wrong = list(found), [], []
    for gold in case["statements"]:
        one = next((s for s in rest if near(said(s, text), " ".join(gold["content"]))), None)
        matched.append(one)
        if one is None:
            wrong.append(f"no {gold['speaker']}: {gold['content']}")
        else:
            rest.remove(one)
            wrong += faults(gold, one, matched, text, cast)
    return wrong + [f"beyond: {said(s, text)!r}" for s in rest]


def faults(
    gold: dict[str, Any], one: Statement, matched: list[Statement | None], text: str, cast: Cast
) -> list[str]:
    """What is wrong with a statement that was found."""
    wrong = []
    speaker = one.speaker_span.of(text) if one.speaker_span else None
    if bool(speaker) != bool(gold["speaker"]) or (
        speaker and not set(words(speaker)) & set(words(gold["speaker"]))
    ):
        wrong.append(f"speaker {speaker!r}, not {gold['speaker']!r}")
    if one.stance != gold["stance"]:
        wrong.append(f"{one.stance}, not {gold['stance']}")
    outer = matched[gold["within"]] if gold["within"] is not None else None
    if one.within != (outer.id if outer else None):
        wrong.append(f"within {one.within}")
    if gold["outlet"] and not any(set(words(cast[o].name)) & set(words(gold["outlet"])) for o in one.outlets):
        wrong.append(f"outlets {[cast[o].name for o in one.outlets]}, not {gold['outlet']!r}")
    if one.anonymous != gold.get("anonymous", one.anonymous):
        wrong.append(f"anonymous {one.anonymous}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_gold_case(case: dict[str, Any], parse: Any) -> None:
    known = case.get("known_miss")
    if known is None:
        assert misses(case, parse) == []
    else:
        assert misses(case, parse), f"a known miss that passes must be unlisted: {known}"
