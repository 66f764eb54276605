"""Sheets of coded events of the news for readers who judge them, and what their verdicts come to.

    PYTHONPATH=. python scripts/precision_sheet.py make NEWS.jsonl.gz FOLDER [--trust F] [--count N] [--learn] [--after N]
    PYTHONPATH=. python scripts/precision_sheet.py score FOLDER
    PYTHONPATH=. python scripts/precision_sheet.py read NEWS.jsonl.gz FOLDER … > training/news/judged.tsv

`make` codes reports that were never labelled, draws events of them, and writes sheets: the words around the predicate and the
row. A reader answers each number with `y`, or `n` and what is wrong: `e` no event, `c` class, `a` actor, `r` recipient, in a file
of the sheet's name with the ending `.out`; after `n` with `c`, `a` or `r` may stand what is right, as in
`training/GUIDELINES.md`: `14 nr ACCUSE | Kerry | government`. `score` prints, by the least trust, how many are right, and by
class. With `--learn` the reports are the others, and `read` turns their sheets into rows like those of `labels.tsv`: what was
right as it was told, what was not as it was put right. No sentence of the news enters the repository.
"""

import argparse
import itertools
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.labels import (
    JUDGED,
    LABELS,
    LONGEST,
    NOTHING,
    Label,
    Party,
    digest_of,
    labels,
    line_of,
    news,
)

from event_sheets import is_kept_back, parties
from labelled import parsed
from onrecord import Coder
from onrecord.config import SecondOpinion, Settings
from onrecord.errors import InputError
from onrecord.parsing import span_of
from onrecord.reading import report_of
from onrecord.record import Event, MentionKind, Record, Span

SIZE = 75
"""Events of a sheet."""
A_REPORT = 3
"""Events drawn of one report at most."""
BEFORE, AFTER = 420, 160
"""Code points shown around the predicate."""
FLOORS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_VERDICT = re.compile(r"#?(\d+)[.:]? (y|n ?[ecar]*)\s*(?:([A-Z/]+) *\|(.*)\|(.*))?")


def records(path: str, coder: Coder, rng: random.Random, learn: bool) -> Iterator[Record]:
    """Records of reports in random order: of those that nothing is ever learned of, or of the others."""
    rows = [
        row for row in news(path, longest=None) if is_kept_back(digest_of(row["text"][:LONGEST])) != learn
    ]
    rng.shuffle(rows)
    reports = (
        report_of(row["text"], published=row.get("published"), outlet=row.get("outlet")) for row in rows
    )
    for outcome in coder.outcomes(reports):
        if not isinstance(outcome, InputError):
            yield outcome


def shown(event: Event, record: Record, number: int) -> str:
    """What a reader sees of an event."""
    text, names = record.report.text, {actor.id: actor.name for actor in record.actors}
    start, end = event.trigger
    words = f"…{text[max(0, start - BEFORE) : start]}[[{text[start:end]}]]{text[end : end + AFTER]}…"
    sides = ("; ".join(names[ref] for ref in ids) or "(nobody)" for ids in (event.actors, event.recipients))
    actors, recipients = sides
    row = f"{event.type} {event.cameo} {event.status} | actor: {actors} | recipient: {recipients}"
    return f"#{number} {row}\n{' '.join(words.split())}\n"


def key_of(event: Event, record: Record) -> dict[str, Any]:
    """What is kept of an event beside its sheet: its trust, and where it stands in the report."""
    actors, recipients = (
        [place for ref in ids if (place := _told_at(ref, event, record)) is not None]
        for ids in (event.actors, event.recipients)
    )
    return {
        "score": event.reason.score, "type": event.type, "rule": event.reason.rule, "status": event.status,
        "digest": digest_of(record.report.text[:LONGEST]), "trigger": event.trigger,
        "actors": actors, "recipients": recipients,
    }  # fmt: skip


def _told_at(ref: str, event: Event, record: Record) -> tuple[int, int, str | None] | None:
    """Where a party stands by the event, and for a pronoun whom it means."""
    actor = next(one for one in record.actors if one.id == ref)
    mentions = [
        mention for mention in actor.mentions if any(mention.span.overlaps(span) for span in event.evidence)
    ] or list(actor.mentions)
    nearest = min(mentions, key=lambda one: abs(one.span.start - event.trigger.start), default=None)
    if nearest is None:
        return None
    meant = re.sub(r"[;=|\s]+", " ", actor.name) if nearest.kind is MentionKind.PRONOUN else None
    return (*nearest.span, meant)


