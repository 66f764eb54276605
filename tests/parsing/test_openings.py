"""Dates that open a clause hang on their preposition, and the noun after them acts."""

import pytest

from conftest import parse_of


@pytest.mark.parametrize(
    ("text", "date", "subject"),
    [
        ("On Friday rebels attacked a convoy near Goma.", "Friday", "rebels"),
        ("In 1989 soldiers killed nine men.", "1989", "soldiers"),
        ("On Thursday night gunmen killed a priest.", "night", "gunmen"),
        ("In the war of 1914 German troops occupied Belgium.", "1914", "troops"),
        ("On Monday, police arrested two men.", "Monday", "police"),
    ],
)
def test_opening_date_leaves_the_subject(text: str, date: str, subject: str) -> None:
    words = {word.text: word for word in parse_of(text).doc}
    assert words[date].dep_ == "pobj"
    assert (words[subject].dep_, words[subject].head.pos_) == ("nsubj", "VERB")


@pytest.mark.parametrize(
    ("text", "modifier", "noun"),
    [
        ("He died on Friday night.", "Friday", "night"),
        ("The first of 2019 attacks killed two.", "2019", "attacks"),
        ("Police condemned the Monday attack.", "Monday", "attack"),
    ],
)
def test_what_modifies_stays(text: str, modifier: str, noun: str) -> None:
    words = {word.text: word for word in parse_of(text).doc}
    assert words[modifier].head == words[noun]
