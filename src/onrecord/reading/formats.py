"""What an input is written in, by its suffix, and where that says nothing by how it begins."""

import re
from enum import Enum, auto
from pathlib import PurePath

from onrecord.reading.decoding import marked
from onrecord.reading.tables import begins_table


class Format(Enum):
    """What an input is written in."""

    TEXT = auto()
    PAGE = auto()
    LINES = auto()
    JSON = auto()
    TABLE = auto()
    PARQUET = auto()
    FEED = auto()
    ARCHIVE = auto()
    MAIL = auto()
    PDF = auto()
    WORD = auto()


PACKED = ".gz"
_BY_SUFFIX = {
    ".txt": Format.TEXT, ".html": Format.PAGE, ".htm": Format.PAGE, ".xhtml": Format.PAGE,
    ".jsonl": Format.LINES, ".ndjson": Format.LINES, ".json": Format.JSON,
    ".csv": Format.TABLE, ".tsv": Format.TABLE, ".parquet": Format.PARQUET,
    ".rss": Format.FEED, ".atom": Format.FEED, ".xml": Format.FEED, ".rdf": Format.FEED,
    ".warc": Format.ARCHIVE, ".eml": Format.MAIL, ".pdf": Format.PDF, ".docx": Format.WORD,
}  # fmt: skip
SUFFIXES = frozenset(_BY_SUFFIX)
"""By these the reports in a folder are known, packed by gzip too."""
_BY_MAGIC = (
    (b"%PDF-", Format.PDF),
    (b"PAR1", Format.PARQUET),
    (b"WARC/", Format.ARCHIVE),
)
_ZIP = b"PK\x03\x04"
_WORD_PARTS = (b"[Content_Types].xml", b"word/", b"_rels/")
_BEFORE = r"(?>\s+|<\?[^>]{0,500}>|<!--.{0,500}?-->)*+"
_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_BEFORE + r"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_LIST = re.compile(r"\s*\[\s*\{\s*\"")
_OBJECT = re.compile(r"\s*\{\s*\"")
_BY_WORDS = ((_LIST, Format.JSON), (_OBJECT, Format.LINES), (_FEED, Format.FEED), (_PAGE, Format.PAGE))
HEAD = 2_048


def format_of(source: str, head: bytes) -> Format:
    """The format of an input that begins with these bytes. A `.txt` file is text, whatever it holds."""
    return by_suffix(source) or by_beginning(head) or Format.TEXT


def by_suffix(source: str) -> Format | None:
    """The format that the name promises, `.gz` read over; None where it promises nothing."""
    return _BY_SUFFIX.get(PurePath(without_packing(source)).suffix.lower())


def by_beginning(head: bytes) -> Format | None:
    """The format that the first bytes show, or None: it may be plain text."""
    for magic, form in _BY_MAGIC:
        if head.startswith(magic):
            return form
    if head.startswith(_ZIP) and any(part in head[:HEAD] for part in _WORD_PARTS):
        return Format.WORD
    begins = _text_of(head[:HEAD])
    for pattern, form in _BY_WORDS:
        if pattern.match(begins):
            return form
    return Format.TABLE if begins_table(begins) else None


def without_packing(source: str) -> str:
    """The name without `.gz`."""
    return source[: -len(PACKED)] if source.lower().endswith(PACKED) else source


def _text_of(head: bytes) -> str:
    encoding, length = marked(head) or ("latin-1", 0)
    return head[length:].decode(encoding, "ignore")
