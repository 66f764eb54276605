"""The table and the marked text as a person sees them."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.explain import explained
from onrecord.cli.table import table
from onrecord.cli.terminal import Ink, Page, safe, safe_json
from onrecord.record import Record

from .conftest import TEXT, call, record_with


def test_table_folds_retellings_under_the_first(record: Record) -> None:
    shown = "\n".join(table(record, Page(200)))
    assert "(told 2 times)" in shown
    assert "  e2" not in shown


def test_table_groups_what_was_refused_and_quotes_what_was_set_aside(record: Record) -> None:
    shown = "\n".join(table(record, Page(200)))
    assert "history: “left”, “had”" in shown
    assert "notice, appeal: “Dear readers, please support us.” (5 words)" in shown


def test_table_head_names_outlet_and_day(record: Record) -> None:
    assert "The Daily Example · 5 May 2024" in "\n".join(table(record, Page()))


def test_table_keeps_to_the_width(record: Record) -> None:
    assert all(len(line) <= 50 for line in table(record, Page(50)))


def test_table_colour_takes_no_width(record: Record) -> None:
    plain, inked = table(record, Page(60)), table(record, Page(60, colour=True))
    assert len(plain) == len(inked)


def test_table_of_nothing_says_that_no_event_is_told() -> None:
    assert "none is told" in "\n".join(table(record_with(), Page()))


def test_table_lets_no_escape_of_the_text_through() -> None:
    hostile = record_with(call(), text=TEXT, title="\x1b[31mRed\x1b]0;owned\x07 \u202egnp")
    shown = "\n".join(table(hostile, Page()))
    assert "\x1b" not in shown
    assert "\\x1b[31mRed" in shown


def test_explain_marks_the_text_in_place(record: Record) -> None:
    shown = " ".join(" ".join(explained(record, Page(400))).split())
    assert "[a1 Ana Ruiz]" in shown
    assert (
        "[e1 telephoned]" in shown.replace("[e2 ", "").replace("]]", "]") or "[e1 [e2 telephoned]]" in shown
    )
    assert "phone call; 0.91" in shown


@given(st.text())
def test_safe_leaves_one_line_without_controls(text: str) -> None:
    shown = safe(text)
    assert "\x1b" not in shown
    assert "\n" not in shown


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_safe_json_keeps_the_value(text: str) -> None:
    import json

    assert json.loads(safe_json(json.dumps(text, ensure_ascii=False))) == text


def test_page_ink_is_nothing_without_colour() -> None:
    assert Page().ink("x", Ink.BOLD) == "x"
