"""The codebook: all of CAMEO's codes under PLOVER's classes; contexts by the words of the sentence."""

import pytest

from conftest import parse_of
from onrecord.events.codebook import codes, general
from onrecord.events.contexts import contexts_of
from onrecord.events.lexicon import nouns, verbs
from onrecord.record import EventType, Quad


def test_the_codebook_holds_every_family() -> None:
    assert {code[:2] for code in codes()} == {f"{family:02}" for family in range(1, 21)}
    assert all(-10 <= code.goldstein <= 10 for code in codes().values())


def test_a_narrower_code_is_of_its_family_s_side() -> None:
    for cameo, code in codes().items():
        if len(cameo) == 4:
            assert codes()[cameo[:3]].quad in {code.quad, Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION}


@pytest.mark.parametrize("kind", EventType)
def test_each_class_has_a_general_code(kind: EventType) -> None:
    assert codes()[general(kind)].type is kind


def test_the_lexicon_is_thousands_deep_and_knows_every_class() -> None:
    frames = [frame for rows in (*verbs().values(), *nouns().values()) for frame in rows]
    assert len(frames) > 5_000
    assert {frame.code.type for frame in frames} == set(EventType)


def test_contexts_are_those_of_the_sentence() -> None:
    doc = parse_of("The army raided the port. Voters in Peru reelected the mayor of Lima in the runoff.").doc
    army, peru = (next(t for t in doc if t.text == word) for word in ("raided", "reelected"))
    assert contexts_of(army) == ("military",)
    assert contexts_of(peru) == ("election",)
