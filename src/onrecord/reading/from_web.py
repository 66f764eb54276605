"""The inputs behind an address: a page, a feed, or any other format that is read from files."""

import io
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from onrecord.errors import InputError, UnfetchedInput
from onrecord.reading.asked import Asked, Found
from onrecord.reading.fetching import Fetched, fetched
from onrecord.reading.formats import HEAD, Format, by_beginning, by_suffix
from onrecord.reading.gzipped import unpacked
from onrecord.reading.readers import READERS

_LONGEST_NAME = 300
_BY_KIND = {
    "text/html": Format.PAGE, "application/xhtml+xml": Format.PAGE, "text/csv": Format.TABLE,
    "application/rss+xml": Format.FEED, "application/atom+xml": Format.FEED, "message/rfc822": Format.MAIL,
}  # fmt: skip


def fetched_inputs(url: str, asked: Asked) -> Iterator[Found]:
    """Name and fields, or the error, of each input behind the address.

    Raises:
        UnfetchedInput: it was not to be fetched, or could not be.
    """
    name = url[:_LONGEST_NAME]
    if not asked.fetch:
        raise UnfetchedInput(
            "is an address, and nothing is fetched unless it is asked for.",
            source=name,
            remedy="Give --fetch (in Python fetch=True), or save the page as a file.",
        )
    page = fetched(url, settings=asked.settings, allow_private=asked.allow_private, source=name)
    stream = unpacked(io.BufferedReader(io.BytesIO(page.data)), urlsplit(page.url).path)
    form = _format_of(page, stream.peek(HEAD))
    for at, found in READERS[form](stream, name, asked):
        yield (
            at,
            found
            if isinstance(found, InputError)
            else {**found, "url": _address(found.get("url"), page.url)},
        )


def _address(told: str | None, base: str) -> str:
    """The address that a page or an item declares, completed by the one that was fetched."""
    try:
        return urljoin(base, told or "")
    except ValueError:
        return base


def _format_of(page: Fetched, head: bytes) -> Format:
    """By how it begins, then by the name, which says less of an address than of a file, then by the server's word."""
    path = urlsplit(page.url).path
    return by_beginning(head) or by_suffix(path) or _BY_KIND.get(page.kind, Format.TEXT)
