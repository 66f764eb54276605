"""Web archives: which records are pages, what is read of them, and archives that are damaged."""

import gzip
import io
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.config import Settings
from onrecord.errors import EmptyInput, InputError, MalformedInput, OversizedInput, UndecodableInput
from onrecord.reading import read
from onrecord.record import Report

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."
PAGE = f"""<html><head><title>Ferry line to reopen</title><link rel="canonical" href="https://other.example/">
<meta property="article:published_time" content="2022-02-27T18:04:00Z"></head>
<body><article><h1>Ferry line to reopen</h1>{f"<p>{PROSE}</p>" * 5}</article></body></html>"""
URL = "https://harbour.example/ferry"


def answer(body: bytes, *head: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *head]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(block: bytes, *, kind: str = "response", url: str = URL, length: object = None) -> bytes:
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2024-05-13T00:00:00Z",
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


PAGES = record(answer(PAGE.encode()))


def items(folder: Path, data: bytes, name: str = "a.warc", **given: object) -> list[Report | InputError]:
    (folder / name).write_bytes(data)
    return list(read([folder / name], **given))  # type: ignore[arg-type]


def kinds(found: list[Report | InputError]) -> list[type]:
    return [type(item) for item in found]


def test_page_has_the_address_of_its_record_and_the_day_of_its_own(tmp_path: Path) -> None:
    (report,) = items(tmp_path, PAGES)
    assert isinstance(report, Report) and PROSE in report.text
    assert (report.url, report.published, report.title) == (URL, "2022-02-27", "Ferry line to reopen")


def test_page_without_a_day_has_not_that_of_the_archive(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2022-02-27T18:04:00Z">', "")
    (report,) = items(tmp_path, record(answer(page.encode())))
    assert isinstance(report, Report) and report.published is None


@pytest.mark.parametrize("pack", [gzip.compress, bytes], ids=["gzip", "plain"])
def test_archive_of_another_program_is_read(tmp_path: Path, pack: object) -> None:
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=pack is gzip.compress)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for number in range(3):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        payload = io.BytesIO(PAGE.encode())
        writer.write_record(
            writer.create_warc_record(f"{URL}/{number}", "response", payload=payload, http_headers=head)
        )
    found = items(tmp_path, written.getvalue(), "a.warc.gz" if pack is gzip.compress else "a.warc")
    assert [item.url for item in found if isinstance(item, Report)] == [f"{URL}/{n}" for n in range(3)]


def test_archive_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    assert kinds(items(tmp_path, gzip.compress(PAGES * 3), "a.warc.gz")) == [Report] * 3


def test_archive_without_a_suffix_is_known_by_how_it_begins(tmp_path: Path) -> None:
    assert kinds(items(tmp_path, gzip.compress(PAGES), "a")) == [Report]


def test_plain_text_is_read_code_point_for_code_point(tmp_path: Path) -> None:
    (report,) = items(tmp_path, record(answer(f" {PROSE}\r\n".encode(), kind="text/plain")))
    assert isinstance(report, Report) and report.text == f" {PROSE}\r\n"


