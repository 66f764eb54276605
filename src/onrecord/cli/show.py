"""`onrecord show ID`: one thing with its evidence. `onrecord why ID`: how it came to be, and what was refused."""

import argparse
import functools
import sys
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from onrecord.cli.exits import Exit
from onrecord.cli.ledgers import add_db, add_format, opened, print_objects, wants_table
from onrecord.cli.sentences import Teller
from onrecord.cli.table import table
from onrecord.cli.terminal import Ink, Page, out, page_of, safe
from onrecord.errors import UsageError
from onrecord.ledger import Judgement, Ledger, judgements
from onrecord.record import Actor, Event, Figure, Place, Record, Span, Statement, Time

_AROUND = 160
"""Code points shown around a span."""
_KINDS = ("events", "statements", "figures", "actors", "places", "times")
Thing = Actor | Event | Figure | Place | Statement | Time


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A thing as a program reads it: the noun, the words of its spans, what people judged, and the coding it is from."""

    id: str
    kind: str
    thing: Any
    words: tuple[tuple[Span, str], ...]
    actors: tuple[Actor, ...]
    judgements: tuple[Judgement, ...]
    run: int
    version: str
    makings: dict[str, Any]


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verbs and their options."""
    for name, told, view in (
        ("show", "one report, event, statement, figure or actor, with its words", _shown),
        ("why", "how a thing came to be, and what was refused", _explained),
    ):
        verb = verbs.add_parser(name, help=told, description=f"Show {told}.")
        verb.add_argument("id", metavar="ID", help="a report's id, or report:e1 (s1, f1, a1, p1, t1)")
        verb.add_argument("--as-of", type=int, metavar="N", help="as it was coded by run N")
        add_db(verb)
        add_format(verb)
        verb.set_defaults(run=functools.partial(run, view))


View = Callable[[Teller, Thing], Iterator[tuple[str, str]]]


def run(view: View, options: argparse.Namespace) -> Exit:
    """Print one thing."""
    with opened(options) as ledger:
        report, thing = _parted(ledger, options.id)
        record = ledger.record(report, as_of=options.as_of)
        page = page_of(sys.stdout)
        if thing is None:
            _print_report(ledger, record, report, page, options)
            return Exit.DONE
        found = _found(record, thing, options.id)
        if not wants_table(options):
            print_objects([_as_object(ledger, record, found, options.id)])
            return Exit.DONE
        rows = [
            *view(Teller(record, page), found),
            *_judged(ledger, report, options.id),
            *_made(ledger, report, options),
        ]
        for label, text in rows:
            out("\n".join(page.wrap(text, label=page.ink(label.ljust(14), Ink.DIM), indent=14)) + "\n")
    return Exit.DONE


def _parted(ledger: Ledger, given: str) -> tuple[str, str | None]:
    """The report and the thing in it; a report's own id may hold a colon."""
    if ledger.connection.execute("select 1 from reports where id = ?", (given,)).fetchone():
        return given, None
    report, colon, thing = given.rpartition(":")
    return (report, thing) if colon else (given, None)


def _found(record: Record, thing: str, given: str) -> Thing:
    for kind in _KINDS:
        for one in getattr(record, kind):
            if one.id == thing:
                found: Thing = one
                return found
    raise UsageError(
        f"there is no {given!r}.", remedy="`onrecord show` with the report's id alone lists what there is."
    )


def _print_report(
    ledger: Ledger, record: Record, report: str, page: Page, options: argparse.Namespace
) -> None:
    if not wants_table(options):
        print_objects([record])
        return
    out("\n".join(table(record, page)) + "\n")
    for label, text in (*_judged(ledger, report, None), *_made(ledger, report, options)):
        out("\n".join(page.wrap(text, label=page.ink(label.ljust(14), Ink.DIM), indent=14)) + "\n")


def _shown(teller: Teller, thing: Thing) -> Iterator[tuple[str, str]]:
    """What it is, the words it was read from, who says so."""
    yield thing.id, _told(teller, thing)
    for span in spans_of(thing):
        yield f"[{span.start}:{span.end}]", _in_context(teller, span)
    if isinstance(thing, Event | Figure):
        for ref in thing.attribution:
            statement = teller.statements.get(ref)
            if statement is not None:
                yield f"said in {ref}", f"{teller.chain(statement)}: “{teller.quote(statement)}”"
    if isinstance(thing, Event):
        again = [event.id for event in teller.record.events if event.same_as == thing.id]
        if again:
            yield "told again in", ", ".join(again)
        yield (
            "class",
            f"{thing.type} {thing.mode or ''} CAMEO {thing.cameo} quad {thing.quad} Goldstein {thing.goldstein}",
        )


def _explained(teller: Teller, thing: Thing) -> Iterator[tuple[str, str]]:
    """The rule or model, what was refused, and the same of the actors, the day and the place."""
    yield thing.id, _told(teller, thing)
    if isinstance(thing, Event):
        yield from _why_event(teller, thing)
    elif isinstance(thing, Actor | Statement):
        yield "reason", thing.reason
    elif isinstance(thing, Place):
        yield "refused", "; ".join(thing.refused) or "no other candidate"
    elif isinstance(thing, Time):
        yield "read as", f"{thing.type} {thing.value} {thing.mod or ''}, anchor {thing.anchor or 'none'}"


