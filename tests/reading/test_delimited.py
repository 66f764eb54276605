"""Tables as text: the columns' names, the rows in order, and rows that are broken."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Settings
from onrecord.errors import EmptyInput, InputError, MalformedInput, OversizedInput, UndecodableInput
from onrecord.reading import read
from onrecord.record import Report

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."
SMALL = Settings(max_chars=1_000)


def items(folder: Path, data: bytes | str, name: str = "a.csv", **given: object) -> list[Report | InputError]:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read([path], **given))  # type: ignore[arg-type]


def texts(found: list[Report | InputError]) -> list[object]:
    return [item.text if isinstance(item, Report) else type(item) for item in found]


def test_row_is_a_report_with_what_its_columns_say(tmp_path: Path) -> None:
    (report,) = items(
        tmp_path,
        f"id,text,title,outlet,url,published,byline,topic\n7,{PROSE},Ferry,Post,https://a.example,27/02/2022,Ana,x\n",
    )
    assert isinstance(report, Report)
    assert (report.id, report.text, report.title, report.outlet) == ("7", PROSE, "Ferry", "Post")
    assert (report.url, report.published, report.byline) == ("https://a.example", "2022-02-27", "Ana")


@pytest.mark.parametrize("text", ["content", "Body", "ARTICLE", "Full Text", " text ", "maintext"])
@pytest.mark.parametrize(
    ("source", "day"), [("source", "date"), ("publication", "pub_date"), ("outlet", "Publish Date")]
)
def test_common_names_of_columns_are_known(tmp_path: Path, text: str, source: str, day: str) -> None:
    (report,) = items(tmp_path, f"{day},{source},link,author,{text}\n2022-02-27,Post,u,Ana,{PROSE}\n")
    assert isinstance(report, Report) and report.text == PROSE
    assert (report.published, report.outlet, report.url, report.byline) == ("2022-02-27", "Post", "u", "Ana")


def test_our_own_name_goes_before_an_alias(tmp_path: Path) -> None:
    (report,) = items(tmp_path, f"content,text\nsummary,{PROSE}\n")
    assert isinstance(report, Report) and report.text == PROSE


def test_table_without_a_text_lists_its_columns(tmp_path: Path) -> None:
    (error,) = items(tmp_path, "headline,when\na,b\n")
    assert isinstance(error, MalformedInput)
    assert "'headline', 'when'" in str(error) and "text, content" in str(error)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_mark_between_columns_is_seen_in_the_header(tmp_path: Path, mark: str) -> None:
    (report,) = items(tmp_path, f"title{mark}text{mark}date\nFerry{mark}{PROSE}{mark}2022-02-27\n")
    assert isinstance(report, Report) and (report.title, report.text) == ("Ferry", PROSE)


@given(st.text(min_size=1).filter(lambda text: text.isprintable() and text.strip()))
def test_quoted_text_is_kept_code_point_for_code_point(text: str) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([["title", "text"], ["a", f' {text}\n\n"b"\r\n '], ["c", text]])
    found = list(read(["-"], stdin=io.BytesIO(written.getvalue().encode())))
    assert texts(found) == [f' {text}\n\n"b"\r\n ', text]


def test_quotation_marks_of_an_unquoted_tsv_are_text(tmp_path: Path) -> None:
    said = '"We will go," he said.'
    found = items(tmp_path, f'title\ttext\na\t{said}\nb\t"We go\nc\t"quoted ""word"""\n', "a.tsv")
    assert texts(found) == [said, '"We go', 'quoted "word"']


def test_utf16_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    assert texts(items(tmp_path, "title\ttext\na\tCafé – talks\n".encode("utf-16"))) == ["Café – talks"]


def test_rows_are_named_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    found = items(tmp_path, 'title,text\na,"two\nlines"\nb,\n\nc,d\n')
    assert texts(found) == ["two\nlines", EmptyInput, "d"]
    assert isinstance(found[1], InputError) and found[1].source == f"{tmp_path / 'a.csv'}:3"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (b"a,b\x00c", UndecodableInput),
        (b"a,the caf\xc3\xa9 and \xff", UndecodableInput),
        (b"a,one,two", MalformedInput),
        (b"a", MalformedInput),
        (b"a,", EmptyInput),
        (b"a," + b"x" * 1_001, OversizedInput),
        (b"a," + b"x" * 500_000, OversizedInput),
        (b'a,"' + b"x\n" * 250_000 + b'"', OversizedInput),
        (b'a,"' + b'x","x\n' * 100_001 + b'"', OversizedInput),
        (b'a,"two\nlines \x00 and\nmore"', UndecodableInput),
        (b"a,one\rtwo", MalformedInput),
    ],
    ids=["nul", "damaged", "wide", "short", "empty", "long", "longer", "lines", "cells", "inside", "return"],
)
def test_broken_row_does_not_stop_the_next(tmp_path: Path, row: bytes, kind: type[InputError]) -> None:
    found = items(tmp_path, b"title,text\na,before\n" + row + b"\na,after\n", settings=SMALL)
    assert texts(found) == ["before", kind, "after"]
    assert (
        isinstance(found[1], InputError) and found[1].source == f"{tmp_path / 'a.csv'}:3" and found[1].remedy
    )


def test_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    found = items(tmp_path, 'title,text\na,before\nb,"open\nc,after\n')
    assert texts(found) == ["before", MalformedInput] and "never closed" in str(found[1])


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_empty_table_is_empty(tmp_path: Path, data: bytes) -> None:
    assert texts(items(tmp_path, data)) == [EmptyInput]


def test_limit_of_the_csv_module_is_as_before(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    assert texts(items(tmp_path, f"title,text\na,{'x' * 200_000}\n")) == ["x" * 200_000]
    assert csv.field_size_limit() == before


def test_table_streams() -> None:
    stream = io.BytesIO(b"title,text\n" + b"a,b\n" * 500_000)
    found = read(["-"], stdin=stream)
    assert isinstance(next(found), Report)
    assert stream.tell() < 1_000_000
