"""How far an event can be trusted: weighed as a whole, set aside with its score, named after nobody."""

import gzip
from importlib.resources import files

import pytest

from conftest import parse_of
from onrecord.config import SecondOpinion, Settings
from onrecord.events.logistic import BIAS
from onrecord.events.trust import NAME
from onrecord.pipeline import Coder
from onrecord.record import Record

TEXT = (
    "Kenya's foreign minister condemned Sudan on Monday. Mali released 40 prisoners. "
    "If you attack a problem head on, it may attack you back. The army shelled Goma, and people fought over bread."
)


def _coded(floor: float) -> Record:
    return Coder(Settings(second_opinion=SecondOpinion.OFF, trust=floor)).record(parse_of(TEXT, "2024-05-14"))


def test_at_zero_nothing_is_weighed():
    record = _coded(0.0)
    assert record.events
    assert all(event.reason.score is None for event in record.events)
    assert not [one for one in record.skipped if one.reason == "not trusted"]


def test_a_higher_floor_keeps_fewer_and_names_the_rest():
    coded = {event.trigger for event in _coded(0.0).events}
    before = coded
    for floor in (0.2, 0.4, 0.6, 0.8, 1.0):
        record = _coded(floor)
        kept = {event.trigger for event in record.events}
        aside = {one.span for one in record.skipped if one.reason == "not trusted"}
        assert kept <= before
        assert kept | aside == coded
        assert not kept & aside
        before = kept
    assert not before


def test_what_is_kept_bears_its_score_and_what_is_not_says_why():
    record = _coded(0.4)
    assert record.events
    for event in record.events:
        assert event.reason.model == NAME
        assert event.reason.score is not None and event.reason.score >= 0.4
    assert all(NAME in one.detail for one in record.skipped if one.reason == "not trusted")


def test_events_are_numbered_without_a_gap():
    record = _coded(0.5)
    assert [event.id for event in record.events] == [f"e{n}" for n in range(1, len(record.events) + 1)]


def test_order_of_the_floors():
    rising = (SecondOpinion.OFF, SecondOpinion.RECALL, SecondOpinion.BALANCED, SecondOpinion.PRECISION)
    floors = [Settings(second_opinion=one).floors.report for one in rising]
    assert floors == sorted(floors)
    assert Settings(second_opinion=SecondOpinion.PRECISION, trust=0.1).floors == (0.1, 0.1)


def test_a_short_text_needs_less_trust_but_not_less_than_was_asked_for():
    floors = Settings().floors
    assert floors.sentence == floors.of(8) < floors.of(150) < floors.of(900) == floors.report
    for one in (Settings(trust=0.7), Settings(second_opinion=SecondOpinion.OFF)):
        assert one.floors.of(8) == one.floors.of(900) == one.floors.report


@pytest.fixture(scope="module")
def weights() -> dict[str, float]:
    packed = (files("onrecord.events") / "data" / "trust.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").split("\n") if line)
    return {name: float(weight) for name, weight in rows}


def test_weights_are_names_and_numbers(weights):
    assert BIAS in weights
    assert len(weights) > 1000


def test_no_feature_names_a_leader_or_a_state(weights):
    words = {name.rsplit("=", 1)[-1] for name in weights}
    assert words.isdisjoint(
        {"trump", "obama", "clinton", "putin", "biden", "russia", "china", "iran", "america"}
    )
