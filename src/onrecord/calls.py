"""The calls for those who have a text at hand: each loads the models once and keeps them."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import UsageError
from onrecord.events.second_opinion import relate_with_model, status_with_model
from onrecord.ledger import DEFAULT, Ledger
from onrecord.linking import link_mentions as link_parsed_mentions
from onrecord.linking import stories as label_stories
from onrecord.linking.mentions import head_of
from onrecord.parsing import Parse
from onrecord.pipeline import Coder
from onrecord.reading import report_of
from onrecord.record import Block, BlockKind, Coding, Record, Report, Span, Status


@functools.lru_cache(maxsize=1)
def the_coder() -> Coder:
    """The coder with default settings, made at the first call."""
    return Coder()


def code(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    byline: str | None = None,
) -> Record:
    """The record of one report.

    Args:
        text: the report's words; kept as they are, all spans point into them.
        published: the day of publication, ISO 8601 or any unambiguous spelling; relative times hang on it.
        outlet: who publishes it.
        url: where it stands.
        title: its headline, kept apart.
        byline: its writer.

    Raises:
        InputError: the text is empty, too long, or not in English.
    """
    report = report_of(text, published=published, outlet=outlet, url=url, title=title, byline=byline)
    return next(the_coder().pipe([report]))


def relate(
    text: str, actor: tuple[int, int] | None = None, recipient: tuple[int, int] | None = None
) -> list[Coding]:
    """Which event is told between two given parties, best first; `[]` where none is told.

    Args:
        text: a sentence or a few.
        actor: code-point span of who acts, or None where that is not told.
        recipient: code-point span of whom it is done to, or None.

    Raises:
        UsageError: a span lies outside the text.
    """
    actor_span, recipient_span = (_span(given, text) if given else None for given in (actor, recipient))
    return relate_with_model(_parse(text), actor_span, recipient_span) if text.strip() else []


def status(text: str, span: tuple[int, int]) -> Status | None:
    """How the predicate at the span is told; None where that cannot be said.

    Raises:
        UsageError: the span lies outside the text.
    """
    inside = _span(span, text)
    return status_with_model(head_of(_parse(text), inside)) if text.strip() else None


def link_mentions(documents: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """The cluster label of each given event mention, clusters running across documents.

    Args:
        documents: mappings with `id`, `text`, `published` (or None) and `spans` (code points) of mentions.

    Returns:
        One list of labels per document, in the order of its spans; mentions of one event bear one label.
    """
    spans = [[_span(span, document["text"]) for span in document["spans"]] for document in documents]
    reports = [_whole(report_of(d["text"], id=d.get("id"), published=d.get("published"))) for d in documents]
    return link_parsed_mentions(list(the_coder().parser.pipe(reports)), spans)


def stories(reports: Iterable[Report | Mapping[str, Any] | str]) -> list[str]:
    """The story label of each report, in order; reports of one story bear one label.

    Args:
        reports: reports, plain texts, or mappings with `text` and, where known, `id`, `title`, `published`.
    """
    return label_stories([_as_report(given) for given in reports])


def open(  # noqa: A001 - the public name
    path: str | Path = DEFAULT, *, create: bool = False
) -> Ledger:
    """A ledger, to ask or to add to; close it, or use it in a `with` statement.

    Args:
        path: the SQLite file.
        create: make it where it is not there.

    Raises:
        LedgerError: there is no such ledger, or it cannot be used.
    """
    return Ledger(path, create=create)


def _as_report(given: Report | Mapping[str, Any] | str) -> Report:
    if isinstance(given, Report):
        return given
    if isinstance(given, str):
        return report_of(given)
    return report_of(
        given["text"],
        id=given.get("id"),
        title=given.get("title"),
        published=given.get("published"),
        outlet=given.get("outlet"),
        url=given.get("url"),
    )


def _parse(text: str) -> Parse:
    return next(the_coder().parser.pipe([_whole(report_of(text))]))


def _whole(report: Report) -> Report:
    """The report with all its text as story: who hands over a sentence has cleaned it."""
    return msgspec.structs.replace(report, blocks=(Block(Span(0, len(report.text)), BlockKind.STORY),))


def _span(given: tuple[int, int], text: str) -> Span:
    start, end = given
    if not 0 <= start < end <= len(text):
        raise UsageError(
            f"the span ({start}, {end}) lies outside the text of {len(text)} characters.",
            remedy="Give half-open code-point offsets with start < end.",
        )
    return Span(start, end)


__all__ = ["code", "link_mentions", "open", "relate", "status", "stories", "the_coder"]
