"""How a pair is shown to the encoder: both parties between marks of their own."""

from collections.abc import Sequence

MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
"""Before and after the actor, before and after the recipient: entries that the vocabulary keeps free."""


def marked(text: str, actor: Sequence[int] | None, recipient: Sequence[int] | None) -> str:
    """The text with the marks set around the given code-point spans."""
    places: list[tuple[int, int, str]] = []
    for span, before, after in ((actor, *MARKS[:2]), (recipient, *MARKS[2:])):
        if span is not None:
            places += [(span[0], 1, f"{before} "), (span[1], 0, f" {after}")]
    for place, _, mark in sorted(places, reverse=True):
        text = text[:place] + mark + text[place:]
    return text
