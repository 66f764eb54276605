"""The learned second opinion on events: it marks, sets aside and adds, and says so; off, it is not there."""

import pytest

from conftest import parse_of, told_at
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


def test_the_surer_the_fewer_and_every_event_bears_its_score(records):
    loose, middle, sure = (
        {event.trigger for event in records[wanted].events}
        for wanted in (SecondOpinion.RECALL, SecondOpinion.BALANCED, SecondOpinion.PRECISION)
    )
    assert sure <= middle <= loose and loose
    for wanted in (SecondOpinion.RECALL, SecondOpinion.BALANCED, SecondOpinion.PRECISION):
        events = records[wanted].events
        assert all(event.reason.model == NAME and event.reason.score is not None for event in events)


def test_a_side_that_the_rules_leave_empty_is_found_and_said():
    found, recipients = told_at(
        "Ministers voiced outrage on Monday that Russia had jailed the reporter.", "voiced"
    )
    assert recipients == ["Russia"]
    assert any(said.startswith("rules: recipient") for said in found.reason.refused)


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
    off = Settings(second_opinion=SecondOpinion.OFF, trust=0.0)
    coded = {event.trigger for event in Coder(off).record(parse_of(TEXT, "2024-05-14")).events}
    for event in records[SecondOpinion.RECALL].events:
        assert event.reason.rule is not None or event.trigger not in coded


def test_events_stand_in_the_order_of_the_text(records):
    for record in records.values():
        triggers = [event.trigger for event in record.events]
        assert triggers == sorted(triggers)
        assert len({event.id for event in record.events}) == len(record.events)


def test_what_another_predicate_of_the_sentence_tells_is_told_once():
    text = "Armenia denied on Monday that its army had shelled Georgia."
    record = Coder(Settings(trust=0.0)).record(parse_of(text, "2024-05-14"))
    assert [event.trigger.of(text) for event in record.events if event.type == "ASSAULT"] == ["shelled"]
