"""Media that carry another's words are that statement's outlets, in every form of telling so."""

from typing import Any

import pytest

from onrecord.actors import find_actors, load_registry
from onrecord.statements import find_statements


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        ('"The road is open," Adam Wirth told Reuters.', "Reuters", "Adam Wirth"),
        (
            "Reuters quoted the mayor of Luma as saying that the road was open.",
            "Reuters",
            "the mayor of Luma",
        ),
        ("The mayor was quoted by Reuters as saying that the road was open.", "Reuters", "The mayor"),
        ("Speaking to Reuters, Adam Wirth said the road was open.", "Reuters", "Adam Wirth"),
        ("Adam Wirth said in an interview with Reuters that the road was open.", "Reuters", "Adam Wirth"),
        ("In remarks carried by Reuters, Adam Wirth said the road was open.", "Reuters", "Adam Wirth"),
    ],
)
def test_outlet(text: str, outlet: str, speaker: str, parse: Any) -> None:
    parsed = parse(text, "2024-03-12")
    found, cast = find_statements(parsed, find_actors(parsed, load_registry()))
    carried = [s for s in found if s.outlets]
    assert [[cast[o].name for o in s.outlets] for s in carried] == [[outlet]]
    assert carried[0].speaker_span is not None
    assert carried[0].speaker_span.of(text) == speaker


def test_a_listener_who_is_no_medium_is_no_outlet(parse: Any) -> None:
    parsed = parse("Adam Wirth told the minister that the road was open.", "2024-03-12")
    found, _ = find_statements(parsed, find_actors(parsed, load_registry()))
    assert [s.outlets for s in found] == [()]
