"""Holidays with a day of their own: fixed, the n-th weekday of a month, or so many days from Easter.

The table is `holidays.toml`. Feasts of the lunar calendars are not in it: their days need tables that we do not have.
"""

import tomllib
from datetime import date, timedelta
from pathlib import Path

_TABLE = tomllib.loads((Path(__file__).parent / "holidays.toml").read_text(encoding="utf-8"))

HOLIDAY_DAYS: dict[str, str] = {
    name.lower(): rule for rule, names in _TABLE["days"].items() for name in names
}
"""Name in lower case to its rule: `12-25`, `11-4th-Thursday`, `easter-2`."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year; raises `KeyError` for a name that the table does not have."""
    rule = HOLIDAY_DAYS[name.lower()]
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule[6:] or 0))
    month, _, day = rule.partition("-")
    if day.isdigit():
        return date(year, int(month), int(day))
    nth, _, weekday = day.partition("-")
    if weekday == "election":  # the Tuesday after the first Monday
        return _nth_weekday(year, int(month), 1, 0) + timedelta(days=1)
    return _nth_weekday(year, int(month), int(nth[0]), _WEEKDAYS.index(weekday.lower()))


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus 1991, chapter 8)."""
    cycle, century, rest = year % 19, year // 100, year % 100
    corrected = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * cycle + century - century // 4 - corrected + 15) % 30
    lead = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (cycle + 11 * moon + 22 * lead) // 451
    month, day = divmod(moon + lead - 7 * late + 114, 31)
    return date(year, month, day + 1)
