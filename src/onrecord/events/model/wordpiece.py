"""WordPiece tokens for the encoder (Devlin et al. 2019, uncased), from the vocabulary beside the weights.

The reference library brings a hub client with it; this program opens no connection, so it cuts the words itself.
A test holds the cuts on words whose pieces are known.
"""

import re
import unicodedata
from collections.abc import Mapping

from onrecord.events.model.marking import MARKS

_UNKNOWN, _OPEN, _CLOSE = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100
_PIECES = re.compile(r"\[unused\d\]|[^\W_]+|[^\w\s]|_", re.UNICODE)


def wordpieces(text: str, vocabulary: Mapping[str, int], longest: int) -> list[int]:
    """The token ids of a text with its opening and closing marks, at most `longest` of them."""
    ids: list[int] = []
    for word in _PIECES.findall(_folded(text)):
        ids.extend((vocabulary[word],) if word in MARKS else _cut(word, vocabulary))
    return [vocabulary[_OPEN], *ids[: longest - 2], vocabulary[_CLOSE]]


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")


def _cut(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """Longest match first; a word with a piece that is not known is unknown as a whole."""
    if len(word) > _LONGEST_WORD:
        return [vocabulary[_UNKNOWN]]
    pieces, start = [], 0
    while start < len(word):
        piece = _longest(word, start, vocabulary)
        if not piece:
            return [vocabulary[_UNKNOWN]]
        pieces.append(vocabulary[piece])
        start += len(piece.removeprefix("##"))
    return pieces


def _longest(word: str, start: int, vocabulary: Mapping[str, int]) -> str | None:
    prefix = "##" if start else ""
    ends = range(len(word), start, -1)
    return next((piece for end in ends if (piece := prefix + word[start:end]) in vocabulary), None)
