"""A news page to its article: text, title, byline, day, address and outlet, as far as the page declares them.

The article is found by trafilatura (Barbaresi 2021), set to favour precision. Nothing is fetched.
"""

import logging
import re
from typing import Any

from onrecord.errors import EmptyInput, MalformedInput

for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_ROW = re.compile(r"^\|.*\|[ \t]*$", re.MULTILINE)
_DATES = {"extensive_search": False, "original_date": True}
"""The day that the page declares, never one guessed from its prose."""


def article_of(page: str, *, source: str) -> dict[str, str]:
    """The fields of the article on the page: `text`, and what else it declares.

    Raises:
        EmptyInput: no article is found.
        MalformedInput: the page cannot be taken apart.
    """
    found = _extracted(page, source)
    text = _without_bars(found.text or "").strip() if found else ""
    if not text:
        raise EmptyInput(
            "no article is found on the page.",
            source=source,
            remedy="Save the article's text as a .txt file.",
        )
    declared = {
        "title": found.title, "byline": found.author, "published": found.date,
        "url": found.url, "outlet": found.sitename,
    }  # fmt: skip
    return {"text": text} | {key: value for key, value in declared.items() if value}


def _without_bars(text: str) -> str:
    """Rows of a table as lines of words: trafilatura draws them with bars, which no report has."""
    return _ROW.sub(lambda row: " ".join(cell for cell in row[0].split("|") if cell.strip(" -:")), text)


def _extracted(page: str, source: str) -> Any:
    from trafilatura import bare_extraction  # lxml and its tables load slowly, and texts need none of it

    try:
        return bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception as failure:  # hostile pages break parsers in many ways; the others go on
        raise MalformedInput(
            f"the page cannot be taken apart ({type(failure).__name__}).",
            source=source,
            remedy="Save the article's text as a .txt file.",
        ) from failure
