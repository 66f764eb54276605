"""WordPiece tokens for the encoder (Devlin et al. 2019, uncased), from the vocabulary beside the weights.

The reference library brings a hub client with it; this program opens no connection, so it cuts the words itself.
A test holds the cuts on words whose pieces are known.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import msgspec

_UNKNOWN, _OPEN, _CLOSE = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100
_WORDS = re.compile(r"(?:[^\W_]|(?<=[^\W_])[\u0300-\u036f])+|[^\w\s]|_")


class Encoded(msgspec.Struct, frozen=True):
    """Token ids, and for each the offset of its word in the text; -1 for marks."""

    ids: list[int]
    starts: list[int]

    def token_at(self, offset: int) -> int:
        """The number of the first token of the word at an offset; 0, the opening mark, where it was cut off."""
        return self.starts.index(offset) if offset in self.starts else 0


def encoded(
    text: str, vocabulary: Mapping[str, int], longest: int, marks: Sequence[tuple[int, str]] = ()
) -> Encoded:
    """The tokens of a text with its opening and closing marks, at most `longest` of them.

    Args:
        text: any text.
        vocabulary: id of each piece.
        longest: bound on the tokens.
        marks: offsets, in order, before whose words an entry of the vocabulary is set.
    """
    found = list(_tokens(text, vocabulary, marks))[: longest - 2]
    ids = [vocabulary[_OPEN], *(number for number, _ in found), vocabulary[_CLOSE]]
    return Encoded(ids, [-1, *(start for _, start in found), -1])


def _tokens(
    text: str, vocabulary: Mapping[str, int], marks: Sequence[tuple[int, str]]
) -> Iterator[tuple[int, int]]:
    waiting = list(marks)
    for word in _WORDS.finditer(text):
        while waiting and waiting[0][0] <= word.start():
            yield vocabulary[waiting.pop(0)[1]], -1
        for piece in _cut(_folded(word.group()), vocabulary):
            yield piece, word.start()
    for _, mark in waiting:
        yield vocabulary[mark], -1


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
