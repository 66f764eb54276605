"""`--explain`: the text with what was found marked in it, and a legend that says why."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.cli.sentences import Teller
from onrecord.cli.table import head
from onrecord.cli.terminal import Ink, Page, safe
from onrecord.record import BlockKind, Record, Span


class Mark(NamedTuple):
    """A span of the text and the id of what it makes."""

    span: Span
    id: str
    ink: Ink


def explained(record: Record, page: Page) -> list[str]:
    """The lines of the marked text and its legend. Marks read `[id words]` and nest."""
    teller, text = Teller(record, page), record.report.text
    marks = list(marks_of(record))
    lines = list(head(record, page))
    for block in record.report.blocks:
        lines.append("")
        if block.kind is not BlockKind.STORY:
            lines += page.wrap(f"({block.kind}, set aside: {safe(block.reason or 'no reason given')})")
        inside = [mark for mark in marks if block.span.holds(mark.span)]
        for paragraph in marked(text, block.span, inside, page).splitlines():
            lines += page.wrap(paragraph) if paragraph.strip() else []
    rows = [line for row in legend(teller) for line in page.wrap(row[1], label=f"  {row[0]}", indent=6)]
    return [*lines, "", page.ink("Why", Ink.BOLD), *rows]


def marks_of(record: Record) -> Iterator[Mark]:
    """Every mark of the record: actors, times, places, what is said and by which cue, triggers, figures."""
    for actor in record.actors:
        yield from (Mark(mention.span, actor.id, Ink.ACTOR) for mention in actor.mentions)
    yield from (Mark(time.span, time.id, Ink.DIM) for time in record.times)
    yield from (Mark(place.span, place.id, Ink.DIM) for place in record.places)
    for statement in record.statements:
        yield from (Mark(span, statement.id, Ink.WORDS) for span in statement.content)
        yield from (Mark(span, f"{statement.id}:cue", Ink.WORDS) for span in statement.cue)
    yield from (Mark(event.trigger, event.id, Ink.TRIGGER) for event in record.events)
    yield from (Mark(figure.span, figure.id, Ink.DIM) for figure in record.figures)


def marked(text: str, within: Span, marks: list[Mark], page: Page) -> str:
    """The words of a span with brackets; marks that cross each other are closed and opened by place alone."""
    opens = sorted((mark.span.start, -mark.span.end, mark.id, mark.ink) for mark in marks)
    closes = sorted(mark.span.end for mark in marks)
    pieces, at = [], within.start
    for point in sorted({*(start for start, *_ in opens), *closes, within.end}):
        pieces.append(_harmless(text[at:point]))
        pieces += ["]"] * closes.count(point)
        pieces += [f"[{page.ink(ref, ink)} " for start, _, ref, ink in opens if start == point]
        at = point
    return "".join(pieces)


def legend(teller: Teller) -> Iterator[tuple[str, str]]:
    """Each id with what it stands for and the reason."""
    record = teller.record
    for actor in record.actors:
        yield actor.id, f"{safe(actor.name)}: {_known(actor.kind, actor.code)}; {safe(actor.reason)}"
    for time in record.times:
        yield time.id, f"{safe(time.text)}: {_known(time.type, time.value)}; from {time.anchor or 'itself'}"
    for place in record.places:
        yield place.id, f"{safe(place.name)}: {_known(place.kind, place.role, place.admin1, place.country)}"
    for statement in record.statements:
        yield (
            statement.id,
            f"{teller.chain(statement)}: {_known(statement.form, statement.stance)}; {safe(statement.reason)}",
        )
    for event in record.events:
        made = _known(
            event.type, event.mode, event.cameo, event.status, event.same_as and f"as {event.same_as}"
        )
        yield event.id, f"{teller.event(event)}: {made}; {_reasoned(teller, event.id)}"
    for figure in record.figures:
        yield figure.id, teller.figure(figure)


def _reasoned(teller: Teller, ref: str) -> str:
    reason = next(event.reason for event in teller.record.events if event.id == ref)
    score = "" if reason.score is None else f"{reason.score:.2f}"
    refused = f"refused {', '.join(reason.refused)}" if reason.refused else ""
    return safe(
        "; ".join(part for part in (reason.rule, reason.model, score, refused) if part) or "no reason given"
    )


def _known(*parts: str | None) -> str:
    return ", ".join(str(part) for part in parts if part)


def _harmless(text: str) -> str:
    """Line by line, so that paragraphs stay apart."""
    return "\n".join(safe(f"|{line}|")[1:-1] for line in text.split("\n"))
