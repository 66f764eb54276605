"""`onrecord reports`, `events`, `statements`, `figures`, `runs`: what the ledger holds, by filters."""

import argparse
import functools
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from onrecord.analysis import series
from onrecord.cli.exits import Exit
from onrecord.cli.ledgers import (
    Column,
    add_db,
    add_filters,
    add_format,
    asked,
    opened,
    print_answer,
    print_objects,
    print_rows,
    wants_table,
)
from onrecord.ledger import Ledger, Party

_NONE = "nothing in the ledger answers to that."


class Asking(NamedTuple):
    """A verb that lists one kind of row."""

    help: str
    filters: tuple[str, ...]
    columns: tuple[Column, ...]


def names(parties: Sequence[Party]) -> str:
    """The names of one side."""
    return ", ".join(party.name for party in parties) or "–"


def number(low: float | None, high: float | None) -> str:
    """A count or a range as people write it."""
    shown = [
        "…" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,}"
        for value in (low, high)
    ]
    return shown[0] if low == high else "–".join(shown)


_COMMON = ("since", "until", "outlet", "text", "report")
_OF_EVENTS = ("actor", "recipient", "between", "type", "status", "place")


def _day(row: Any) -> str:
    return (getattr(row, "start", None) or getattr(row, "published", None) or "")[:10]


VERBS = {
    "reports": Asking("the reports in the ledger", ("since", "until", "outlet", "text"), (
        ("id", lambda row: row.id), ("day", _day), ("outlet", lambda row: row.outlet),
        ("events", lambda row: str(row.events)), ("title", lambda row: _titled(row)),
    )),
    "events": Asking("who did what to whom", (*_OF_EVENTS, *_COMMON), (
        ("id", lambda row: row.id), ("day", lambda row: (row.start or "")[:10]), ("class", lambda row: row.type),
        ("status", lambda row: row.status), ("actor", lambda row: names(row.actors)),
        ("recipient", lambda row: names(row.recipients)), ("words", lambda row: row.words),
    )),
    "statements": Asking("who said what", ("actor", "stance", *_COMMON), (
        ("id", lambda row: row.id), ("day", _day), ("speaker", lambda row: row.source),
        ("stance", lambda row: row.stance), ("content", lambda row: row.content),
    )),
    "figures": Asking("counts and sums, and who gives them", ("counts", *_COMMON), (
        ("id", lambda row: row.id), ("day", _day), ("number", lambda row: number(row.low, row.high)),
        ("of", lambda row: row.counts), ("says", lambda row: " > ".join(row.sources) or row.outlet),
        ("words", lambda row: row.words),
    )),
    "runs": Asking("what was added, when, with what, and what was skipped", (), (
        ("run", lambda row: str(row.run)), ("deed", lambda row: row.deed), ("started", lambda row: row.started),
        ("read", lambda row: str(row.read)), ("coded", lambda row: str(row.coded)),
        ("known", lambda row: str(row.known)), ("skipped", lambda row: _skipped(row)),
        ("asked", lambda row: " ".join(row.asked) if row.ended else "interrupted"),
    )),
}  # fmt: skip


_POINTS: tuple[Column, ...] = (
    ("day", lambda row: (row.day or "")[:10]), ("number", lambda row: number(row.low, row.high)),
    ("of", lambda row: row.counts),
    ("says", lambda row: row.source), ("words", lambda row: f"{row.words} [{row.figure}]"),
)  # fmt: skip


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verbs and their options."""
    for name, asking in VERBS.items():
        verb = verbs.add_parser(name, help=asking.help, description=f"List {asking.help}.")
        add_db(verb)
        if asking.filters:
            add_filters(verb, asking.filters)
        add_format(verb)
        if name == "figures":
            verb.add_argument("--series", action="store_true", help="each figure by its day and who gives it")
        verb.set_defaults(run=functools.partial(run, name))


def run(name: str, options: argparse.Namespace) -> Exit:
    """Print what answers to the filters."""
    with opened(options) as ledger:
        if getattr(options, "series", False):
            return _series(ledger, options)
        ask: Callable[..., Any] = getattr(Ledger, name)
        return print_answer(ask(ledger, **asked(options)), VERBS[name].columns, options, _NONE)


def _series(ledger: Ledger, options: argparse.Namespace) -> Exit:
    points = list(series(ledger.figures(**asked(options))))
    if wants_table(options):
        print_rows(points, _POINTS, _NONE)
    else:
        print_objects(points)
    return Exit.DONE


def _titled(row: Any) -> str:
    about = [
        f"redacted: {row.redacted}" if row.redacted else None,
        f"copy of {row.copy_of}" if row.copy_of else None,
        f"new version of {row.version_of}" if row.version_of else None,
    ]
    told = "; ".join(note for note in about if note)
    return f"{row.title or '–'}" + (f" ({told})" if told else "")


def _skipped(row: Any) -> str:
    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(row.reasons.items()))
    return f"{row.skipped}" + (f": {reasons}" if reasons else "")
