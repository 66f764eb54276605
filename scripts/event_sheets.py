"""Sheets of news sentences for readers who label events, and their labels as offsets.

    PYTHONPATH=. python scripts/event_sheets.py make NEWS.jsonl.gz FOLDER [--sheets N] [--size N] [--skip N]
    PYTHONPATH=. python scripts/event_sheets.py read NEWS.jsonl.gz FOLDER > training/news/labels.tsv
    PYTHONPATH=. python scripts/event_sheets.py rows NEWS.jsonl.gz > rows.jsonl

`make` writes sheets of sentences, each after the words before it, with every predicate that may tell an event numbered: what
the lexicon codes, what the rules refuse, and other verbs and nouns that the encoder may be asked of. A reader answers each
number in a file of the sheet's name with the ending `.out` (`training/GUIDELINES.md`). `read` turns sheets and answers into
rows of digest of the report's text, offsets of trigger, actors and recipients, class and status: no sentence of the news enters
the repository. `rows` prints what `scripts/train_encoder.py` reads of them: a fifth of the reports is left out, to measure on.
"""

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.labels import NOTHING, Label, Party, digest_of, is_held, labels, line_of, news

from labelled import parsed, ruled
from onrecord import Coder
from onrecord.cleaning import clean
from onrecord.errors import InputError
from onrecord.events.alone import candidates
from onrecord.parsing import Parse, children, span_of
from onrecord.reading import report_of
from onrecord.record import Report, Span

MOST = 8
"""Predicates of a sentence that are numbered."""
A_REPORT = 3
"""Sentences taken of one report at most."""
BEFORE = 260
"""Code points shown of what stands before."""
KEPT_BACK = 18
"""One report in so many is never labelled: precision is judged on those."""
WORLD = frozenset(
    "middle_east foreign_policy national_security world terrorism us_military isis russia israel china europe "
    "great_britain ebola nuclear_weapons asia palestine africa south_korea mexico state_department defense cia".split()
)
_LINE = re.compile(r"(\d+)\.([\d,]+) (?:NONE|([A-Z/]+) ([hopmdb]) \|(.*)\|(.*))")
_STATUSES = {"h": "happened", "o": "ongoing", "p": "planned", "m": "possible", "d": "denied", "b": "habitual"}


class Item(NamedTuple):
    """One sentence of a sheet."""

    digest: str
    """SHA-256 of the report's text."""
    span: Span
    """The sentence in the text."""
    before: str
    text: str
    triggers: list[Span]
    """Offsets into the report's text."""


def is_kept_back(digest: str) -> bool:
    """Whether a report is never labelled."""
    return int(digest, 16) % KEPT_BACK == 0


def reports(path: str | Path, rng: random.Random, seen: set[str]) -> Iterator[Report]:
    """Reports that are on no sheet yet, in random order, those on the world and those on the rest by turns."""
    digests = ((row, digest_of(row["text"])) for row in news(path))
    rows = [row for row, digest in digests if not is_kept_back(digest) and digest not in seen]
    rng.shuffle(rows)
    world = [row for row in rows if row.get("topic") in WORLD]
    rest = [row for row in rows if row.get("topic") not in WORLD]
    for pair in zip(world, rest, strict=False):
        for row in pair:
            try:
                yield clean(report_of(row["text"], published=row.get("published")))
            except InputError:
                continue


def items_of(parse: Parse, coder: Coder, rng: random.Random) -> list[Item]:
    """A few sentences of a report that may tell events."""
    found = ruled(coder, parse).found
    coded = [event.trigger for event in found.events]
    asked = {
        *coded,
        *(one.span for one in found.skipped),
        *(span_of(one.word) for one in candidates(parse, found)),
    }
    text = parse.report.text
    items = list[Item]()
    for sentence in parse.doc.sents:
        whole = Span(sentence.start_char, sentence.end_char)
        inside = sorted(span for span in asked if whole.holds(span) and " " not in span.of(text))[:MOST]
        if any(span in coded for span in inside):
            before = " ".join(text[max(0, whole.start - BEFORE) : whole.start].split())
            items.append(Item(digest_of(text), whole, before, whole.of(text), inside))
    return rng.sample(items, min(A_REPORT, len(items)))


def numbered(item: Item) -> str:
    """The sentence with its predicates in numbered brackets."""
    text, at = "", item.span.start
    for number, span in enumerate(item.triggers, 1):
        text += item.text[at - item.span.start : span.start - item.span.start]
        text, at = (
            f"{text}[{number}:{item.text[span.start - item.span.start : span.end - item.span.start]}]",
            span.end,
        )
    return " ".join((text + item.text[at - item.span.start :]).split())


