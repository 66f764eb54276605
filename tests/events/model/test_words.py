"""The words beside the encoder: what is read of a question, and what it weighs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events import telling
from onrecord.events.model import classifier, words
from onrecord.events.model.marking import Question
from onrecord.record import EventType, Span

TEXT = "Police in Kisumu rounded up nine students after the march."
POLICE, ROUNDED, STUDENTS = (
    Span(TEXT.index(part), TEXT.index(part) + len(part))
    for part in ("Police in Kisumu", "rounded up", "nine students")
)


@st.composite
def questions(draw):
    text = draw(st.text(max_size=80))
    places = st.integers(0, len(text))
    spans = st.none() | st.builds(lambda one, other: Span(*sorted((one, other))), places, places)
    return Question(text, draw(spans), draw(spans), draw(spans))


@given(questions())
def test_any_question_can_be_read(question):
    read = list(words.readings(question))
    buckets, values = words.hashed(read)
    assert len(buckets) == len(values) == len(read) > 0
    assert all(0 <= bucket < words.BUCKETS for bucket in buckets)
    for table in (words.loaded().kinds, words.loaded().told):
        shares = table.shares(question)
        assert shares.sum() == pytest.approx(1, abs=1e-4)
        assert (shares >= 0).all()


def test_a_text_without_end_is_read_near_its_marks():
    start = Question(TEXT + " And so on" * 10_000, None, None, ROUNDED)
    assert len(list(words.readings(start))) < 100


def test_a_predicate_of_many_words_leaves_no_share_without_meaning():
    text = " ".join(f"attack{number} denounced{number}" for number in range(2_000))
    for table in (words.loaded().kinds, words.loaded().told):
        assert np.isfinite(np.log(table.shares(Question(text, None, None, Span(0, len(text)))))).all()


def test_endings_do_not_hide_a_word():
    shares = [
        dict(words.readings(Question(f"They {verb} him.", None, None, Span(5, 5 + len(verb)))))
        for verb in ("praised", "praises", "praise")
    ]
    assert all("lemma prais" in read for read in shares)


def test_sides_turned_read_differently():
    straight = dict(words.readings(Question(TEXT, POLICE, STUDENTS, ROUNDED)))
    turned = dict(words.readings(Question(TEXT, STUDENTS, POLICE, ROUNDED)))
    assert "order AVR" in straight
    assert "order RVA" in turned


def test_a_party_not_marked_is_not_read_as_one():
    named = {name for name, _ in words.readings(Question(TEXT, None, None, ROUNDED))}
    assert not any(name.startswith(("A ", "R ", "no ")) for name in named)


def test_words_alone_know_a_phrase():
    text = "Rebels ambushed an army convoy near Goma."
    question = Question(text, Span(0, 6), Span(16, 30), Span(7, 15))
    shares = words.loaded().kinds.shares(question)
    assert classifier.classes()[int(shares.argmax())] is EventType.ASSAULT


@pytest.mark.parametrize(
    ("text", "told"),
    [("The army denied that it shelled the town.", "denied"), ("They shelled the town on Monday.", "fact")],
)
def test_words_alone_hear_how_it_is_told(text, told):
    at = text.index("shelled")
    shares = words.telling(Question(text, None, None, Span(at, at + len("shelled"))))
    assert telling.CLASSES[int(shares.argmax())] == told


def test_the_encoder_answers_alone_between_parties():
    question = Question(TEXT, POLICE, STUDENTS)
    (alone,), (encoder,) = classifier.answers([question]), classifier.scores([question])
    best = classifier.classes()[int(np.argmax(encoder))]
    assert alone.opinions[0].type is best


def test_words_weigh_where_the_predicate_is_marked():
    question = Question(TEXT, POLICE, STUDENTS, ROUNDED)
    (encoder,) = classifier.scores([question])
    weighed = words.joined(encoder, question)
    read = words.loaded()
    best = int(read.kinds.shares(question).argmax())
    assert (weighed * read.temperature - encoder).argmax() == best, "what the words say most is raised most"
