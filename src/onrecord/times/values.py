"""From a matched form to a TIMEX3 value, a modifier and an interval.

Values follow the TimeML annotation guidelines (Saurí et al. 2006): `2022-02-27TAF`, `P2D`, `2016-Q3`, `199`, `PAST_REF`.
A relative form needs an anchor; without one its value stays open (`XXXX-WXX-5`) and its interval empty.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.record import Precision, TimeMod, TimeType
from onrecord.times import intervals as on
from onrecord.times.patterns import DECADES, MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS

Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Value:
    """What a time expression means."""

    type: TimeType
    value: str
    mod: TimeMod | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read by: the anchor day, and whether its clause looks back (-1), ahead (1) or neither."""

    anchor: date | None
    tense: int
    since: str = ""
    """The preposition before it: `since`, `until`, `by`, `before`, `after`, or nothing."""


_MODS = {"early": TimeMod.START, "beginning": TimeMod.START, "start": TimeMod.START, "the beginning of": TimeMod.START,
         "mid": TimeMod.MID, "middle": TimeMod.MID, "the middle of": TimeMod.MID,
         "late": TimeMod.END, "end": TimeMod.END, "the end of": TimeMod.END}  # fmt: skip
_APPROX = {"about": TimeMod.APPROX, "around": TimeMod.APPROX, "roughly": TimeMod.APPROX, "nearly": TimeMod.LESS_THAN,
           "almost": TimeMod.LESS_THAN, "less than": TimeMod.LESS_THAN, "more than": TimeMod.MORE_THAN,
           "over": TimeMod.MORE_THAN, "at least": TimeMod.EQUAL_OR_MORE, "up to": TimeMod.EQUAL_OR_LESS}  # fmt: skip
_BACK, _AHEAD = frozenset({"last", "past", "previous"}), frozenset({"next", "coming", "following"})


def _date(
    value: str, interval: on.Interval, precision: Precision, *, mod: TimeMod | None = None, rel: bool = False
) -> Value:
    return Value(TimeType.DATE, value, mod, *interval, precision, rel)


def _day(of: date, *, rel: bool = True, part: str | None = None) -> Value:
    if part:
        code = PARTS[part]
        return Value(TimeType.TIME, f"{of.isoformat()}T{code}", None, *on.day(of), Precision.PART_OF_DAY, rel)
    return _date(of.isoformat(), on.day(of), Precision.DAY, rel=rel)


def _iso(groups: Groups, context: Context) -> Value | None:
    return _safe_day(*map(int, (groups["iso"] or "").split("-")))


def _slashed(groups: Groups, context: Context) -> Value | None:
    month, day, year = int(groups["month"] or 0), int(groups["day"] or 0), int(groups["year"] or 0)
    year += (2000 if year < 50 else 1900) if year < 100 else 0
    return _safe_day(year, month, day)


def _safe_day(year: int, month: int, day: int) -> Value | None:
    try:
        return _day(date(year, month, day), rel=False)
    except ValueError:
        return None


def _clock(groups: Groups, context: Context) -> Value | None:
    hour = int(groups["hour"] or groups["hour2"] or 0)
    minute = int(groups["minute"] or groups["minute2"] or 0)
    half = (groups["half"] or "").lower()
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    if hour > 23:
        return None
    told = f"T{hour:02d}:{minute:02d}"
    if context.anchor is None:
        return Value(TimeType.TIME, f"XXXX-XX-XX{told}", precision=Precision.MINUTE)
    day = context.anchor.isoformat()
    return Value(
        TimeType.TIME, f"{day}{told}", None, *on.day(context.anchor), Precision.MINUTE, anchored=True
    )


def _full_date(groups: Groups, context: Context) -> Value | None:
    month = MONTHS[(groups["month"] or groups["month2"] or "").lower()]
    day = int(groups["day"] or groups["day2"] or 0)
    year = groups["year"] or groups["year2"]
    if year:
        return _safe_day(int(year), month, day)
    if context.anchor is None:
        return Value(TimeType.DATE, f"XXXX-{month:02d}-{day:02d}", precision=Precision.DAY)
    choices = [_safe_day(context.anchor.year + by, month, day) for by in (-1, 0, 1)]
    dated = [value for value in choices if value is not None]
    chosen = min(dated, key=lambda v: _distance(v, context), default=None)
    return replace(chosen, anchored=True) if chosen else None


