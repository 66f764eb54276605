"""Expressions that are one though two forms matched: "9 a.m. Tuesday", "March next year", "the night of 20 May"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.record import Precision, Span, TimeType
from onrecord.times import intervals as on
from onrecord.times.match import Match
from onrecord.times.value import dated, of_day
from onrecord.times.values import MEANINGS

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"(?:\d{4}|XXXX)-(\d\d)$")
_BETWEEN = re.compile(r",?\s+(?:on\s+|of\s+|\()?")
_PART_OF = re.compile(
    r"(?:(?:on|in)\s+)?((?:the\s+)?(?:early\s+|late\s+)?(morning|afternoon|evening|night)(?:\s+hours)?\s+of\s+)$",
    re.I,
)
_WEEK_OF = re.compile(r"((?:the\s+)?week(end)?\s+of\s+)$", re.I)
_NEAR = 24
"""Characters after a clock time in which its day may follow."""
_FAR = 60
"""Characters before a clock time in which its day may stand."""
_ENDED = re.compile(r"[.!?]\s+[A-Z\"'`]|\n")
_LOOK = 32
"""Characters before a day in which "the night of" may stand."""


def joined(matches: Sequence[Match], text: str) -> tuple[Match, ...]:
    """The matches in order of the text, neighbours that are one expression made one."""
    after: Match | None = None
    read = []
    for match in reversed(tuple(_ones(matches, text))):
        after = _by_next_day(match, after)
        read.append(after)
    return tuple(_by_last_days(reversed(read), text))


def _by_last_days(matches: Iterable[Match], text: str) -> Iterator[Match]:
    """ "March 31 at 7 p.m.": a clock time without a day of its own takes the one told before it in its sentence."""
    last: Match | None = None
    for match in matches:
        if _is_clock(match) and last is not None and match.value.anchored and _is_bare(match):
            between = text[last.span.end : match.span.start]
            day = day_in(last) if len(between) <= _FAR and not _ENDED.search(between) else None
            match = with_day(match, day) if day else match
        last = match if day_in(match) and not (_is_clock(match) and _is_bare(match)) else last
        yield match


def _is_bare(match: Match) -> bool:
    """Whether a clock time still hangs on the day of publication."""
    anchor = match.context.anchor
    return anchor is not None and match.value.value.startswith(anchor.isoformat())


def _by_next_day(match: Match, after: Match | None) -> Match:
    """ "10:35 a.m. (0735 GMT) Friday": a clock time takes the day told soon after it."""
    near = after is not None and 0 <= after.span.start - match.span.end <= _NEAR
    if not near or after is None or not _is_clock(match) or _with_own_day(match):
        return match
    day = day_in(after)
    return with_day(match, day) if day else match


def _with_own_day(match: Match) -> bool:
    return any(character.isupper() for character in match.text.split()[-1]) and "day" in match.text


def day_in(match: Match) -> date | None:
    """The day that a DATE or a TIME names."""
    found = _DAY.match(match.value.value) if match.value.type in {TimeType.DATE, TimeType.TIME} else None
    return date.fromisoformat(found[0]) if found else None


def _ones(matches: Sequence[Match], text: str) -> Iterator[Match]:
    held: Match | None = None
    for match in matches:
        match = _prefixed(match, text)
        if held is not None:
            one = _one_of(held, match, text)
            if one is None and held.span.end <= match.span.start:
                yield held
            match = one or match
        held = match
    if held is not None:
        yield held


def is_day(match: Match) -> bool:
    """Whether it is a DATE of one day."""
    return match.value.type is TimeType.DATE and _DAY.fullmatch(match.value.value) is not None


def _one_of(first: Match, second: Match, text: str) -> Match | None:
    between = text[first.span.end : second.span.start]
    if first.span.end > second.span.start or not _BETWEEN.fullmatch(between) or "(" in between:
        return None
    if _is_clock(first) and is_day(second):
        return _clock_of(first, second, text)
    if first.form in {"bare_month", "date"} and second.form == "this_unit" and between in {" ", " of "}:
        return _of_that_year(first, second, text)
    if first.form == "part_of_weekday" and second.form == "this_unit" and between in {" ", " of "}:
        return _of_that_week(first, second, text)
    if first.text.lower() in {"the day before", "the day after"} and is_day(second):
        by = 1 if first.text.lower().endswith("after") else -1
        day = date.fromisoformat(second.value.value) + timedelta(days=by)
        return _both(first, second, text, replace(first, value=of_day(day)))
    return None


def _both(first: Match, second: Match, text: str, read: Match) -> Match:
    span = Span(first.span.start, second.span.end)
    return replace(read, span=span, text=span.of(text))


def _is_clock(match: Match) -> bool:
    return match.form == "clock" or match.text.lower() in {"noon", "midnight", "midday"}


def _clock_of(clock: Match, day: Match, text: str) -> Match:
    return _both(clock, day, text, with_day(clock, date.fromisoformat(day.value.value)))


def with_day(clock: Match, day: date) -> Match:
    """A time of the day read on a day."""
    read = MEANINGS[clock.form](clock.groups, replace(clock.context, anchor=day))
    return replace(clock, value=read) if read is not None else clock


def _of_that_year(date_: Match, year: Match, text: str) -> Match | None:
    """ "March next year" is a month of that year; "March of that year" waits for the year that the text told."""
    if (year.groups.get("unit1") or "").lower() != "year":
        return None
    if (year.groups.get("which") or "").lower() in {"that", "that same", "the same"}:
        return _both(date_, year, text, replace(date_, form=f"{date_.form}_of_that_year"))
    told = year.value.value
    month = _MONTH.match(date_.value.value)
    if date_.form != "bare_month" or month is None or not told.isdigit():
        return None
    interval = on.months(int(told), int(month[1]))
    value = dated(f"{told}-{month[1]}", interval, Precision.MONTH, mod=date_.value.mod, rel=True)
    return _both(date_, year, text, replace(date_, value=value, form="month_year"))


def _of_that_week(day: Match, week: Match, text: str) -> Match | None:
    """ "Tuesday of next week", "Thursday last week": the weekday in the week that is told."""
    if (week.groups.get("unit1") or "").lower() != "week" or week.value.start is None:
        return None
    read = MEANINGS[day.form](
        {**day.groups, "which": None},
        replace(day.context, anchor=date.fromisoformat(week.value.start), tense=1),
    )
    return None if read is None else _both(day, week, text, replace(day, value=read))


def _prefixed(match: Match, text: str) -> Match:
    """ "The night of 20 May" is a part of that day, "the week of 6 March" the week that it lies in."""
    if not is_day(match):
        return match
    start = match.span.start
    before = text[max(start - _LOOK, 0) : start]
    part, week = _PART_OF.search(before), _WEEK_OF.search(before)
    found = part or week
    if found is None:
        return match
    day, rel = date.fromisoformat(match.value.value), match.value.anchored
    if part:
        value = of_day(day, rel=rel, part=part[2].lower())
    elif found[2]:
        value = dated(f"{on.iso_week(day)}-WE", on.weekend(day), Precision.WEEKEND, rel=rel)
    else:
        value = dated(on.iso_week(day), on.week(day), Precision.WEEK, rel=rel)
    span = Span(start - len(found[1]), match.span.end)
    return replace(match, span=span, text=span.of(text), value=value)
