"""Train the re-ranker of candidate statements and write its weights.

    python scripts/train_statements.py TRAIN.jsonl [--rows N] [--seed N]

TRAIN.jsonl has one report a line: `text` and `attributions` with `source`, `cue` and `content` spans. A candidate is right
when it is the best match of a gold attribution (Jaccard of contents at least a half). Features seen fewer than four times
are left out. Needs PyTorch (the extra `train`).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from onrecord.parsing import Parse, Parser
from onrecord.record import Block, BlockKind, Report, Span
from onrecord.statements.extents import Quotes
from onrecord.statements.features import features
from onrecord.statements.choosing import proposed
from onrecord.statements.reranker import contexts

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "statements" / "data" / "reranker.npz"
SEEN = 4
EMBEDDING, HIDDEN, MEMBERS = 16, 48, 3
EPOCHS, BATCH, RATE, DECAY = 5, 512, 3e-3, 0.6


class Example(NamedTuple):
    """What the network sees of a candidate, and whether it is right."""

    names: list[str]
    context: Any
    right: bool


def report_of(row: dict[str, Any]) -> Report:
    text = row["text"]
    return Report(
        id=str(row["id"]), text=text, sha256="", blocks=(Block(Span(0, len(text)), BlockKind.STORY),)
    )


def examples(row: dict[str, Any], parse: Parse) -> Iterator[Example]:
    """Every candidate of one report."""
    quotes = Quotes.of(parse)
    found = [candidate for candidate in proposed(parse.doc, quotes) if candidate.content]
    if not found:
        return
    contents = [
        {i for t in c.content for i in range(parse.doc[t].idx, parse.doc[t].idx + len(parse.doc[t]))}
        for c in found
    ]
    right: set[int] = set()
    for attribution in row["attributions"]:
        wanted = {
            i for s, e in spans(attribution["content"]) for i in range(s, e) if not row["text"][i].isspace()
        }
        scored = [(len(wanted & c) / len(wanted | c), -n) for n, c in enumerate(contents) if wanted & c]
        best, number = max(scored, default=(0.0, 0))
        if best >= 0.5:
            right.add(-number)
    dense = contexts(found, quotes)
    for number, candidate in enumerate(found):
        yield Example(features(candidate, quotes), dense[number].astype(np.float16), number in right)


def spans(value: Any) -> list[list[int]]:
    return [] if not value else [value] if isinstance(value[0], int) else value


class Network(nn.Module):
    """Wide votes and a deep layer, as `onrecord.statements.reranker` reads them."""

    def __init__(self, features: int, width: int) -> None:
        super().__init__()
        self.vote = nn.Embedding(features + 1, 1, padding_idx=0)
        self.embedding = nn.Embedding(features + 1, EMBEDDING, padding_idx=0)
        nn.init.zeros_(self.vote.weight)
        nn.init.normal_(self.embedding.weight, std=0.1)
        self.embedding.weight.data[0] = 0
        self.before, self.between = nn.Dropout(0.2), nn.Dropout(0.3)
        self.hidden, self.out = nn.Linear(width + EMBEDDING, HIDDEN), nn.Linear(HIDDEN, 1)

    def forward(self, ids: torch.Tensor, context: torch.Tensor) -> torch.Tensor:
        """Log-odds of each candidate."""
        inputs = torch.cat([context, self.embedding(ids).sum(1)], 1)
        deep = self.out(self.between(torch.relu(self.hidden(self.before(inputs)))))[:, 0]
        odds: torch.Tensor = self.vote(ids).sum((1, 2)) + deep
        return odds


def fit(rows: Iterable[Example], seed: int = 0) -> dict[str, Any]:
    """The arrays of a committee of networks that differ in their seed."""
    names, dense, truth = zip(*rows, strict=True)
    counts = Counter(name for row in names for name in set(row))
    known = {
        name: number for number, name in enumerate((n for n, c in sorted(counts.items()) if c >= SEEN), 1)
    }
    kept = [[known[name] for name in row if name in known] for row in names]
    ids = torch.zeros((len(kept), max(map(len, kept))), dtype=torch.long)
    for number, row in enumerate(kept):
        ids[number, : len(row)] = torch.tensor(row, dtype=torch.long)
    context, right = (
        torch.tensor(np.stack(dense).astype(np.float32)),
        torch.tensor(truth, dtype=torch.float32),
    )
    middle, spread = context.mean(0), context.std(0) + 1e-6
    context = (context - middle) / spread
    members = [trained(len(known), ids, context, right, seed + number) for number in range(MEMBERS)]
    return joined([arrays(network, middle, spread) for network in members]) | {"names": list(known)}


def trained(size: int, ids: torch.Tensor, context: torch.Tensor, right: torch.Tensor, seed: int) -> Network:
    """One member of the committee."""
    torch.manual_seed(seed)
    network = Network(size, context.shape[1])
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-3)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(ids)).split(BATCH):
            loss = nn.functional.binary_cross_entropy_with_logits(
                network(ids[batch], context[batch]), right[batch]
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        for group in optimiser.param_groups:
            group["lr"] *= DECAY
    return network


def arrays(network: Network, middle: torch.Tensor, spread: torch.Tensor) -> dict[str, Any]:
    """A network's arrays, with the scaling of the contexts folded into its hidden layer."""
    with torch.no_grad():
        hidden = network.hidden.weight.T.clone()
        hidden[: len(middle)] /= spread[:, None]
        bias = network.hidden.bias - middle @ hidden[: len(middle)]
        return {
            "embedding": network.embedding.weight[1:].numpy(),
            "vote": network.vote.weight[1:, 0].numpy(),
            "hidden": hidden.numpy(),
            "hidden_bias": bias.numpy(),
            "out": network.out.weight[0].numpy(),
            "bias": float(network.out.bias),
        }