def make(path: str, folder: Path, coder: Coder, count: int, seed: int, learn: bool, after: int = 0) -> None:
    """Write the sheets and their keys; of events that were read before there are none, nor of such before an offset."""
    rng = random.Random(seed)
    read = {(label.digest, label.trigger.start) for table in (LABELS, JUDGED) for label in labels(table)}

    def fresh(record: Record) -> list[Event]:
        digest = digest_of(record.report.text[:LONGEST])
        starts = ((event, event.trigger.start) for event in record.events)
        return [event for event, start in starts if start >= after and (digest, start) not in read]

    def drawn() -> Iterator[tuple[Event, Record]]:
        for record in records(path, coder, rng, learn):
            told = fresh(record)
            yield from ((event, record) for event in rng.sample(told, min(A_REPORT, len(told))))

    rows = islice(drawn(), count)
    names = (folder / f"judge{sheet:02}" for sheet in itertools.count())
    while part := list(islice(rows, SIZE)):
        name = next(names)
        name.with_suffix(".txt").write_text(
            "\n".join(shown(event, record, number) for number, (event, record) in enumerate(part, 1)),
            encoding="utf-8",
        )
        keys = [key_of(event, record) for event, record in part]
        name.with_suffix(".key").write_text("\n".join(map(json.dumps, keys)) + "\n", encoding="utf-8")


def verdicts(folder: Path) -> Iterator[tuple[dict[str, Any], re.Match[str]]]:
    """The key of each judged event and its verdict."""
    for answers in sorted(folder.glob("judge*.out")):
        keys = [
            json.loads(line) for line in answers.with_suffix(".key").read_text(encoding="utf-8").splitlines()
        ]
        for line in answers.read_text(encoding="utf-8").splitlines():
            found = _VERDICT.fullmatch(line.strip())
            if found is not None and int(found[1]) <= len(keys):
                yield keys[int(found[1]) - 1], found


def read(path: str, folders: Sequence[Path], coder: Coder) -> Iterator[Label]:
    """The labels that the verdicts on sheets of `--learn` come to, but what was put right in words that do not stand there."""
    by_report = defaultdict[str, list[tuple[dict[str, Any], re.Match[str]]]](list)
    for folder in folders:
        for key, verdict in verdicts(folder):
            by_report[key["digest"]].append((key, verdict))
    parses = parsed(path, coder, by_report, None)
    for (digest, given), parse in zip(by_report.items(), parses, strict=True):
        sentences = {token.idx: span_of(token.sent) for token in parse.doc}
        for key, verdict in given:
            sentence = sentences.get(key["trigger"][0])
            if sentence is not None:
                yield from label_of(key, verdict, digest, sentence, parse.text)


def label_of(
    key: dict[str, Any], verdict: re.Match[str], digest: str, sentence: Span, text: str
) -> Iterator[Label]:
    """The label of one verdict, where it says what is right."""
    trigger = Span(*key["trigger"])
    if verdict[2] == "y":
        sides = (
            tuple(Party(Span(start, end), meant) for start, end, meant in key[side])
            for side in ("actors", "recipients")
        )
        yield Label(digest, sentence, trigger, (key["type"],), key["status"], *sides)
    elif "e" in verdict[2]:
        yield Label(digest, sentence, trigger, (NOTHING,), None, (), ())
    elif verdict[3] is not None:
        sides = [tuple(parties(verdict[side], text, sentence, trigger)) for side in (4, 5)]
        if all(side or verdict[at].strip() in {"-", ""} for side, at in zip(sides, (4, 5), strict=True)):
            yield Label(digest, sentence, trigger, tuple(verdict[3].split("/")), key["status"], *sides)


def score(folder: Path) -> None:
    """Print precision by floor and by class, and what is wrong."""
    rows = [(key, verdict[2]) for key, verdict in verdicts(folder)]
    for floor in FLOORS:
        kept = [verdict for key, verdict in rows if float(key["score"] or 1.0) >= floor]
        right = sum(verdict == "y" for verdict in kept)
        if kept:
            print(f"floor {floor}: {len(kept)} events, right {right / len(kept):.3f}")
    print("wrong:", Counter(letter for _, verdict in rows for letter in verdict[1:] if letter in "ecar"))
    by_class = defaultdict[str, list[bool]](list)
    for key, verdict in rows:
        by_class[str(key["type"])].append(verdict == "y")
    for kind, told in sorted(by_class.items(), key=lambda pair: -len(pair[1])):
        print(f"{kind:10} {len(told):4} {sum(told) / len(told):.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make sheets, score them, or read labels of them."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("what", choices=["make", "score", "read"])
    options.add_argument("paths", nargs="+")
    options.add_argument(
        "--opinion", choices=[one.value for one in SecondOpinion], default=SecondOpinion.BALANCED
    )
    options.add_argument("--trust", type=float)
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=2, help="another draws other reports")
    options.add_argument("--learn", action="store_true", help="of reports that may be learned of")
    options.add_argument("--after", type=int, default=0, help="only events from this code point on")
    given = options.parse_args(arguments)
    if given.what == "score":
        score(Path(given.paths[0]))
        return
    coder = Coder(Settings(second_opinion=SecondOpinion(given.opinion), trust=given.trust))
    if given.what == "read":
        found = read(given.paths[0], [Path(folder) for folder in given.paths[1:]], coder)
        print("\n".join(sorted(set(map(line_of, found)))))
    else:
        folder = Path(given.paths[1])
        make(given.paths[0], folder, coder, given.count, given.seed, given.learn, given.after)


if __name__ == "__main__":
    main()
