"""Two times told as one form: "1946-54", "499 to 493 BC", "3 to 7 July"; TimeML annotates both ends."""

from collections.abc import Iterator
from dataclasses import replace
from re import Match as Found

from onrecord.record import Span
from onrecord.times.match import Match
from onrecord.times.value import Groups
from onrecord.times.values import MEANINGS


def both_of(told: Match, found: "Found[str]") -> Iterator[Match]:
    """Both ends of a pair, each a time of its own; any other expression as it is."""
    ends = _ENDS.get(told.form)
    if ends is None:
        yield told
        return
    for group, form, groups in ends(told.groups):
        value = MEANINGS[form](groups, told.context)
        if value is not None:
            offset = told.span.start - found.start()
            span = Span(offset + found.start(group), offset + found.end(group))
            yield replace(told, span=span, text=found[group], form=form, groups=groups, value=value)


def _years(groups: Groups) -> Iterator[tuple[str, str, Groups]]:
    first, last = groups["from"] or "", groups["till"] or ""
    yield "from", "year", {"year": first, "edge": None}
    yield "till", "year", {"year": last if len(last) == 4 else first[:2] + last, "edge": None}


def _years_bc(groups: Groups) -> Iterator[tuple[str, str, Groups]]:
    yield "from", "before_christ", {"bc": groups["from"]}
    yield "till", "before_christ", {"bc": groups["till"]}


def _days(groups: Groups) -> Iterator[tuple[str, str, Groups]]:
    month = groups["month2"] or groups["month3"]
    year = groups["year2"] or groups["year3"]
    days = ("from", groups["from"]), ("till", groups["day2"])
    if groups["month3"]:
        days = ("from3", groups["day3"]), ("till3", groups["till3"])
    for group, day in days:
        yield group, "date", {"month": month, "month2": None, "day": day, "year": year, "year2": None}


_ENDS = {"year_span": _years, "bc_pair": _years_bc, "day_pair": _days}
