"""Datelines: where a report was filed, when, and by which agency."""

from typing import NamedTuple

from onrecord.record import Report, Span


class Dateline(NamedTuple):
    """The words before the first sentence that say where, when and by whom a report was filed."""

    span: Span
    place_span: Span | None
    date_text: str | None = None
    agency: str | None = None


def find_dateline(report: Report) -> Dateline | None:
    """The dateline of the report, if it has one."""
    return None
