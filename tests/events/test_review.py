"""The learned second opinion on events: it marks, sets aside and adds, and says so; off, it is not there."""

import pytest

from conftest import parse_of
from onrecord.config import SecondOpinion, Settings
from onrecord.events.model.classifier import NAME
from onrecord.pipeline import Coder
from onrecord.record import Record

TEXT = (
    "Kenya expelled two Ugandan diplomats on Monday. Norway wired 3 million euros to Mozambique. "
    "The senator destroyed the governor of Ohio in the debate. Turkish Foreign Minister Hakan Yilmaz visited Baku."
)


@pytest.fixture(scope="module")
def records() -> dict[SecondOpinion, Record]:
    parse = parse_of(TEXT, "2024-05-14")
    return {wanted: Coder(Settings(second_opinion=wanted)).record(parse) for wanted in SecondOpinion}


def test_off_no_event_knows_the_encoder(records):
    assert all(event.reason.model != NAME for event in records[SecondOpinion.OFF].events)


def test_recall_keeps_every_event_of_the_lexicon_and_marks_it(records):
    by_rules = {event.trigger for event in records[SecondOpinion.OFF].events}
    both = records[SecondOpinion.RECALL].events
    assert by_rules <= {event.trigger for event in both}
    assert all(event.reason.model == NAME and event.reason.score is not None for event in both)


def test_precision_sets_aside_with_a_typed_reason(records):
    kept = {event.trigger for event in records[SecondOpinion.PRECISION].events}
    refused = {
        s.span
        for s in records[SecondOpinion.PRECISION].skipped
        if s.reason in {"second opinion", "not trusted"}
    }
    by_rules = {event.trigger for event in records[SecondOpinion.OFF].events}
    assert by_rules <= kept | refused
    assert not kept & refused


def test_what_the_encoder_alone_tells_bears_no_rule(records):
    coded = Coder(Settings(trust=0.0)).record(parse_of(TEXT, "2024-05-14")).events
    for event in records[SecondOpinion.RECALL].events:
        assert (event.reason.rule is not None) == (event.trigger in {e.trigger for e in coded})


def test_events_stand_in_the_order_of_the_text(records):
    for record in records.values():
        triggers = [event.trigger for event in record.events]
        assert triggers == sorted(triggers)
        assert len({event.id for event in record.events}) == len(record.events)
