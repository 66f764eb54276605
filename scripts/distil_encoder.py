"""Fine-tune a larger encoder on all that is labelled, and let it teach the encoder of events.

    PYTHONPATH=. python scripts/distil_encoder.py teach RELATION FACTUALITY ROWS … --source FOLDER --save TEACHER
    PYTHONPATH=. python scripts/distil_encoder.py learn RELATION FACTUALITY ROWS … --source FOLDER --teacher TEACHER
        --unread UNREAD --start WEIGHTS --save WEIGHTS
    PYTHONPATH=. python scripts/distil_encoder.py settle RELATION FACTUALITY ROWS … --unread UNREAD --start WEIGHTS --save WEIGHTS

RELATION, FACTUALITY and ROWS are those of `train_encoder.py`, UNREAD is what `unread_questions.py` prints. `teach` fine-tunes
all-mpnet-base-v2 (Song et al. 2020, Reimers and Gurevych 2019; 110 million parameters, Apache-2.0), which FOLDER holds, with
the same heads and losses. In `learn` the small encoder is told the labels and, softened, all that the teacher says (Hinton et al.
2015): of the labelled sentences, of the same with other words, and of questions on news that nobody answered (Jiao et al.
2020). `settle` is a short epoch after it: the relation set often, by its labels alone, and some of all else, of which the encoder
is told what it said before as well; a few minutes without a graphics card, for which the others are made. What they save,
`train_encoder.py --epochs 0 --start` writes for the package. Needs the extra `train`. Seeds are fixed, but the order in which
the readers of the data finish is not.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from benchmarks.sentences import Sentence
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from onrecord.events.model.marking import MARKS, Question
from onrecord.record import Span
from train_encoder import (
    MODES_WEIGHT,
    SIDES_WEIGHT,
    SOURCE,
    STATUSES,
    TOLD_WEIGHT,
    Batch,
    Encoder,
    Example,
    Fit,
    batches,
    begun,
    by_length,
    example_of,
    ground_of,
    loss_of,
    of_factuality,
    of_own,
    of_relation,
    of_row,
    parties_of,
    reworded,
    rows,
    said_of,
    strayed,
    swapped,
    vocabulary_of,
)

BATCH = 128
TEACHER_RATE, RATE = 6e-5, 2e-4
WARM_UP = 0.06
TIMES = {"teach": (3, 1), "learn": (4, 1), "settle": (9, 1)}
"""How often an epoch shows the relation set and the factuality set."""
SOFT = 2.0
"""What the scores of both are divided by where the small encoder learns what the teacher says."""
LABELS = 0.5
"""Weight of the labels beside what the teacher says."""
VARIED, STRAY, OTHER_VERB = 0.6, 0.15, 0.4
"""Share of our own sentences that are shown once more with other words, of their words outside the marks, and of the predicates
that give way to another of their ending."""
UNMARKED = 0.25
"""Share of the unread predicates that are shown once more, unmarked, for how they are told."""
ENDINGS = ("ing", "ed", "s")
READERS = 12
SETTLE_BATCH, SETTLE_RATE = 32, 7e-5
FACTS, ROWS, OWN, UNREAD = 0.7, 0.15, 0.1, 0.02
"""Shares of the factuality set, the rows, our own sentences and the unread questions that settling shows."""
_ANY = tuple(range(len(STATUSES)))


class Teacher(Encoder):
    """The larger encoder, which reads the small one's tokens under its own numbers, and learns those of the words too."""

    def __init__(self, openers: list[int], modes: int, source: Path) -> None:
        super().__init__(openers, modes, source)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(True)
        number = vocabulary_of(source)
        other = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
        numbers = torch.tensor([number[other.get(piece, piece)] for piece in vocabulary_of(SOURCE)])
        self.register_buffer("numbers", numbers, persistent=False)

    def read(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the encoder makes of each token."""
        return super().read(self.numbers[ids], mask)


@dataclass(frozen=True)
class Material:
    """All that an epoch may show."""

    fixed: list[Example]
    read: list[dict[str, Any]]
    own: list[Sentence]
    unread: list[dict[str, Any]]

    def part(self, number: int, parts: int) -> "Material":
        """Every so manieth of each."""
        return Material(*(held[number::parts] for held in vars(self).values()))


@dataclass(frozen=True)
class Reworder:
    """Questions with other words, their answers left to the teacher."""

    words: dict[int, list[str]]
    parties: list[str]
    verbs: dict[str, list[str]]

    def varied(self, example: Example) -> Example:
        """The question with a share of its words replaced, now and then the predicate's."""
        bare = replace(example, kinds=(), mode=None, told=(), sides=None)
        marked = example.question.predicate
        if marked is not None and random.random() < OTHER_VERB:
            verb = random.choice(self.verbs[ending(marked.of(example.question.text))])
            bare = reworded(bare, {marked: verb})
        return strayed(bare, self.words, STRAY)

    def swapped(self, example: Example) -> Example:
        """The example with other words for its parties, now and then."""
        return swapped(example, self.parties)


def ending(word: str) -> str:
    """The ending of a predicate that tells its form."""
    return next((one for one in ENDINGS if word.endswith(one)), "")


def reworder_of(own: list[Sentence], unread: list[dict[str, Any]]) -> Reworder:
    """Words of all our sentences, and predicates of these and of the unread questions by their ending."""
    spans = [(one.text, one.predicate) for one in own]
    spans += [(row["text"], Span(*row["predicate"])) for row in unread if row["predicate"]]
    verbs = defaultdict[str, list[str]](list)
    for text, span in spans:
        if (word := span.of(text)).isalpha():
            verbs[ending(word)].append(word)
    return Reworder(by_length(one.text for one in own), parties_of(own), dict(verbs))


def of_unread(row: dict[str, Any]) -> Iterator[Example]:
    """A question without an answer, now and then the same unmarked besides."""
    spans = [Span(*row[side]) if row[side] else None for side in ("actor", "recipient", "predicate")]
    yield Example(Question(row["text"], *spans))
    if spans[2] is not None and random.random() < UNMARKED:
        yield Example(Question(row["text"]), told=((spans[2].start, _ANY),))


def drawn(material: Material, other: Reworder) -> list[Example]:
    """What one epoch shows."""
    found = [strayed(one, other.words) if one.kinds else one for one in material.fixed]
    found += [one for row in material.read for one in of_row(row)]
    for sentence in material.own:
        asked = list(of_own(sentence))
        found += asked
        if material.unread:
            found += [other.varied(one) for one in asked if random.random() < VARIED]
    found += [one for row in material.unread for one in of_unread(row)]
    return [other.swapped(one) for one in found]


class Shown(IterableDataset[Batch]):
    """The batches of one epoch, each reader's from its part of the material."""

    def __init__(
        self, material: Material, other: Reworder, vocabulary: dict[str, int], modes: list[str]
    ) -> None:
        self.material, self.other, self.vocabulary, self.modes = material, other, vocabulary, modes

    def __iter__(self) -> Iterator[Batch]:
        reader = get_worker_info()
        number, readers = (reader.id, reader.num_workers) if reader else (0, 1)
        if reader:
            random.seed(reader.seed)
        examples = drawn(self.material.part(number, readers), self.other)
        return batches(examples, self.vocabulary, self.modes, BATCH)


def softly(said: torch.Tensor, taught: torch.Tensor, shown: torch.Tensor) -> torch.Tensor:
    """How far what is said is from what is taught, both softened: the mean divergence over the rows that are shown."""
    if not shown.any():
        return said.sum() * 0.0
    wanted = torch.softmax(taught[shown] / SOFT, -1)
    found = torch.log_softmax(said[shown] / SOFT, -1)
    return torch.nn.functional.kl_div(found, wanted, reduction="batchmean") * SOFT**2


def loss_taught(
    said: tuple[torch.Tensor, ...], taught: tuple[torch.Tensor, ...], batch: Batch, openers: list[int]
) -> torch.Tensor:
    """The labels, and all that the teacher says: classes and modes where something is marked, how marked predicates are told and
    those that are asked about, the sides where a predicate alone is marked."""
    marked = torch.stack([batch.ids == opener for opener in openers])
    parties, predicate = marked[:2].any(0).any(-1), marked[2].any(-1)
    asked = (batch.told.sum(-1) > 0) | marked[2].roll(1, -1)
    loss = LABELS * loss_of(said, batch)
    loss = loss + softly(said[0], taught[0], parties | predicate)
    loss = loss + MODES_WEIGHT * softly(said[1], taught[1], parties | predicate)
    loss = loss + TOLD_WEIGHT * softly(said[2].flatten(0, 1), taught[2].flatten(0, 1), asked.flatten())
    hidden = batch.mask.unsqueeze(-1) == 0
    ours, theirs = (sides.masked_fill(hidden, -1e4) for sides in (said[3], taught[3]))
    for side in range(2):
        loss = loss + SIDES_WEIGHT * softly(ours[..., side], theirs[..., side], predicate & ~parties)
    return loss


def share_at(gone: float) -> float:
    """The share of the rates where so much of the way is gone: it rises, then falls to next to nothing."""
    return min(1.0, gone / WARM_UP) * (1 - gone) + 0.01


def loss_by(model: Encoder, teacher: Encoder | None, batch: Batch) -> torch.Tensor:
    """The loss of a batch by its labels, and where there is a teacher by what it says as well."""
    said = said_of(model, batch)
    if teacher is None:
        return loss_of(said, batch)
    with torch.no_grad():
        taught = said_of(teacher, batch)
    return loss_taught(said, taught, batch, model.openers)


def fitted(
    model: Encoder,
    teacher: Encoder | None,
    shown: Shown,
    held: list[Example],
    rate: float,
    epochs: int,
    seconds: float,
) -> None:
    """Fit the model in place until the seconds or the epochs are over; the rates fall with the seconds."""
    device = next(model.parameters()).device
    fit, begun = Fit(model, rate), time.monotonic()
    readers = READERS if device.type == "cuda" else 0
    for epoch in range(epochs):
        model.train()
        total, steps = torch.zeros((), device=device), 0
        for drawn_batch in DataLoader(shown, batch_size=None, num_workers=readers, pin_memory=readers > 0):
            gone = (time.monotonic() - begun) / seconds
            if gone >= 1:
                break
            batch = Batch(*(part.to(device, non_blocking=True) for part in drawn_batch))
            loss = loss_by(model, teacher, batch)
            fit.step(loss, share_at(gone))
            total += loss.detach()
            steps += 1
        print(
            f"epoch {epoch + 1}: {steps} steps, loss {total.item() / max(steps, 1):.3f}, right of the held "
            f"{right(model, held, shown):.4f}, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        if time.monotonic() - begun >= seconds:
            break


def settled(model: Encoder, teacher: Encoder, relation: list[Example], shown: Shown, rate: float) -> None:
    """Fit the model in place to the relations by their labels, to all that is shown besides by what the teacher says as well."""
    other, vocabulary, modes = shown.other, shown.vocabulary, shown.modes
    labelled = [other.swapped(strayed(one, other.words)) for one in relation]
    told = drawn(shown.material, other)
    mixed: list[tuple[Encoder | None, Batch]] = [
        (by, batch)
        for by, examples in ((None, labelled), (teacher, told))
        for batch in batches(examples, vocabulary, modes, SETTLE_BATCH)
    ]
    random.shuffle(mixed)
    fit = Fit(model.train(), rate, 10 * rate)
    for number, (by, batch) in enumerate(mixed):
        fit.step(loss_by(model, by, batch), share_at(number / len(mixed)))
    print(f"settled: {len(mixed)} steps", flush=True)


def right(model: Encoder, held: list[Example], shown: Shown) -> float:
    """The share of held sentences whose class is right."""
    model.eval()
    device, found = next(model.parameters()).device, 0
    with torch.no_grad():
        for batch in batches(list(held), shown.vocabulary, shown.modes, BATCH):
            best = (
                said_of(model, Batch(*(part.to(device) for part in batch)))[0].argmax(-1, keepdim=True).cpu()
            )
            found += int(batch.kinds.gather(-1, best).sum())
    return found / len(held)


def some_of(held: list[Any], share: float) -> list[Any]:
    """A share of what is held, drawn at random."""
    return random.sample(held, int(share * len(held)))


def main() -> None:
    """Read, fit, save."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", choices=sorted(TIMES))
    options.add_argument("relation", type=Path)
    options.add_argument("factuality", type=Path)
    options.add_argument("rows", type=Path, nargs="*")
    options.add_argument("--source", type=Path, help="the folder of the larger encoder")
    options.add_argument("--teacher", type=Path, help="the weights that `teach` saved")
    options.add_argument("--unread", type=Path, nargs="*", default=[])
    options.add_argument("--start", nargs="*", default=[])
    options.add_argument("--save", type=Path, required=True)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--epochs", type=int, default=50)
    options.add_argument("--seconds", type=float, default=540.0, help="the time that it may take")
    options.add_argument("--rate", type=float)
    options.add_argument("--only", type=int, help="this many of each set, to try the script")
    given = options.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    ground = ground_of(given.only)
    learned, modes = ground.learned, ground.modes
    openers = [ground.vocabulary[mark] for mark in MARKS[::2]]
    held = [example_of(one, with_predicate=True) for one in ground.held if not one.is_rare]
    pairs, facts = TIMES[given.what]
    relation = [of_relation(row) for row in rows([given.relation])[: given.only]] * pairs
    factuality = [of_factuality(row) for row in rows([given.factuality])[: given.only]] * facts
    read, unread = rows(given.rows)[: given.only], rows(given.unread)[: given.only]
    material = Material(relation + factuality, read, learned, unread)
    if given.what == "settle":
        material = Material(
            some_of(factuality, FACTS), some_of(read, ROWS), some_of(learned, OWN), some_of(unread, UNREAD)
        )
    shown = Shown(material, reworder_of(learned, unread), ground.vocabulary, modes)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if given.what == "teach":
        model: Encoder = Teacher(openers, len(modes), given.source).to(device)
        fitted(model, None, shown, held, given.rate or TEACHER_RATE, given.epochs, given.seconds)
    elif given.what == "learn":
        model = begun(ground.vocabulary, modes, given.start).to(device)
        larger = Teacher(openers, len(modes), given.source)
        larger.load_state_dict(torch.load(given.teacher))
        larger.to(device)
        print(f"the teacher is right in {right(larger, held, shown):.4f} of the held", flush=True)
        fitted(model, larger, shown, held, given.rate or RATE, given.epochs, given.seconds)
    else:
        model, before = (begun(ground.vocabulary, modes, given.start) for _ in range(2))
        settled(model, before.eval(), relation, shown, given.rate or SETTLE_RATE)
    torch.save(model.cpu().state_dict(), given.save)


if __name__ == "__main__":
    main()