def _distance(value: Value, context: Context) -> int:
    """How far a day is from the anchor; the wrong side of the tense counts as farther.

    A past clause takes a day of the coming month all the same: "gave no reason for the Jan. 14 deadline" on 5 January.
    """
    assert context.anchor is not None
    apart = (date.fromisoformat(value.start or "") - context.anchor).days
    wrong = 300 if (context.tense > 0 and apart < -7) or (context.tense < 0 and apart > 1) else 0
    return abs(apart) + wrong


def _month_year(groups: Groups, context: Context) -> Value | None:
    month, year = MONTHS[(groups["month"] or "").lower()], int(groups["year"] or 0)
    return _date(
        f"{year}-{month:02d}",
        on.months(year, month),
        Precision.MONTH,
        mod=_MODS.get((groups["edge"] or "").lower()),
    )


def _decade(groups: Groups, context: Context) -> Value | None:
    if groups["century"]:
        decade = int(f"{groups['century']}{groups['tens']}")
    else:
        tens = groups["tens2"] or str(DECADES[(groups["tensword"] or "").lower()])
        decade = int(f"19{tens}")
    mod = _MODS.get((groups["edge"] or groups["edge2"] or "").lower())
    return _date(str(decade), on.years(decade * 10, 10), Precision.DECADE, mod=mod)


def _century(groups: Groups, context: Context) -> Value | None:
    words = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    nth = (groups["nth"] or "").lower()
    number = words.get(nth) or int(re.sub(r"\D", "", nth))
    return _date(str(number - 1), on.years((number - 1) * 100, 100), Precision.CENTURY)


def _quarter(groups: Groups, context: Context) -> Value | None:
    year = _year_of(groups["year"] or groups["qyear"], groups["rel"], context)
    if groups["period"] and (groups["nth"] or "").lower() in {"latest", "last"}:
        return None
    number = int(groups["qn"]) if groups["qn"] else ORDINALS[(groups["nth"] or "").lower()]
    half = groups["period"] == "half"
    length, letter = (6, "H") if half else (3, "Q")
    precision = Precision.HALF if half else Precision.QUARTER
    if half and number > 2:
        return None
    if year is None:
        return Value(TimeType.DATE, f"XXXX-{letter}{number}", precision=precision)
    told = groups["year"] or groups["qyear"]
    return _date(
        f"{year}-{letter}{number}",
        on.months(year, (number - 1) * length + 1, length),
        precision,
        rel=not told,
    )


def _year_of(told: str | None, relative: str | None, context: Context) -> int | None:
    if told:
        return int(told)
    if context.anchor is None:
        return None
    return context.anchor.year + {"last": -1, "next": 1}.get((relative or "").lower(), 0)


def _fiscal(groups: Groups, context: Context) -> Value | None:
    year = int(groups["year"] or 0)
    return _date(str(year), on.years(year), Precision.YEAR)


def _season(groups: Groups, context: Context) -> Value | None:
    code = SEASONS[(groups["season"] or "").lower()]
    year = _year_of(groups["year"], groups["which"], context)
    if year is None or not (groups["year"] or groups["which"]):
        return Value(TimeType.DATE, f"XXXX-{code}", precision=Precision.SEASON) if groups["which"] else None
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    return _date(f"{year}-{code}", on.months(year, first, 3), Precision.SEASON, rel=not groups["year"])


