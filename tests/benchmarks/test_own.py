"""How the encoder is measured on our own sentences."""

import pytest
from benchmarks.own import Answered, accuracy, asked, calibration_error
from benchmarks.sentences import sentence_of

from onrecord.events.model.classifier import Answer, Opinion
from onrecord.record import EventType

_FED = sentence_of("AID\thumanitarian\thappened\tplain\tAfrica\t2020s\t{A:Chad} {V:fed} {R:the refugees}.")


def _answered(kind: EventType | None, share: float) -> Answered:
    return Answered(_FED, Answer((Opinion(kind, share),), None, {}))


def test_a_row_is_right_if_the_likeliest_class_is_the_writers() -> None:
    rows = [_answered(EventType.AID, 0.9), _answered(None, 0.9), _answered(EventType.AGREE, 0.9)]
    assert accuracy(rows) == pytest.approx(1 / 3)


def test_calibration_error_is_the_gap_of_shares_and_rights() -> None:
    rows = [_answered(EventType.AID, 0.75), _answered(None, 0.75)]
    assert calibration_error(rows) == pytest.approx(0.25)
    assert calibration_error([_answered(EventType.AID, 1.0), _answered(None, 0.05)]) == pytest.approx(0.025)


def test_the_encoder_is_asked_with_its_predicate_or_without() -> None:
    (with_predicate,) = asked([_FED], with_predicate=True)
    (without,) = asked([_FED], with_predicate=False)
    assert with_predicate.answer.telling
    assert not without.answer.telling
