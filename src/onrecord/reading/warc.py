"""Web archives (WARC, ISO 28500; packed by gzip or not): one input a page that a server answered with 200.

Pages and plain texts are read; requests, pictures, redirects and repeats are no inputs. The address is that of the
record; the day is the page's own and never that of the archive. Damage costs the records that it lies in: reading
goes on with the next record's first line.
"""

import io
from collections.abc import Iterator
from http.client import HTTPException, HTTPMessage, parse_headers
from typing import NamedTuple

from onrecord.errors import EmptyInput, InputError, MalformedInput, OversizedInput
from onrecord.reading.asked import Asked, Fields, Found
from onrecord.reading.bounds import longest
from onrecord.reading.decoding import decode, decode_page
from onrecord.reading.formats import Format
from onrecord.reading.html import article_of
from onrecord.reading.payloads import answer_of, text_of_answer

_BEGINS = b"WARC/"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = "text/plain"
_OK = 200
_LONGEST_LINE = 65_536
_LONGEST_NAME = 300
_PIECE = 1 << 20


class _Record(NamedTuple):
    """The head of a record, and its block; only the first bytes of one that is too long."""

    head: HTTPMessage
    block: bytes
    length: int


def pages_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """Each page of the archive, named by its address.

    Raises:
        EmptyInput: the archive holds none.
    """
    limit = longest(Format.PAGE, asked.settings)
    seen = False
    for record in _records(stream, name, limit):
        found = (name, record) if isinstance(record, InputError) else _page(record, name, limit, asked)
        if found:
            seen = True
            yield found
    if not seen:
        raise EmptyInput(
            "the archive holds no page.", source=name, remedy="Leave it out, or check how it was made."
        )


def _page(record: _Record, name: str, limit: int, asked: Asked) -> Found | None:
    """The page of a response, its error, or None where the record holds no page."""
    if record.head.get("WARC-Type", "").lower() != "response":
        return None
    url = record.head.get("WARC-Target-URI", "").strip().strip("<>")
    at = f"{name}:{url[:_LONGEST_NAME]}"
    try:
        fields = _fields(record, at, limit, asked)
    except InputError as refusal:
        return at, refusal
    return (at, fields | ({"url": url} if url else {})) if fields else None


def _fields(record: _Record, source: str, limit: int, asked: Asked) -> Fields | None:
    answer = answer_of(record.block, source=source)
    if answer.status != _OK or answer.kind not in (*_PAGES, _PLAIN):
        return None
    if record.length > limit:
        raise OversizedInput(
            f"has {record.length:,} bytes; the limit is {limit:,} bytes.",
            source=source,
            remedy="Raise max_chars.",
        )
    data = text_of_answer(answer, limit, source=source)
    if answer.kind == _PLAIN:
        return {"text": decode(data, source=source, encoding=asked.encoding)}
    return article_of(decode_page(data, source=source, encoding=asked.encoding), source=source)


def _records(stream: io.BufferedReader, name: str, limit: int) -> Iterator[_Record | InputError]:
    """Each record, or the error of damage, after which the next record is looked for."""
    lost = False
    while True:
        try:
            if not (line := stream.readline(_LONGEST_LINE)):
                return
            if line.startswith(_BEGINS):
                lost = False
                yield _record(stream, name, limit)
            elif line.strip() and not lost:
                lost = True
                yield _damaged("what stands between two records is none", name)
        except InputError as refusal:  # packed data is damaged here, and may be sound further on
            lost = True
            yield refusal


def _record(stream: io.BufferedReader, name: str, limit: int) -> _Record:
    try:
        head = parse_headers(stream)
        length = int(head.get("Content-Length", "none"))
        if length < 0:
            raise ValueError
    except (ValueError, HTTPException):
        raise _damaged("the head of a record cannot be read", name) from None
    block = stream.read(min(length, limit + 1))
    rest = length - len(block)
    while rest and (piece := stream.read(min(rest, _PIECE))):
        rest -= len(piece)
    if rest:
        raise _damaged("the last record is cut off", name)
    return _Record(head, block, length)


def _damaged(how: str, name: str) -> MalformedInput:
    return MalformedInput(
        f"the archive is damaged: {how}.", source=name, remedy="Fetch it again; the other pages are read."
    )