def _ago(groups: Groups, context: Context) -> Value | None:
    way = (groups["way"] or "").lower()
    sign = -1 if way in {"ago", "earlier", "before", "since"} else 1
    count, unit = _count(groups["count"]), _unit(groups["unit"])
    mod = _APPROX.get((groups["approx"] or "").lower())
    if way in {"before", "after"}:
        return _length(groups, context)
    if context.anchor is None or count is None:
        return Value(TimeType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")
    value = _shifted(context.anchor, unit, sign * count)
    return replace(value, mod=mod, anchored=True) if value else None


def _shifted(anchor: date, unit: str, by: float) -> Value | None:
    """The point so many units away, as fine as the unit."""
    if unit in {"D", "N"}:
        return _checked(lambda: _day(anchor + timedelta(days=round(by))))
    if unit in {"W", "2W", "WE"}:
        away = timedelta(days=round(by * (14 if unit == "2W" else 7)))
        return _checked(lambda: _date(on.iso_week(anchor + away), on.week(anchor + away), Precision.WEEK))
    if unit in {"M", "Q"}:
        year, month = on.shifted_month(anchor, round(by * (3 if unit == "Q" else 1)))
        return _checked(lambda: _date(f"{year:04d}-{month:02d}", on.months(year, month), Precision.MONTH))
    if unit in {"Y", "DE", "CE"}:
        year = anchor.year + round(by * {"Y": 1, "DE": 10, "CE": 100}[unit])
        return _checked(lambda: _date(f"{year:04d}", on.years(year), Precision.YEAR)) if year > 0 else None
    return replace(_day(anchor), precision=Precision.HOUR)


def _checked(make: "Callable[[], Value]") -> Value | None:
    try:
        return make()
    except (OverflowError, ValueError):
        return None


def _count(told: str | None) -> float | None:
    word = (told or "").lower()
    if word in NUMBERS:
        return NUMBERS[word]
    return float(word.replace(",", "")) if word[:1].isdigit() else None


def _unit(told: str | None) -> str:
    word = (told or "").lower()
    return UNITS[word if word in UNITS else "century" if word == "centuries" else word.rstrip("s")]


def _length(groups: Groups, context: Context) -> Value | None:
    """A duration: `P3D`, `PT48H`, `PXM` where the count is vague."""
    count, unit = _count(groups.get("count")), _unit(groups["unit"])
    if unit == "S" or (groups.get("count") or "").lower() == "half":
        return None
    number = "X" if count is None else f"{count:g}"
    if unit == "2W":
        unit, number = "W", "X" if count is None else f"{2 * count:g}"
    value = f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{'D' if unit == 'N' else unit}"
    return Value(TimeType.DURATION, value, _APPROX.get((groups.get("approx") or "").lower()))


def _span_of(groups: Groups, context: Context) -> Value | None:
    """ "The past 24 hours", "the next two weeks": a duration whose interval ends or starts at the anchor."""
    value = _length(groups, context)
    which = (groups["which"] or "").lower().split()[-1]
    count, unit = _count(groups["count"]), _unit(groups["unit"])
    days = {"D": 1, "N": 1, "W": 7, "2W": 14, "M": 30, "Q": 91, "Y": 365, "DE": 3652, "TH": 1 / 24}.get(unit)
    if (
        value is None
        or context.anchor is None
        or count is None
        or days is None
        or which in {"first", "final"}
    ):
        return value
    reach = timedelta(days=min(max(round(count * days), 1), 300_000))
    here = context.anchor
    back = which in _BACK
    edges = _checked(lambda: replace(value, start=(here - reach if back else here).isoformat(),
                                     end=(here + timedelta(days=1) if back else here + reach).isoformat()))  # fmt: skip
    return replace(edges, precision=Precision.RANGE, anchored=True) if edges else value


def _weekday(groups: Groups, context: Context) -> Value | None:
    number = WEEKDAYS[(groups["weekday"] or "").lower().rstrip(".")]
    part, which = groups["part"], (groups["which"] or "").lower()
    if context.anchor is None:
        return Value(TimeType.DATE, f"XXXX-WXX-{number + 1}", precision=Precision.DAY)
    back = (context.anchor.weekday() - number) % 7
    ahead = which == "next" or (context.tense > 0 and which != "last")
    if which == "last":
        back = back or 7
    day = context.anchor + timedelta(days=(7 - back) % 7 if ahead else -back)
    if which == "next" and day == context.anchor:
        day += timedelta(days=7)
    value = _day(day, part=part.lower() if part else None)
    return replace(value, mod=_MODS.get(which))


def _this_part(groups: Groups, context: Context) -> Value | None:
    which, part = (groups["which"] or "").lower(), (groups["part"] or "night").lower()
    if context.anchor is None:
        return Value(TimeType.TIME, f"XXXX-XX-XXT{PARTS[part]}", precision=Precision.PART_OF_DAY)
    by = {"last": -1, "yesterday": -1, "tomorrow": 1}.get(which, 0)
    return _day(context.anchor + timedelta(days=by), part=part)


def _every(groups: Groups, context: Context) -> Value | None:
    adverbs = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y",
               "hourly": "PT1H", "nightly": "P1D"}  # fmt: skip
    if groups["adverb"]:
        return Value(TimeType.SET, adverbs[groups["adverb"].lower()])
    unit = (groups["setunit"] or "").lower()
    count = 2 if groups["other"] else int(_count(groups["count"]) or 1)
    if unit in WEEKDAYS:
        return Value(TimeType.SET, f"XXXX-WXX-{WEEKDAYS[unit] + 1}")
    if unit in PARTS:
        return Value(TimeType.SET, f"XXXX-XX-XXT{PARTS[unit]}")
    code = {"hour": "TH", "minute": "TM", "weekend": "WE", "quarter": "3M"}.get(unit, unit[0].upper())
    return Value(
        TimeType.SET,
        f"PT{count}{code[1]}" if code[0] == "T" else f"P{count}{code}" if code != "3M" else "P3M",
    )


