"""`onrecord timeline`, `channels`, `claims`, `dyads`, and `figures --series`: what the ledger's rows make together."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from onrecord.analysis import (
    Channels,
    Claim,
    Contact,
    Mediation,
    Occurrence,
    channels,
    claims,
    dyads,
    occurrences,
)
from onrecord.cli.ask import names
from onrecord.cli.exits import Exit
from onrecord.cli.ledgers import (
    add_db,
    add_filters,
    add_format,
    asked,
    opened,
    print_objects,
    print_rows,
    wants_table,
)
from onrecord.cli.terminal import Ink, Page, out, page_of, safe

_OF_EVENTS = (
    "since",
    "until",
    "actor",
    "recipient",
    "between",
    "type",
    "status",
    "place",
    "outlet",
    "text",
    "report",
)
_NONE = "nothing in the ledger answers to that."


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verbs and their options."""
    line = verbs.add_parser(
        "timeline", help="a chronology", description="List what happened, day by day, each act once."
    )
    add_filters(line, _OF_EVENTS)
    line.set_defaults(run=run_timeline)
    way = verbs.add_parser(
        "channels",
        help="who is in contact with both of two sides; who asked whom to mediate",
        description="List third parties in contact with both sides, and requests, offers and refusals to mediate.",
    )
    way.add_argument(
        "a", metavar="A", help="one side: a country (UKR), the beginning of a code, part of a name"
    )
    way.add_argument("b", metavar="B", help="the other side")
    add_filters(way, ("since", "until", "outlet", "text"))
    way.set_defaults(run=run_channels)
    said = verbs.add_parser("claims", help="who asserts an act, who denies it, since when", description=(
        "List each act with who asserts and who denies it, in the order of their reports."))  # fmt: skip
    said.add_argument("--disputed", action="store_true", help="only what is also denied")
    add_filters(said, _OF_EVENTS)
    said.set_defaults(run=run_claims)
    pairs = verbs.add_parser("dyads", help="counts of events between pairs, by class and month", description=(
        "Count events by actor, recipient, class and month."))  # fmt: skip
    add_filters(pairs, _OF_EVENTS)
    pairs.set_defaults(run=run_dyads)
    for verb in (line, way, said, pairs):
        add_db(verb)
        add_format(verb)


def run_timeline(options: argparse.Namespace) -> Exit:
    """Print a chronology."""
    with opened(options) as ledger:
        found = list(occurrences(ledger.events(**asked(options))))
    if not wants_table(options):
        print_objects(found)
        return Exit.DONE
    page = page_of(sys.stdout)
    for one in found:
        out("\n".join(_occurrence_lines(one, page)) + "\n")
    out("" if found else _NONE + "\n")
    return Exit.DONE


def run_channels(options: argparse.Namespace) -> Exit:
    """Print the channels between two sides."""
    with opened(options) as ledger:
        found = channels(ledger.events(**asked(options)), options.a, options.b)
    if wants_table(options):
        page = page_of(sys.stdout)
        for line in _channel_lines(found):
            out("\n".join(page.wrap(line, label=_indent_of(line), indent=len(_indent_of(line)))) + "\n")
    else:
        print_objects([found])
    return Exit.DONE


def run_claims(options: argparse.Namespace) -> Exit:
    """Print the claims."""
    with opened(options) as ledger:
        found = list(claims(ledger.events(**asked(options)), disputed=options.disputed))
    if not wants_table(options):
        print_objects(found)
        return Exit.DONE
    for claim in found:
        out("\n".join(_claim_lines(claim)) + "\n")
    out("" if found else _NONE + "\n")
    return Exit.DONE


def run_dyads(options: argparse.Namespace) -> Exit:
    """Print the counts."""
    with opened(options) as ledger:
        found = list(dyads(ledger.events(**asked(options))))
    if not wants_table(options):
        print_objects(found)
        return Exit.DONE
    columns = (("actor", lambda row: row.actor), ("recipient", lambda row: row.recipient), ("month", lambda row: row.month),
               ("events", lambda row: str(row.events)), ("class", lambda row: row.type))  # fmt: skip
    print_rows(found, columns, _NONE)
    return Exit.DONE


def _occurrence_lines(one: Occurrence, page: Page) -> Iterator[str]:
    """The day and the act, who tells it, and the words of the first telling."""
    day = one.day[:10] if one.day else "no day"
    yield from page.wrap(
        f"{page.ink(safe(_what(one)), Ink.BOLD)}, says {safe(_told_by(one))}", label=day, indent=12
    )
    yield from page.wrap(f"{page.ink(safe(one.first.words), Ink.WORDS)} [{one.first.id}]", indent=12)


def _when(day: str | None) -> str:
    return day[:10] if day else "no day"


def _what(one: Occurrence) -> str:
    told = one.first
    status = "" if told.status == "happened" else f" ({told.status})"
    return f"{names(told.actors)} {told.type}{status} {names(told.recipients)}"


def _told_by(one: Occurrence) -> str:
    counted = f"{one.reports} reports" if one.reports > 1 else "one report"
    again = f", {len(one.tellings)} tellings" if len(one.tellings) > 1 else ""
    return f"{', '.join(one.sources)} ({counted}{again})"


def _channel_lines(found: Channels) -> Iterator[str]:
    yield f"Channels between {found.a} and {found.b}"
    for one in found.channels:
        yield ""
        yield f"{safe(one.party)}: {safe(', '.join(one.names))} ({one.first or 'no day'} to {one.last or 'no day'})"
        for side, contacts in ((found.a, one.with_a), (found.b, one.with_b)):
            yield f"  with {side}: {len(contacts)} contact{'s' if len(contacts) != 1 else ''}"
            yield from (f"    {_contact(contact)}" for contact in contacts)
    if not found.channels:
        yield "  nobody is told to be in contact with both."
    for title, rows in (
        ("Mediation", [*map(_mediated, found.mediation)]),
        ("Direct contacts", [*map(_contact, found.direct)]),
    ):
        if rows:
            yield ""
            yield title
            yield from (f"  {row}" for row in rows)


def _indent_of(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def _contact(one: Contact) -> str:
    return f"{_when(one.day)} {one.kind}{_status(one.status)}{_source(one.sources, one.outlet)}: {safe(one.words)} [{one.event}]"


def _mediated(one: Mediation) -> str:
    verb, _, rest = one.deed.partition(" ")
    words = (", ".join(one.actors) or "somebody", verb, ", ".join(one.recipients), rest)
    told = f"{safe(' '.join(filter(None, words)))}{_status(one.status)}{_source(one.sources, one.outlet)}"
    return f"{_when(one.day)} {told}: {safe(one.words)} [{one.event}]"


def _status(status: str) -> str:
    return "" if status == "happened" else f" ({status})"


def _source(sources: Sequence[str], outlet: str | None) -> str:
    told = " > ".join(sources) or outlet
    return f", says {safe(told)}" if told else ""


def _claim_lines(claim: Claim) -> Iterator[str]:
    page = page_of(sys.stdout)
    head = f"{', '.join(claim.actors)} {claim.type} {', '.join(claim.recipients)}".strip()
    yield from page.wrap(page.ink(safe(head), Ink.BOLD))
    for one in claim.positions:
        told = f"{_when(one.day)} {one.source} {one.holds}: {one.words} [{one.event}]"
        yield from page.wrap(safe(told), label="  ", indent=4)
    if claim.changed:
        yield from page.wrap(safe(f"changed position: {', '.join(claim.changed)}"), label="  ", indent=4)
