"""What the encoder is asked: a text with its parties and its predicate between marks of their own."""

from collections.abc import Iterator

import msgspec

from onrecord.record import Span

MARKS = tuple(f"[unused{number}]" for number in range(1, 7))
"""Before and after the actor, the recipient, the predicate: entries that the vocabulary keeps free."""


class Question(msgspec.Struct, frozen=True):
    """A sentence or a few, with what is marked in it; spans are code points of `text`, None where nothing is given."""

    text: str
    actor: Span | None = None
    recipient: Span | None = None
    predicate: Span | None = None


def marks_of(question: Question) -> list[tuple[int, str]]:
    """Offset and name of each mark, in the order in which they are read."""
    return [(place, mark) for place, _, mark in sorted(_marks(question))]


def _marks(question: Question) -> Iterator[tuple[int, int, str]]:
    """A mark that closes goes before one that opens at the same place."""
    for number, span in enumerate((question.actor, question.recipient, question.predicate)):
        if span is not None:
            yield span[0], 1, MARKS[2 * number]
            yield span[1], 0, MARKS[2 * number + 1]
