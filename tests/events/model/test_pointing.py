"""Whom the encoder points at: the rules' party is kept, changed or left by what it is sure of."""

import pytest

from conftest import parse_of
from onrecord.actors import Cast, find_actors, load_registry
from onrecord.events.model.classifier import Pointer
from onrecord.events.model.pointing import pointed, side_of
from onrecord.parsing import Token

TEXT = "Quiet days. Kenya and Chad accused Sudan of piracy near Malta."


@pytest.fixture(scope="module")
def scene() -> tuple[Token, Cast, dict[str, str]]:
    parse = parse_of(TEXT)
    cast = find_actors(parse, load_registry())
    verb = next(token for token in parse.doc if token.text == "accused")
    return verb, cast, {actor.name: actor.id for actor in cast.actors}


def pointer(nobody: float = 0.0, **shares: float) -> Pointer:
    """Shares of words of the second sentence, by the words."""
    sentence = TEXT[TEXT.index("Kenya") :]
    return Pointer(nobody, {sentence.index(word): share for word, share in shares.items()})


def test_the_party_of_the_rules_is_kept_where_the_encoder_sees_it(scene):
    verb, cast, ids = scene
    side = side_of((ids["Kenya"],), pointer(Kenya=0.4, Sudan=0.6), verb, cast)
    assert side.ids == (ids["Kenya"],) and side.share == pytest.approx(0.4) and not side.words


def test_another_party_takes_its_place_where_the_encoder_is_sure(scene):
    verb, cast, ids = scene
    side = side_of((ids["Kenya"],), pointer(Sudan=0.9), verb, cast)
    assert side.ids == (ids["Sudan"],) and [word.text for word in side.words] == ["Sudan"]


def test_what_is_doubtful_leaves_the_party_with_its_small_share(scene):
    verb, cast, ids = scene
    side = side_of((ids["Kenya"],), pointer(0.3, Sudan=0.45, Kenya=0.1), verb, cast)
    assert side.ids == (ids["Kenya"],) and side.share == pytest.approx(0.1)


def test_nobody_is_an_answer(scene):
    verb, cast, ids = scene
    assert side_of((ids["Kenya"],), pointer(0.9, Kenya=0.05), verb, cast).ids == ()
    assert side_of((), pointer(0.9, Kenya=0.05), verb, cast).share == pytest.approx(0.9)


def test_those_coordinated_come_along(scene):
    verb, cast, ids = scene
    side = pointed(pointer(Kenya=0.7, Chad=0.2), verb, cast)
    assert set(side.ids) == {ids["Kenya"], ids["Chad"]} and side.share == pytest.approx(0.9)


def test_a_word_that_means_nobody_is_no_party(scene):
    verb, cast, _ = scene
    assert pointed(pointer(piracy=0.9), verb, cast).share == 0.0
