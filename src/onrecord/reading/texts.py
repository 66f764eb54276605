"""Readers of plain text and of pages: one file, one input."""

import io
from collections.abc import Iterator

from onrecord.reading.asked import Asked, Found
from onrecord.reading.bounds import longest, whole
from onrecord.reading.decoding import decode, decode_page
from onrecord.reading.formats import Format
from onrecord.reading.html import article_of


def text_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The decoded text, code point for code point."""
    data = whole(stream, longest(Format.TEXT, asked.settings), source=name)
    yield name, {"text": decode(data, source=name, encoding=asked.encoding)}


def page_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The article on the page, and what the page declares of it."""
    data = whole(stream, longest(Format.PAGE, asked.settings), source=name)
    yield name, article_of(decode_page(data, source=name, encoding=asked.encoding), source=name)
