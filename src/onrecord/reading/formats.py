"""What an input is written in, by its suffix, and where that says nothing by how it begins."""

import re
from enum import Enum, auto
from pathlib import Path

from onrecord.reading.decoding import marked


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
_BEFORE = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?"
_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_LIST = re.compile(r"\s*\[\s*\{\s*\"")
_OBJECT = re.compile(r"\s*\{\s*\"")
HEAD = 2_048


def format_of(source: str, head: bytes) -> Format:
    """The format of an input that begins with these bytes. A `.txt` file is text, whatever it holds."""
    if by_suffix := _BY_SUFFIX.get(Path(source).suffix.lower()):
        return by_suffix
    begins = _text_of(head[:HEAD])
    for pattern, form in ((_LIST, Format.JSON), (_OBJECT, Format.LINES), (_PAGE, Format.PAGE)):
        if pattern.match(begins):
            return form
    return Format.TEXT


def _text_of(head: bytes) -> str:
    encoding, length = marked(head) or ("latin-1", 0)
    return head[length:].decode(encoding, "ignore")
