"""Pieces as the reference cuts them; the expected pieces are the vocabulary's own."""

from hypothesis import given
from hypothesis import strategies as some

from onrecord.events.model.classifier import _loaded
from onrecord.events.model.marking import marked
from onrecord.events.model.wordpiece import wordpieces


def pieces(text: str, longest: int = 128) -> list[str]:
    words = _loaded().vocabulary
    by_id = {number: word for word, number in words.items()}
    return [by_id[number] for number in wordpieces(text, words, longest)]


def test_wordpieces_fold_case_and_accents():
    assert pieces("Café TALKS") == ["[CLS]", "cafe", "talks", "[SEP]"]


def test_wordpieces_cut_long_words_longest_first():
    assert pieces("unaffable") == ["[CLS]", "una", "##ffa", "##ble", "[SEP]"]


def test_wordpieces_part_punctuation():
    assert pieces("U.S.-led") == ["[CLS]", "u", ".", "s", ".", "-", "led", "[SEP]"]


def test_wordpieces_keep_the_marks_whole():
    text = marked("Kenya met Somalia", (0, 5), (10, 17))
    assert pieces(text) == [
        "[CLS]",
        "[unused1]",
        "kenya",
        "[unused2]",
        "met",
        "[unused3]",
        "somalia",
        "[unused4]",
        "[SEP]",
    ]


def test_marked_without_a_party_is_the_text():
    assert marked("Kenya met", None, None) == "Kenya met"


@given(some.text(max_size=300), some.integers(4, 64))
def test_wordpieces_never_exceed_the_length(text, longest):
    ids = wordpieces(text, _loaded().vocabulary, longest)
    assert 2 <= len(ids) <= longest
