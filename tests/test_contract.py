"""Each example report's record keeps the contract, and so does the record of any text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from contract import broken
from onrecord import Coder, InputError, Settings
from onrecord.reading import read, report_of

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS = some.sampled_from(
    "Russia Kyiv Ana Ruiz said that denied attacked \u201c \u201d \" ' met the minister on Friday , . \n 40 dozens of people "
    "asked Israel to mediate would not in 1967 since Thursday \U0001f600 \u00a0 between and sanctions".split(
        " "
    )
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def test_contract_holds_for_every_example(coder):
    reports = list(read([EXAMPLES], settings=Settings(), published="2024-05-06"))
    assert len(reports) >= 6
    for outcome in coder.outcomes(reports):
        assert not isinstance(outcome, InputError), outcome
        assert broken(outcome) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(WORDS, min_size=1, max_size=60))
def test_contract_holds_for_any_words(coder, words):
    for outcome in coder.outcomes([report_of("The army said. " + " ".join(words), published="2022-02-27")]):
        if not isinstance(outcome, InputError):
            assert broken(outcome) == []
        else:
            assert outcome.reason != "fault", outcome
