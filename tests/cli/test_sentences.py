"""The wording of events, statements and figures."""

import pytest

from onrecord.cli.phrases import phrase_of, told_as
from onrecord.cli.sentences import Teller, listed
from onrecord.cli.terminal import Page
from onrecord.record import Comparator, EventType, Figure, Precision, Quad, Side, Status

from .conftest import call, record_with, spot


def told(**changes: object) -> str:
    record = record_with(call(**changes))
    return Teller(record, Page()).event(record.events[0])


def test_sentences_event_says_day_sides_codes_source_and_trigger() -> None:
    assert told() == (
        "3 May: Ana Ruiz (PERGOV) consulted by phone with Ben Okafor (NGAGOV), "
        "says the president's office [telephoned]"
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.ONGOING, "is consulting by phone with"),
        (Status.PLANNED, "is to consult by phone with"),
        (Status.POSSIBLE, "may have consulted by phone with"),
        (Status.DENIED, "is said not to have consulted by phone with"),
        (Status.HABITUAL, "has regularly consulted by phone with"),
    ],
)
def test_sentences_event_shows_how_it_is_told(status: Status, words: str) -> None:
    assert words in told(status=status)


def test_sentences_possible_ahead_of_the_report_is_no_perfect() -> None:
    # "may attack tomorrow" is not "may have attacked"
    assert "may consult" in told(status=Status.POSSIBLE, start="2024-05-09", end="2024-05-10")


def test_sentences_missing_side_is_someone() -> None:
    sentence = told(actors=(), missing=(Side.ACTOR,))
    assert ": someone consulted" in sentence


def test_sentences_reciprocal_event_names_both_as_subject_in_the_plural() -> None:
    sentence = told(actors=("a1", "a2"), recipients=(), reciprocal=True, status=Status.PLANNED)
    assert "Ana Ruiz (PERGOV) and Ben Okafor (NGAGOV) are to consult by phone," in sentence


def test_sentences_request_to_mediate_reads_as_one() -> None:
    sentence = told(type=EventType.REQUEST, cameo="028", mode=None)
    assert "asked Ben Okafor (NGAGOV) to mediate" in sentence


def test_sentences_chain_of_sources_is_told_outermost_first() -> None:
    assert "says a senior official, citing Ana Ruiz" in told(attribution=("s2", "s3"))


def test_sentences_undated_event_says_so() -> None:
    assert told(start=None, end=None, precision=None).startswith("no date: ")


def test_sentences_month_is_no_day() -> None:
    assert told(start="2024-04-01", end="2024-05-01", precision=Precision.MONTH).startswith("Apr 2024: ")


def test_sentences_statement_chain_marks_the_unnamed() -> None:
    record = record_with()
    teller = Teller(record, Page())
    assert teller.chain(record.statements[2]) == "a senior official, unnamed > Ana Ruiz"
    assert teller.quote(record.statements[2]) == "We will help"


def test_sentences_figure_bounds_number_and_names_its_source() -> None:
    record = record_with()
    assert Teller(record, Page()).figure(record.figures[0]) == "about 2,000 people — the president's office"


def test_sentences_figure_range() -> None:
    record = record_with()
    figure = Figure(id="f9", span=spot("2,000"), low=10, high=12, comparator=Comparator.EXACT, of="people")
    assert Teller(record, Page()).figure(figure) == "10–12 people"


def test_sentences_figure_read_from_vague_words_shows_them() -> None:
    record = record_with()
    figure = Figure(id="f9", span=spot("people"), low=200, high=900, comparator=Comparator.ABOUT, of="Jews")
    assert Teller(record, Page()).figure(figure) == "about 200–900 Jews (“people”)"


@pytest.mark.parametrize("type_", EventType)
@pytest.mark.parametrize("status", Status)
def test_phrases_cover_every_type_and_status(type_: EventType, status: Status) -> None:
    event = call(type=type_, cameo=None, mode=None, quad=Quad.VERBAL_COOPERATION)
    assert told_as(status, phrase_of(event), many=False, ahead=False)


def test_sentences_listed() -> None:
    assert listed(["A", "B", "C", "A"]) == "A, B and C"
    assert listed([]) == ""
