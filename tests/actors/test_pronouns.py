"""Whom pronouns mean, on cases of our own; what is known to be wrong is listed with them."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.actors import Cast, find_actors, load_registry
from onrecord.record import Span

CASES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "gold" / "pronouns.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def is_right(case: dict[str, Any], cast: Cast) -> bool:
    """Whether the pronoun is a mention of the actor that bears the name."""
    word = case["pronoun"]
    at = next(i for i in range(len(case["text"])) if _stands(word, case["text"], i))
    span = Span(at, at + len(word))
    holders = [a.name for a in cast.actors if any(mention.span == span for mention in a.mentions)]
    return any(case["means"] in name for name in holders)


def _stands(word: str, text: str, at: int) -> bool:
    around = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
    return text.startswith(word, at) and not any(letter.isalpha() for letter in around)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['pronoun']}: {case['text']}" for case in CASES])
def test_pronoun(case: dict[str, Any], parse: Any) -> None:
    right = is_right(case, find_actors(parse(case["text"]), load_registry()))
    if "known_miss" in case:
        assert not right, f"a known miss that passes must be unlisted: {case['known_miss']}"
        pytest.skip(case["known_miss"])
    assert right
