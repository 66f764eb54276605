"""Dates that name their own year, decade or century, and those of the year that only miss it."""

import re
from dataclasses import replace
from datetime import date

from onrecord.record import Precision, TimeMod, TimeType
from onrecord.times import intervals as on
from onrecord.times.holidays import holiday
from onrecord.times.patterns import DECADES, MONTHS, NUMBERS, ORDINALS, SEASONS
from onrecord.times.value import (
    Context,
    Groups,
    Meaning,
    Value,
    checked,
    dated,
    edge_of,
    low,
    of_day,
    safe_day,
)

_FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WRONG_SIDE = 280
"""Days by which the wrong side of the tense counts as farther; so days of the next six weeks are taken all the same."""
_NEXT_MONTHS = 5
"""Months ahead that a clause which looks neither way may mean."""
_CENTURIES = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21, "eighteenth": 18, "seventeenth": 17}


def _iso(groups: Groups, context: Context) -> Value | None:
    return safe_day(*map(int, (groups["iso"] or "").split("-")))


def _slashed(groups: Groups, context: Context) -> Value | None:
    month, day, year = int(groups["month"] or 0), int(groups["day"] or 0), int(groups["year"] or 0)
    year += (2000 if year < 50 else 1900) if year < 100 else 0
    return safe_day(year, month, day)


def _dotted(groups: Groups, context: Context) -> Value | None:
    """ "23.04.2022", as the continent of Europe writes a day."""
    return safe_day(int(groups["year"] or 0), int(groups["month"] or 0), int(groups["day"] or 0))


def full_date(groups: Groups, context: Context) -> Value | None:
    """A day of a month; where it tells no year, the nearest that the tense allows."""
    month = MONTHS[low(groups["month"] or groups["month2"])]
    day = int(groups["day"] or groups["day2"] or 0)
    year = groups["year"] or groups["year2"]
    if year:
        return safe_day(int(year), month, day)
    if context.anchor is None:
        return Value(TimeType.DATE, f"XXXX-{month:02d}-{day:02d}", precision=Precision.DAY)
    return _nearest([safe_day(context.anchor.year + by, month, day) for by in (-1, 0, 1)], context)


def _nearest(choices: "list[Value | None]", context: Context) -> Value | None:
    chosen = min((v for v in choices if v is not None), key=lambda v: _distance(v, context), default=None)
    return replace(chosen, anchored=True) if chosen else None


def _distance(value: Value, context: Context) -> int:
    """How far a day is from the anchor; the wrong side of the tense counts as farther."""
    assert context.anchor is not None
    apart = (date.fromisoformat(value.start or "") - context.anchor).days
    wrong = (context.tense > 0 and apart < -7) or (context.tense < 0 and apart > 1)
    return abs(apart) + (_WRONG_SIDE if wrong else 0)


def _holiday(groups: Groups, context: Context) -> Value | None:
    name, year = low(groups["holiday"]), groups["year"]
    if year:
        return checked(lambda: _around(of_day(holiday(name, int(year)), rel=False), groups["around"]))
    if context.anchor is None:
        return Value(TimeType.DATE, "XXXX-XX-XX", precision=Precision.DAY)
    days = [holiday(name, context.anchor.year + by) for by in (-1, 0, 1)]
    which = low(groups["which"])
    if which in {"last", "next"}:
        days = [day for day in days if (day < context.anchor if which == "last" else day > context.anchor)]
    day = _nearest([of_day(day) for day in days], context)
    return day and _around(day, groups["around"])


def _around(day: Value, unit: str | None) -> Value:
    """ "Easter week", "Thanksgiving weekend": the week or the weekend that the holiday lies in."""
    if not unit:
        return day
    of = date.fromisoformat(day.value)
    if unit.lower() == "week":
        return dated(on.iso_week(of), on.week(of), Precision.WEEK, rel=day.anchored)
    return dated(f"{on.iso_week(of)}-WE", on.weekend(of), Precision.WEEKEND, rel=day.anchored)


