"""Silver rows for the encoder, from texts that stay outside the repository, as the rows do.

    PYTHONPATH=. python scripts/silver_candidates.py bound NEWS.jsonl.gz COUNT > silver.jsonl
    PYTHONPATH=. python scripts/silver_candidates.py marked RELATION.jsonl COUNT > silver.jsonl

`bound`: predicates with the class and the parties that the rules give them, or no event where the rules refuse them or do not
know them; no class more than its share. `marked`: pairs of the relation set's train file with the predicate that the lexicon
finds for their class.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.labels import NOTHING, news

from labelled import ruled
from onrecord import Coder
from onrecord.actors import Cast
from onrecord.cleaning import clean
from onrecord.errors import InputError
from onrecord.events import Findings
from onrecord.events.alone import candidates
from onrecord.events.coding import frames_of
from onrecord.parsing import Parse, span_of
from onrecord.reading import report_of
from onrecord.record import Event, Report, Span

_A_REPORT = 6
"""Rows taken of one report at most."""
_LONGEST = 420
"""Code points of a sentence that are shown."""
_SHARE = {NOTHING: 0.28}
_OTHERS = 0.08
"""The share of the rows that one class may take."""
_YIELD = {"CONCEDE", "RETREAT"}
Rows = Iterator[dict[str, Any]]


def reports(path: str, rng: random.Random) -> Iterator[Report]:
    """Reports of the sample in random order, their first part."""
    rows = news(path)
    rng.shuffle(rows)
    for row in rows:
        try:
            yield clean(report_of(row["text"], published=row.get("published")))
        except InputError:
            continue


def bound(path: str, count: int) -> Rows:
    """Predicates with their class and the words of their parties, after the rules; as many that tell no event."""
    rng, coder, taken = random.Random(0), Coder(), Counter[str]()
    for parse in coder.parser.pipe(reports(path, rng)):
        rows = rows_of(parse, ruled(coder, parse).found, rng)
        for row in rng.sample(rows, min(_A_REPORT, len(rows))):
            if len(row["text"]) < _LONGEST and taken[row["root"]] < count * _SHARE.get(row["root"], _OTHERS):
                taken[row["root"]] += 1
                yield row


def rows_of(parse: Parse, found: Findings, rng: random.Random) -> list[dict[str, Any]]:
    """The events of a report, and some of what the rules refuse or do not know."""
    coded = [row_of(event.trigger, event.type, parse, sides_of(event, found.cast)) for event in found.events]
    refused = [one.span for one in found.skipped] + [span_of(one.word) for one in candidates(parse, found)]
    rest = [row_of(span, NOTHING, parse, ((), ())) for span in refused]
    return [*coded, *rng.sample(rest, min(len(rest), max(len(coded), 2)))]


def row_of(trigger: Span, root: str, parse: Parse, sides: Sequence[Sequence[Span]]) -> dict[str, Any]:
    """A sentence with its predicate, its class and the words of its parties inside the sentence."""
    token = next(t for t in parse.doc if t.idx == trigger.start)
    whole = span_of(token.sent)
    spans = [[(s.start - whole.start, s.end - whole.start) for s in side if whole.holds(s)] for side in sides]
    at = (trigger.start - whole.start, trigger.end - whole.start)
    return {
        "text": token.sent.text,
        "predicate": at,
        "actors": spans[0],
        "recipients": spans[1],
        "root": root,
    }


def sides_of(event: Event, cast: Cast) -> tuple[list[Span], list[Span]]:
    """The mentions of either side that the event's evidence names."""
    actors, recipients = (
        [
            mention.span
            for ref in side
            for mention in cast[ref].mentions
            if any(mention.span.overlaps(word) for word in event.evidence)
        ]
        for side in (event.actors, event.recipients)
    )
    return actors, recipients


def marked(path: str, count: int) -> Rows:
    """Pairs whose class one predicate of the sentence tells, after the lexicon."""
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()][:count]
    parser = Coder().parser
    for row, parse in zip(rows, parser.pipe(clean(report_of(row["text"])) for row in rows), strict=True):
        kinds = _YIELD if row["root"] == "YIELD" else {row["root"]}
        hits = [t for t in parse.doc if any(frame.code.type in kinds for frame in frames_of(t))]
        sides = [Span(*row[side]) if row.get(side) else None for side in ("actor", "recipient")]
        free = [t for t in hits if not any(side and side.holds(span_of(t)) for side in sides)]
        if len(free) == 1:
            yield {**row, "predicate": span_of(free[0])}


def main(kind: str, path: str, count: int) -> None:
    """Print the rows."""
    for row in islice({"bound": bound, "marked": marked}[kind](path, count), count):
        print(json.dumps(row))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
