"""The tasks of the gold folder: what the library answers for each, in the form that its score script reads."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

import onrecord
from onrecord.calls import the_coder
from onrecord.errors import InputError
from onrecord.events.second_opinion import status_with_model
from onrecord.linking.mentions import head_of
from onrecord.reading import report_of
from onrecord.record import Block, BlockKind, Span, to_json

Row = dict[str, Any]


class Task(NamedTuple):
    """One development file: how it is scored, where it lies, which figures are told, and who answers."""

    score: str
    file: str
    figures: tuple[str, ...]
    answer: Callable[[Sequence[Row]], Iterable[bytes]]
    gold: Callable[[Row], Row] = dict
    """From a line of the file to a line of the gold that the score script knows."""


def records(rows: Sequence[Row]) -> Iterator[bytes]:
    """A record for each report; one that is refused gets none, and its gold counts as missed."""
    reports = (
        report_of(row["text"], id=str(row["id"]), published=row.get("published"), outlet=row.get("outlet"))
        for row in rows
    )
    for outcome in the_coder().outcomes(reports):
        if not isinstance(outcome, InputError):
            yield to_json(outcome)


def relations(rows: Sequence[Row]) -> Iterator[bytes]:
    """The best PLOVER class for each given pair, null where none is told."""
    for row in rows:
        found = onrecord.relate(row["text"], row["actor"], row["recipient"])
        yield json.dumps({"id": row["id"], "root": found[0].type if found else None}).encode()


def statuses(rows: Sequence[Row]) -> Iterator[bytes]:
    """How each given predicate is told; one that is not answered is left out. Each text is parsed once."""
    reports = (_whole(row) for row in rows)
    for row, parse in zip(rows, the_coder().parser.pipe(reports), strict=True):
        spans = [Span(*predicate["span"]) for predicate in row["predicates"]]
        told = [{"span": span, "status": status_with_model(head_of(parse, span))} for span in spans]
        yield json.dumps({"id": row["id"], "predicates": [one for one in told if one["status"]]}).encode()


def graded(row: Row) -> Row:
    """MEANTIME's three features on the scale of factuality, -3 to 3: certain, past or present, and not negated is a
    fact; certain and negated is denied, whatever its tense; the rest is open."""
    return row | {"predicates": [one | {"factuality": _grade(one)} for one in row["predicates"]]}


def _grade(predicate: Row) -> float:
    certain = predicate["certainty"] == "CERTAIN"
    if certain and predicate["polarity"] == "NEG":
        return -3.0
    return 3.0 if certain and predicate["polarity"] == "POS" and predicate["tense"] == "NON_FUTURE" else 0.0


def _whole(row: Row) -> onrecord.Report:
    blocks = (Block(Span(0, len(row["text"])), BlockKind.STORY),)
    return msgspec.structs.replace(report_of(row["text"], id=str(row["id"])), blocks=blocks)


_ATTRIBUTION = ("relation+speaker.f1", "relation.f1", "content.f1", "cue.f1", "source.f1")
_PLACES = ("resolved_f1.f1", "recognition.f1", "acc161")
_STATUS = ("macro_f1", "accuracy", "answered")

TASKS = {
    "attribution": Task("attribution", "attribution/dev.jsonl", _ATTRIBUTION, records),
    "relation": Task("relation", "relation/dev.jsonl", ("macro_f1", "accuracy"), relations),
    "times": Task("times", "times/dev.jsonl", ("value.f1", "relaxed.f1", "strict.f1", "type.f1"), records),
    "places-geovirus": Task("places", "places/geovirus.jsonl", _PLACES, records),
    "places-lgl": Task("places", "places/lgl.jsonl", _PLACES, records),
    "factuality": Task("factuality", "factuality/dev.jsonl", _STATUS, statuses),
    "factuality-meantime": Task("factuality", "factuality/meantime.jsonl", _STATUS, statuses, graded),
}
"""The tasks by the names that floors and peers use."""


def rows_of(path: Path) -> list[Row]:
    """The lines of a gold file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
