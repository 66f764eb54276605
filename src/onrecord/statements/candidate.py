"""A candidate statement, in token indices, and how it is put together."""

from dataclasses import dataclass

from onrecord.parsing import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible statement, in token indices."""

    cue: tuple[int, ...]
    content: tuple[int, ...]
    speaker: int | None
    frame: str
    head: int


def indices_of(parts: tuple[Token, ...]) -> tuple[int, ...]:
    """The indices of the parts with all that hangs on them."""
    return tuple(token.i for part in parts for token in part.subtree)


def index_of(token: Token | None) -> int | None:
    """The index of a token, None for none."""
    return None if token is None else token.i
