"""Days of publication as inputs write them, to ISO 8601. What can be read two ways is not read at all."""

import logging
import re
from datetime import date

_LOG = logging.getLogger("onrecord")

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?<![0-9:.+-])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9:])"
_IN_WORDS = (
    re.compile(rf"{_DAY}(?: of |[ -]){_MONTH},?[ -]{_YEAR}"),
    re.compile(rf"\b{_MONTH}[ -]?{_DAY},?[ -]{_YEAR}"),
)
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?: ?[ap]\.?m\.?)?"
_TIME = re.compile(rf"(?:[t ,]+{_CLOCK})? ?(?:z|utc|gmt|[a-z]{{2,4}}|[+-][0-9]{{2}}:?[0-9]{{2}})?\.?")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_LONGEST = 100
_EARLIEST = 1500
"""Before print there are no reports; a year such as 0001 is a machine's empty value."""


def read_date(written: str | None, *, source: str) -> str | None:
    """The ISO day that the words name, or None with a warning that names the input.

    A time of day and its zone are read over: the day is the publisher's own, as written.
    """
    if written is None or not written.strip():
        return None
    day = _day(" ".join(written[:_LONGEST].lower().split())) if len(written) <= _LONGEST else None
    if day is None:
        shown = written if len(written) <= _LONGEST else written[:_LONGEST] + "…"
        _LOG.warning(
            "%s: published %r is no date, or more than one; it is left out. Write it as YYYY-MM-DD.",
            source,
            shown,
        )
        return None
    return day.isoformat()


def _day(words: str) -> date | None:
    if found := _YEAR_FIRST.match(words):
        year, _, month, day = found.groups()
        return _made(year, month, day) if _TIME.fullmatch(words[found.end() :]) else None
    if found := _YEAR_LAST.match(words):
        one, _, other, year = found.groups()
        return _either(year, one, other) if _TIME.fullmatch(words[found.end() :]) else None
    return _in_words(words)


def _in_words(words: str) -> date | None:
    found = [match for pattern in _IN_WORDS for match in pattern.finditer(words)]
    if len(found) != 1:
        return None
    month = _MONTHS.index(found[0]["month"][:3]) + 1
    return _made(found[0]["year"], str(month), found[0]["day"])


def _either(year: str, one: str, other: str) -> date | None:
    """Day first or month first: read only where just one of the two is a date."""
    ways = {made for made in (_made(year, one, other), _made(year, other, one)) if made}
    return ways.pop() if len(ways) == 1 else None


def _made(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day)) if int(year) >= _EARLIEST else None
    except ValueError:
        return None
