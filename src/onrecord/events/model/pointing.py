"""Whom the encoder points at: its shares of a sentence's words, as actors of the report's cast."""

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.actors import Cast
from onrecord.events.model.classifier import Pointer
from onrecord.parsing import Token

KEPT = 0.25
"""Share from which the party that the rules bound is left as it is."""
SURE = 0.5
"""Share from which another party, or nobody, takes its place."""
BESIDE = 0.05
"""Share from which a word that is coordinated with the one pointed at is a party too."""


class Side(msgspec.Struct, frozen=True):
    """Who stands on a side of a predicate, and the encoder's share of them; of nobody where they are none."""

    ids: tuple[str, ...]
    share: float
    words: tuple[Token, ...] = ()
    """The words that the encoder points at, where the rules' party was left."""


def shares_of(pointer: Pointer, predicate: Token) -> dict[int, float]:
    """The share of each token of the predicate's sentence, by the token's number in the document."""
    sentence = predicate.sent
    shares: dict[int, float] = {}
    for offset, share in pointer.words.items():
        span = sentence.char_span(offset, offset + 1, alignment_mode="expand")
        if span is not None:
            shares[span.start] = shares.get(span.start, 0.0) + share
    return shares


def side_of(ids: tuple[str, ...], pointer: Pointer, predicate: Token, cast: Cast) -> Side:
    """The party as the rules bound it, or where the encoder is sure of another, that one."""
    shares = shares_of(pointer, predicate)
    bound = Side(ids, _share(ids, shares, pointer, predicate, cast))
    if bound.share >= KEPT:
        return bound
    other = pointed(pointer, predicate, cast, shares)
    return other if other.share >= SURE else bound


def pointed(
    pointer: Pointer, predicate: Token, cast: Cast, shares: Mapping[int, float] | None = None
) -> Side:
    """The actors behind the word that the encoder points at and those coordinated with it; nobody, if it points at none."""
    shares = shares_of(pointer, predicate) if shares is None else shares
    best = max(shares, key=shares.__getitem__, default=None)
    if best is None or shares[best] < pointer.nobody:
        return Side((), pointer.nobody)
    word = predicate.doc[best]
    beside = (other for other in word.conjuncts if shares.get(other.i, 0.0) >= BESIDE)
    words = tuple(other for other in (word, *beside) if cast.holders(other))
    ids = cast.ids(words)
    return Side(ids, _share(ids, shares, pointer, predicate, cast) if ids else 0.0, words)


def unheld(pointer: Pointer, predicate: Token, cast: Cast) -> Token | None:
    """The word that the encoder points at, where it is sure of it and no actor stands behind it."""
    shares = shares_of(pointer, predicate)
    best = max(shares, key=shares.__getitem__, default=None)
    if best is None or shares[best] < SURE or cast.holders(predicate.doc[best]):
        return None
    return predicate.doc[best]


def _share(
    ids: Iterable[str], shares: Mapping[int, float], pointer: Pointer, predicate: Token, cast: Cast
) -> float:
    wanted = set(ids)
    if not wanted:
        return pointer.nobody
    return sum(share for i, share in shares.items() if not wanted.isdisjoint(cast.holders(predicate.doc[i])))
