"""Train the small networks of `onrecord.parsing.network`: a committee that differs in its seeds, joined into one, int8.

Needs PyTorch (the extra `train`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

SEEN = 4
"""Features seen fewer times are left out."""


class Example(NamedTuple):
    """What the network sees, and the truth: a class."""

    names: list[str]
    context: Any
    truth: int


@dataclass(frozen=True)
class Plan:
    """The shape of a member and how it is trained; `weights` of the classes make up for rare ones."""

    classes: int
    embedding: int = 16
    hidden: int = 48
    members: int = 3
    epochs: int = 5
    batch: int = 512
    rate: float = 3e-3
    decay: float = 0.6
    drop: float = 0.2
    penalty: float = 1e-3
    weights: tuple[float, ...] = ()

    @property
    def outputs(self) -> int:
        """Two classes need one log-odds."""
        return 1 if self.classes == 2 else self.classes


class Member(nn.Module):
    """Wide votes and a deep layer."""

    def __init__(self, plan: Plan, features: int, width: int) -> None:
        super().__init__()
        self.vote = nn.Embedding(features + 1, plan.outputs, padding_idx=0)
        self.embedding = nn.Embedding(features + 1, plan.embedding, padding_idx=0)
        nn.init.zeros_(self.vote.weight)
        nn.init.normal_(self.embedding.weight, std=0.1)
        self.embedding.weight.data[0] = 0
        self.before, self.between = nn.Dropout(plan.drop), nn.Dropout(plan.drop + 0.1)
        self.hidden, self.out = (
            nn.Linear(width + plan.embedding, plan.hidden),
            nn.Linear(plan.hidden, plan.outputs),
        )

    def forward(self, ids: torch.Tensor, context: torch.Tensor) -> torch.Tensor:
        """Log-odds or logits of each example."""
        inputs = torch.cat([context, self.embedding(ids).sum(1)], 1)
        found: torch.Tensor = self.vote(ids).sum(1) + self.out(
            self.between(torch.relu(self.hidden(self.before(inputs))))
        )
        return found


def fit(rows: Iterable[Example], plan: Plan, seed: int = 0) -> dict[str, Any]:
    """The arrays of the committee."""
    names, dense, truth = zip(*rows, strict=True)
    counts = Counter(name for row in names for name in set(row))
    known = {
        name: number for number, name in enumerate((n for n, c in sorted(counts.items()) if c >= SEEN), 1)
    }
    kept = [[known[name] for name in row if name in known] for row in names]
    ids = torch.zeros((len(kept), max(map(len, kept))), dtype=torch.long)
    for number, row in enumerate(kept):
        ids[number, : len(row)] = torch.tensor(row, dtype=torch.long)
    context, right = torch.tensor(np.stack(dense).astype(np.float32)), torch.tensor(truth, dtype=torch.long)
    middle, spread = context.mean(0), context.std(0) + 1e-6
    context = (context - middle) / spread
    members = [
        _trained(plan, len(known), ids, context, right, seed + number) for number in range(plan.members)
    ]
    return _joined([_arrays(member, middle, spread) for member in members], plan) | {"names": list(known)}


def _trained(
    plan: Plan, size: int, ids: torch.Tensor, context: torch.Tensor, right: torch.Tensor, seed: int
) -> Member:
    torch.manual_seed(seed)
    member = Member(plan, size, context.shape[1])
    optimiser = torch.optim.AdamW(member.parameters(), lr=plan.rate, weight_decay=plan.penalty)
    for _ in range(plan.epochs):
        for batch in torch.randperm(len(ids)).split(plan.batch):
            loss = _loss(member(ids[batch], context[batch]), right[batch], plan)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        for group in optimiser.param_groups:
            group["lr"] *= plan.decay
    return member


def _loss(odds: torch.Tensor, right: torch.Tensor, plan: Plan) -> torch.Tensor:
    if plan.outputs == 1:
        return nn.functional.binary_cross_entropy_with_logits(odds[:, 0], right.float())
    weights = torch.tensor(plan.weights) if plan.weights else None
    return nn.functional.cross_entropy(odds, right, weight=weights)


def _arrays(member: Member, middle: torch.Tensor, spread: torch.Tensor) -> dict[str, Any]:
    """A member's arrays, with the scaling of the contexts folded into its hidden layer."""
    with torch.no_grad():
        hidden = member.hidden.weight.T.clone()
        hidden[: len(middle)] /= spread[:, None]
        return {
            "embedding": member.embedding.weight[1:].numpy(),
            "vote": member.vote.weight[1:].numpy(),
            "hidden": hidden.numpy(),
            "hidden_bias": (member.hidden.bias - middle @ hidden[: len(middle)]).numpy(),
            "out": member.out.weight.T.numpy(),
            "bias": member.out.bias.numpy(),
        }


def _joined(members: list[dict[str, Any]], plan: Plan) -> dict[str, Any]:
    """The committee as one network: embeddings and hidden layers side by side, outputs averaged."""
    width = len(members[0]["hidden"]) - plan.embedding
    hidden = np.zeros((width + plan.embedding * len(members), plan.hidden * len(members)), np.float32)
    for number, member in enumerate(members):
        columns = slice(number * plan.hidden, (number + 1) * plan.hidden)
        rows = slice(width + number * plan.embedding, width + (number + 1) * plan.embedding)
        hidden[:width, columns] = member["hidden"][:width]
        hidden[rows, columns] = member["hidden"][width:]
    return {
        "embedding": np.concatenate([member["embedding"] for member in members], 1),
        "vote": np.mean([member["vote"] for member in members], 0),
        "hidden": hidden,
        "hidden_bias": np.concatenate([member["hidden_bias"] for member in members]),
        "out": np.concatenate([member["out"] for member in members]) / len(members),
        "bias": np.mean([member["bias"] for member in members], 0),
    }


def write(trained: dict[str, Any], target: Path) -> None:
    """int8 with a scale per column; the biases stay whole."""
    packed: dict[str, Any] = {"names": np.frombuffer("\n".join(trained["names"]).encode("utf-8"), np.uint8)}
    for key in ("hidden_bias", "bias"):
        packed[key], packed[f"{key}_scale"] = trained[key].astype(np.float32), np.float32(1)
    for key in ("embedding", "vote", "hidden", "out"):
        scale = np.abs(trained[key]).max(0) / 127 + 1e-12
        packed[key] = np.round(trained[key] / scale).astype(np.int8)
        packed[f"{key}_scale"] = scale.astype(np.float32)
    target.parent.mkdir(exist_ok=True)
    np.savez_compressed(target, **packed)
    print(f"{len(trained['names'])} features in {target.name}, {target.stat().st_size // 1024} kB")
