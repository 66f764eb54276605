"""Blocks, language and byline of a cleaned report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cleaning import clean
from onrecord.cleaning.paragraphs import paragraphs
from onrecord.errors import UnsupportedLanguage
from onrecord.reading import report_of

WRAPPED = """The ministers of both states met on Tuesday in the harbour town and agreed
to reopen the ferry line, which had been closed since the storm of the
autumn, when the pier gave way.

A spokesman for the port said that the first ship would sail before the
end of the month. Traders on both banks have asked for a customs post.
"""


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .,\n\r\t\u2028\u00a0\"“”'-—1é"), max_size=200))
def test_every_character_but_space_is_in_exactly_one_paragraph(text: str) -> None:
    covered: list[int] = []
    for start, end in paragraphs(text):
        assert start < end and text[start:end] == text[start:end].strip()
        covered.extend(range(start, end))
    assert len(covered) == len(set(covered)) and covered == sorted(covered)
    assert {at for at, mark in enumerate(text) if not mark.isspace()} <= set(covered)


def test_line_is_a_paragraph() -> None:
    text = "One thing happened.\r\nAnother did.\n\nA third."
    assert [span.of(text) for span in paragraphs(text)] == ["One thing happened.", "Another did.", "A third."]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    assert [span.of(WRAPPED).split()[0] for span in paragraphs(WRAPPED)] == ["The", "A"]


def test_windows_line_ends_do_not_part_wrapped_lines() -> None:
    text = WRAPPED.replace("\n", "\r\n")
    assert len(list(paragraphs(text))) == 2


def test_list_of_short_lines_is_not_wrapped() -> None:
    text = "Who spoke\nThe mayor\nThe head of the port authority\nTwo traders\nA fisherman"
    assert len(list(paragraphs(text))) == 5


def test_byline_fills_only_what_is_lacking() -> None:
    text = "By Ana Prelog and Ivo Kolar\nThe mayor of the town met traders on Monday."
    assert clean(report_of(text)).byline == "Ana Prelog and Ivo Kolar"
    assert clean(report_of(text, byline="The desk")).byline == "The desk"


def test_by_and_a_day_is_no_byline() -> None:
    assert clean(report_of("By Monday Evening\nthe soldiers had left the bridge.")).byline is None


def test_cleaning_is_idempotent_and_leaves_the_text() -> None:
    once = clean(report_of(WRAPPED))
    assert clean(once) == once and once.text == WRAPPED and once.language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Police: two held",
        "Obama To Tell Iran No",
        "Erdogan, Sisi, Macron",
        "42",
        "NATO chief Stoltenberg in Kyiv",
    ],
)
def test_short_english_passes(text: str) -> None:
    assert clean(report_of(text)).language == "en"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El presidente habló con el ministro el lunes por la mañana en la capital."),
        ("de", "Der Minister sagte am Dienstag, dass die Truppen abgezogen werden sollen."),
        ("ru", "Президент России"),
        ("zh", "该国总统表示将撤军"),
    ],
)
def test_other_language_is_refused_with_its_code(language: str, text: str) -> None:
    with pytest.raises(UnsupportedLanguage) as refused:
        clean(report_of(text, id="report-7"))
    assert refused.value.reason == f"language:{language}"
    assert "report-7" in str(refused.value)


def test_foreign_words_in_english_prose_pass() -> None:
    text = "The minister said “no habrá negociaciones con los terroristas” and left the room with the delegation."
    assert clean(report_of(text)).language == "en"


def test_text_without_line_breaks_loses_its_last_sentences_only() -> None:
    body = "The ministers of both states met on Tuesday and agreed to reopen the ferry line. " * 30
    text = (
        body + "The talks go on. Sign up for our newsletter. Copyright 2021 The Gazette. All rights reserved."
    )
    blocks = clean(report_of(text)).blocks
    assert [block.reason for block in blocks] == [None, "newsletter", "copyright"]
    assert blocks[0].span.of(text).endswith("The talks go on.")


def test_long_paragraph_of_story_is_one_block() -> None:
    body = "The ministers of both states met on Tuesday and agreed to reopen the ferry line. " * 40
    assert len(clean(report_of(body)).blocks) == 1
