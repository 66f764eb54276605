"""The sentences of our own with marked parties and predicate (`training/*.tsv`; the datasheet is beside them)."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.record import Span

FOLDER = Path(__file__).parents[1] / "training"
COLUMNS = 7
_MARK = re.compile(r"\{([ARV]):([^{}]*)\}")
_ELSEWHERE = frozenset("direction third two".split())
"""Traps of sentences of no event whose predicate tells one all the same, between others than those marked."""
_RARE = "rare"
_DEV_SHARE = 8
"""One sentence in so many is kept for the dev split."""


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence; spans are code points of `text`."""

    text: str
    type: str
    mode: str | None
    status: str | None
    trap: str
    region: str
    decade: str
    actor: Span | None
    recipient: Span | None
    predicate: Span
    source: str = ""
    """The file that it stands in, without its ending."""

    @property
    def is_rare(self) -> bool:
        """Whether it was written for words and phrases that the other files hardly have: they are counted apart."""
        return self.source.startswith(_RARE)

    @property
    def tells_elsewhere(self) -> bool:
        """Whether the predicate tells an event, but not between those marked."""
        return self.type == "NONE" and self.trap in _ELSEWHERE


def sentences(folder: Path = FOLDER) -> Iterator[Sentence]:
    """All sentences, file by file in the order of their names.

    Raises:
        ValueError: a line is not of seven columns, or its marks are not well-formed.
    """
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                yield replace(sentence_of(line), source=path.stem)
            except (ValueError, KeyError) as cause:
                raise ValueError(f"{path.name}:{number}: {cause}") from cause


def sentence_of(line: str) -> Sentence:
    """One line: class, mode, status, kind, region, decade, and the sentence with its marks."""
    columns = line.split("\t")
    if len(columns) != COLUMNS:
        raise ValueError(f"{len(columns)} columns, not {COLUMNS}")
    kind, mode, status, trap, region, decade, marked = columns
    text, spans = _unmarked(marked)
    return Sentence(
        text, kind, None if kind == "NONE" else mode, None if status == "-" else status, trap, region, decade,
        spans.get("A"), spans.get("R"), spans["V"],
    )  # fmt: skip


def split_of(sentence: Sentence) -> str:
    """`dev` for one sentence in eight, by the hash of its words; `train` else."""
    digest = hashlib.sha256(sentence.text.encode()).digest()
    return "dev" if digest[0] % _DEV_SHARE == 0 else "train"


def of_split(name: str) -> list[Sentence]:
    """The sentences of one split, `dev` or `train`."""
    return [sentence for sentence in sentences() if split_of(sentence) == name]


def _unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    text, spans, at = "", dict[str, Span](), 0
    for mark in _MARK.finditer(marked):
        if mark[1] in spans:
            raise ValueError(f"two marks {mark[1]}")
        text += marked[at : mark.start()]
        spans[mark[1]] = Span(len(text), len(text) + len(mark[2]))
        text, at = text + mark[2], mark.end()
    text += marked[at:]
    if "{" in text or "}" in text or "V" not in spans:
        raise ValueError("marks that are not well-formed")
    return text, spans
