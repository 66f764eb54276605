"""What the verbs of the ledger share: which file, which filters, and rows as a table or as JSON lines."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from onrecord.cli.exits import Exit
from onrecord.cli.terminal import Ink, Page, is_terminal, out, page_of, safe, safe_json
from onrecord.ledger import DEFAULT, Answer, Ledger

_FILTERS: dict[str, tuple[str, str, str]] = {
    "since": ("--from", "DATE", "first day, of the event or else of publication"),
    "until": ("--to", "DATE", "last day, inclusive"),
    "actor": (
        "--actor",
        "WHO",
        "who acts or speaks: a country (ISR), the beginning of a code (ISRGOV), part of a name",
    ),
    "recipient": ("--recipient", "WHO", "to whom it is done"),
    "between": ("--with", "WHO", "a party of either side beside --actor, whoever acts"),
    "type": ("--type", "CLASS", "a PLOVER class, such as CONSULT"),
    "status": ("--status", "STATUS", "happened, ongoing, planned, possible, denied, habitual"),
    "stance": ("--stance", "STANCE", "asserts, denies, asks, promises, threatens, expects, doubts"),
    "outlet": ("--source", "OUTLET", "who publishes it, or a part of the name"),
    "place": ("--place", "PLACE", "a country (ISR) or part of a place's name"),
    "counts": ("--of", "WORDS", "what the figure counts, such as killed"),
    "text": (
        "--text",
        "WORDS",
        'words that the report holds; "a phrase" in quotation marks, begin* for beginnings',
    ),
    "report": ("--report", "ID", "of this report alone"),
}


def add_db(verb: argparse.ArgumentParser) -> None:
    """Declare which ledger."""
    verb.add_argument(
        "--db", metavar="PATH", default=os.environ.get("ONRECORD_DB", DEFAULT),
        help=f"the ledger (default: ONRECORD_DB, or {DEFAULT})",
    )  # fmt: skip


def add_filters(verb: argparse.ArgumentParser, names: Iterable[str]) -> None:
    """Declare the filters that a verb knows, and what all of them know."""
    for name in names:
        option, meta, told = _FILTERS[name]
        verb.add_argument(option, dest=name, metavar=meta, help=told)
    verb.add_argument("--since-run", type=int, metavar="N", help="only what came with run N or a later one")
    verb.add_argument("--as-of", type=int, metavar="N", help="as the ledger stood after run N")
    verb.add_argument("--all-versions", action="store_true", help="also earlier versions of rewritten pages")
    verb.add_argument("--limit", type=int, metavar="N", help="at most N rows")


def asked(options: argparse.Namespace) -> dict[str, Any]:
    """The filters that were given."""
    names = (*_FILTERS, "since_run", "as_of", "all_versions", "limit")
    return {name: value for name in names if (value := getattr(options, name, None)) not in (None, False)}


def add_format(verb: argparse.ArgumentParser) -> None:
    """Declare how the answer is written."""
    verb.add_argument(
        "--format", choices=("table", "jsonl"), help="default: table on a terminal, jsonl in a pipe"
    )


def wants_table(options: argparse.Namespace) -> bool:
    """Whether a person reads the answer."""
    return bool((options.format or ("table" if is_terminal(sys.stdout) else "jsonl")) == "table")


def opened(options: argparse.Namespace) -> Ledger:
    """The ledger that was named; it must be there."""
    return Ledger(options.db)


Column = tuple[str, Callable[[Any], str | None]]
"""A heading and what stands under it."""


def print_answer(
    answer: Answer[Any], columns: Sequence[Column], options: argparse.Namespace, none: str
) -> Exit:
    """Rows as a table for people, or as they are stored."""
    if not wants_table(options):
        live = is_terminal(sys.stdout)
        for line in answer.lines():
            out((safe_json(line) if live else line) + "\n")
        return Exit.DONE
    print_rows(list(answer), columns, none)
    return Exit.DONE


def print_rows(rows: Sequence[Any], columns: Sequence[Column], none: str) -> None:
    """A table as wide as the terminal: the last column takes what the others leave, and wraps."""
    page = page_of(sys.stdout)
    cells = [[safe(cell(row) or "") for _, cell in columns] for row in rows]
    if not cells:
        out(none + "\n")
        return
    heads = [head for head, _ in columns]
    widths = [max(len(head), *(len(row[at]) for row in cells)) for at, head in enumerate(heads[:-1])]
    widths = [min(width, max(12, page.width // 4)) for width in widths]
    for line in _lines(heads, widths, page):
        out(page.ink(line, Ink.BOLD) + "\n")
    for row in cells:
        out("\n".join(_lines(row, widths, page)) + "\n")
    out(page.ink(f"{len(cells):,} row{'s' if len(cells) != 1 else ''}", Ink.DIM) + "\n")


def print_objects(things: Iterable[msgspec.Struct]) -> None:
    """Structs as JSON lines."""
    live = is_terminal(sys.stdout)
    for thing in things:
        line = msgspec.json.encode(thing).decode()
        out((safe_json(line) if live else line) + "\n")


def _lines(row: Sequence[str], widths: Sequence[int], page: Page) -> list[str]:
    start = sum(widths) + 2 * len(widths)
    shown = [
        cell if len(cell) <= width else cell[: width - 1] + "…"
        for cell, width in zip(row, widths, strict=False)
    ]
    left = "".join(cell.ljust(width + 2) for cell, width in zip(shown, widths, strict=True))
    narrow = page._replace(width=max(page.width, start + 24))
    return [line.rstrip() for line in narrow.wrap(row[-1], label=left, indent=start)]
