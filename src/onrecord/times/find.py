"""The time expressions of a report: found by the grammar, read by the anchor and the tense of their clause."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.parsing import Parse
from onrecord.record import BlockKind, Span, Time, numbered
from onrecord.times.narrative import Match, narrated
from onrecord.times.patterns import FORMS, HINT
from onrecord.times.tense import Tenses
from onrecord.times.values import MEANINGS, Context, Value

_OPENERS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
}
_BEFORE = re.compile(r"(\w+)\s+$")


def find_times(parse: Parse) -> tuple[Time, ...]:
    """The time expressions of the story in order, ids `t1`, `t2`, …"""
    anchor = _anchor(parse.report.published)
    tenses = Tenses(parse)
    found = sorted(_matches(parse, anchor, tenses), key=lambda match: match.span)
    read = narrated(found, anchor)
    return tuple(_time(position, match, parse, anchor) for position, match in enumerate(read))


def _anchor(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _matches(parse: Parse, anchor: date | None, tenses: Tenses) -> Iterator[Match]:
    for block in parse.report.blocks:
        if block.kind is BlockKind.STORY:
            words = block.span.of(parse.text)
            if HINT.search(words):
                yield from _in_block(words, block.span.start, anchor, tenses)


def _in_block(words: str, offset: int, anchor: date | None, tenses: Tenses) -> Iterator[Match]:
    taken = bytearray(len(words))
    for name, pattern in FORMS:
        for match in pattern.finditer(words):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            span = Span(offset + start, offset + end)
            before = _BEFORE.search(words[max(start - 12, 0) : start])
            opener = _OPENERS.get(before.group(1).lower(), "") if before else ""
            context = Context(anchor, tenses.at(span), opener)
            value = MEANINGS[name](match.groupdict(), context)
            if value is not None and not _is_no_time(name, match, words):
                taken[start:end] = b"\x01" * (end - start)
                told = Match(
                    span, match.group(), name, match.groupdict(), context, value, words.count("\n", 0, start)
                )
                yield from _years_of(told, match) if name == "year_span" else (told,)


def _years_of(told: Match, match: "re.Match[str]") -> Iterator[Match]:
    """Both years of "1946-1950", each a time of its own (TimeML annotates them so)."""
    offset = told.span.start - match.start()
    first = match["from"]
    for group, digits in (("from", first), ("till", match["till"])):
        year = digits if len(digits) == 4 else first[:2] + digits
        value = MEANINGS["year"]({"year": year, "edge": None}, told.context)
        if value is not None:
            span = Span(offset + match.start(group), offset + match.end(group))
            yield replace(told, span=span, text=digits, form="year", value=value)


def _is_no_time(name: str, match: "re.Match[str]", words: str) -> bool:
    """`May` and `March` that are no months, `second` that is no unit, a lower-case month abbreviation."""
    text = match.group()
    if name == "bare_month" and text == "May":
        return not re.search(
            r"(?:\b[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Oo]f|early|late)\s$",
            words[: match.start()][-8:],
        )
    if name == "bare_month":
        return text[0].islower() and "-" not in text and " " not in text
    if name == "duration" and re.match(r"(?:a second\b|.*three[ -]quarters?\b)", text, re.IGNORECASE):
        return True  # "a second vote", "three-quarters of the troops"
    # "recent years" and "the former mayor's" belong to what follows; a capital makes a name: "Future Shop"
    return name == "word" and text in {"Former", "Current", "Recent", "Future"} and match.start() > 0


def _opened(value: Value, opener: str) -> Value:
    """`since Thursday` has no end, `until Friday` no beginning."""
    if opener == "since" and value.start:
        return replace(value, end=None)
    if opener == "after" and value.end:
        return replace(value, start=value.end, end=None)
    if opener == "until" and value.end:
        return replace(value, start=None)
    if opener == "before" and value.start:
        return replace(value, start=None, end=value.start)
    return value


def _time(position: int, match: Match, parse: Parse, anchor: date | None) -> Time:
    value = _opened(match.value, match.context.since)
    return Time(
        id=numbered("t", position),
        span=match.span,
        text=match.span.of(parse.text),
        type=value.type,
        value=value.value,
        mod=value.mod,
        start=value.start,
        end=value.end,
        precision=value.precision,
        anchor=anchor.isoformat() if anchor and value.anchored else None,
    )

