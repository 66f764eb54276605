"""Which event mentions, across documents, are one event.

Decided by the head's lemma and by what stands around it: the words of its sentence, weighted by rarity,
and the likeness of the two documents. Refused: one lemma in two stories ("the attack" here and there).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.linking.clusters import Pair, clusters
from onrecord.linking.likeness import Vector, alike, cosine, vectors
from onrecord.parsing import Parse, Token
from onrecord.record import Span

JOIN = 0.3
"""Mean likeness from which mentions are one event."""
_SAME_STORY = 0.15
"""Cosine from which two documents may tell one event."""


@dataclass(frozen=True)
class EventMention:
    """An event mention: which document, which words, and their syntactic head."""

    document: int
    span: Span
    head: Token

    @cached_property
    def lemma(self) -> str:
        """The head's lemma, with a particle where there is one."""
        particle = next((child.lower_ for child in self.head.children if child.dep_ == "prt"), "")
        return f"{self.head.lemma_.lower()} {particle}".strip()

    @cached_property
    def sentence(self) -> str:
        """The words of the mention's sentence."""
        return str(self.head.sent.text)


def link_mentions(parses: Sequence[Parse], spans: Sequence[Sequence[Span]]) -> list[list[str]]:
    """The cluster label of each given event span of each document, in the order given."""
    mentions = [
        EventMention(number, span, head_of(parse, span))
        for number, (parse, given) in enumerate(zip(parses, spans, strict=True))
        for span in given
    ]
    label = clusters(len(mentions), _likeness(mentions, _related(parses)), JOIN)
    rows: list[list[str]] = [[] for _ in parses]
    for mention, first in zip(mentions, label, strict=True):
        rows[mention.document].append(f"event-{first + 1}")
    return rows


def head_of(parse: Parse, span: Span) -> Token:
    """The token of the span that the others hang on; the nearest token where the span covers none."""
    inside = [token for token in parse.doc if token.idx < span.end and span.start < token.idx + len(token)]
    if not inside:
        return min(parse.doc, key=lambda token: abs(token.idx - span.start))
    return next((token for token in inside if token.head not in inside or token.head == token), inside[-1])


def _related(parses: Sequence[Parse]) -> dict[Pair, float]:
    weighed = vectors([parse.text for parse in parses])
    near = {(i, j): score for i, j, score in alike(weighed, _SAME_STORY)}
    return near | {(i, i): 1.0 for i in range(len(parses))}


def _likeness(mentions: Sequence[EventMention], related: dict[Pair, float]) -> dict[Pair, float]:
    around = vectors([mention.sentence for mention in mentions])
    by_lemma: dict[str, list[int]] = {}
    found: dict[Pair, float] = {}
    for j, mention in enumerate(mentions):
        for i in by_lemma.setdefault(mention.lemma, []):
            score = _pair(mentions[i], mention, around[i], around[j], related)
            if score > 0:
                found[i, j] = score
        by_lemma[mention.lemma].append(j)
    return found


def _pair(
    one: EventMention, other: EventMention, near: Vector, by: Vector, related: dict[Pair, float]
) -> float:
    documents = related.get((min(one.document, other.document), max(one.document, other.document)), 0.0)
    return min(1.0, 0.5 + cosine(near, by)) if documents else 0.0
