"""Deterministic ids: the same report has the same id on every machine."""

import hashlib


def text_hash(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hex; lone surrogates are kept."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_id(sha256: str, outlet: str | None, url: str | None, published: str | None) -> str:
    """Sixteen hex digits from what a report is known by: its text, outlet, url and day of publication."""
    key = "\x1f".join((sha256, outlet or "", url or "", published or ""))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def numbered(letter: str, position: int) -> str:
    """The id of a thing within its record: its letter and its place in the order of the text, from 1."""
    return f"{letter}{position + 1}"
