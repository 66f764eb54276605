"""Bad input: each gives one error that names the input and a remedy, and the others go on."""

import json
import os
import time
from pathlib import Path

import pytest

from onrecord.config import Settings
from onrecord.errors import (
    EmptyInput,
    InputError,
    MalformedInput,
    MissingInput,
    OversizedInput,
    UndecodableInput,
    UsageError,
)
from onrecord.reading import read, report_of
from onrecord.record import Report

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."
SMALL = Settings(max_chars=1_000)


def error(folder: Path, name: str, data: bytes, **given: object) -> InputError:
    path = folder / name
    path.write_bytes(data)
    good = folder / "good.txt"
    good.write_text(PROSE)
    items = list(read([path, good], **given))  # type: ignore[arg-type]
    assert len(items) == 2 and isinstance(items[1], Report)
    assert isinstance(items[0], InputError)
    assert name in str(items[0]) and items[0].remedy
    return items[0]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("empty.txt", b"", EmptyInput),
        ("blank.txt", b" \r\n\t\n", EmptyInput),
        ("invisible.txt", "\u200b\u200b\ufeff".encode(), EmptyInput),
        ("empty.html", b"", EmptyInput),
        ("empty.jsonl.txt", b"\n\n", EmptyInput),
        ("bodyless.html", b"<html><body></body></html>", EmptyInput),
        ("script.html", b"<html><body><script>var a = 1;</script></body></html>", EmptyInput),
        ("nul.txt", b"The minis\x00ters", UndecodableInput),
        ("binary.txt", bytes(range(256)) * 20, UndecodableInput),
        ("controls.txt", b"\x01\x02\x03\x04 ministers", UndecodableInput),
        ("pdf.txt", b"%PDF-1.7\n1 0 obj", UndecodableInput),
        ("zip.html", b"PK\x03\x04rest", UndecodableInput),
        ("gzip.jsonl", b"\x1f\x8b\x08rest", UndecodableInput),
        ("picture.txt", b"\x89PNG\r\n", UndecodableInput),
        ("cyrillic.txt", "Переговоры начались".encode("cp1251"), UndecodableInput),
        ("japanese.txt", "会談が始まった".encode("shift-jis"), UndecodableInput),
        ("damaged.txt", "The café of the ministers".encode() + b" \xff " + PROSE.encode(), UndecodableInput),
        ("utf16.txt", "no mark".encode("utf-16-le"), UndecodableInput),
        ("odd.txt", b"\xff\xfea", UndecodableInput),
        ("broken.jsonl", b'{"text": "a"', MalformedInput),
        ("word.jsonl", b"word", MalformedInput),
        ("list.jsonl", b'["text"]', MalformedInput),
        ("textless.jsonl", b'{"title": "a"}', MalformedInput),
        ("null.jsonl", b'{"text": null}', MalformedInput),
        ("number.jsonl", b'{"text": 5}', MalformedInput),
        ("blank.jsonl", b'{"text": " "}', EmptyInput),
        ("half.jsonl", b'{"text": "a\\ud83d"}', MalformedInput),
        ("deep.jsonl", b'{"text": ' + b"[" * 70_000, MalformedInput),
        ("digits.jsonl", b'{"text": "a", "id": ' + b"9" * 5_000 + b"}", MalformedInput),
        ("broken.json", b'[{"text": "a"}', MalformedInput),
        ("long.txt", b"a" * 1_001, OversizedInput),
        ("longer.txt", b"a" * 1_000_000, OversizedInput),
        ("long.html", b"<p>" + b"minister " * 1_000_000, OversizedInput),
        ("long.jsonl", json.dumps({"text": "a" * 1_001}).encode(), OversizedInput),
        ("longer.jsonl", json.dumps({"text": "a" * 1_000_000}).encode(), OversizedInput),
    ],
)
def test_bad_input_is_an_error_with_its_name_and_a_remedy(
    tmp_path: Path, name: str, data: bytes, kind: type[InputError]
) -> None:
    assert type(error(tmp_path, name, data, settings=SMALL)) is kind


def test_oversized_names_length_and_limit(tmp_path: Path) -> None:
    told = str(error(tmp_path, "long.txt", b"a" * 1_234, settings=SMALL))
    assert "1,234" in told and "1,000" in told


def test_oversized_line_does_not_stop_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps({"text": "a" * 3_000_000}).encode() + b'\n{"text": "b"}\n')
    items = list(read([path], settings=SMALL))
    assert isinstance(items[0], OversizedInput) and items[0].source == f"{path}:1"
    assert isinstance(items[1], Report) and items[1].text == "b"


def test_text_of_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\U0001f600" * 1_000, encoding="utf-32")
    assert all(isinstance(item, Report) for item in read([path], settings=SMALL))


def test_missing_file_and_broken_link_are_missing(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    items = list(read([tmp_path / "none.txt", tmp_path / "link.txt", "a\x00b", "a" * 5_000]))
    assert [type(item) for item in items] == [MissingInput] * 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_unreadable_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.txt").chmod(0)
    (item,) = read([tmp_path / "a.txt"])
    assert isinstance(item, InputError) and "a.txt" in str(item)


def test_wrong_encoding_option_is_an_error_not_other_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("café".encode("cp1252"))
    (item,) = read([path], encoding="utf-8")
    assert isinstance(item, UndecodableInput) and "utf-8" in str(item)


def test_string_that_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        report_of(b"bytes")  # type: ignore[arg-type]


PAGE = "<html><head><title>Ferry</title></head><body><article>" + f"<p>{PROSE}</p>" * 5


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE + "</article></body></html>",
        PAGE[: PAGE.rindex("ferry")],
        PAGE.replace("<p>", "<p><b><i>"),
        PAGE + "<div>" * 50_000,
        PAGE + "<p" * 50_000,
        PAGE + '<a href="' + "x" * 500_000,
        PAGE + "<!--" + "-" * 500_000,
        PAGE.replace("<head>", '<head><meta charset="no-such-thing">'),
        '<?xml version="1.0" encoding="utf-8"?>' + PAGE,
    ],
    ids=["unclosed", "closed", "cut", "nested", "deep", "tags", "attribute", "comment", "charset", "xml"],
)
def test_broken_page_gives_what_can_be_had_soon(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page)
    begun = time.perf_counter()
    (item,) = read([path])
    assert isinstance(item, Report) and PROSE in item.text
    assert time.perf_counter() - begun < 20


def test_damaged_bytes_in_a_page_leave_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.replace("harbour town", "harbour café town").encode() + b"\xff\xfe</article>")
    (item,) = read([path])
    assert isinstance(item, Report) and "café" in item.text
