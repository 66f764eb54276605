"""What contradicts another candidate, or says only that nothing was said, is no statement."""

from typing import Any

import pytest

from onrecord.statements.choosing import chosen
from onrecord.statements.extents import Quotes


def contents(parsed: Any) -> list[str]:
    doc = parsed.doc
    return [" ".join(doc[i].text for i in one.candidate.content) for one in chosen(Quotes.of(parsed))]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "The firm refused to comment.",
        "Officials in the port declined to comment on Monday.",
    ],
)
def test_formulas_say_nothing(text: str, parse: Any) -> None:
    assert not any("comment" in content for content in contents(parse(text)))


def test_refusal_to_say_is_one_statement(parse: Any) -> None:
    assert len(contents(parse("The ministry declined to say whether the pilot was alive."))) == 1


def test_claims_rejected_are_the_content_of_the_rejection(parse: Any) -> None:
    assert len(contents(parse("The company rejected claims that it had poisoned the river."))) == 1


def test_second_cue_of_a_speaker_ends_the_first_content(parse: Any) -> None:
    first, second = contents(
        parse("Greta Holm said the well was dry and warned that the village would move.")
    )
    assert "warned" not in first
    assert "village" in second
