"""Lengths and sets: "six weeks", "the past 24 hours", "the coming days", "every Tuesday", "twice a day".

A length that ends or starts at the anchor has an interval; another has none. Decades and centuries are counted in years.
"""

from dataclasses import replace
from datetime import date, timedelta

from onrecord.record import Precision, TimeType
from onrecord.times.patterns import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS
from onrecord.times.value import (
    BACK,
    BOUNDS,
    Context,
    Groups,
    Meaning,
    Value,
    checked,
    count_of,
    low,
    unit_of,
)

_WHOLE = {"2W": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "N": (1, "D")}
_DAYS = {"D": 1, "N": 1, "W": 7, "2W": 14, "WE": 7, "M": 30, "Q": 91, "Y": 365, "DE": 3652, "CE": 36524,
         "TS": 0, "TM": 1 / 1440, "TH": 1 / 24}  # fmt: skip
_HALF_MORE = {"TH": "PT{}H30M", "TM": "PT{}M30S", "Y": "P{}Y6M"}
"""Two and a half hours, minutes and years, as TimeBank writes them."""
_HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
_ADVERBS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y",
            "yearly": "P1Y", "hourly": "PT1H", "nightly": "P1D"}  # fmt: skip


def iso_length(count: float | None, unit: str) -> str:
    """`P3D`, `PT48H`, `P20Y` of two decades, `PXM` where the count is vague."""
    if count is not None and unit in _WHOLE:
        times, unit = _WHOLE[unit]
        count *= times
    if count is not None and unit in _HALF_MORE and count % 1 == 0.5 and count > 1:
        return _HALF_MORE[unit].format(int(count))
    number = "X" if count is None else f"{count:g}"
    unit = {"N": "D", "2W": "W"}.get(unit, unit)
    return f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


def length(groups: Groups, context: Context) -> Value | None:
    """A length by itself, without an interval."""
    unit = unit_of(groups["unit"])
    if unit == "S":
        return None
    count = count_of(groups.get("count"), groups.get("plus") or groups.get("plus2"))
    return Value(TimeType.DURATION, iso_length(count, unit), BOUNDS.get(low(groups.get("approx"))))


def _half_of(groups: Groups, context: Context) -> Value | None:
    return Value(TimeType.DURATION, _HALVES[low(groups["halfunit"] or groups["halfunit2"])])


def _vague_length(groups: Groups, context: Context) -> Value | None:
    single = groups["single"]
    return Value(TimeType.DURATION, iso_length(1 if single else None, unit_of(single or groups["long"])))


def span_of(groups: Groups, context: Context) -> Value | None:
    """ "The past 24 hours", "the next two weeks": a length whose interval ends or starts at the anchor."""
    value = length(groups, context)
    which = low(groups["which"]).split()[-1]
    count = count_of(groups["count"], groups.get("plus"))
    if value is None or context.anchor is None or which in {"first", "final"}:
        return value
    reach = None if count is None else _reach(count, unit_of(groups["unit"]))
    return _at_anchor(value, context.anchor, reach, back=which in BACK)


def _reach(count: float, unit: str) -> timedelta:
    return timedelta(days=min(max(round(count * _DAYS[unit]), 1), 300_000))


def _at_anchor(value: Value, here: date, reach: timedelta | None, *, back: bool) -> Value:
    """The length with its interval: open at the far edge where the count is vague."""
    day_after = here + timedelta(days=1)

    def placed() -> Value:
        far = None if reach is None else here - reach if back else here + reach
        edges = (far, day_after) if back else (here, far)
        start, end = (edge.isoformat() if edge else None for edge in edges)
        return replace(value, start=start, end=end)

    found = checked(placed)
    if found is None:
        return value
    precision = Precision.VAGUE if reach is None else Precision.RANGE
    return replace(found, precision=precision, anchored=True)


def coming(groups: Groups, context: Context) -> Value | None:
    """ "The coming days", "recent weeks": a vague length at the anchor."""
    which = "last" if low(groups["which"]) in {"recent", *BACK} else "next"
    value = length({"unit": groups["unit"]}, context)
    if value is None or context.anchor is None:
        return None if value is None else replace(value, precision=Precision.VAGUE)
    return _at_anchor(value, context.anchor, None, back=which == "last")


def _every(groups: Groups, context: Context) -> Value | None:
    if groups["adverb"]:
        return Value(TimeType.SET, _ADVERBS[low(groups["adverb"])])
    unit = low(groups["setunit"] or groups["plural"]).rstrip("s")
    count = 2 if groups["other"] else int(count_of(groups["count"]) or 1)
    return Value(TimeType.SET, _set_of(unit, count))


def _set_of(unit: str, count: int) -> str:
    if unit in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[unit] + 1}"
    if unit in MONTHS:
        return f"XXXX-{MONTHS[unit]:02d}"
    if unit in SEASONS:
        return f"XXXX-{SEASONS[unit]}"
    if unit in PARTS:
        return f"XXXX-XX-XXT{PARTS[unit]}"
    return f"P{3 * count}M" if unit == "quarter" else iso_length(count, UNITS[unit])


def _part_of_span(groups: Groups, context: Context) -> Value | None:
    """ "The last week of September", "the first days of the war": a length at an edge of what follows."""
    one = groups["count"] is None and not low(groups["unit"]).endswith("s")
    return length({**groups, "count": "one"} if one else groups, context)


def _rate(groups: Groups, context: Context) -> Value | None:
    return Value(TimeType.SET, iso_length(1, UNITS[low(groups["setunit"] or groups["setunit2"])]))


LENGTHS: dict[str, Meaning] = {
    "duration": length, "half_of": _half_of, "vague_length": _vague_length, "bare_length": length,
    "vague_ago": length, "span_of": span_of, "part_of_span": _part_of_span, "every": _every, "rate": _rate,
}  # fmt: skip
"""Form to reading."""