def joined(members: list[dict[str, Any]]) -> dict[str, Any]:
    """The committee as one network: embeddings and hidden layers side by side, log-odds averaged."""
    width = len(members[0]["hidden"]) - EMBEDDING
    hidden = np.zeros((width + EMBEDDING * len(members), HIDDEN * len(members)), np.float32)
    for number, member in enumerate(members):
        columns = slice(number * HIDDEN, (number + 1) * HIDDEN)
        hidden[:width, columns] = member["hidden"][:width]
        hidden[width + number * EMBEDDING : width + (number + 1) * EMBEDDING, columns] = member["hidden"][
            width:
        ]
    return {
        "embedding": np.concatenate([member["embedding"] for member in members], 1),
        "vote": np.mean([member["vote"] for member in members], 0),
        "hidden": hidden,
        "hidden_bias": np.concatenate([member["hidden_bias"] for member in members]),
        "out": np.concatenate([member["out"] for member in members]) / len(members),
        "bias": float(np.mean([member["bias"] for member in members])),
    }


def write(trained: dict[str, Any], target: Path = TARGET) -> None:
    """int8 with a scale per column; the biases stay whole."""
    packed: dict[str, Any] = {
        "names": np.frombuffer("\n".join(trained["names"]).encode("utf-8"), np.uint8),
        "bias": np.float32(trained["bias"]),
        "hidden_bias": trained["hidden_bias"].astype(np.float32),
        "hidden_bias_scale": np.float32(1),
    }
    for key in ("embedding", "vote", "hidden", "out"):
        scale = np.abs(trained[key]).max(0) / 127 + 1e-12
        packed[key] = np.round(trained[key] / scale).astype(np.int8)
        packed[f"{key}_scale"] = scale.astype(np.float32)
    target.parent.mkdir(exist_ok=True)
    np.savez_compressed(target, **packed)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("train", type=Path)
    options.add_argument("--rows", type=int)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    rows = [json.loads(line) for line in given.train.open(encoding="utf-8")][: given.rows]
    parses = Parser().pipe(map(report_of, rows))
    trained = fit(
        (e for row, parse in zip(rows, parses, strict=True) for e in examples(row, parse)), given.seed
    )
    write(trained)
    print(f"{len(trained['names'])} features in {TARGET.name}, {TARGET.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
