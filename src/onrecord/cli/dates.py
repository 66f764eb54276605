"""Dates as a person writes them: 27 Feb, Feb 2022, 24-27 Feb."""

from datetime import date, timedelta

from onrecord.record import Precision

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_UNDATED = "no date"


def spoken(start: str | None, end: str | None, precision: Precision | None, year: int | None) -> str:
    """The interval `[start, end)`; the year stands where it is not the one given (the report's own)."""
    first, last = _day(start), _last(end)
    if first is None and last is None:
        return _UNDATED
    if first is None or last is None:
        return f"since {_long(first, year)}" if first else f"until {_long(last, year)}" if last else _UNDATED
    if precision is Precision.YEAR and (first.month, first.day) == (1, 1):
        return str(first.year)
    if precision is Precision.MONTH and first.day == 1:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return _span(first, max(first, last), year)


def day(written: str | None) -> str:
    """One day with its year: 27 Feb 2022."""
    found = _day(written)
    return _long(found, None) if found else _UNDATED


def year_of(written: str | None) -> int | None:
    """The year of an ISO date."""
    found = _day(written)
    return found.year if found else None


def _span(first: date, last: date, year: int | None) -> str:
    if first == last:
        return _long(first, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_long(last, year)}"
    return f"{_long(first, year if first.year == last.year else None)} – {_long(last, year)}"


def _long(found: date, year: int | None) -> str:
    tail = "" if found.year == year else f" {found.year}"
    return f"{found.day} {_MONTHS[found.month - 1]}{tail}"


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:  # a year alone, or one before year 1: shown as undated, the JSON has it
        return None


def _last(end: str | None) -> date | None:
    """The last day inside an exclusive end: the day before, unless the end has a time of day."""
    found = _day(end)
    if found is None or end is None:
        return None
    midnight = "T" not in end or "T00:00" in end
    return found - timedelta(days=1) if midnight and found > date.min else found