def _this_unit(groups: Groups, context: Context) -> Value | None:
    which, unit = (groups["which"] or "").lower(), (groups["unit1"] or "").lower()
    if context.anchor is None:
        return Value(
            TimeType.DATE,
            "PAST_REF" if "last" in which else "FUTURE_REF" if "next" in which else "PRESENT_REF",
        )
    words = set(which.split())
    by = -1 if words & _BACK else 1 if words & _AHEAD else 0
    mod = (
        TimeMod.START if words & {"early", "earlier"} else TimeMod.END if words & {"late", "later"} else None
    )
    value = _unit_away(unit, by, context)
    return replace(value, mod=mod, anchored=True) if value else None


def _unit_away(unit: str, by: int, context: Context) -> Value | None:
    anchor = context.anchor
    assert anchor is not None
    if unit in MONTHS:
        year = anchor.year + by
        if by == 0 or (by < 0 and MONTHS[unit] < anchor.month):
            year = anchor.year
        if by > 0 and MONTHS[unit] > anchor.month:
            year = anchor.year
        return _date(f"{year}-{MONTHS[unit]:02d}", on.months(year, MONTHS[unit]), Precision.MONTH)
    if unit in SEASONS:
        return _season(
            {"season": unit, "which": {-1: "last", 0: "this", 1: "next"}[by], "year": None}, context
        )
    if unit == "weekend":
        away = anchor + timedelta(
            days=7 * by - (7 if by == 0 and anchor.weekday() < 2 and context.tense < 0 else 0)
        )
        return _date(f"{on.iso_week(away)}-WE", on.weekend(away), Precision.WEEKEND)
    if unit == "quarter":
        year, month = on.shifted_month(anchor, 3 * by)
        number = (month - 1) // 3 + 1
        return _date(f"{year}-Q{number}", on.months(year, 3 * number - 2, 3), Precision.QUARTER)
    if unit == "decade":
        decade = anchor.year // 10 + by
        return _date(str(decade), on.years(decade * 10, 10), Precision.DECADE)
    if unit == "night":
        return _day(anchor + timedelta(days=by), part="night")
    return _shifted(anchor, UNITS[unit], by)


def _edge_unit(groups: Groups, context: Context) -> Value | None:
    which = {"the": "this"}.get((groups["which"] or "").lower(), groups["which"])
    value = _this_unit({"which": which, "unit1": groups["unit1"]}, context)
    return replace(value, mod=_MODS[(groups["edge"] or "").lower()]) if value else None


def _year_span(groups: Groups, context: Context) -> Value | None:
    first, last = groups["from"] or "", groups["till"] or ""
    year, till = int(first), int(last if len(last) == 4 else first[:2] + last)
    if till <= year:
        return None
    return Value(TimeType.DATE, f"{year}/{till}", None, f"{year}-01-01", f"{till + 1}-01-01", Precision.RANGE)


def _before_christ(groups: Groups, context: Context) -> Value | None:
    return Value(TimeType.DATE, f"BC{int(groups['bc'] or 0):04d}", precision=Precision.YEAR)