@pytest.mark.parametrize(
    "other",
    [
        record(b"software: x", kind="warcinfo"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(answer(b"", status="304 Not Modified"), kind="revisit"),
        record(answer(PAGE.encode(), status="404 Not Found")),
        record(answer(b"", "Location: /x", status="301 Moved")),
        record(answer(b"\x89PNG", kind="image/png")),
        record(answer(b"{}", kind="application/json")),
    ],
)
def test_what_is_no_page_is_no_input(tmp_path: Path, other: bytes) -> None:
    assert kinds(items(tmp_path, other + PAGES + other)) == [Report]
    assert kinds(items(tmp_path, other)) == [EmptyInput]


def chunked(body: bytes) -> bytes:
    return b"".join(
        b"%x;a=b\r\n%b\r\n" % (len(body[n : n + 99]), body[n : n + 99]) for n in range(0, len(body), 99)
    )


@pytest.mark.parametrize(
    "block",
    [
        answer(gzip.compress(PAGE.encode()), "Content-Encoding: gzip"),
        answer(zlib.compress(PAGE.encode()), "Content-Encoding: deflate"),
        answer(PAGE.encode(), "Content-Encoding: gzip"),
        answer(PAGE.encode(), "Content-Encoding: br"),
        answer(chunked(PAGE.encode()) + b"0\r\n\r\n", "Transfer-Encoding: chunked"),
        answer(chunked(gzip.compress(PAGE.encode())), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        answer(PAGE.encode(), "Transfer-Encoding: chunked"),
        answer(
            PAGE.replace("ferry line.", "ferry «Волга».").encode("cp1251"), kind="text/html; charset=cp1251"
        ),
        answer(PAGE.encode(), kind="text/html; charset=no-such-thing"),
    ],
)
def test_body_is_freed_of_the_coding_that_it_travelled_in(tmp_path: Path, block: bytes) -> None:
    (report,) = items(tmp_path, record(block))
    assert isinstance(report, Report)
    assert PROSE[:60] in report.text and ("Волга" in report.text) == (b"cp1251" in block)


@pytest.mark.parametrize(
    ("bad", "kind"),
    [
        (record(b"no answer"), MalformedInput),
        (record(answer(gzip.compress(PAGE.encode())[:-200], "Content-Encoding: gzip")), EmptyInput),
        (record(answer(b"\x1f\x8b\x08" + b"\xff" * 99, "Content-Encoding: gzip")), MalformedInput),
        (record(answer(b"\x8b\xff\xfe", "Content-Encoding: br")), UndecodableInput),
        (record(answer(gzip.compress(b" " * 9_000_000), "Content-Encoding: gzip")), OversizedInput),
        (record(answer(b" " * 9_000_000)), OversizedInput),
        (record(answer(b"<html></html>")), EmptyInput),
        (record(answer(b"\x00\x01", kind="text/plain")), UndecodableInput),
        (record(answer(PAGE.encode()), length="many"), MalformedInput),
        (record(answer(PAGE.encode()), length=-1), MalformedInput),
        (record(b"", length=0), MalformedInput),
        (b"rubbish\n" * 9, MalformedInput),
        (b"\xff" * 500_000 + b"\n", MalformedInput),
        (b"WARC/1.0\r\n" + b"A: b\r\n" * 1_000 + b"\r\n", MalformedInput),
        (b"WARC/1.0\r\nA: " + b"b" * 500_000 + b"\r\n\r\n", MalformedInput),
    ],
)
def test_broken_record_does_not_stop_the_next(tmp_path: Path, bad: bytes, kind: type[InputError]) -> None:
    found = items(tmp_path, PAGES + bad + PAGES)
    assert isinstance(found[0], Report) and isinstance(found[-1], Report)
    assert kind in kinds(found) and len(found) <= 4
    assert all("a.warc" in str(item) and item.remedy for item in found if isinstance(item, InputError))


def test_archive_that_is_cut_off_gives_what_is_before(tmp_path: Path) -> None:
    assert kinds(items(tmp_path, PAGES + PAGES[:-300])) == [Report, MalformedInput]
    packed = gzip.compress(PAGES) * 2
    assert kinds(items(tmp_path, packed[:-50], "a.warc.gz")) == [Report, MalformedInput]


def test_damaged_member_costs_no_other(tmp_path: Path) -> None:
    member = gzip.compress(PAGES)
    broken = member[:100] + b"\xff" * 60 + member[160:]
    found = items(tmp_path, member + broken + member, "a.warc.gz")
    assert isinstance(found[0], Report) and isinstance(found[-1], Report) and MalformedInput in kinds(found)
    assert len(found) <= 4


def test_bomb_ends_the_archive(tmp_path: Path) -> None:
    engine = zlib.compressobj(9, wbits=31)
    packed = b"".join(engine.compress(b"\n" * 1_000_000) for _ in range(300)) + engine.flush()
    assert kinds(items(tmp_path, gzip.compress(PAGES) + packed, "a.warc.gz")) == [Report, OversizedInput]


def test_archive_streams() -> None:
    stream = io.BytesIO(PAGES * 2_000)
    found = read(["-"], stdin=stream, settings=Settings())
    assert isinstance(next(found), Report)
    assert stream.tell() < 200_000
