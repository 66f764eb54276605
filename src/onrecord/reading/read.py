"""From named sources to reports: one report or one error per input, in order, streaming."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from onrecord.config import Settings
from onrecord.errors import InputError
from onrecord.reading.bounds import lines, longest, whole
from onrecord.reading.dates import read_date
from onrecord.reading.decoding import decode, decode_page, known, marked
from onrecord.reading.formats import HEAD, Format, format_of
from onrecord.reading.html import article_of
from onrecord.reading.jsonlines import fields_of, objects_of
from onrecord.reading.reports import report_of
from onrecord.reading.sources import opened, walked
from onrecord.record import Report

Fields = dict[str, str]


class Asked(NamedTuple):
    """What the caller asks of every input; `given` fills what an input lacks."""

    settings: Settings
    given: Fields
    encoding: str | None


def read(
    sources: Iterable[str | Path],
    *,
    settings: Settings | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | InputError]:
    """One report or error per input, in order. A source is a file, a folder, or `-` for standard input.

    A file of JSON lines is one input per line; blank lines are none. `published`, `outlet` and `url` fill what
    an input does not say of itself; `encoding` holds for all inputs.

    Raises:
        UsageError: there is no such encoding.
    """
    day = read_date(published, source="--published")
    given = {key: value for key, value in (("published", day), ("outlet", outlet), ("url", url)) if value}
    asked = Asked(settings or Settings(), given, known(encoding) if encoding else None)
    listed = [sources] if isinstance(sources, str | Path) else sources
    return (item for source in listed for item in _items(source, asked, stdin))


def _items(source: str | Path, asked: Asked, stdin: BinaryIO | None) -> Iterator[Report | InputError]:
    for name in walked(source):
        if isinstance(name, InputError):
            yield name
            continue
        try:
            with opened(name, stdin) as stream:
                yield from (_report(found, at, asked) for at, found in _found(stream, name, asked))
        except InputError as refusal:
            yield refusal


def _found(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[tuple[str, Fields | InputError]]:
    """Name and fields, or the error, of each input in one open file."""
    form = format_of(name, stream.peek(HEAD))
    limit = longest(form, asked.settings)
    if form is Format.LINES:
        yield from _lines(stream, name, limit, asked.encoding)
        return
    data = whole(stream, limit, source=name)
    if form is Format.PAGE:
        yield name, article_of(decode_page(data, source=name, encoding=asked.encoding), source=name)
        return
    text = decode(data, source=name, encoding=asked.encoding)
    yield from objects_of(text, source=name) if form is Format.JSON else [(name, {"text": text})]


def _lines(
    stream: io.BufferedReader, name: str, limit: int, encoding: str | None
) -> Iterator[tuple[str, Fields | InputError]]:
    narrow, encoding = _narrow(stream, name, limit, encoding)
    for at, line in lines(narrow, limit, source=name):
        try:
            if isinstance(line, InputError):
                raise line
            yield at, fields_of(decode(line, source=at, encoding=encoding), source=at)
        except InputError as refusal:
            yield at, refusal


def _report(found: Fields | InputError, name: str, asked: Asked) -> Report | InputError:
    if isinstance(found, InputError):
        return found
    told = found | {"published": read_date(found.get("published"), source=name) or ""}
    fields = asked.given | {key: value for key, value in told.items() if value or key == "text"}
    try:
        return report_of(**fields, settings=asked.settings, source=name)
    except InputError as refusal:
        return refusal


def _narrow(
    stream: io.BufferedReader, name: str, limit: int, encoding: str | None
) -> tuple[io.BufferedReader, str | None]:
    """The stream and the encoding of its lines: UTF-8 where line ends would take several bytes."""
    mark, _ = marked(stream.peek(4)) or ("", 0)
    if not (encoding or mark).startswith(("utf-16", "utf-32")):
        return stream, encoding
    text = decode(whole(stream, limit, source=name), source=name, encoding=encoding)
    return io.BufferedReader(io.BytesIO(text.encode())), None
