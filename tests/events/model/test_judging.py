"""Trust of rules and encoder together: a probability that grows with what either says for the row."""

import pytest

from onrecord.events.model.classifier import Answer, Opinion
from onrecord.events.model.judging import evidence, judged
from onrecord.events.model.pointing import Side
from onrecord.record import EventType

WHO, NOBODY = ("a1",), ()


def answer(share: float) -> Answer:
    return Answer((Opinion(EventType.AID, share), Opinion(None, round(1 - share, 3))), None, {})


def score(share: float = 0.8, actor: float = 0.8, recipient: float = 0.8, trust: float | None = 0.5) -> float:
    return judged(evidence(answer(share), EventType.AID, Side(WHO, actor), Side(WHO, recipient), trust))


@pytest.mark.parametrize("read", ["share", "actor", "recipient"])
@pytest.mark.parametrize("trust", [0.5, None])
def test_more_of_a_share_is_never_less_trust(read: str, trust: float | None) -> None:
    assert score(**{read: 0.9}, trust=trust) >= score(**{read: 0.3}, trust=trust)


def test_a_surer_class_is_more_trust() -> None:
    assert score(share=0.9) > score(share=0.3)
    assert score(share=0.9, trust=None) > score(share=0.3, trust=None)


def test_the_rules_trust_counts() -> None:
    assert score(trust=0.9) > score(trust=0.1)


def test_a_score_is_a_probability_whatever_the_shares() -> None:
    assert 0 <= score(0.0, 0.0, 0.0) < score(1.0, 1.0, 1.0) < 1


@pytest.mark.parametrize("trust", [0.5, None])
def test_what_stands_alone_is_told_plainly(trust: float | None) -> None:
    told = Side(WHO, 0.8), Side(WHO, 0.8)
    among, lone = (
        judged(evidence(answer(0.8), EventType.AID, *told, trust, lone=alone)) for alone in (False, True)
    )
    assert lone > among
