"""Reads within bounds: no more of an input is held in memory than a text within the limit can take."""

import io
import os
from collections.abc import Iterator

from onrecord.config import Settings
from onrecord.errors import OversizedInput
from onrecord.reading.decoding import decode, marked
from onrecord.reading.formats import Format

_BYTES_PER_CHAR = {Format.TEXT: 4, Format.PAGE: 8, Format.LINES: 12, Format.JSON: 12, Format.TABLE: 8}
"""No text within the limit takes more: UTF-8 and UTF-32 need 4 bytes, doubled quotation marks 8, a JSON escape of
two halves 12; a page carries scripts and menus several times as long as its article."""
_BESIDE = 65_536
"""Room for what stands beside the text: titles, addresses, keys that are not ours."""
_PIECE = 1 << 20


def longest(form: Format, settings: Settings) -> int:
    """The most bytes that an input of the format, or one line of it, may have."""
    if form not in _BYTES_PER_CHAR:  # pictures and other reports stand beside the text
        return settings.max_document_bytes
    return _BYTES_PER_CHAR[form] * settings.max_chars + _BESIDE


def whole(stream: io.BufferedReader, limit: int, *, source: str) -> bytes:
    """All bytes of the input.

    Raises:
        OversizedInput: there are more than `limit`.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise _oversized(_size(stream), limit, source)
    return data


def lines(
    stream: io.BufferedReader, limit: int, *, source: str
) -> Iterator[tuple[str, bytes | OversizedInput]]:
    """Name and bytes of each line that is not blank, or the error of one with more than `limit` bytes."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        name = f"{source}:{number}"
        if len(line) > limit:
            yield name, _oversized(_skipped(stream, line), limit, name)
        elif line.strip():
            yield name, line


def narrow(
    stream: io.BufferedReader, limit: int, *, source: str, encoding: str | None
) -> tuple[io.BufferedReader, str | None]:
    """The stream and the encoding of its lines: UTF-8 where line ends would take several bytes.

    Raises:
        InputError: such a stream is longer than `limit`, or is no text in its encoding.
    """
    mark, _ = marked(stream.peek(4)) or ("", 0)
    if not (encoding or mark).startswith(("utf-16", "utf-32")):
        return stream, encoding
    text = decode(whole(stream, limit, source=source), source=source, encoding=encoding)
    return io.BufferedReader(io.BytesIO(text.encode())), None


def _oversized(length: int | None, limit: int, source: str) -> OversizedInput:
    told = f"has {length:,} bytes" if length else f"has more than {limit:,} bytes"
    return OversizedInput(
        f"{told}; the limit is {limit:,} bytes, the most that a text of max_chars can take.",
        source=source,
        remedy="Split it into its reports, or raise max_chars.",
    )


def _size(stream: io.BufferedReader) -> int | None:
    try:
        return os.fstat(stream.fileno()).st_size or None
    except OSError:  # standard input made of bytes has no file
        return None


def _skipped(stream: io.BufferedReader, line: bytes) -> int:
    length = len(line)
    while not line.endswith(b"\n") and (line := stream.readline(_PIECE)):
        length += len(line)
    return length
