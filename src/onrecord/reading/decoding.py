"""Bytes to text. A byte order mark and an option are believed; a guess must be plausible, and is told."""

import codecs
import logging
import re

from onrecord.errors import UndecodableInput, UsageError

_LOG = logging.getLogger("onrecord")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text document"),
)
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_NOT_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_HIGH = re.compile(rb"[\x80-\xff]")
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4_096
_MOST_HIGH = 0.1
"""English in cp1252 has an accent or a curly quote in a few bytes of a hundred; in other scripts most are."""
_CONVERT = "Save it as UTF-8, or name its encoding with --encoding."


def decode(data: bytes, *, source: str, encoding: str | None = None) -> str:
    """The text of the bytes: by the option, else a byte order mark, else UTF-8, else plausible cp1252.

    Raises:
        UndecodableInput: the bytes are no text, or no text in the encoding.
        UsageError: there is no such encoding.
    """
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise UndecodableInput(f"is {kind}, not text.", source=source, remedy="Extract its text first.")
    text = _decoded(data, source, encoding)
    if "\x00" in text or len(_NO_TEXT.findall(text)) > len(text) / 100:
        raise UndecodableInput("is binary, not text.", source=source, remedy=_CONVERT)
    return text


def decode_page(data: bytes, *, source: str, encoding: str | None = None) -> str:
    """The text of a page: the encoding that it declares comes before a guess, and damage leaves the rest.

    Raises:
        UndecodableInput: the bytes are no text.
        UsageError: there is no such encoding.
    """
    try:
        return decode(data, source=source, encoding=encoding or _declared(data))
    except UndecodableInput:
        if encoding or b"\x00" in data or data.startswith(tuple(magic for magic, _ in _KINDS)):
            raise
    _LOG.warning("%s: some bytes are no text in its encoding; they are left out.", source)
    return data.decode(_declared(data) or "utf-8", "ignore")


def recoded(data: bytes, charset: str | None) -> bytes:
    """The bytes as UTF-8 where a server names another encoding and they are text in it; else as they are."""
    if not charset or marked(data) or _is_utf8(data):
        return data
    try:
        return data.decode(_as_browsers_have_it(charset)).encode()
    except (LookupError, ValueError):
        return data


def marked(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark names, and the length of the mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None


def known(encoding: str) -> str:
    """The codec's own name for an encoding of text.

    Raises:
        UsageError: there is none of that name.
    """
    try:
        b"".decode(encoding)
        return codecs.lookup(encoding).name
    except (LookupError, ValueError) as cause:
        raise UsageError(
            f"there is no encoding {encoding!r}.", remedy="Try utf-8, cp1252 or utf-16."
        ) from cause


def _decoded(data: bytes, source: str, encoding: str | None) -> str:
    if encoding:
        return _strict(data, known(encoding), source).removeprefix("\ufeff")
    if found := marked(data):
        name, length = found
        return _strict(data[length:], name, source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as failure:
        return _guessed(data, source, failure.start)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as failure:
        at = getattr(failure, "start", 0)
        raise UndecodableInput(
            f"is not {encoding}: byte {at} is no text.", source=source, remedy=_CONVERT
        ) from None


def _guessed(data: bytes, source: str, broken_at: int) -> str:
    if not data.decode("utf-8", "ignore").isascii():
        raise UndecodableInput(
            f"is damaged UTF-8: byte {broken_at} is no text.",
            source=source,
            remedy="Repair it, or name its encoding with --encoding.",
        )
    high = len(_HIGH.findall(data))
    if _NOT_IN_1252.search(data) or high > _MOST_HIGH * len(data):
        raise UndecodableInput(f"is not UTF-8: byte {broken_at} is no text.", source=source, remedy=_CONVERT)
    _LOG.warning("%s: is not UTF-8; read as cp1252. Name its encoding with --encoding to be sure.", source)
    return data.decode("cp1252")


def _declared(data: bytes) -> str | None:
    """The encoding that the page's head names, unless a mark or the bytes themselves say UTF-8."""
    found = _CHARSET.search(data[:_HEAD])
    if not found or marked(data) or _is_utf8(data):
        return None
    try:
        return _as_browsers_have_it(found[1].decode("ascii"))
    except LookupError:
        return None


def _as_browsers_have_it(charset: str) -> str:
    """The codec of a name; Latin-1 stands for cp1252 (WHATWG Encoding, 4.2)."""
    name = codecs.lookup(charset).name
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
