"""The path of a report, end to end, in our own words."""

import pytest

from conftest import check
from contract import broken, spans_of
from onrecord import Coder, InputError
from onrecord.reading import report_of
from onrecord.record import BlockKind, EventType, Record, Status, to_json

CALL = (
    "Norwegian Prime Minister Kari Lund held a phone call on Tuesday with Ethiopian President Dawit Alemu "
    "about the fighting in Tigray, her office said.\n"
    'A senior Norwegian official said that Lund told Alemu that Norway "is ready to help both sides talk."\n'
    "Norway denied that it had sent weapons to the region. "
    "The health ministry said at least 40 civilians were killed.\n"
    "Support our journalism. If you value our work, please donate today.\n"
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def record(coder) -> Record:
    return check(next(coder.pipe([report_of(CALL, published="2024-05-08", outlet="The Example")])))


def names(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in record.actors if actor.id in ids}


def test_pipeline_keeps_the_text_untouched(record):
    assert record.report.text == CALL


def test_pipeline_codes_the_call_between_the_two(record):
    calls = [event for event in record.events if event.type is EventType.CONSULT]
    assert calls, "a phone call is a consultation"
    assert {"Kari Lund", "Dawit Alemu"} <= names(record, calls[0].actors + calls[0].recipients)
    assert calls[0].start == "2024-05-07", "Tuesday before 8 May 2024"


def test_pipeline_attributes_the_call_to_the_office(record):
    call = next(event for event in record.events if event.type is EventType.CONSULT)
    holding = [statement for statement in record.statements if statement.id in call.attribution]
    assert holding
    assert not holding[0].anonymous, "an office is a named organization"


def test_pipeline_a_denied_delivery_is_no_deed(record):
    start = CALL.index("sent weapons")
    deeds = [
        e for e in record.events if start <= e.trigger.start < start + 12 and e.status is Status.HAPPENED
    ]
    assert not deeds


def test_pipeline_sets_the_appeal_aside(record):
    appeal = CALL.index("Support our")
    assert [block.kind for block in record.report.blocks if block.span.start >= appeal] == [BlockKind.NOTICE]
    for thing in (*record.statements, *record.events, *record.figures):
        assert max(span.start for span in spans_of(thing)) < appeal


def test_pipeline_keeps_the_contract(record):
    assert broken(record) == []


def test_pipeline_same_input_same_bytes(coder):
    report = report_of(CALL, published="2024-05-08")
    first, second = coder.pipe([report, report])
    assert to_json(first) == to_json(second)


def test_pipeline_batches_do_not_change_records(coder):
    reports = [
        report_of(text, published="2024-05-08")
        for text in (CALL, "Rebels shelled Goma on Monday.", CALL[:150])
    ]
    alone = [to_json(record) for record in coder.pipe(reports, batch_size=1)]
    assert alone == [to_json(record) for record in coder.pipe(reports, batch_size=3)]


def test_outcomes_go_on_after_what_cannot_be_coded(coder):
    french = (
        "Le président a rencontré hier la ministre des affaires étrangères à Paris pour parler de la guerre. "
        * 5
    )
    missing = InputError("no such file.", source="x.txt")
    outcomes = list(coder.outcomes([report_of(CALL), missing, report_of(french), report_of(CALL)]))
    assert isinstance(outcomes[0], Record)
    assert outcomes[1] is missing
    assert isinstance(outcomes[2], InputError)
    assert outcomes[2].reason == "language:fr"
    assert isinstance(outcomes[3], Record)


def test_outcomes_a_fault_in_one_report_is_told_and_the_rest_go_on(coder, monkeypatch, caplog):
    healthy = coder.record

    def faulty(parse):
        if "BOOM" in parse.text:
            raise ZeroDivisionError("broken")
        return healthy(parse)

    monkeypatch.setattr(coder, "record", faulty)
    outcomes = list(coder.outcomes([report_of("The BOOM came at night in Lima."), report_of(CALL)]))
    assert "ZeroDivisionError" in str(outcomes[0])
    assert isinstance(outcomes[1], Record)


def test_own_outlet_is_the_reporters_voice() -> None:
    """What the outlet itself has learned is told in the reporter's own voice."""
    text = "The Harbour Courier reported that soldiers attacked the village of Luma on Monday."
    coder = Coder()
    own, other = (
        next(coder.pipe([report_of(text, outlet=name)])) for name in ("Harbour Courier", "Coast Times")
    )
    assert [event.attribution for event in own.events] == [()]
    assert all(event.attribution for event in other.events)
