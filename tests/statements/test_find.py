"""Statements in sentences of our own: speaker, cue, content, form, stance, chain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from conftest import parse_of
from onrecord.actors import find_actors, load_registry
from onrecord.record import Span
from onrecord.statements import find_statements

CASES = [
    # text, speaker, cue, words of the content, form, stance
    ("The minister said that the talks had failed.", "The minister", "said", "the talks had failed", "indirect", "asserts"),
    ('"We will not leave," the mayor told reporters.', "the mayor", "told", "We will not leave", "direct", "asserts"),
    ("The army denied that it had shelled the town.", "The army", "denied", "it had shelled the town", "indirect", "denies"),
    ("According to two diplomats, the envoy had resigned.", "two diplomats", "According to", "the envoy had resigned",
     "indirect", "asserts"),
    ("Kenya vowed to close the camp.", "Kenya", "vowed", "to close the camp", "indirect", "promises"),
    ("Troops had crossed the river, the governor said.", "the governor", "said", "Troops had crossed the river",
     "indirect", "asserts"),
    ("The union demanded that the mine be closed.", "The union", "demanded", "the mine be closed", "indirect", "asks"),
    ("The ministry warned that reserves would run out.", "The ministry", "warned", "reserves would run out", "indirect",
     "expects"),
    ("Analysts expect that prices will rise.", "Analysts", "expect", "prices will rise", "indirect", "expects"),
    ('The envoy called the plan "a trap for both sides".', "The envoy", "called", "a trap for both sides", "mixed",
     "asserts"),
]  # fmt: skip


def told(text: str):
    parse = parse_of(text, "2024-05-06")
    return find_statements(parse, find_actors(parse, load_registry()))


@pytest.mark.parametrize(("text", "speaker", "cue", "content", "form", "stance"), CASES)
def test_statements_parts(text, speaker, cue, content, form, stance):
    statements, _ = told(text)
    fitting = [s for s in statements if any(cue in span.of(text) for span in s.cue)]
    assert fitting, statements
    statement = fitting[0]
    assert statement.speaker_span.of(text) == speaker
    assert content in " ".join(span.of(text) for span in statement.content)
    assert (statement.form, statement.stance) == (form, stance)


def test_statements_chain_over_a_named_speaker():
    text = "According to two senior officials, the premier asked Kenya to send doctors."
    statements, cast = told(text)
    outer = next(s for s in statements if s.cue[0].of(text) == "According to")
    inner = next(s for s in statements if s.cue[0].of(text) == "asked")
    assert inner.within == outer.id
    assert outer.anonymous
    assert cast[outer.speakers[0]].sector == "GOV"


def test_statements_leave_the_dateline_out():
    text = "LIMA, May 12 (Andes Wire) - Troops had crossed the river, the governor said."
    assert told(text)[0][0].content[0].of(text).startswith("Troops")


def test_statements_nest_in_indirect_speech():
    text = "A senior official said that the premier had told lawmakers that the camp would close."
    outer, inner = told(text)[0]
    assert inner.within == outer.id
    assert inner.speaker_span.of(text) == "the premier"


def test_statements_a_quote_goes_on_in_the_next_paragraph():
    text = 'The bishop said: "The dam must be saved.\n"We ask both armies to stop."\nSoldiers left.'
    statements, _ = told(text)
    said = next(s for s in statements if s.cue[0].of(text) == "said")
    assert "both armies" in " ".join(span.of(text) for span in said.content)
    assert "Soldiers" not in " ".join(span.of(text) for span in said.content)


def test_statements_an_unbalanced_mark_spoils_no_other_paragraph():
    text = 'The "harbour was closed.\nThe mayor said that ships had left.\n"No comment," the captain said.'
    statements, _ = told(text)
    speakers = {s.speaker_span.of(text) for s in statements if s.speaker_span}
    assert {"The mayor", "the captain"} <= speakers


def test_statements_told_to_a_newspaper_name_it_as_outlet():
    statements, cast = told("The mayor told the newspaper Het Meer that the dyke would hold.")
    assert "Het Meer" in [cast[outlet].name for outlet in statements[0].outlets]


def test_statements_a_thing_does_not_speak():
    statements, _ = told("Their first talks in two years showed that peace was near.")
    assert all(not statement.speakers for statement in statements)


def test_statements_an_office_is_not_anonymous():
    statements, _ = told("The ministry said that the port had reopened.")
    assert not statements[0].anonymous


def test_statements_none_where_nobody_speaks():
    assert told("The bridge fell into the river at dawn.")[0] == ()


WORDS = some.sampled_from(
    "said \" \u201c \u201d ' that the minister , . \n according to Ana Ruiz denied ( ) : added".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(some.lists(WORDS, max_size=30))
def test_statements_hold_for_any_words(words):
    text = "He said " + " ".join(words)
    statements, _ = told(text)
    for statement in statements:
        for span in (*statement.cue, *statement.content, *filter(None, [statement.speaker_span])):
            assert isinstance(span, Span)
            assert 0 <= span.start < span.end <= len(text)
