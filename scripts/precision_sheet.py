"""Sheets of coded events of the news for readers who judge them, and what their verdicts come to.

    PYTHONPATH=. python scripts/precision_sheet.py make NEWS.jsonl.gz FOLDER [--opinion precision] [--trust F] [--count N]
    PYTHONPATH=. python scripts/precision_sheet.py score FOLDER

`make` codes reports that were never labelled, draws events of them, and writes sheets: the words around the predicate and the
row. A reader answers each number with `y`, or `n` and what is wrong: `e` no event, `c` class, `a` actor, `r` recipient, in a file
of the sheet's name with the ending `.out`. `score` prints, by the least trust, how many are right, and by class.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.labels import LONGEST, digest_of, news

from event_sheets import is_kept_back
from onrecord import Coder
from onrecord.config import SecondOpinion, Settings
from onrecord.errors import InputError
from onrecord.reading import report_of
from onrecord.record import Event, Record

SIZE = 75
"""Events of a sheet."""
A_REPORT = 3
"""Events drawn of one report at most."""
BEFORE, AFTER = 420, 160
"""Code points shown around the predicate."""
FLOORS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def records(path: str, coder: Coder, rng: random.Random) -> Iterator[Record]:
    """Records of whole reports that were never labelled, in random order."""
    with_text = [row for row in news(path, longest=None) if is_kept_back(digest_of(row["text"][:LONGEST]))]
    rng.shuffle(with_text)
    reports = (
        report_of(row["text"], published=row.get("published"), outlet=row.get("outlet")) for row in with_text
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


def make(path: str, folder: Path, coder: Coder, count: int, seed: int) -> None:
    """Write the sheets and their keys."""
    rng = random.Random(seed)
    drawn = (
        (event, record)
        for record in records(path, coder, rng)
        for event in rng.sample(record.events, min(A_REPORT, len(record.events)))
    )
    rows = list(islice(drawn, count))
    for sheet, start in enumerate(range(0, len(rows), SIZE)):
        part = rows[start : start + SIZE]
        name = folder / f"judge{sheet:02}"
        name.with_suffix(".txt").write_text(
            "\n".join(shown(event, record, number) for number, (event, record) in enumerate(part, 1)),
            encoding="utf-8",
        )
        keys = [
            {"score": event.reason.score, "type": event.type, "rule": event.reason.rule} for event, _ in part
        ]
        name.with_suffix(".key").write_text("\n".join(map(json.dumps, keys)) + "\n", encoding="utf-8")


def verdicts(folder: Path) -> Iterator[tuple[dict[str, str | float], str]]:
    """The key of each judged event and its verdict."""
    for answers in sorted(folder.glob("judge*.out")):
        keys = [
            json.loads(line) for line in answers.with_suffix(".key").read_text(encoding="utf-8").splitlines()
        ]
        for line in answers.read_text(encoding="utf-8").splitlines():
            number, _, verdict = line.strip().partition(" ")
            if number.isdigit() and verdict:
                yield keys[int(number) - 1], verdict.strip()


def score(folder: Path) -> None:
    """Print precision by floor and by class, and what is wrong."""
    rows = list(verdicts(folder))
    for floor in FLOORS:
        kept = [verdict for key, verdict in rows if float(key["score"] or 1.0) >= floor]
        right = sum(verdict.startswith("y") for verdict in kept)
        if kept:
            print(f"floor {floor}: {len(kept)} events, right {right / len(kept):.3f}")
    print("wrong:", Counter(letter for _, verdict in rows for letter in verdict[1:] if letter in "ecar"))
    by_class = defaultdict[str, list[bool]](list)
    for key, verdict in rows:
        by_class[str(key["type"])].append(verdict.startswith("y"))
    for kind, told in sorted(by_class.items(), key=lambda pair: -len(pair[1])):
        print(f"{kind:10} {len(told):4} {sum(told) / len(told):.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make sheets, or score them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", choices=["make", "score"])
    options.add_argument("paths", nargs="+")
    options.add_argument(
        "--opinion", choices=[one.value for one in SecondOpinion], default=SecondOpinion.BALANCED
    )
    options.add_argument("--trust", type=float)
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=2, help="another draws other reports")
    given = options.parse_args(arguments)
    if given.what == "score":
        score(Path(given.paths[0]))
        return
    settings = Settings(second_opinion=SecondOpinion(given.opinion), trust=given.trust)
    make(given.paths[0], Path(given.paths[1]), Coder(settings), given.count, given.seed)


if __name__ == "__main__":
    main()