def _last_quarter(groups: Groups, context: Context) -> Value | None:
    """The quarter that ended last before the anchor: companies report on it."""
    if context.anchor is None:
        return None
    year, month = on.shifted_month(context.anchor, -3)
    number = (month - 1) // 3 + 1
    return _date(f"{year}-Q{number}", on.months(year, 3 * number - 2, 3), Precision.QUARTER, rel=True)


def _same_quarter(groups: Groups, context: Context) -> Value | None:
    """The same quarter of the year before."""
    last = _last_quarter(groups, context)
    return None if last is None else year_before(last)


def year_before(quarter: Value) -> Value:
    """A quarter's counterpart of the year before."""
    year, number = int(quarter.value[:4]) - 1, int(quarter.value[-1])
    return _date(f"{year}-Q{number}", on.months(year, 3 * number - 2, 3), Precision.QUARTER, rel=True)


def _coming(groups: Groups, context: Context) -> Value | None:
    which, unit = (groups["which"] or "").lower(), _unit(groups["unit"])
    plural = (groups["unit"] or "").lower().endswith("s")
    if not plural and which not in {"recent"}:
        return _this_unit({"which": which, "unit1": (groups["unit"] or "").lower()}, context)
    number = f"PTX{unit[1]}" if unit.startswith("T") else f"PX{unit}"
    return Value(TimeType.DURATION, number, precision=Precision.VAGUE)


def _word(groups: Groups, context: Context) -> Value | None:
    word = (groups["word"] or "").lower()
    near = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
            "the same day": 0, "the next day": 1, "the following day": 1, "the day before": -1, "the day after": 1}  # fmt: skip
    if word in near:
        if context.anchor is None:
            return Value(TimeType.DATE, "XXXX-XX-XX", precision=Precision.DAY)
        return _day(context.anchor + timedelta(days=near[word]))
    if word == "the weekend":
        return _unit_away("weekend", 0, context) if context.anchor is not None else None
    if word in {"midnight", "noon"}:
        return _clock({"hour": "0" if word == "midnight" else "12", "hour2": None, "minute": None, "minute2": None,
                       "half": None}, context)  # fmt: skip
    if word in {"recently", "in the past", "the past", "formerly", "at the time", "recent"}:
        return Value(TimeType.DATE, "PAST_REF", precision=Precision.VAGUE)
    if word in {"in the future", "the future", "future"}:
        return Value(TimeType.DATE, "FUTURE_REF", precision=Precision.VAGUE)
    return Value(TimeType.DATE, "PRESENT_REF", precision=Precision.VAGUE)


def _bare_month(groups: Groups, context: Context) -> Value | None:
    month, mod = MONTHS[(groups["month"] or "").lower()], _MODS.get((groups["edge"] or "").lower())
    if context.anchor is None:
        return Value(TimeType.DATE, f"XXXX-{month:02d}", mod, precision=Precision.MONTH)
    ahead = month - context.anchor.month
    year = context.anchor.year
    if context.tense > 0 and ahead < 0:
        year += 1
    elif context.tense <= 0 and ahead > (1 if context.tense == 0 else 0):
        year -= 1
    return _date(f"{year}-{month:02d}", on.months(year, month), Precision.MONTH, mod=mod, rel=True)


def _year(groups: Groups, context: Context) -> Value | None:
    year = int(groups["year"] or 0)
    return _date(str(year), on.years(year), Precision.YEAR, mod=_MODS.get((groups["edge"] or "").lower()))


MEANINGS: Mapping[str, Callable[[Groups, Context], Value | None]] = {
    "iso": _iso, "slashed": _slashed, "clock": _clock, "date": _full_date, "month_year": _month_year, "decade": _decade,
    "century": _century, "quarter": _quarter, "fiscal": _fiscal, "season": _season, "since_ago": _ago,
    "span_of": _span_of, "part_of_weekday": _weekday, "this_part": _this_part, "every": _every,
    "this_unit": _this_unit, "edge_unit": _edge_unit, "year_span": _year_span, "duration": _length,
    "before_christ": _before_christ, "same_quarter": _same_quarter, "the_quarter": _last_quarter,
    "coming_days": _coming, "word": _word, "bare_month": _bare_month, "year": _year,
}  # fmt: skip
