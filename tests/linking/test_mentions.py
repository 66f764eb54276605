"""Event mentions across documents."""

from onrecord.linking import link_mentions
from onrecord.record import Span

FIRST = "Rebels attacked the oil depot at Marib overnight, and the fire burned for hours."
SECOND = "The oil depot at Marib was attacked by rebels; firemen fought the fire until morning."
OTHER = "Wolves attacked a flock near Sibiu, and the shepherd lost thirty sheep."


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(word), text.index(word) + len(word)) for word in words]


def test_link_mentions_one_event_told_twice_is_one(parse):
    given = [FIRST, SECOND, OTHER]
    words = [("attacked", "burned"), ("attacked",), ("attacked", "lost")]
    labels = link_mentions(
        [parse(text) for text in given], [spans(t, *w) for t, w in zip(given, words, strict=True)]
    )
    assert labels[0][0] == labels[1][0], "the depot was attacked once"
    assert labels[2][0] != labels[0][0], "another story's attack is another attack"
    assert len({label for row in labels for label in row}) == 4


def test_link_mentions_answers_in_the_order_asked(parse):
    text = FIRST
    forwards = link_mentions([parse(text)], [spans(text, "attacked", "burned")])[0]
    backwards = link_mentions([parse(text)], [spans(text, "burned", "attacked")])[0]
    assert len(forwards) == len(backwards) == 2
    assert forwards[0] != forwards[1]


def test_link_mentions_of_no_documents_is_nothing():
    assert link_mentions([], []) == []
