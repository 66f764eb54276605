"""The time expressions of a report: found by the grammar, read by the anchor and the tense of their clause."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.parsing import Parse, Token, clause_verb
from onrecord.record import BlockKind, Span, Time, numbered
from onrecord.times.patterns import FORMS, HINT
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
    tenses = _Tenses(parse)
    found = sorted(_matches(parse, anchor, tenses), key=lambda pair: pair[0])
    return tuple(_time(position, span, value, parse, anchor) for position, (span, value) in enumerate(found))


def _anchor(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _matches(parse: Parse, anchor: date | None, tenses: "_Tenses") -> Iterator[tuple[Span, Value]]:
    for block in parse.report.blocks:
        if block.kind is BlockKind.STORY:
            words = block.span.of(parse.text)
            if HINT.search(words):
                yield from _in_paragraph(words, block.span.start, anchor, tenses)


def _in_paragraph(
    words: str, offset: int, anchor: date | None, tenses: "_Tenses"
) -> Iterator[tuple[Span, Value]]:
    taken = bytearray(len(words))
    for name, pattern in FORMS:
        for match in pattern.finditer(words):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            span = Span(offset + start, offset + end)
            before = _BEFORE.search(words[max(start - 12, 0) : start])
            opener = _OPENERS.get(before.group(1).lower(), "") if before else ""
            value = MEANINGS[name](match.groupdict(), Context(anchor, tenses.at(span), opener))
            if value is not None and not _is_no_time(name, match, words):
                taken[start:end] = b"\x01" * (end - start)
                yield span, _opened(value, opener)


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
    return name == "word" and text.lower() == "once"


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


def _time(position: int, span: Span, value: Value, parse: Parse, anchor: date | None) -> Time:
    return Time(
        id=numbered("t", position),
        span=span,
        text=span.of(parse.text),
        type=value.type,
        value=value.value,
        mod=value.mod,
        start=value.start,
        end=value.end,
        precision=value.precision,
        anchor=anchor.isoformat() if anchor and value.anchored else None,
    )


class _Tenses:
    """Whether the clause around an offset looks back or ahead; the tree is read only where it is asked."""

    def __init__(self, parse: Parse) -> None:
        self.doc = parse.doc
        self.starts = {token.idx: token.i for token in parse.doc}

    def at(self, span: Span) -> int:
        """-1 past, 1 future, 0 neither."""
        index = next((self.starts[i] for i in range(span.start, span.end) if i in self.starts), None)
        return 0 if index is None else _tense(clause_verb(self.doc[index]))


def _tense(verb: Token) -> int:
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"will", "'ll", "wo", "shall", "to", "would"} or verb.tag_ == "VB":
        return 1
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "'re"}:
        return 1
    return -1 if verb.tag_ in {"VBD", "VBN"} else 0
