"""How near a year long past stands, and what kind of report it is."""

import pytest

from conftest import parse_of
from onrecord.events.setting import Setting
from onrecord.parsing import Parse


def since_old(parse: Parse, word: str) -> int | None:
    token = next(token for token in parse.doc if token.text == word)
    return Setting.of(parse).sentences_since_old(token)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("In 1987 soldiers shelled the town.", 0),
        ("The war began in 1987. Soldiers shelled the town.", 1),
        ("It began in 1987. It was cold. It rained. Soldiers shelled the town.", 4),
        ("Soldiers shelled the town in 2024.", None),
        ("Soldiers shelled the town. The war began in 1987.", None),
    ],
)
def test_sentences_since_a_year_long_past(text: str, sentences: int | None) -> None:
    assert since_old(parse_of(text, "2024-05-08"), "shelled") == sentences


def test_year_is_long_past_by_the_day_of_publication() -> None:
    text = "In 1987 soldiers shelled the town."
    assert since_old(parse_of(text, "1988-01-02"), "shelled") is None


def test_first_person_in_quotes_is_the_speaker_s() -> None:
    told, quoted = (Setting.of(parse_of(text)).kind for text in ("I saw it.", "“I saw it,” he said."))
    assert "report=i+3" in told
    assert "report=i+0" in quoted
