"""Figures: how many or how much, of what, by whose account. Tables in `data/counts.toml`.

Refused: dates, ages, ordinals, years, house numbers, and a bare `one`.
"""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import msgspec

from onrecord.parsing import Parse, Token, base_phrase, having, span_of, words_of
from onrecord.record import Comparator, Event, Figure, Span, Statement, Time, numbered

_YEAR = re.compile(r"^(1[5-9]|20)\d\d$")
_TO = frozenset({"to", "or", "-", "\u2013"})
_NUMBER = re.compile(r"^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$")


@dataclass(frozen=True, slots=True)
class Amount:
    """The bounds of a count, and the tokens that tell it."""

    low: float
    high: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number, without and with its multiplier, and the token after it."""

    base: float
    value: float
    end: int


@functools.cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files("onrecord.events") / "data" / "counts.toml").read_text(encoding="utf-8"))


_GOVERNED = frozenset({"pobj", "prep", "nsubjpass", "dobj", "nsubj", "conj", "xcomp", "acl"})
"""Links from what is counted up to the word that tells what happened to it."""


def find_figures(
    parse: Parse, statements: Sequence[Statement], events: Sequence[Event], times: Sequence[Time] = ()
) -> tuple[Figure, ...]:
    """The figures of a report in order."""
    made: list[Figure] = []
    dated = [time.span for time in times]
    triggers = {event.trigger.start: event.id for event in events}
    for amount in _amounts(parse):
        figure = _figure(amount, parse, len(made))
        if figure is not None and not any(span.overlaps(figure.span) for span in dated):
            made.append(_placed(figure, statements, triggers, parse))
    return tuple(made)


def attach(events: Sequence[Event], figures: Sequence[Figure]) -> tuple[Event, ...]:
    """The events with the figures that measure them."""
    return tuple(
        msgspec.structs.replace(event, figures=tuple(f.id for f in figures if f.event == event.id))
        for event in events
    )


def _amounts(parse: Parse) -> Iterator[Amount]:
    told = 0
    opening = {token.i for token in words_of(parse.doc, "NUM", also=_tables()["fuzzy"])}
    for i in sorted(opening.union(having(parse.doc, "ORTH", _is_number))):
        if i >= told and (amount := _amount(parse, i)) is not None:
            yield amount
            told = amount.end


def _is_number(word: str) -> bool:
    return _NUMBER.match(word) is not None


def _amount(parse: Parse, i: int) -> Amount | None:
    doc = parse.doc
    fuzzy = _fuzzy(doc[i])
    if fuzzy is not None:
        return _with_multiplier(parse, i, *fuzzy)
    first = _number(parse, i)
    if first is None:
        return None
    other = _other_end(parse, i, first)
    if other is None or other.value <= first.value:
        return Amount(first.value, first.value, i, first.end)
    shared = first.value == first.base and other.base > first.base  # "2 to 3 million" are millions both
    low = first.base * other.value / other.base if shared else first.value
    return Amount(low, other.value, i, other.end)


def _other_end(parse: Parse, i: int, first: Number) -> Number | None:
    """The number to which a range goes: "10 to 15", "between $2 million and $3 million"."""
    doc, at = parse.doc, first.end + 1
    if at < len(doc) and doc[at].is_currency:
        at += 1
    if at >= len(doc) or not doc[at].like_num:
        return None
    before = doc[i - 2 if i and doc[i - 1].is_currency else i - 1].lower_ if i else ""
    joined = doc[first.end].lower_
    return _number(parse, at) if joined in _TO or (joined == "and" and before == "between") else None


def _fuzzy(token: Token) -> tuple[float, float] | None:
    bounds = _tables()["fuzzy"].get(token.lower_)
    return (float(bounds[0]), float(bounds[1])) if bounds else None


def _with_multiplier(parse: Parse, i: int, low: float, high: float) -> Amount:
    doc, end = parse.doc, i + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and _fuzzy(doc[end + 1]):
        scale = float(_tables()["unit_of"].get(doc[end + 1].lower_, 1))
        return Amount(low * scale, high * scale, i, end + 2)
    return Amount(low, high, i, end)


def _number(parse: Parse, i: int) -> Number | None:
    """The number that starts at a token, with its multiplier; None where none does."""
    doc, token = parse.doc, parse.doc[i]
    words = _tables()["words"]
    text = token.lower_.replace(",", "")
    if _NUMBER.match(token.text):
        base = float(text)
    elif text in words:
        base = float(words[text])
    else:
        return None
    value, end = base, i + 1
    while end < len(doc) and doc[end].lower_ in _tables()["multipliers"]:
        value *= _tables()["multipliers"][doc[end].lower_]
        end += 1
    return Number(base, value, end)


def _figure(amount: Amount, parse: Parse, position: int) -> Figure | None:
    doc = parse.doc
    number = doc[amount.start]
    words = [doc[amount.end - 1], *doc[amount.start : amount.end - 1]]
    counted = next(filter(None, map(_counted, words)), None)
    unit = _unit(number, counted)
    if (counted is None and unit is None) or _refused(number, counted, amount):
        return None
    of_span = span_of(_without_number(counted, amount)) if counted is not None else None
    first = amount.start - 1 if amount.start and doc[amount.start - 1].is_currency else amount.start
    return Figure(
        id=numbered("f", position),
        span=Span(doc[first].idx, doc[amount.end - 1].idx + len(doc[amount.end - 1])),
        low=amount.low,
        high=amount.high,
        comparator=_comparator(doc, amount.start),
        unit=unit,
        of=of_span.of(parse.text) if of_span else None,
        of_span=of_span,
    )


def _counted(number: Token) -> Token | None:
    """The noun that is counted: "2,000 citizens", "dozens of people", "two were killed" has none."""
    if number.dep_ in {"nummod", "quantmod", "compound", "amod"} and number.head.pos_ in {"NOUN", "PROPN"}:
        return number.head
    for child in number.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((thing for thing in child.children if thing.dep_ == "pobj"), None)
    return None


def _without_number(counted: Token, amount: Amount) -> Any:
    phrase = base_phrase(counted)
    return counted.doc[
        max(phrase.start, amount.end) if amount.end <= counted.i else counted.i : counted.i + 1
    ]


def _unit(number: Token, counted: Token | None) -> str | None:
    before = number.nbor(-1) if number.i else None
    if before is not None and before.text in _tables()["currencies"]:
        return str(_tables()["currencies"][before.text])
    return _tables()["units"].get(counted.lemma_.lower()) if counted is not None else None


def _refused(number: Token, counted: Token | None, amount: Amount) -> bool:
    if number.lower_ in {"one", "1"} and (counted is None or counted.lemma_ in {"day", "time", "thing"}):
        return True
    if _YEAR.match(number.text) and (counted is None or counted.pos_ == "PROPN"):
        return True
    dated = number.ent_type_ in {"DATE", "TIME"} and (
        counted is None or counted.ent_type_ == number.ent_type_
    )
    if dated or number.ent_type_ == "ORDINAL" or (number.ent_type_ == "DATE" and _YEAR.match(number.text)):
        return True
    if counted is not None and amount.high == 2 and any(child.lower_ == "the" for child in counted.children):
        return True  # "the two leaders" counts nobody anew
    return counted is not None and counted.lemma_.lower() in _tables()["not_counted"]


def _comparator(doc: Any, start: int) -> Comparator:
    words = doc[max(start - 3, 0) : start].text.lower()
    for phrase, comparator in _tables()["comparators"].items():
        if words.endswith(phrase):
            return Comparator(comparator)
    return Comparator.ABOUT if doc[start].lower_ in _tables()["fuzzy"] else Comparator.EXACT


def _placed(
    figure: Figure, statements: Sequence[Statement], triggers: Mapping[int, str], parse: Parse
) -> Figure:
    holding = [s for s in statements if any(run.holds(figure.span) for run in s.content)]
    holding.sort(key=lambda s: -sum(run.end - run.start for run in s.content))
    return msgspec.structs.replace(
        figure, attribution=tuple(s.id for s in holding), event=_measured(figure, triggers, parse)
    )


def _measured(figure: Figure, triggers: Mapping[int, str], parse: Parse) -> str | None:
    """The event whose trigger, by its offset, governs the noun that is counted."""
    counted = parse.doc.char_span(*figure.of_span) if figure.of_span is not None else None
    if counted is None:
        return None
    head = counted[-1]
    while head.dep_ in _GOVERNED:
        head = head.head
        if head.idx in triggers:
            return triggers[head.idx]
    return None
