"""The sentences of our own: well-formed, known labels, none twice, every class in either split."""

from bisect import bisect_right
from collections import Counter

import numpy as np
import pytest
from benchmarks.sentences import Sentence, sentence_of, sentences, split_of
from rapidfuzz import fuzz, process

from onrecord.record import EventType, Status

ALL = list(sentences())
_ALIKE = 92
"""Per cent of likeness from which two sentences count as one: 200 times the letters that they share, of all letters of both."""
_BLOCK = 500


def test_labels_are_known() -> None:
    kinds = {kind.value for kind in EventType} | {"NONE"}
    assert {sentence.type for sentence in ALL} <= kinds
    assert {sentence.status for sentence in ALL} - {None} <= {status.value for status in Status}


def test_every_class_stands_in_either_split() -> None:
    counted = Counter((sentence.type, split_of(sentence)) for sentence in ALL)
    for kind in EventType:
        assert counted[kind.value, "train"] > 15
        assert counted[kind.value, "dev"] > 0


def test_spans_are_words() -> None:
    for sentence in ALL:
        for span in filter(None, (sentence.actor, sentence.recipient, sentence.predicate)):
            words = span.of(sentence.text)
            assert words == words.strip() and words


def test_no_sentence_stands_twice_or_nearly() -> None:
    texts = sorted({sentence.text for sentence in ALL}, key=len)
    assert len(texts) == len(ALL)
    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK]
        longest = len(block[-1]) * (200 - _ALIKE) / _ALIKE
        others = texts[start : bisect_right(texts, longest, key=len)]
        alike = process.cdist(
            block, others, scorer=fuzz.ratio, score_cutoff=_ALIKE, workers=-1, dtype="uint8"
        )
        pairs = [(block[row], others[at]) for row, at in np.argwhere(alike) if at > row]
        assert not pairs, pairs[:3]


@pytest.mark.parametrize(
    "line",
    ["AID\t-\thappened\tplain\tAfrica\t2020s", "AID\t-\thappened\tplain\tAfrica\t2020s\tNo {A:mark} here",
     "AID\t-\thappened\tplain\tAfrica\t2020s\t{V:gave} {V:twice}"],
)  # fmt: skip
def test_a_broken_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"columns|marks"):
        sentence_of(line)


def test_marks_become_spans() -> None:
    made: Sentence = sentence_of("AID\tfood\thappened\tplain\tAfrica\t2020s\t{A:Chad} {V:fed} {R:them}.")
    assert (made.text, made.actor, made.recipient) == ("Chad fed them.", (0, 4), (9, 13))
