"""From named sources to reports: one report or one error per input, in order, streaming."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.config import Settings
from onrecord.errors import InputError
from onrecord.reading.addresses import is_address
from onrecord.reading.asked import Asked, Fields, Found
from onrecord.reading.dates import read_date
from onrecord.reading.decoding import known
from onrecord.reading.formats import HEAD, format_of
from onrecord.reading.from_web import fetched_inputs
from onrecord.reading.gzipped import unpacked
from onrecord.reading.readers import READERS
from onrecord.reading.reports import report_of
from onrecord.reading.sources import opened, walked
from onrecord.record import Report


def read(
    sources: Iterable[str | Path],
    *,
    settings: Settings | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    fetch: bool = False,
    allow_private: bool = False,
) -> Iterator[Report | InputError]:
    """One report or error per input, in order. A source is a file, a folder, `-` for standard input, or an address.

    A file of JSON lines is one input per line; blank lines are none. `published`, `outlet` and `url` fill what
    an input does not say of itself; `encoding` holds for all inputs. Addresses (http, https) are fetched only with
    `fetch`, and those that lead into a private network only with `allow_private`.

    Raises:
        UsageError: there is no such encoding.
    """
    day = read_date(published, source="--published")
    given = {key: value for key, value in (("published", day), ("outlet", outlet), ("url", url)) if value}
    asked = Asked(settings or Settings(), given, known(encoding) if encoding else None, fetch, allow_private)
    listed = [sources] if isinstance(sources, str | Path) else sources
    return (item for source in listed for item in _items(source, asked, stdin))


def _items(source: str | Path, asked: Asked, stdin: BinaryIO | None) -> Iterator[Report | InputError]:
    for name in walked(source):
        if isinstance(name, InputError):
            yield name
            continue
        try:
            if is_address(name):
                yield from (_report(found, at, asked) for at, found in fetched_inputs(name, asked))
                continue
            with opened(name, stdin) as stream:
                yield from (_report(found, at, asked) for at, found in _found(stream, name, asked))
        except InputError as refusal:
            yield refusal


def _found(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """Name and fields, or the error, of each input in one open file."""
    plain = unpacked(stream, name)
    return READERS[format_of(name, plain.peek(HEAD))](plain, name, asked)


def _report(found: Fields | InputError, name: str, asked: Asked) -> Report | InputError:
    if isinstance(found, InputError):
        return found
    told = found | {"published": read_date(found.get("published"), source=name) or ""}
    fields = asked.given | {key: value for key, value in told.items() if value or key == "text"}
    try:
        return report_of(**fields, settings=asked.settings, source=name)
    except InputError as refusal:
        return refusal
