"""Word documents (.docx): paragraphs and rows of tables, one a line. python-docx, with `onrecord[documents]`.

No title, author or day is taken: what a document says of itself is most often of whose computer it was made on.
"""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from onrecord.errors import InputError, MalformedInput, MissingReader, OversizedInput
from onrecord.reading.asked import Asked, Found
from onrecord.reading.bounds import longest, whole
from onrecord.reading.formats import Format


def document_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The text of the document.

    Raises:
        MissingReader: python-docx is not installed.
        MalformedInput: it cannot be taken apart.
        OversizedInput: it is larger than the limit, packed or unpacked.
    """
    library = _library(name)
    limit = longest(Format.WORD, asked.settings)
    data = whole(stream, limit, source=name)
    try:
        _check(data, limit, name)
        text = "\n".join(_lines(library.Document(io.BytesIO(data))))
    except InputError:
        raise
    except Exception as failure:  # hostile documents break the parser in many ways; the others go on
        raise MalformedInput(
            f"the Word document cannot be read ({type(failure).__name__}).",
            source=name,
            remedy="Save its text as a .txt file.",
        ) from failure
    yield name, {"text": text}


def _check(data: bytes, limit: int, name: str) -> None:
    """Refuse a bomb: no part unpacks to more than its size in the directory, so the sum of them is the most."""
    size = sum(part.file_size for part in ZipFile(io.BytesIO(data)).infolist())
    if size > limit:
        raise OversizedInput(
            f"unpacks to {size:,} bytes; the limit is {limit:,} bytes.",
            source=name,
            remedy="Save its text as a .txt file, or raise max_document_bytes.",
        )


def _lines(document: Any) -> Iterator[str]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            yield from (" ".join(cell.text.strip() for cell in row.cells).strip() for row in part.rows)
        else:
            yield part.text


def _library(name: str) -> Any:
    try:
        import docx  # few inputs need it
    except ImportError:
        raise MissingReader("Word", "documents", source=name) from None
    return docx
