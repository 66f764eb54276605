"""Expressions that hang on the anchor: weekdays, parts of the day, clock times, "last week", "two days ago", "now".

Without an anchor the value stays open (`XXXX-WXX-5`) and the interval empty.
"""

from dataclasses import replace
from datetime import date, timedelta

from onrecord.record import Precision, TimeMod, TimeType
from onrecord.times import intervals as on
from onrecord.times.dates import season, year_of
from onrecord.times.lengths import coming, length, span_of
from onrecord.times.patterns import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS
from onrecord.times.value import (
    AHEAD,
    BACK,
    BOUNDS,
    Context,
    Groups,
    Meaning,
    Value,
    checked,
    count_of,
    dated,
    edge_of,
    low,
    of_day,
    unit_of,
)

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
         "the same day": 0, "that same day": 0, "that day": 0, "the next day": 1, "the following day": 1,
         "the previous day": -1, "the day before": -1, "the day after": 1}  # fmt: skip
_PAST = frozenset({"recently", "in the past", "the past", "formerly", "at the time", "recent"})
_OFFSETS = {"gmt": "Z", "utc": "Z", "z": "Z", "bst": "+01", "cet": "+01", "cest": "+02", "eet": "+02", "msk": "+03",
            "est": "-05", "edt": "-04", "cst": "-06", "cdt": "-05", "mst": "-07", "mdt": "-06", "pst": "-08",
            "pdt": "-07"}  # fmt: skip
"""Zones as told in news of the English-speaking world (ISO 8601 offsets); others are kept in the words alone."""


def clock(groups: Groups, context: Context) -> Value | None:
    """A time of the day, with its zone where one is told."""
    hour = int(count_of(groups["hour"] or groups["hour2"] or groups.get("hour3")) or 0)
    minute = int(groups["minute"] or groups["minute2"] or groups.get("minute3") or 0)
    half = low(groups["half"]) or {"morning": "a", "": ""}.get(low(groups.get("half3")), "p")
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    if hour > 23:
        return None
    zone = _OFFSETS.get(low(groups.get("zone") or groups.get("zone2")), "")
    told = f"T{hour:02d}:{minute:02d}{zone}"
    if context.anchor is None:
        return Value(TimeType.TIME, f"XXXX-XX-XX{told}", precision=Precision.MINUTE)
    value = context.anchor.isoformat() + told
    return Value(TimeType.TIME, value, None, *on.day(context.anchor), Precision.MINUTE, anchored=True)


def _weekday(groups: Groups, context: Context) -> Value | None:
    number = WEEKDAYS[low(groups["weekday"]).rstrip(".")]
    part, which = groups["part"], low(groups["which"]).removeprefix("the ")
    if context.anchor is None:
        open_value = f"XXXX-WXX-{number + 1}"
        if part:
            return Value(
                TimeType.TIME, f"{open_value}T{PARTS[part.lower()]}", precision=Precision.PART_OF_DAY
            )
        return Value(TimeType.DATE, open_value, precision=Precision.DAY)
    day = _nearest_weekday(number, which, context.anchor, context.tense)
    value = of_day(day, part=part.lower() if part else None)
    return replace(value, mod=edge_of(which))


def _nearest_weekday(number: int, which: str, anchor: date, tense: int) -> date:
    back = (anchor.weekday() - number) % 7
    if which in {"next", "this coming", "following"} or (tense > 0 and which not in {"last", "previous"}):
        ahead = (7 - back) % 7
        return anchor + timedelta(days=ahead or (0 if which in {"", "early", "late", "this"} else 7))
    return anchor - timedelta(days=(back or 7) if which in {"last", "previous"} else back)


def this_part(groups: Groups, context: Context) -> Value | None:
    """A part of a day near the anchor: "this afternoon", "last night", "the next morning"."""
    which, part = low(groups["which"]), low(groups["part"]) or "night"
    if context.anchor is None:
        return Value(TimeType.TIME, f"XXXX-XX-XXT{PARTS[part]}", precision=Precision.PART_OF_DAY)
    by = {"last": -1, "yesterday": -1, "tomorrow": 1, "the next": 1, "the following": 1, "the previous": -1}
    day = context.anchor + timedelta(days=by.get(which, 0))
    return replace(of_day(day, part=part), mod=edge_of(which))


