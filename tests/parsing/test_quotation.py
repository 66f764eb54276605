"""Quotation marks: which words stand within quotes, over paragraphs, with every kind of mark."""

from typing import Any

import pytest

from onrecord.parsing.quotation import quotations


def quotes(parsed: Any) -> list[str]:
    return [parsed.doc[q.start : q.end].text for q in quotations(parsed)]


@pytest.mark.parametrize("pair", ['""', "“”", "„“", "«»", "''''"])
def test_every_pair_of_marks_opens_and_closes(parse: Any, pair: str) -> None:
    first, last = pair[: len(pair) // 2], pair[len(pair) // 2 :]
    (quote,) = quotes(parse(f"The captain said {first}nobody came aboard{last} after the storm."))
    assert "nobody came aboard" in quote
    assert "storm" not in quote


def test_unbalanced_mark_ends_with_its_paragraph(parse: Any) -> None:
    found = quotes(parse('"The mine is safe, he said.\n\nThe road was closed. "Nobody came," she said.'))
    assert not any("road" in quote for quote in found)
    assert any("Nobody came" in quote for quote in found)


def test_open_quote_goes_on_where_the_next_paragraph_opens_with_a_mark(parse: Any) -> None:
    parsed = parse('She said: "The water rose.\n\n"By dawn it was gone."')
    assert [quote.resumes for quote in quotations(parsed)] == [False, True]


def test_apostrophes_open_nothing(parse: Any) -> None:
    assert quotes(parse("The workers' union said the firm's plan wasn't ready.")) == []
