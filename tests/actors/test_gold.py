"""The gold reports, in our own words: who is in each, of what kind and code, and which words mean them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.actors import find_actors, load_registry
from onrecord.record import MentionKind, Span

GOLD = Path(__file__).parents[1] / "gold" / "actors_reports.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def span_of(words: str, text: str) -> Span:
    """The span of words, or with `#n` of their n-th occurrence as whole words."""
    wanted, _, nth = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text))
    return Span(*found[int(nth or 1) - 1].span())


def misses(index: int, parse: Any) -> tuple[str, ...]:
    """What the gold has and the cast has not."""
    case: dict[str, Any] = CASES[index]
    cast = find_actors(parse(case["text"], case["published"]), load_registry())
    wrong = []
    for gold in case["actors"]:
        actor = next((a for a in cast.actors if (a.name, a.kind) == (gold["name"], gold["kind"])), None)
        if actor is None:
            wrong.append(f"no {gold['kind']} {gold['name']!r}")
            continue
        if actor.code != gold["code"]:
            wrong.append(f"{actor.name}: code {actor.code}, not {gold['code']}")
        seen = {mention.span: mention.kind for mention in actor.mentions}
        spans = {words: span_of(words, case["text"]) for words in (*gold["mentions"], *gold["metonyms"])}
        wrong += [
            f"{actor.name}: no mention {words!r}" for words in gold["mentions"] if spans[words] not in seen
        ]
        wrong += [
            f"{actor.name}: {words!r} no metonym"
            for words in gold["metonyms"]
            if seen.get(spans[words]) is not MentionKind.METONYM
        ]
    held = {mention.span for actor in cast.actors for mention in actor.mentions}
    wrong += [f"{words!r} means an actor" for words in case["absent"] if span_of(words, case["text"]) in held]
    return tuple(wrong)


@pytest.mark.parametrize("index", range(len(CASES)), ids=[case["id"] for case in CASES])
def test_gold_report(index: int, parse: Any) -> None:
    known = CASES[index].get("known_miss")
    if known is None:
        assert misses(index, parse) == ()
    else:
        assert misses(index, parse), f"a known miss that passes must be unlisted: {known}"
