"""PDF: the text layer, page after page. pypdf reads it; it comes with `onrecord[documents]`.

No title or day is taken: what a PDF says of itself is most often of the program or the day that it was made on.
"""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import EmptyInput, InputError, MalformedInput, MissingReader, OversizedInput
from onrecord.reading.asked import Asked, Found
from onrecord.reading.bounds import longest, whole
from onrecord.reading.formats import Format

logging.getLogger("pypdf").addHandler(logging.NullHandler())

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
"""A word parted at the end of a line."""


def pdf_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The text of the document.

    Raises:
        MissingReader: pypdf is not installed.
        MalformedInput: it is locked by a password or cannot be taken apart.
        OversizedInput: it, or its text, is longer than the limit.
        EmptyInput: it has no text layer.
    """
    library = _library(name)
    data = whole(stream, longest(Format.PDF, asked.settings), source=name)
    try:
        text = _text(library.PdfReader(io.BytesIO(data)), name, asked.settings.max_chars)
    except InputError:
        raise
    except Exception as failure:  # hostile documents break the parser in many ways; the others go on
        raise MalformedInput(
            f"the PDF cannot be read ({type(failure).__name__}).",
            source=name,
            remedy="Take off its password, or save its text as a .txt file.",
        ) from failure
    if not text.strip():
        raise EmptyInput(
            "the PDF has no text layer.", source=name, remedy="Run text recognition on it first."
        )
    yield name, {"text": text}


def _text(document: Any, name: str, limit: int) -> str:
    pages, length = [], 0
    for page in document.pages:
        pages.append(page.extract_text().strip())
        length += len(pages[-1])
        if length > limit:
            raise OversizedInput(
                f"has more than {limit:,} characters.", source=name, remedy="Split it, or raise max_chars."
            )
    text = _HYPHEN.sub("", "\n".join(page for page in pages if page))
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def _library(name: str) -> Any:
    try:
        import pypdf  # few inputs need it
    except ImportError:
        raise MissingReader("PDF", "documents", source=name) from None
    return pypdf
