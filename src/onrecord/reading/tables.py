"""The columns of a table of reports, by the names that archives give them, and its rows as fields."""

import logging
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from onrecord.errors import MalformedInput
from onrecord.reading.asked import Fields

_LOG = logging.getLogger("onrecord")

_NAMES = {
    "text": (
        "text", "content", "body", "article", "article_text", "full_text", "fulltext", "maintext",
        "story", "story_text", "event_text",
    ),
    "id": ("id", "article_id", "doc_id", "document_id", "story_id"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper", "source_name", "site_name"),
    "url": ("url", "link", "source_url", "sourceurl"),
    "published": (
        "published", "date", "pub_date", "pubdate", "publish_date", "published_at", "published_date",
        "publication_date", "date_published", "date_publish",
    ),
    "byline": ("byline", "author", "authors"),
}  # fmt: skip
"""Our key: the names of its column, the first that a table has is taken."""
DELIMITERS = ",\t;|"
_MOST_SHOWN = 30
_LONGEST_SHOWN = 40


def columns_of(header: Sequence[str], *, source: str) -> dict[str, int]:
    """Which column holds which of our keys.

    Raises:
        MalformedInput: none holds the text; the error lists what there is.
    """
    found = _found(header)
    if "text" not in found:
        raise MalformedInput(
            f"no column holds the text of the reports; its columns are {_shown(header)}.",
            source=source,
            remedy=f"Name one of them {', '.join(_NAMES['text'][:4])}.",
        )
    return found


def fields_of_row(row: Mapping[str, Any], *, source: str) -> Fields:
    """What a row says of one report, all as strings; what is no single value is left out with a warning.

    Raises:
        MalformedInput: its text is no string.
    """
    text = row["text"]
    if not isinstance(text, str):
        raise MalformedInput(
            f"the column of the text holds {'nothing' if text is None else type(text).__name__}, no string.",
            source=source,
            remedy="Give the report's text, or leave the row out.",
        )
    told = {key: _as_string(key, value, source) for key, value in row.items() if key != "text"}
    return {"text": text} | {key: value for key, value in told.items() if value}


def begins_table(text: str) -> bool:
    """Whether the first line names columns of ours, the text among them."""
    line = text.lstrip().partition("\n")[0].strip()
    columns = set(_found(line.split(delimiter_of(line))))
    return "text" in columns and len(columns) > 1


def delimiter_of(header: str) -> str:
    """The mark that parts the columns of a header line: the one that shows the most columns of ours."""
    return max(DELIMITERS, key=lambda mark: (len(_found(header.split(mark))), header.count(mark)))


def _found(header: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(_plain(name), place)
    chosen = {key: next((name for name in names if name in places), None) for key, names in _NAMES.items()}
    return {key: places[name] for key, name in chosen.items() if name}


def _plain(name: str) -> str:
    return name.strip("\ufeff \t\r\n\"'").lower().replace(" ", "_").replace("-", "_")


def _shown(header: Sequence[str]) -> str:
    names = [repr(name[:_LONGEST_SHOWN]) for name in header[:_MOST_SHOWN]]
    return ", ".join(names) + (f" and {len(header) - _MOST_SHOWN} more" if len(header) > _MOST_SHOWN else "")


def _as_string(key: str, value: Any, source: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if value == value else None  # a missing number is written as NaN
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    _LOG.warning("%s: the column of %r holds %s; it is left out.", source, key, type(value).__name__)
    return None
