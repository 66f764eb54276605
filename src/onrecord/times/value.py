"""What a time expression means, what it is read by, and the small makers of such values.

Values follow the TimeML annotation guidelines (Saurí et al. 2006): `2022-02-27TAF`, `P2D`, `2016-Q3`, `199`, `PAST_REF`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.record import Precision, TimeMod, TimeType
from onrecord.times import intervals as on
from onrecord.times.patterns import NUMBERS, PARTS, UNITS

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


Meaning = Callable[[Groups, Context], Value | None]

EDGES = {"early": TimeMod.START, "beginning": TimeMod.START, "start": TimeMod.START, "the beginning of": TimeMod.START,
         "mid": TimeMod.MID, "middle": TimeMod.MID, "the middle of": TimeMod.MID,
         "late": TimeMod.END, "end": TimeMod.END, "the end of": TimeMod.END}  # fmt: skip
BOUNDS = {"about": TimeMod.APPROX, "around": TimeMod.APPROX, "roughly": TimeMod.APPROX, "nearly": TimeMod.LESS_THAN,
          "almost": TimeMod.LESS_THAN, "less than": TimeMod.LESS_THAN, "more than": TimeMod.MORE_THAN,
          "over": TimeMod.MORE_THAN, "at least": TimeMod.EQUAL_OR_MORE, "up to": TimeMod.EQUAL_OR_LESS}  # fmt: skip
BACK, AHEAD = frozenset({"last", "past", "previous"}), frozenset({"next", "coming", "following"})


def low(told: str | None) -> str:
    """A group in lower case; an empty string where it told nothing."""
    return (told or "").lower()


def edge_of(told: str | None) -> TimeMod | None:
    """ "early", "mid", "the end of" as a modifier."""
    return EDGES.get(low(told))


def dated(
    value: str, interval: on.Interval, precision: Precision, *, mod: TimeMod | None = None, rel: bool = False
) -> Value:
    """A DATE with its interval; `rel` where it hangs on the anchor."""
    return Value(TimeType.DATE, value, mod, *interval, precision, rel)


def of_day(of: date, *, rel: bool = True, part: str | None = None) -> Value:
    """A day, or a part of it as a TIME."""
    if part:
        value = f"{of.isoformat()}T{PARTS[part]}"
        return Value(TimeType.TIME, value, None, *on.day(of), Precision.PART_OF_DAY, rel)
    return dated(of.isoformat(), on.day(of), Precision.DAY, rel=rel)


def safe_day(year: int, month: int, day: int) -> Value | None:
    """The day as a DATE of its own; None where the calendar has no such day."""
    try:
        return of_day(date(year, month, day), rel=False)
    except ValueError:
        return None


def checked(make: "Callable[[], Value]") -> Value | None:
    """The value, or None where it lies outside the calendar."""
    try:
        return make()
    except (OverflowError, ValueError):
        return None


def count_of(told: str | None, plus: str | None = None) -> float | None:
    """A number in digits or words, and a half where told; None where it is vague."""
    word = low(told)
    tens, _, ones = word.replace(" ", "-").partition("-")
    if word in NUMBERS:
        number: float | None = NUMBERS[word]
    elif ones in NUMBERS and tens in NUMBERS:
        number = NUMBERS[tens] + NUMBERS[ones]
    else:
        number = float(word.replace(",", "")) if word[:1].isdigit() else None
    return number + 0.5 if number is not None and plus else number


def unit_of(told: str | None) -> str:
    """The code of a unit, singular or plural: `D`, `W`, `TH`, `DE`."""
    word = low(told)
    return UNITS[word if word in UNITS else "century" if word == "centuries" else word.rstrip("s")]
