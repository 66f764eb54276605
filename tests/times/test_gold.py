"""The stage against sentences in our own words; what it is known to miss is marked there, each with its reason."""

import json
from pathlib import Path

import pytest

from conftest import parse_of
from onrecord.times import find_times

GOLD = Path(__file__).parents[1] / "gold" / "times_cases.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def misses(case):
    """What differs between the told times and the found ones, in words; empty where all agree."""
    found = {time.text: time for time in find_times(parse_of(case["text"], case["published"]))}
    told = {time["words"] for time in case["times"]}
    wrong = [f"also {words}" for words in found if words not in told]
    for time in case["times"]:
        answer = found.get(time["words"])
        wrong += (
            [f"no {time['words']}"]
            if answer is None
            else [
                f"{time['words']}: {key} {getattr(answer, key)}, not {value}"
                for key, value in time.items()
                if key != "words" and getattr(answer, key) != value
            ]
        )
    return wrong


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_times_gold_words_type_value_and_interval(case):
    known = case.get("known_miss")
    if known is None:
        assert not misses(case), case["why"]
    else:
        assert misses(case), f"a known miss that passes must be unlisted: {known}"