def _month_year(groups: Groups, context: Context) -> Value | None:
    month, year = MONTHS[low(groups["month"])], int(groups["year"] or 0)
    edge = edge_of(groups["edge"])
    return dated(f"{year}-{month:02d}", on.months(year, month), Precision.MONTH, mod=edge)


def bare_month(groups: Groups, context: Context) -> Value | None:
    """A month that tells no year: the last or the next, as the tense looks."""
    month, mod = MONTHS[low(groups["month"])], edge_of(groups["edge"])
    if context.anchor is None:
        return Value(TimeType.DATE, f"XXXX-{month:02d}", mod, precision=Precision.MONTH)
    year, ahead = context.anchor.year, month - context.anchor.month
    if context.tense > 0 and ahead < 0:
        year += 1
    elif context.tense <= 0 and ahead > (_NEXT_MONTHS if context.tense == 0 else 0):
        year -= 1
    return dated(f"{year}-{month:02d}", on.months(year, month), Precision.MONTH, mod=mod, rel=True)


def _decade(groups: Groups, context: Context) -> Value | None:
    if groups["century"] in {"17", "18"} and groups["tens"] == "0":
        century = int(groups["century"])
        return dated(
            str(century), on.years(century * 100, 100), Precision.CENTURY, mod=edge_of(groups["edge2"])
        )
    if groups["century"]:
        decade = int(f"{groups['century']}{groups['tens']}")
    else:
        decade = int(f"19{groups['tens2'] or DECADES[low(groups['tensword'])]}")
    mod = edge_of(groups["edge"] or groups["edge2"])
    return dated(str(decade), on.years(decade * 10, 10), Precision.DECADE, mod=mod)


def _century(groups: Groups, context: Context) -> Value | None:
    nth = low(groups["nth"])
    number = _CENTURIES.get(nth) or int(re.sub(r"\D", "", nth))
    mod = edge_of(groups["edge"])
    return dated(str(number - 1), on.years((number - 1) * 100, 100), Precision.CENTURY, mod=mod)


def _quarter(groups: Groups, context: Context) -> Value | None:
    half = groups["period"] == "half"
    told = groups["year"] or groups["qyear"] or groups["year0"]
    nth = "second" if half and low(groups["nth"]) == "last" else low(groups["nth"])
    if nth in {"latest", "last"}:
        return None
    number = int(groups["qn"]) if groups["qn"] else ORDINALS[nth]
    if half and number > 2:
        return None
    count, letter, precision = (6, "H", Precision.HALF) if half else (3, "Q", Precision.QUARTER)
    year = year_of(told, groups["rel"] or groups["rel0"], context)
    if year is None:
        return Value(TimeType.DATE, f"XXXX-{letter}{number}", precision=precision)
    first = (number - 1) * count + 1
    year -= 0 if told else _years_back(groups, first, context)
    return dated(f"{year}-{letter}{number}", on.months(year, first, count), precision, rel=not told)


def _years_back(groups: Groups, first: int, context: Context) -> int:
    """Years before the anchor's: "the fourth quarter" of a report in January is over, and "year-ago" is one more."""
    assert context.anchor is not None
    near = not (groups["rel"] or groups["rel0"])
    over = near and context.tense < 0 and first > context.anchor.month
    return over + (groups["before"] is not None)


def year_of(told: str | None, relative: str | None, context: Context) -> int | None:
    """The year told, or the one so far from the anchor's ("last", "this", "next")."""
    if told:
        return int(told)
    if context.anchor is None:
        return None
    return context.anchor.year + {"last": -1, "next": 1}.get(low(relative), 0)


def _fiscal(groups: Groups, context: Context) -> Value | None:
    """A business year by its number; whose it is, and so its edges, the words do not tell."""
    return Value(TimeType.DATE, str(int(groups["year"] or 0)), precision=Precision.YEAR)


