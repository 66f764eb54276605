"""The time expressions of a report: found by the grammar, read by the anchor and the tense of their clause."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.parsing import Parse
from onrecord.record import BlockKind, Precision, Span, Time, TimeType, numbered
from onrecord.times.joins import joined
from onrecord.times.match import Match
from onrecord.times.narrative import narrated
from onrecord.times.pairs import both_of
from onrecord.times.patterns import FORMS, HINT
from onrecord.times.refused import is_no_time
from onrecord.times.tense import Tenses
from onrecord.times.value import Context, Value
from onrecord.times.values import MEANINGS

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
    read = narrated(joined(found, parse.text), anchor)
    return tuple(_time(position, match, parse, anchor) for position, match in enumerate(read))


def _anchor(published: str | None) -> date | None:
    """The day of publication; None where it is no day, or lies where the calendar ends."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day is not None and 1000 < day.year < 9000 else None


def _matches(parse: Parse, anchor: date | None, tenses: Tenses) -> Iterator[Match]:
    for block in parse.report.blocks:
        if block.kind is BlockKind.STORY:
            words = block.span.of(parse.text)
            if HINT.search(words):
                yield from _in_block(words, block.span.start, anchor, tenses)


def _in_block(words: str, offset: int, anchor: date | None, tenses: Tenses) -> Iterator[Match]:
    """The matches of a block, form by form: what an earlier form took, a later one leaves."""
    taken, lower = bytearray(len(words)), words.lower()
    for name, needed, pattern in FORMS:
        if any(string in lower for string in needed):
            for found in pattern.finditer(words):
                start, end = found.span()
                match = None if any(taken[start:end]) else _read(name, found, words, offset, anchor, tenses)
                if match is not None:
                    taken[start:end] = b"\x01" * (end - start)
                    yield from both_of(match, found)


def _read(
    name: str, found: "re.Match[str]", words: str, offset: int, anchor: date | None, tenses: Tenses
) -> Match | None:
    """A form's match with its value; None where the words tell no time after all."""
    start, end = found.span()
    if start == end or "\n\n" in found.group() or is_no_time(name, found, words):
        return None
    span, groups = Span(offset + start, offset + end), found.groupdict()
    before = _BEFORE.search(words[max(start - 12, 0) : start])
    opener = _OPENERS.get(before.group(1).lower(), "") if before else ""
    context = Context(anchor, tenses.at(span), opener)
    value = MEANINGS[name](groups, context)
    if value is None:
        return None
    return Match(span, found.group(), name, groups, context, value, words.count("\n", 0, start))


def _opened(value: Value, opener: str) -> Value:
    """`since Thursday` has no end, `until Friday` no beginning."""
    if opener == "since" and value.start:
        return replace(value, end=None)
    if value.precision is Precision.MINUTE and opener in {"before", "after", "by"}:
        return value  # "just after noon on Sunday" is still on Sunday
    if opener == "after" and value.end:
        return replace(value, start=value.end, end=None)
    if opener == "until" and value.end:
        return replace(value, start=None)
    if opener == "by" and value.end and value.type is TimeType.DATE:
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
