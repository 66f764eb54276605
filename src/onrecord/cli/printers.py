"""The formats of `--format`: what stands before, between and after the records."""

import sys
from collections.abc import Callable
from typing import NamedTuple

from onrecord.cli.explain import explained
from onrecord.cli.table import table
from onrecord.cli.terminal import is_terminal, page_of, safe_json
from onrecord.record import Record, to_json

FORMATS = ("table", "json", "jsonl")


class Printer(NamedTuple):
    """How records become text."""

    of: Callable[[Record], str]
    head: str = ""
    between: str = ""
    tail: str = ""


def printer(form: str, *, explain: bool = False) -> Printer:
    """The printer of a format."""
    if form == "table":
        page = page_of(sys.stdout)
        view = explained if explain else table
        return Printer(lambda record: "\n".join(view(record, page)) + "\n", between="\n")
    if form == "json":
        return Printer(_json, head="[\n", between=",\n", tail="\n]\n")
    return Printer(lambda record: _json(record) + "\n")


def _json(record: Record) -> str:
    text = to_json(record).decode()
    return safe_json(text) if is_terminal(sys.stdout) else text
