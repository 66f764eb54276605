"""Dates told without a year inside a story about the past: "on 28 March" in a paragraph about 1975 is of 1975.

Reports hang on their day of publication; histories hang on the last year that they told. A text is a history where it
tells several years of the past and hardly a "yesterday" or "on Friday"; elsewhere the told year reaches as far as its paragraph.
"""

import re
from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.record import Precision, TimeType
from onrecord.times.joins import day_in
from onrecord.times.match import Match
from onrecord.times.relative import year_before
from onrecord.times.value import Context, Value
from onrecord.times.values import MEANINGS

_PAST = 4
"""Years before the publication from which a told year is the past: a report of the day compares with the last few."""
_LONG_PAST = 15
"""Years before the publication that a report of the day does not speak of in one breath with the last months."""
_SEVERAL = 4
"""Told years of the past that make a history, where they outnumber the words that hang on the day."""
_REACH = 250
"""Characters that a told year reaches in a report of the day, within its paragraph."""
_HALF = 9
"""Months back that are rather the next year's: "in November 1917 …, in March"."""
_YEARLESS = frozenset({"date", "bare_month", "season", "bare_season", "this_unit", "coming_days", "holiday"})
_OF_THE_DAY = frozenset({"part_of_weekday", "word", "this_part", "since_ago", "this_unit"})
_YEAR = re.compile(r"^(\d{4})(?:-(\d\d))?(?!\d)")
_THAT = re.compile(
    r"\b(that same|that|the same|the following|the next|the previous|following)\s+(year|month|day|spring|summer|autumn|winter)",
    re.I,
)
_BC = re.compile(r"BC\d{4}")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_QUARTER_REACH = 500
"""Characters after a quarter within which a comparison is with its counterpart."""
_NEXT_DAY = frozenset({"the next day", "the following day", "the previous day", "the day after", "the day before",
                       "the same day", "that same day", "that day"})  # fmt: skip
_OF_THE_TEXT = frozenset({"that", "that same", "the same", "the next", "the following", "the previous"})
_A_YEAR_BEFORE = frozenset({"a year ago", "a year earlier", "year-earlier", "year earlier"})
_STEPS = {
    "that": 0,
    "that same": 0,
    "the same": 0,
    "the following": 1,
    "following": 1,
    "the next": 1,
    "the previous": -1,
}


@dataclass(slots=True)
class _Told:
    """What the text has told so far."""

    year: tuple[int, int | None] | None = None
    """The year of the past that the narrative is in, and its month where told."""
    last_year: tuple[int, int | None] | None = None
    place: tuple[int, int] = (-_REACH, -1)
    """Where the year was told: the offset after it and the paragraph."""
    bc: str = ""
    """The year before Christ told last, where none of our era was told since."""
    day: date | None = None
    point: Value | None = None
    quarter: Match | None = None


def narrated(matches: Sequence[Match], anchor: date | None) -> Iterator[Match]:
    """The matches in order, those that hang on the text read by what it told before them."""
    history, told = _is_history(matches, anchor), _Told()
    for match in matches:
        match = _by_point(_by_quarter(_by_day(match, told.day), told.quarter), told.point, history)
        match = _by_year(match, told, history)
        _tell(told, match, anchor, history=history)
        yield match


def _by_year(match: Match, told: _Told, history: bool) -> Match:
    if told.bc:
        return _before_christ(match, told)
    if told.year is not None and match.form in _YEARLESS and (history or _is_near(match, told)):
        return replace(match, value=_read_by(match, told.year))
    if told.last_year is None:
        return match
    if match.form.endswith("_of_that_year"):
        return _reread(replace(match, form=match.form.removesuffix("_of_that_year")), told.last_year[0])
    if match.form == "edge_unit" and history and _is_the_year(match):
        return _reread(match, told.last_year[0])
    if match.form == "this_unit":
        return replace(match, value=_step(match, *told.last_year) or match.value)
    return match


def _reread(match: Match, year: int) -> Match:
    """The match as it reads in the middle of the year."""
    context = replace(match.context, anchor=date(year, _month_of(match) or 6, 15), tense=0)
    read = MEANINGS[match.form](match.groups, context)
    return match if read is None else replace(match, value=replace(_in_year(read, year), anchored=False))


def _is_the_year(match: Match) -> bool:
    groups = match.groups
    return (groups["which"] or "").lower() == "the" and (groups["unit1"] or "").lower() == "year"


def _before_christ(match: Match, told: _Told) -> Match:
    """A month or a season after a year before Christ is of that year."""
    value = match.value
    if match.form not in {"bare_month", "season", "bare_season"} or not told.bc:
        return match
    if not (value.anchored or value.value.startswith("XXXX")):
        return match
    read = Value(TimeType.DATE, f"{told.bc}{value.value[4:]}", value.mod, precision=value.precision)
    return replace(match, value=read)


def _is_near(match: Match, told: _Told) -> bool:
    """In a report of the day only a told month of long ago reaches, and not far."""
    assert told.year is not None
    anchor = match.context.anchor
    if anchor is not None and told.year[0] > anchor.year - _LONG_PAST:
        return False
    close = match.paragraph == told.place[1] and match.span.start - told.place[0] <= _REACH
    return close and match.context.tense <= 0 and told.year[1] is not None


