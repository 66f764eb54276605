"""Silver rows for the encoder, from texts that stay outside the repository, as the rows do.

    python scripts/silver_candidates.py unknown NEWS.jsonl.gz COUNT > silver.jsonl
    python scripts/silver_candidates.py agreed NEWS.jsonl.gz COUNT > silver.jsonl
    python scripts/silver_candidates.py told NEWS.jsonl.gz COUNT > silver.jsonl
    python scripts/silver_candidates.py marked RELATION.jsonl COUNT > silver.jsonl

`unknown`: verbs beside a coded party that neither lexicon nor our sentences know, as no event: most verbs of a report tell
none. `agreed`: events on which the lexicon and the encoder in the package agree. `told`: events after the lexicon alone, the
rarer classes first. `marked`: pairs of the relation set's train
file with the predicate that the lexicon finds for their class.
"""

import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from onrecord import Coder
from onrecord.actors import find_actors
from onrecord.cleaning import clean
from onrecord.errors import InputError
from onrecord.events import Findings, find_events
from onrecord.events.coding import frames_of
from onrecord.events.lexicon import verbs
from onrecord.events.model.classifier import answers
from onrecord.events.model.marking import Question
from onrecord.events.review import candidates, question_of
from onrecord.parsing import Parse, span_of
from onrecord.places import find_places
from onrecord.reading import report_of
from onrecord.record import Event, Report, Span, Status
from onrecord.statements import find_statements
from onrecord.times import find_times
from sentences import sentences

_LONGEST = 4_000
_A_REPORT = 3
"""Rows taken of one report at most."""
_YIELD = {"CONCEDE", "RETREAT"}
Rows = Iterator[dict[str, Any]]


def known_words() -> set[str]:
    """Lemmas and words that may tell an event: they are no negatives."""
    words = {part for lemma in verbs() for part in lemma.split("_")[:1]}
    return words | {word.lower() for one in sentences() for word in one.predicate.of(one.text).split()}


def reports(path: str, rng: random.Random) -> Iterator[Report]:
    """Reports of the sample in random order, their first part."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rng.shuffle(rows)
    for row in rows:
        try:
            yield clean(report_of(row["text"][:_LONGEST], published=row.get("published")))
        except InputError:
            continue


def found_in(coder: Coder, parse: Parse) -> Findings:
    """What the rules find in one report."""
    cast = find_actors(parse, coder.registry)
    times, places = find_times(parse), find_places(parse, cast, coder.gazetteer)
    statements, cast = find_statements(parse, cast)
    return find_events(parse, cast, times, places, statements, coder.verbs)


def row_of(question: Question, root: str) -> dict[str, Any]:
    """A question and its answer."""
    return {**msgspec.to_builtins(question), "root": root}


def of_news(path: str, of_report: Callable[[Parse, Findings], list[dict[str, Any]]]) -> Rows:
    """The rows of the reports of a sample, some of each."""
    rng, coder = random.Random(0), Coder()
    for parse in coder.parser.pipe(reports(path, rng)):
        rows = of_report(parse, found_in(coder, parse))
        yield from rng.sample(rows, min(_A_REPORT, len(rows)))


def unknown(path: str) -> Rows:
    """Verbs that nobody knows."""
    known = known_words()
    return of_news(path, lambda parse, found: [
        row_of(one.question, "NONE")
        for one in candidates(parse, found)
        if not {one.verb.lemma_.lower(), one.verb.lower_} & known
    ])  # fmt: skip


def done(parse: Parse, found: Findings) -> tuple[list[Event], list[Question]]:
    """Events that the lexicon tells as done, and what the encoder would be asked of them."""
    tokens = {token.idx: token for token in parse.doc}
    events = [event for event in found.events if event.status is Status.HAPPENED]
    return events, [question_of(event, tokens[event.trigger.start], found.cast) for event in events]


def agreed(path: str) -> Rows:
    """Events told as done on which lexicon and encoder agree."""

    def of_report(parse: Parse, found: Findings) -> list[dict[str, Any]]:
        events, asked = done(parse, found)
        pairs = zip(events, asked, answers(asked), strict=True)
        return [row_of(one, event.type) for event, one, said in pairs if said.opinions[0].type is event.type]

    return of_news(path, of_report)


def told(path: str) -> Rows:
    """Events told as done after the lexicon, of each report those of the classes that are rarest so far."""
    taken = Counter[str]()

    def of_report(parse: Parse, found: Findings) -> list[dict[str, Any]]:
        events, asked = done(parse, found)
        pairs = sorted(zip(events, asked, strict=True), key=lambda pair: taken[pair[0].type])[:_A_REPORT]
        taken.update(event.type for event, _ in pairs)
        return [row_of(one, event.type) for event, one in pairs]

    return of_news(path, of_report)


def marked(path: str) -> Rows:
    """Pairs whose class one predicate of the sentence tells, after the lexicon."""
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
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
    makers = {"unknown": unknown, "agreed": agreed, "told": told, "marked": marked}
    for row in islice(makers[kind](path), count):
        print(json.dumps(row))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