def _school_year(groups: Groups, context: Context) -> Value | None:
    first, last = groups["from"] or "", groups["till"]
    if last is None:
        return Value(TimeType.DATE, first, precision=Precision.YEAR)
    till = last if len(last) == 4 else first[:2] + last
    return Value(TimeType.DATE, f"{first}/{till}", precision=Precision.YEAR) if till > first else None


def season(groups: Groups, context: Context) -> Value | None:
    """A season; its months are those of the north, December to February for the winter, told by its first year."""
    code = "FA" if groups.get("fall") else SEASONS[low(groups["season"])]
    told = groups.get("year") or groups.get("fallyear")
    if not told and groups.get("which", "the") is None and groups.get("edge") is None:
        return None
    year = year_of(told, None, context)
    if year is None:
        return Value(TimeType.DATE, f"XXXX-{code}", precision=Precision.SEASON)
    if not told:
        year += _seasons_away(low(groups.get("which", "the")), code, context)
    interval = on.months(year, _FIRST_MONTHS[code], 3)
    return dated(f"{year}-{code}", interval, Precision.SEASON, mod=edge_of(groups.get("edge")), rel=not told)


def _seasons_away(which: str, code: str, context: Context) -> int:
    """Years from the anchor's: "last winter" told in June began the year before, "last spring" is this year's."""
    assert context.anchor is not None
    ended = _FIRST_MONTHS[code] + 3 <= context.anchor.month
    if which == "last" or (which == "the" and context.tense < 0):
        return 0 if ended else -1
    return 1 if which == "next" and context.anchor.month >= _FIRST_MONTHS[code] else 0


def _year_span(groups: Groups, context: Context) -> Value | None:
    first, last = groups["from"] or "", groups["till"] or ""
    year, till = int(first), int(last if len(last) == 4 else first[:2] + last)
    if till <= year:
        return None
    return Value(TimeType.DATE, f"{year}/{till}", None, f"{year}-01-01", f"{till + 1}-01-01", Precision.RANGE)


def _before_christ(groups: Groups, context: Context) -> Value | None:
    """Years before Christ have no interval: the calendar of the record starts with year 1."""
    if groups.get("bcdecade"):
        value, precision = f"BC{int(groups['bcdecade'] or 0) // 10:03d}", Precision.DECADE
    elif groups.get("bccentury"):
        value, precision = f"BC{int(groups['bccentury'] or 0) - 1:02d}", Precision.CENTURY
    else:
        value, precision = f"BC{int(groups['bc'] or 0):04d}", Precision.YEAR
    if groups.get("month"):
        value, precision = f"{value}-{MONTHS[low(groups['month'])]:02d}", Precision.MONTH
    if groups.get("season"):
        value, precision = f"{value}-{SEASONS[low(groups['season'])]}", Precision.SEASON
    return Value(TimeType.DATE, value, edge_of(groups.get("edge")), precision=precision)


def _pair(groups: Groups, context: Context) -> Value | None:
    """Stands for both ends, which are read one by one."""
    return Value(TimeType.DATE, "", precision=Precision.RANGE)


def _year(groups: Groups, context: Context) -> Value | None:
    if groups.get("tens"):
        year = 1900 + NUMBERS[low(groups["tens"])] + NUMBERS.get(low(groups["ones"]), 0)
    else:
        year = int(groups["year"] or 0)
    mod: TimeMod | None = edge_of(groups["edge"])
    return dated(str(year), on.years(year), Precision.YEAR, mod=mod)


DATES: dict[str, Meaning] = {
    "iso": _iso, "slashed": _slashed, "dotted": _dotted, "date": full_date, "holiday": _holiday, "month_year": _month_year,
    "bare_month": bare_month, "decade": _decade, "century": _century, "quarter": _quarter, "fiscal": _fiscal,
    "school_year": _school_year, "season": season, "bare_season": season, "year_span": _year_span,
    "before_christ": _before_christ, "bc_pair": _pair, "day_pair": _pair, "year": _year,
}  # fmt: skip
"""Form to reading."""