def ago(groups: Groups, context: Context) -> Value | None:
    """ "Two days ago", "three weeks later": a point as fine as its unit."""
    way = low(groups["way"])
    if way in {"before", "after", "since"}:
        return length(groups, context)
    sign = -1 if way in {"ago", "earlier"} else 1
    count = count_of(groups["count"], groups.get("plus") or groups.get("plus2"))
    if count is None and way == "later":
        return length(groups, context)  # "a few days later" is no future of the report
    if context.anchor is None or count is None:
        return Value(TimeType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", precision=Precision.VAGUE)
    if way != "ago" and unit_of(groups["unit"]).startswith("T"):
        return length(groups, context)  # "an hour later" is so long after what the text told last
    value = _shifted(context.anchor, unit_of(groups["unit"]), sign * count)
    return replace(value, mod=BOUNDS.get(low(groups["approx"])), anchored=True) if value else None


def _shifted(anchor: date, unit: str, by: float) -> Value | None:
    """The point so many units away, as fine as the unit."""
    if unit in {"D", "N"}:
        return checked(lambda: of_day(anchor + timedelta(days=round(by))))
    if unit in {"W", "2W", "WE"}:
        away = timedelta(days=round(by * (14 if unit == "2W" else 7)))
        return checked(lambda: dated(on.iso_week(anchor + away), on.week(anchor + away), Precision.WEEK))
    if unit in {"M", "Q"}:
        year, month = on.shifted_month(anchor, round(by * (3 if unit == "Q" else 1)))
        return checked(lambda: dated(f"{year:04d}-{month:02d}", on.months(year, month), Precision.MONTH))
    if unit in {"Y", "DE", "CE"}:
        year = anchor.year + round(by * {"Y": 1, "DE": 10, "CE": 100}[unit])
        return checked(lambda: dated(f"{year:04d}", on.years(year), Precision.YEAR)) if year > 0 else None
    return replace(of_day(anchor), precision=Precision.HOUR)


def this_unit(groups: Groups, context: Context) -> Value | None:
    """ "This year", "last week", "next March", "earlier this month"."""
    which, unit = low(groups["which"]), low(groups["unit1"])
    if which.split()[-1:] == ["past"] and unit in UNITS and unit not in {"weekend", "night"}:
        return span_of({"which": "past", "count": "one", "unit": unit}, context)
    if context.anchor is None:
        vague = "PAST_REF" if "last" in which else "FUTURE_REF" if "next" in which else "PRESENT_REF"
        return Value(TimeType.DATE, vague)
    words = set(which.split())
    value = unit_away(unit, -1 if words & BACK else 1 if words & AHEAD else 0, context)
    return _edged(replace(value, anchored=True), words, context.anchor) if value else None


def _edged(value: Value, words: set[str], anchor: date) -> Value:
    """ "Earlier this year" ends with the anchor, "later this year" starts there."""
    if "earlier" in words:
        return replace(value, mod=TimeMod.START, end=(anchor + timedelta(days=1)).isoformat())
    if "later" in words:
        return replace(value, mod=TimeMod.END, start=anchor.isoformat())
    return replace(value, mod=edge_of("early" if "early" in words else "late" if "late" in words else None))


def unit_away(unit: str, by: int, context: Context) -> Value | None:
    """The unit that the anchor lies in, or its neighbour."""
    anchor = context.anchor
    assert anchor is not None
    if unit in MONTHS:
        return _month_away(MONTHS[unit], by, anchor)
    if unit in SEASONS:
        which = {-1: "last", 0: "this", 1: "next"}[by]
        return season({"season": unit, "which": which, "year": None}, context)
    if unit == "weekend":
        return _weekend_away(by, anchor, context.tense)
    if unit == "quarter":
        year, month = on.shifted_month(anchor, 3 * by)
        return of_quarter(year, (month - 1) // 3 + 1)
    if unit == "decade":
        decade = anchor.year // 10 + by
        return dated(str(decade), on.years(decade * 10, 10), Precision.DECADE)
    if unit == "century":
        century = anchor.year // 100 + by
        return dated(str(century), on.years(century * 100, 100), Precision.CENTURY)
    return (
        of_day(anchor + timedelta(days=by), part="night")
        if unit == "night"
        else _shifted(anchor, UNITS[unit], by)
    )


def _month_away(month: int, by: int, anchor: date) -> Value:
    """ "Last February" told in March is the year before's: this year's were "last month"."""
    near = by == 0 or (by < 0 and month < anchor.month - 1) or (by > 0 and month > anchor.month + 1)
    year = anchor.year if near else anchor.year + by
    return dated(f"{year}-{month:02d}", on.months(year, month), Precision.MONTH)


def _weekend_away(by: int, anchor: date, tense: int) -> Value:
    """Early in the week a past clause means the weekend that has just gone."""
    gone = by == 0 and anchor.weekday() < 2 and tense < 0
    away = anchor + timedelta(days=7 * by - (7 if gone else 0))
    return dated(f"{on.iso_week(away)}-WE", on.weekend(away), Precision.WEEKEND)


def of_quarter(year: int, number: int) -> Value:
    """A quarter that hangs on the anchor."""
    return dated(f"{year}-Q{number}", on.months(year, 3 * number - 2, 3), Precision.QUARTER, rel=True)


def _edge_unit(groups: Groups, context: Context) -> Value | None:
    which = {"the": "this"}.get(low(groups["which"]), groups["which"])
    value = this_unit({"which": which, "unit1": groups["unit1"]}, context)
    return replace(value, mod=edge_of(groups["edge"])) if value else None


def _last_quarter(groups: Groups, context: Context) -> Value | None:
    """The quarter that ended last before the anchor: companies report on it."""
    if context.anchor is None:
        return None
    year, month = on.shifted_month(context.anchor, -3)
    return of_quarter(year, (month - 1) // 3 + 1)


def _same_quarter(groups: Groups, context: Context) -> Value | None:
    """The same quarter of the year before."""
    last = _last_quarter(groups, context)
    return None if last is None else year_before(last)


def year_before(quarter: Value) -> Value:
    """A quarter's counterpart of the year before."""
    return of_quarter(int(quarter.value[:4]) - 1, int(quarter.value[-1]))


def _coming(groups: Groups, context: Context) -> Value | None:
    which, unit = low(groups["which"]), low(groups["unit"])
    if not unit.endswith("s") and which != "recent":
        return this_unit({"which": which, "unit1": unit}, context)
    return coming(groups, context)


def word(groups: Groups, context: Context) -> Value | None:
    """ "Yesterday", "the next day", "noon", "now", "the future"."""
    told = low(groups["word"]).removeprefix("earlier ").removeprefix("later ")
    if told in _NEAR:
        if context.anchor is None:
            return Value(TimeType.DATE, "XXXX-XX-XX", precision=Precision.DAY)
        return checked(lambda: of_day((context.anchor or date.min) + timedelta(days=_NEAR[told])))
    if told == "the weekend":
        return unit_away("weekend", 0, context) if context.anchor is not None else None
    if told in {"midnight", "noon", "midday"}:
        hour = "0" if told == "midnight" else "12"
        return clock(dict.fromkeys(("hour2", "minute", "minute2", "half")) | {"hour": hour}, context)
    if told.startswith("year"):
        year = year_of(None, "this", context)
        return (
            None
            if year is None
            else dated(str(year), on.years(year), Precision.YEAR, mod=TimeMod.END, rel=True)
        )
    vague = "PAST_REF" if told in _PAST else "FUTURE_REF" if told.endswith("future") else "PRESENT_REF"
    return Value(TimeType.DATE, vague, precision=Precision.VAGUE)


RELATIVE: dict[str, Meaning] = {
    "clock": clock, "part_of_weekday": _weekday, "this_part": this_part, "since_ago": ago, "this_unit": this_unit,
    "edge_unit": _edge_unit, "same_quarter": _same_quarter, "the_quarter": _last_quarter, "coming_days": _coming,
    "word": word,
}  # fmt: skip
"""Form to reading."""
