"""From named sources to reports: one report or one error per input, in order, streaming."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.config import Settings
from onrecord.errors import InputError
from onrecord.reading.decoding import known
from onrecord.reading.formats import Asked, items_of
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
) -> Iterator[Report | InputError]:
    """One report or error per input, in order. A source is a file, a folder, or `-` for standard input.

    `published`, `outlet` and `url` fill what an input does not say of itself; `encoding` holds for all.

    Raises:
        UsageError: there is no such encoding.
    """
    asked = Asked(settings or Settings(), published, outlet, url, known(encoding) if encoding else None)
    return _items(sources, asked, stdin)


def _items(
    sources: Iterable[str | Path], asked: Asked, stdin: BinaryIO | None
) -> Iterator[Report | InputError]:
    for source in sources:
        for named in walked(source):
            if isinstance(named, InputError):
                yield named
                continue
            try:
                with opened(named, stdin) as stream:
                    yield from items_of(stream, named, asked)
            except InputError as refusal:
                yield refusal
