"""Dates told without a year inside a story about the past: "on 28 March" in a paragraph about 1975 is of 1975.

Reports hang on their day of publication; histories hang on the last year that they told. A text is a history where it
tells several years of the past and hardly a "yesterday" or "on Friday"; elsewhere the told year reaches as far as its paragraph.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.record import Span, TimeType
from onrecord.times.values import MEANINGS, Context, Value, year_before

_PAST = 4
"""Years before the publication from which a told year is the past: a report of the day compares with the last few."""
_SEVERAL = 4
"""Told years of the past that make a history, where they outnumber the words that hang on the day."""
_REACH = 250
"""Characters that a told year reaches in a report of the day, within its paragraph."""
_HALF = 6
"""Months back that are rather the next year's: "in November 1917 …, in March"."""
_YEARLESS = frozenset({"date", "bare_month", "season", "this_unit", "coming_days"})
_OF_THE_DAY = frozenset({"part_of_weekday", "word", "this_part", "since_ago", "this_unit"})
_YEAR = re.compile(r"^(\d{4})(?:-(\d\d))?(?!\d)")
_THAT = re.compile(
    r"\b(that|the same|the following|the next|the previous|following)\s+(year|month|day|spring|summer|autumn|winter)",
    re.I,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_QUARTER_REACH = 500
"""Characters after a quarter within which a comparison is with its counterpart."""
_NEXT_DAY = (
    dict.fromkeys(("the next day", "the following day", "the day after"), 1)
    | dict.fromkeys(("the day before",), -1)
    | {"the same day": 0}
)
_STEPS = {"that": 0, "the same": 0, "the following": 1, "following": 1, "the next": 1, "the previous": -1}


@dataclass(frozen=True, slots=True)
class Match:
    """A time expression as the grammar found and read it."""

    span: Span
    text: str
    form: str
    groups: Mapping[str, str | None]
    context: Context
    value: Value
    paragraph: int

    @property
    def told_year(self) -> tuple[int, int | None] | None:
        """The year, and the month where told, that the expression itself names."""
        value = self.value
        if value.anchored or value.type is not TimeType.DATE or self.form == "decade":
            return None
        match = _YEAR.match(value.value)
        return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def narrated(matches: Sequence[Match], anchor: date | None) -> Iterator[Match]:
    """The matches in order, those without a year read by the story's own year where it tells one."""
    history = _is_history(matches, anchor)
    told: tuple[int, int | None] | None = None
    place = (-_REACH, -1)
    day: date | None = None
    quarter: Match | None = None
    for match in matches:
        match = _by_quarter(_by_day(match, day), quarter)
        day = _day_told(match) or day
        quarter = match if match.form in {"quarter", "the_quarter"} and "-Q" in match.value.value else quarter
        near = (
            match.paragraph == place[1] and match.span.start - place[0] <= _REACH and match.context.tense <= 0
        ) and (told is not None and told[1] is not None)
        if told is not None and match.form in _YEARLESS and (history or near):
            match = replace(match, value=_read_by(match, told))
        explicit = match.told_year
        if explicit is not None and (anchor is None or explicit[0] <= anchor.year - _PAST):
            told, place = explicit, (match.span.end, match.paragraph)
        elif explicit is not None:
            told = None
        yield match


def _day_told(match: Match) -> date | None:
    value = match.value
    if value.type is TimeType.DATE and _DAY.fullmatch(value.value):
        return date.fromisoformat(value.value)
    return None


def _by_day(match: Match, day: date | None) -> Match:
    """ "The next day" goes on from the day told last."""
    step = _NEXT_DAY.get(match.text.lower())
    if step is None or day is None:
        return match
    read = MEANINGS["word"]({"word": match.text}, Context(day, match.context.tense))
    return match if read is None else replace(match, value=replace(read, anchored=False))


def _by_quarter(match: Match, quarter: Match | None) -> Match:
    """ "A year earlier" beside a quarter is the same quarter of the year before."""
    near = quarter is not None and 0 < match.span.start - quarter.span.end <= _QUARTER_REACH
    same = match.form == "same_quarter" or match.text.lower() in {
        "a year ago",
        "a year earlier",
        "year-earlier",
        "year earlier",
    }
    if not (near and same) or quarter is None or not _QUARTER.fullmatch(quarter.value.value):
        return match
    return replace(match, value=year_before(quarter.value))


def _is_history(matches: Sequence[Match], anchor: date | None) -> bool:
    years = [match.told_year for match in matches]
    past = sum(year is not None and (anchor is None or year[0] <= anchor.year - _PAST) for year in years)
    today = sum(match.form in _OF_THE_DAY and match.value.anchored for match in matches)
    return past >= _SEVERAL and past > today


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
    return replace(
        value,
        value=f"{year}{value.value[4:]}",
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
