"""Silver negatives for the encoder: verbs of news beside a coded party that neither lexicon nor our sentences know.

    python scripts/silver_candidates.py NEWS.jsonl.gz COUNT > silver.jsonl

Most verbs of a report tell no event; each row is such a verb, marked, with the class NONE. The rows stay outside the
repository, as the news does.
"""

import gzip
import json
import random
import sys
from collections.abc import Iterator

from onrecord import Coder
from onrecord.actors import find_actors
from onrecord.cleaning import clean
from onrecord.errors import InputError
from onrecord.events.find import find_events
from onrecord.events.lexicon import verbs
from onrecord.events.review import Candidate, candidates
from onrecord.parsing import Parse
from onrecord.places import find_places
from onrecord.reading import report_of
from onrecord.record import Report
from onrecord.statements import find_statements
from onrecord.times import find_times
from sentences import sentences

_LONGEST = 4_000
_A_REPORT = 3
"""Rows taken of one report at most."""


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


def of_report(coder: Coder, parse: Parse) -> Iterator[Candidate]:
    """The verbs of one report that the encoder would be asked about."""
    cast = find_actors(parse, coder.registry)
    times, places = find_times(parse), find_places(parse, cast, coder.gazetteer)
    statements, cast = find_statements(parse, cast)
    found = find_events(parse, cast, times, places, statements, coder.verbs)
    yield from candidates(parse, found)


def main(path: str, count: int) -> None:
    """Print the rows."""
    rng, coder, known, made = random.Random(0), Coder(), known_words(), 0
    for parse in coder.parser.pipe(reports(path, rng)):
        fresh = [
            one for one in of_report(coder, parse) if not {one.verb.lemma_.lower(), one.verb.lower_} & known
        ]
        for one in rng.sample(fresh, min(_A_REPORT, len(fresh))):
            asked = one.question
            print(json.dumps({"text": asked.text, "actor": asked.actor, "recipient": asked.recipient,
                              "predicate": asked.predicate, "root": "NONE"}))  # fmt: skip
            made += 1
        if made >= count:
            return


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
