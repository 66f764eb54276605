"""The formats: what an input is, by its suffix and its first bytes, and how each is read within bounds."""

import io
import re
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from onrecord.config import Settings
from onrecord.errors import InputError, OversizedInput
from onrecord.reading.decoding import decode, marked
from onrecord.reading.html import article_of, declared_charset
from onrecord.reading.jsonlines import fields_of, objects_of
from onrecord.reading.reports import report_of
from onrecord.record import Report


class Asked(NamedTuple):
    """What the caller asks of every input."""

    settings: Settings
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    encoding: str | None = None


class Format(Enum):
    """What an input is written in."""

    TEXT = auto()
    PAGE = auto()
    LINES = auto()
    JSON = auto()


_BY_SUFFIX = {
    ".txt": Format.TEXT, ".html": Format.PAGE, ".htm": Format.PAGE, ".xhtml": Format.PAGE,
    ".jsonl": Format.LINES, ".ndjson": Format.LINES, ".json": Format.JSON,
}  # fmt: skip
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_OBJECT = re.compile(rb'\s*\{\s*"')
_LIST = re.compile(rb'\s*\[\s*\{\s*"')
_BYTES_PER_CHAR = {Format.TEXT: 4, Format.PAGE: 20, Format.LINES: 12, Format.JSON: 12}
"""No text within the limit takes more: UTF-8 and UTF-32 need 4 bytes, a JSON escape of two halves 12; a page
carries scripts and menus several times as long as its article."""
_BESIDE = 65_536
"""Room for what stands beside the text: titles, addresses, keys that are not ours."""


def items_of(stream: io.BufferedReader, source: str, asked: Asked) -> Iterator[Report | InputError]:
    """The reports of one open input.

    Raises:
        InputError: the input as a whole cannot be read.
    """
    form = format_of(source, stream.peek(1024))
    if form is Format.LINES:
        yield from _lines(stream, source, asked)
    elif form is Format.JSON:
        yield from _json(_all(stream, source, form, asked), source, asked)
    else:
        yield _one(_all(stream, source, form, asked), source, form, asked)


def format_of(source: str, head: bytes) -> Format:
    """By the suffix; where that says nothing, by how the input begins."""
    by_suffix = _BY_SUFFIX.get(Path(source).suffix.lower())
    if by_suffix in (Format.TEXT, Format.PAGE, Format.LINES):
        return by_suffix
    if _LIST.match(head):
        return Format.JSON
    if by_suffix is Format.JSON or _OBJECT.match(head):
        return Format.LINES if by_suffix is None else Format.JSON
    return Format.PAGE if _PAGE.match(head) else Format.TEXT


def _one(data: bytes, source: str, form: Format, asked: Asked) -> Report:
    if form is Format.PAGE:
        encoding = asked.encoding or (declared_charset(data) if not marked(data) else None)
        return _report(
            article_of(decode(data, source=source, encoding=encoding), source=source), source, asked
        )
    return _report({"text": decode(data, source=source, encoding=asked.encoding)}, source, asked)


def _json(data: bytes, source: str, asked: Asked) -> Iterator[Report | InputError]:
    for name, fields in objects_of(decode(data, source=source, encoding=asked.encoding), source=source):
        yield fields if isinstance(fields, InputError) else _tried(fields, name, asked)


def _lines(stream: io.BufferedReader, source: str, asked: Asked) -> Iterator[Report | InputError]:
    longest = _longest(Format.LINES, asked)
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        name = f"{source}:{number}"
        if len(line) > longest:
            yield _too_long(name, _rest_of_line(stream, len(line)), longest)
        elif line.strip():
            yield _line(line, name, asked)


def _line(line: bytes, name: str, asked: Asked) -> Report | InputError:
    try:
        return _report(
            fields_of(decode(line, source=name, encoding=asked.encoding), source=name), name, asked
        )
    except InputError as refusal:
        return refusal


def _tried(fields: dict[str, str], name: str, asked: Asked) -> Report | InputError:
    try:
        return _report(fields, name, asked)
    except InputError as refusal:
        return refusal


def _report(fields: dict[str, str], name: str, asked: Asked) -> Report:
    lacking = {key: getattr(asked, key) for key in ("published", "outlet", "url") if getattr(asked, key)}
    return report_of(**(lacking | fields), settings=asked.settings, source=name)


def _all(stream: io.BufferedReader, source: str, form: Format, asked: Asked) -> bytes:
    longest = _longest(form, asked)
    data = stream.read(longest + 1)
    if len(data) > longest:
        raise _too_long(source, len(data) + _rest(stream), longest)
    return data


def _longest(form: Format, asked: Asked) -> int:
    return _BYTES_PER_CHAR[form] * asked.settings.max_chars + _BESIDE


def _too_long(source: str, length: int, limit: int) -> OversizedInput:
    return OversizedInput(
        f"has more than {limit:,} bytes ({length:,} seen), over the limit.",
        source=source,
        remedy="Split it into its reports, or raise max_chars.",
    )


def _rest(stream: io.BufferedReader) -> int:
    return 0


def _rest_of_line(stream: io.BufferedReader, length: int) -> int:
    while piece := stream.readline(1 << 20):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return length
