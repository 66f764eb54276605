"""Pieces as the reference cuts them; the expected pieces are the vocabulary's own."""

from hypothesis import given
from hypothesis import strategies as some

from onrecord.events.model.classifier import _loaded
from onrecord.events.model.marking import Question, marks_of
from onrecord.events.model.wordpiece import encoded
from onrecord.record import Span


def pieces(text: str, longest: int = 128, **marked: Span) -> list[str]:
    words = _loaded().vocabulary
    by_id = {number: word for word, number in words.items()}
    marks = marks_of(Question(text, **marked))
    return [by_id[number] for number in encoded(text, words, longest, marks).ids]


def test_wordpieces_fold_case_and_accents():
    assert pieces("Café TALKS") == ["[CLS]", "cafe", "talks", "[SEP]"]


def test_wordpieces_cut_long_words_longest_first():
    assert pieces("unaffable") == ["[CLS]", "una", "##ffa", "##ble", "[SEP]"]


def test_wordpieces_part_punctuation():
    assert pieces("U.S.-led") == ["[CLS]", "u", ".", "s", ".", "-", "led", "[SEP]"]


def test_marks_stand_around_their_words():
    assert pieces("Kenya met Somalia", actor=Span(0, 5), recipient=Span(10, 17), predicate=Span(6, 9)) == [
        "[CLS]", "[unused1]", "kenya", "[unused2]", "[unused5]", "met", "[unused6]", "[unused3]", "somalia",
        "[unused4]", "[SEP]",
    ]  # fmt: skip


def test_a_token_is_found_by_its_word():
    text = "Kenya met unaffable Somalia"
    tokens = encoded(text, _loaded().vocabulary, 128, marks_of(Question(text, Span(0, 5))))
    assert tokens.token_at(10) == 5, "after the opening mark, two marks and two words"
    assert tokens.token_at(11) == 0, "no word begins there"


@given(some.text(max_size=300), some.integers(4, 64))
def test_wordpieces_never_exceed_the_length(text, longest):
    ids = encoded(text, _loaded().vocabulary, longest).ids
    assert 2 <= len(ids) <= longest
