"""Events of the news against what readers said of their predicates: reports that nothing was learned from.

Precision is over the coded events whose predicate a reader labelled, recall over the events that the readers told; an event is
right if class, actor and recipient are theirs. The second reader of two sheets reaches 0.84 against the first.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.labels import Label, agrees, digest_of, is_held, labels, news
from onrecord import Coder
from onrecord.config import SecondOpinion, Settings
from onrecord.errors import InputError
from onrecord.reading import report_of
from onrecord.record import Record

SAMPLE = Path("news") / "sample.jsonl.gz"
REPORTS = 250
"""Reports that are coded, the first by their digests: half of those held back."""


def labelled(path: Path) -> tuple[list[dict[str, str]], list[dict[int, Label]]]:
    """The reports, and the labels of each by the offset of the predicate."""
    by_report: dict[str, dict[int, Label]] = {}
    for label in labels():
        if is_held(label.digest):
            by_report.setdefault(label.digest, {})[label.trigger.start] = label
    rows = {digest_of(row["text"]): row for row in news(path)}
    chosen = sorted(by_report)[:REPORTS]
    return [rows[digest] for digest in chosen], [by_report[digest] for digest in chosen]


def verdicts(record: Record, told: dict[int, Label]) -> Iterator[bool]:
    """Whether each coded event of a labelled predicate is right."""
    actors = {actor.id: actor for actor in record.actors}
    for event in record.events:
        if (label := told.get(event.trigger.start)) is not None:
            yield agrees(event, actors, label, record.report.text)


def measured(gold: Path) -> dict[str, float]:
    """F1 by the rules alone and with the encoder where it is best; precision and recall are printed, as by default besides: a
    setting moves one against the other."""
    rows, told = labelled(gold / SAMPLE)
    figures: dict[str, float] = {}
    for opinion in (SecondOpinion.OFF, SecondOpinion.BALANCED, SecondOpinion.PRECISION):
        coder = Coder(Settings(second_opinion=opinion))
        reports = (report_of(row["text"], published=row.get("published")) for row in rows)
        right = list[bool]()
        for outcome, labels_of in zip(coder.outcomes(reports), told, strict=True):
            if not isinstance(outcome, InputError):
                right += verdicts(outcome, labels_of)
        events = sum(label.tells for one in told for label in one.values())
        if opinion is not SecondOpinion.PRECISION:
            figures[f"{opinion}.f1"] = 2 * sum(right) / (len(right) + events)
        print(f"events, {opinion}: precision {sum(right) / len(right):.3f}, recall {sum(right) / events:.3f}")
    return figures
