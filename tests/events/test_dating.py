"""An event's day: from its clause, from the sentence before, or from the day of publication by name."""

import pytest

from conftest import parse_of
from onrecord.config import SecondOpinion, Settings
from onrecord.pipeline import Coder
from onrecord.record import Record, TimeBasis

RULES = Settings(second_opinion=SecondOpinion.OFF, trust=0.0)
"""The rules alone: what is tested is what they bind and date, not how far it is trusted."""

CASES = [
    ("Police arrested 46 people in Tbilisi on Saturday.", "arrested", "2024-05-11", TimeBasis.CLAUSE),
    ("Police arrested 46 people on Saturday. They beat two reporters.", "beat", "2024-05-11", TimeBasis.NARRATIVE),
    ("Police arrested 46 people on Saturday.\n\nUganda expelled two Kenyans.", "expelled", None, None),
    ("Police arrested 46 people on Saturday. Kenya will deport them.", "deport", None, None),
    ("Rebels are shelling Goma.", "shelling", "2024-05-13", TimeBasis.PUBLISHED),
    ("Uganda ordered two Kenyan officers to leave the country by Friday.", "ordered", None, None),
]  # fmt: skip


def record_of(text: str) -> Record:
    return Coder(RULES).record(parse_of(text, "2024-05-13"))


@pytest.mark.parametrize(("text", "trigger", "start", "basis"), CASES)
def test_an_event_s_day_and_its_basis(text, trigger, start, basis):
    record = record_of(text)
    (event,) = [event for event in record.events if event.trigger.of(text) == trigger]
    assert (event.start, event.basis) == (start, basis)