def make(path: str, folder: Path, sheets: int, size: int, skip: int) -> None:
    """Write the sheets."""
    rng, coder = random.Random(1), Coder()
    keys = (
        line for key in folder.glob("sheet*.key") for line in key.read_text(encoding="utf-8").splitlines()
    )
    seen = {json.loads(line)[0] for line in keys}
    parses = coder.parser.pipe(reports(path, rng, seen))
    found = (item for parse in parses for item in items_of(parse, coder, rng))
    for sheet in range(skip, skip + sheets):
        taken = list(islice(found, size))
        with (folder / f"sheet{sheet:02}.txt").open("w", encoding="utf-8") as out:
            for number, item in enumerate(taken, 1):
                out.write(f"#{number} (before: {item.before})\n{numbered(item)}\n\n")
        with (folder / f"sheet{sheet:02}.key").open("w", encoding="utf-8") as out:
            for item in taken:
                out.write(json.dumps([item.digest, item.span, item.triggers]) + "\n")


def read(path: str, folder: Path) -> Iterator[Label]:
    """The labels of all sheets that were answered."""
    texts = {digest_of(row["text"]): row["text"] for row in news(path)}
    for answers in sorted(folder.glob("sheet*.out")):
        keys = [
            json.loads(line) for line in answers.with_suffix(".key").read_text(encoding="utf-8").splitlines()
        ]
        for line in answers.read_text(encoding="utf-8").splitlines():
            if found := _LINE.fullmatch(line.strip()):
                digest, sentence, triggers = keys[int(found[1]) - 1]
                for number in found[2].split(","):
                    trigger = Span(*triggers[int(number) - 1])
                    yield label_of(found, texts[digest], digest, Span(*sentence), trigger)


def settled(path: str, given: Iterable[Label]) -> Iterator[Label]:
    """The labels; where the rules code a verb that only carries its noun, "[launched] an [attack]", it bears the noun's."""
    by_report: dict[str, list[Label]] = {}
    for label in given:
        by_report.setdefault(label.digest, []).append(label)
    coder = Coder()
    for told, parse in zip(by_report.values(), parsed(path, coder, by_report), strict=True):
        coded = {e.trigger.start for e in ruled(coder, parse).found.events if "_" in (e.reason.rule or "")}
        at = {label.trigger.start: label for label in told}
        for label in told:
            if label.tells or label.trigger.start not in coded:
                yield label
                continue
            verb = next(token for token in parse.doc if token.idx == label.trigger.start)
            things = (at.get(noun.idx) for noun in children(verb, *_CARRIED))
            noun = next((thing for thing in things if thing is not None and thing.tells), None)
            yield label if noun is None else noun._replace(trigger=label.trigger)


_CARRIED = ("dobj", "nsubjpass", "nsubj", "attr", "prep")


def label_of(found: re.Match[str], text: str, digest: str, sentence: Span, trigger: Span) -> Label:
    """One answered predicate."""
    if found[3] is None:
        return Label(digest, sentence, trigger, (NOTHING,), None, (), ())
    sides = (tuple(parties(found[group], text, sentence, trigger)) for group in (5, 6))
    return Label(digest, sentence, trigger, tuple(found[3].split("/")), _STATUSES[found[4]], *sides)


def parties(answer: str, text: str, sentence: Span, trigger: Span) -> Iterator[Party]:
    """The parties of an answer, each where its words stand nearest to the predicate."""
    for words, _, meant in (part.strip().partition("=") for part in answer.split(";")):
        places = [
            Span(at.start() + sentence.start, at.end() + sentence.start)
            for at in re.finditer(rf"(?<!\w){re.escape(words.strip())}(?!\w)", sentence.of(text))
        ]
        if words.strip() not in {"-", ""} and places:
            nearest = min(places, key=lambda span: abs(span.start - trigger.start))
            yield Party(nearest, meant.strip() or None)


def rows(path: str) -> Iterator[dict[str, Any]]:
    """The labels of reports that are not held back, each with its sentence."""
    texts = {digest_of(row["text"]): row["text"] for row in news(path)}
    for label in labels():
        if not is_held(label.digest):
            start = label.sentence.start
            sides = (
                [(p.span.start - start, p.span.end - start) for p in s]
                for s in (label.actors, label.recipients)
            )
            actors, recipients = sides
            yield {
                "text": label.sentence.of(texts[label.digest]),
                "predicate": (label.trigger.start - start, label.trigger.end - start),
                "actors": actors,
                "recipients": recipients,
                "root": label.kinds,
                "status": label.status,
            }


def main() -> None:
    """Make sheets or read answers."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", choices=["make", "read", "rows"])
    options.add_argument("news")
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--sheets", type=int, default=8)
    options.add_argument("--size", type=int, default=250)
    options.add_argument("--skip", type=int, default=0, help="number of the first sheet")
    given = options.parse_args()
    if given.what == "make":
        make(given.news, given.folder, given.sheets, given.size, given.skip)
    elif given.what == "rows":
        print("\n".join(map(json.dumps, rows(given.news))))
    else:
        print("\n".join(sorted(map(line_of, settled(given.news, read(given.news, given.folder))))))


if __name__ == "__main__":
    main()