def _why_event(teller: Teller, event: Event) -> Iterator[tuple[str, str]]:
    reason = event.reason
    yield "rule", f"{reason.rule or 'none'}, trigger “{teller.words(event.trigger)}”"
    if reason.model:
        yield "model", f"{reason.model} {reason.score if reason.score is not None else ''}"
    for refused in reason.refused:
        yield "refused", refused
    for ref in (*event.actors, *event.recipients):
        if actor := teller.actors.get(ref):
            yield ref, f"{actor.name} ({actor.code or actor.kind}): {actor.reason}"
    yield "not told", ", ".join(event.missing) or "nothing is missing"
    yield "status", f"{event.status}, from the trigger's clause and the stance of the statements that hold it"
    yield "day", f"{event.start or 'unknown'} to {event.end or 'open'}, {event.precision or 'no precision'}"
    yield "day's basis", event.basis or "none"
    for skipped in teller.record.skipped:
        if abs(skipped.span.start - event.trigger.start) <= _AROUND:
            yield (
                "set aside near",
                f"“{teller.words(skipped.span)}”: {skipped.reason}{f' ({skipped.detail})' if skipped.detail else ''}",
            )


def _told(teller: Teller, thing: Thing) -> str:
    """The thing in a sentence."""
    if isinstance(thing, Event):
        return teller.event(thing)
    if isinstance(thing, Statement):
        return f"{teller.chain(thing)} {thing.stance}: “{teller.quote(thing)}”"
    if isinstance(thing, Figure):
        return teller.figure(thing)
    if isinstance(thing, Actor):
        roles = "; ".join(role.title for role in thing.roles)
        return f"{thing.name} ({thing.code or thing.kind})" + (f": {roles}" if roles else "")
    if isinstance(thing, Place):
        return f"{thing.name}: {thing.admin1 or ''} {thing.country or 'not resolved'} {thing.lat or ''} {thing.lon or ''}"
    return f"{thing.text}: {thing.value}"


def spans_of(thing: Thing) -> list[Span]:
    """Where a thing stands in the text, in order."""
    if isinstance(thing, Event):
        return sorted({thing.trigger, *thing.evidence})
    if isinstance(thing, Statement):
        return sorted({*thing.cue, *thing.content, *([thing.speaker_span] if thing.speaker_span else [])})
    if isinstance(thing, Actor):
        return [mention.span for mention in thing.mentions]
    return [thing.span]


def _in_context(teller: Teller, span: Span) -> str:
    """The span's words in the words around them."""
    text, page = teller.text, teller.page
    low, high = max(0, span.start - _AROUND // 2), min(len(text), span.end + _AROUND // 2)
    before, after = (" ".join(part.split()) for part in (text[low : span.start], text[span.end : high]))
    marked = page.ink(f"[{safe(span.of(text))}]", Ink.TRIGGER)
    return f"{'…' if low else ''}{safe(before)} {marked} {safe(after)}{'…' if high < len(text) else ''}"


def _judged(ledger: Ledger, report: str, thing: str | None) -> Iterator[tuple[str, str]]:
    for one in judgements(ledger, report):
        if thing in (None, one.id):
            change = f" {one.field} = {one.value}" if one.field else ""
            yield (
                "judged",
                f"{one.id} {one.verdict}{change} by {one.who}, {one.at}{f': {one.note}' if one.note else ''}",
            )


def _made(ledger: Ledger, report: str, options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    run, version, makings = _coding(ledger, report, options.as_of)
    told = ", ".join(f"{name} {value}" for name, value in makings.items() if value and isinstance(value, str))
    yield "coded by", f"run {run}, version {version} ({told})"


def _coding(ledger: Ledger, report: str, as_of: int | None) -> tuple[int, str, dict[str, Any]]:
    run, version, makings = ledger.connection.execute(
        """select c.run, c.version, runs.makings from codings c join reports r using (report) join runs on runs.run = c.run
        where r.id = ? and c.run <= coalesce(?, c.run) order by c.coding desc limit 1""",
        (report, as_of),
    ).fetchone()
    return run, version, msgspec.json.decode(makings)


def _as_object(ledger: Ledger, record: Record, thing: Thing, given: str) -> Shown:
    report = given.rpartition(":")[0]
    run, version, makings = _coding(ledger, report, None)
    named = (*thing.actors, *thing.recipients) if isinstance(thing, Event) else ()
    return Shown(
        id=given, kind=type(thing).__name__.lower(), thing=thing,
        words=tuple((span, span.of(record.report.text)) for span in spans_of(thing)),
        actors=tuple(actor for actor in record.actors if actor.id in named),
        judgements=tuple(one for one in judgements(ledger, report) if one.id == given),
        run=run, version=version, makings=makings,
    )  # fmt: skip