def _tell(told: _Told, match: Match, anchor: date | None, *, history: bool) -> None:
    told.day = day_in(match) or told.day
    if match.value.type is TimeType.DATE and match.value.start:
        told.point = match.value
    if match.form in {"quarter", "the_quarter"} and "-Q" in match.value.value:
        told.quarter = match
    if match.form == "before_christ" and _BC.match(match.value.value):
        told.bc = match.value.value[:6]
    explicit = match.told_year
    if explicit is None:
        return
    told.last_year, told.bc = explicit, ""
    if history or anchor is None or explicit[0] <= anchor.year - _PAST:
        told.year, told.place = explicit, (match.span.end, match.paragraph)
    else:
        told.year = None


def _by_day(match: Match, day: date | None) -> Match:
    """ "The next day", "that night" and a clock time of the same paragraph go on from the day told last."""
    hangs = match.text.lower().removeprefix("earlier ").removeprefix("later ") in _NEXT_DAY
    part = match.form == "this_part" and (match.groups["which"] or "").lower() in _OF_THE_TEXT
    if day is None or not (hangs or part):
        return match
    read = MEANINGS[match.form](match.groups, replace(match.context, anchor=day))
    return match if read is None else replace(match, value=replace(read, anchored=False))


def _by_point(match: Match, point: Value | None, history: bool) -> Match:
    """ "Two years later" counts from the point told last, and so does "earlier" in a history."""
    way = (match.groups.get("way") or "").lower() if match.form == "since_ago" else ""
    if point is None or point.start is None or not (way == "later" or (way == "earlier" and history)):
        return match
    read = MEANINGS["since_ago"](match.groups, replace(match.context, anchor=date.fromisoformat(point.start)))
    if read is None or read.type is not TimeType.DATE or not _is_as_fine(point, read):
        return match
    return replace(match, value=replace(read, anchored=point.anchored))


def _is_as_fine(point: Value, value: Value) -> bool:
    """Whether a distance of the value's unit can be counted from the point."""
    ranks = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR)
    if point.precision not in ranks or value.precision not in ranks:
        return False
    return ranks.index(point.precision) <= ranks.index(value.precision)


def _by_quarter(match: Match, quarter: Match | None) -> Match:
    """ "A year earlier" beside a quarter is the same quarter of the year before."""
    near = quarter is not None and 0 < match.span.start - quarter.span.end <= _QUARTER_REACH
    same = match.form == "same_quarter" or match.text.lower() in _A_YEAR_BEFORE
    if not (near and same) or quarter is None or not _QUARTER.fullmatch(quarter.value.value):
        return match
    return replace(match, value=year_before(quarter.value))


def _is_history(matches: Sequence[Match], anchor: date | None) -> bool:
    years = [match.told_year for match in matches]
    past = sum(year is not None and (anchor is None or year[0] <= anchor.year - _PAST) for year in years)
    today = sum(match.form in _OF_THE_DAY and match.value.anchored for match in matches)
    return past >= _SEVERAL and past > 2 * today


def _read_by(match: Match, told: tuple[int, int | None]) -> Value:
    """The expression's value in the told year; its own where it names a year or hangs on something else."""
    value, (year, month) = match.value, told
    if match.form in {"this_unit", "coming_days"}:
        return _step(match, year, month) or value
    if not value.anchored and _YEAR.match(value.value):
        return value
    own = _month_of(match)
    if own is not None and month is not None and own < month - _HALF + 1:
        year += 1
    context = Context(date(year, own or month or 6, 15), -1 if own is None else 0, match.context.since)
    read = MEANINGS[match.form](match.groups, context)
    return replace(_in_year(read, year), anchored=False) if read is not None else value


def _in_year(value: Value, year: int) -> Value:
    """The value moved to the year, where the reading chose a neighbour of it."""
    match = _YEAR.match(value.value)
    if match is None or int(match[1]) == year:
        return value
    told = f"{year}{value.value[4:]}"
    if re.fullmatch(r"\d{4}-02-29", told) and not isleap(year):
        return value
    return replace(
        value,
        value=told,
        start=f"{year}{value.start[4:]}" if value.start else None,
        end=_moved(value.end, year - int(match[1])),
    )


def _moved(day: str | None, years: int) -> str | None:
    return f"{int(day[:4]) + years:04d}{day[4:]}" if day else None


def _month_of(match: Match) -> int | None:
    found = re.match(r"^(?:\d{4}|XXXX)-(\d\d)", match.value.value)
    return int(found[1]) if found else None


def _step(match: Match, year: int, month: int | None) -> Value | None:
    """ "That year", "the following month": so far from the told one."""
    found = _THAT.match(match.text)
    if found is None:
        return None
    by, unit = _STEPS[found[1].lower()], found[2].lower()
    if unit == "day" or (unit == "month" and month is None):
        return None
    way = {-1: "last", 0: "this", 1: "next"}[by]
    read = MEANINGS["this_unit"]({"which": way, "unit1": unit}, Context(date(year, month or 6, 15), 0))
    return replace(read, anchored=False) if read is not None else None
