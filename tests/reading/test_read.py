"""Inputs to reports: the text code point for code point, what is declared, and the order."""

import io
import json
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Settings
from onrecord.errors import EmptyInput, InputError, UsageError
from onrecord.reading import read, report_of
from onrecord.record import Report

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ferry line to reopen</title>
<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Ana Prelog">
<meta property="article:published_time" content="2022-02-27T18:04:00Z">
<link rel="canonical" href="https://harbour.example/ferry"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry line to reopen</h1>{"".join(f"<p>{PROSE} It was round {n} of the talks.</p>" for n in range(5))}
</article><footer>All rights reserved</footer></body></html>"""


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def one(path: Path, **given: str) -> Report:
    (item,) = read([path], **given)  # type: ignore[arg-type]
    assert isinstance(item, Report), item
    return item


def lines(*rows: object) -> io.BytesIO:
    return io.BytesIO("\n".join(json.dumps(row) for row in rows).encode())


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text and text.isprintable()))
def test_json_line_text_is_kept_code_point_for_code_point(text: str) -> None:
    (item,) = read(["-"], stdin=lines({"text": f" a{text}\r\n\t"}))
    assert isinstance(item, Report) and item.text == f" a{text}\r\n\t"


def test_plain_text_is_neither_stripped_nor_translated(tmp_path: Path) -> None:
    text = "  One.\r\nTwo\u2028three\u00a0four.\n\n "
    assert one(put(tmp_path, "a.txt", text)).text == text


def test_txt_is_text_even_where_it_looks_like_a_page(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.txt", PAGE)).text == PAGE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_names_the_encoding_and_is_no_text(tmp_path: Path, encoding: str) -> None:
    assert one(put(tmp_path, "a.txt", "Café – talks".encode(encoding))).text == "Café – talks"


def test_cp1252_is_read_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "The ministers met in the café, “for an hour” – no more."
    with caplog.at_level(logging.WARNING, "onrecord"):
        assert one(put(tmp_path, "a.txt", text.encode("cp1252"))).text == text
    assert "a.txt" in caplog.text and "cp1252" in caplog.text


def test_encoding_option_holds(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.txt", "Переговоры".encode("cp1251")), encoding="cp1251").text == "Переговоры"


def test_unknown_encoding_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        read(["-"], encoding="no-such-thing")


def test_page_gives_its_article_and_what_it_declares(tmp_path: Path) -> None:
    report = one(put(tmp_path, "a.html", PAGE))
    assert PROSE in report.text and "Sport" not in report.text
    assert report.title == "Ferry line to reopen" and report.outlet == "The Harbour Post"
    assert report.byline == "Ana Prelog" and report.published == "2022-02-27"
    assert report.url == "https://harbour.example/ferry"


def test_page_without_a_date_has_none(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2022-02-27T18:04:00Z">', "")
    assert one(put(tmp_path, "a.html", page.replace("round 3", "round 3 on 3 May 2019"))).published is None


def test_page_in_its_declared_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace(
        "ferry line.", "ferry «Волга»."
    )
    assert "ferry «Волга»" in one(put(tmp_path, "a.html", page.encode("cp1251"))).text


def test_options_fill_only_what_an_input_lacks() -> None:
    given = lines(
        {"text": PROSE, "published": "1 March 2022", "outlet": "Post"}, {"text": PROSE, "outlet": ""}
    )
    items = list(read(["-"], stdin=given, published="2022-02-27", outlet="Desk", url="https://a.example/1"))
    assert [(item.published, item.outlet, item.url) for item in items if isinstance(item, Report)] == [
        ("2022-03-01", "Post", "https://a.example/1"),
        ("2022-02-27", "Desk", "https://a.example/1"),
    ]


def test_json_line_keeps_its_id_as_a_string_and_ignores_other_keys() -> None:
    row = {
        "id": 7,
        "text": PROSE,
        "title": "Ferry",
        "byline": ["A. Prelog", "I. Kolar"],
        "topic": ["x"],
        "lang": 1,
    }
    (item,) = read(["-"], stdin=lines(row))
    assert isinstance(item, Report)
    assert (item.id, item.title, item.byline) == ("7", "Ferry", "A. Prelog, I. Kolar")


def test_ambiguous_date_is_a_warning_that_names_the_line(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "onrecord"):
        (item,) = read(["-"], stdin=lines({"text": PROSE, "published": "03/04/2022"}))
    assert isinstance(item, Report) and item.published is None
    assert caplog.text.count("-:1") == 1


def test_one_item_per_line_in_order_and_blank_lines_are_none(tmp_path: Path) -> None:
    rows = [json.dumps({"text": PROSE, "id": n}) for n in range(3)]
    path = put(tmp_path, "a.jsonl", f"{rows[0]}\r\n\n{rows[1]}\nbroken\n{rows[2]}")
    told = [item.id if isinstance(item, Report) else item.source for item in read([path])]
    assert told == ["0", "1", f"{path}:4", "2"]


def test_json_file_is_one_object_or_a_list(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.json", json.dumps({"text": PROSE}, indent=1))).text == PROSE
    listed = list(read([put(tmp_path, "b.json", json.dumps([{"text": PROSE}, {"no": 1}, {"text": "b"}]))]))
    assert [isinstance(item, Report) for item in listed] == [True, False, True]


def test_json_lines_in_utf16_are_read(tmp_path: Path) -> None:
    path = put(
        tmp_path, "a.jsonl", "\n".join(json.dumps({"text": text}) for text in ("a", "b")).encode("utf-16")
    )
    assert [item.text for item in read([path]) if isinstance(item, Report)] == ["a", "b"]


def test_folder_is_walked_in_order_by_suffix_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "e.png", "f.py"):
        put(tmp_path, name, name)
    assert [item.text for item in read([tmp_path]) if isinstance(item, Report)] == [
        "a.txt",
        "b.txt",
        "sub/c.txt",
    ]


def test_folder_without_reports_says_so(tmp_path: Path) -> None:
    (item,) = read([tmp_path])
    assert isinstance(item, EmptyInput) and ".jsonl" in str(item)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (PAGE.encode(), 1),
        (PROSE.encode(), 1),
        (b'\xef\xbb\xbf{"text": "a"}\n{"text": "b"}', 2),
        (b'[{"text": "a"}]', 1),
    ],
)
def test_standard_input_is_known_by_how_it_begins(data: bytes, count: int) -> None:
    items = list(read(["-"], stdin=io.BytesIO(data)))
    assert len(items) == count and all(isinstance(item, Report) for item in items)


def test_reading_streams() -> None:
    def endless() -> io.BytesIO:
        return io.BytesIO((json.dumps({"text": PROSE}) + "\n").encode() * 1_000)

    stream = endless()
    items = read(["-", "no-such-file"], stdin=stream)
    assert isinstance(next(items), Report)
    assert stream.tell() < len(stream.getvalue())


def test_ids_are_a_function_of_text_and_origin() -> None:
    assert report_of(PROSE).id == report_of(PROSE).id
    assert (
        report_of(PROSE).id
        != report_of(PROSE, outlet="Post").id
        != report_of(PROSE, published="2022-02-27").id
    )
    assert report_of(PROSE, id="mine").id == "mine"


def test_one_source_need_not_be_in_a_list(tmp_path: Path) -> None:
    assert len(list(read(str(put(tmp_path, "a.txt", PROSE))))) == 1


def test_every_input_gives_one_item_in_order(tmp_path: Path) -> None:
    good, bad = put(tmp_path, "a.txt", PROSE), put(tmp_path, "b.txt", b"\x00\x01\x02")
    items = list(read([bad, good, tmp_path / "none", good], settings=Settings()))
    assert [isinstance(item, InputError) for item in items] == [True, False, True, False]


def test_table_on_a_page_is_read_without_bars(tmp_path: Path) -> None:
    table = "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>North</td><td>12</td></tr></table>"
    report = one(put(tmp_path, "a.html", PAGE.replace("</article>", table + "</article>")))
    assert "|" not in report.text and "North" in report.text
