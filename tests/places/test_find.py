"""Places in sentences of our own: kind, country, and which place of the name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from conftest import parse_of
from onrecord.actors import find_actors, load_registry
from onrecord.places import find_places, load_gazetteer
from onrecord.record import PlaceKind

CASES = [
    # text, words, kind, country, admin1 or None
    ("Shops in Nairobi closed on Monday.", "Nairobi", "literal", "KEN", None),
    ("The train from Moscow to Kazan was late.", "Kazan", "literal", "RUS", None),
    ("Moscow said it would answer.", "Moscow", "metonym", "RUS", None),  # a government by its seat
    ("The Kenyan minister left.", "Kenyan", "demonym", "KEN", None),
    ("Fire swept through Paris, Texas, on Tuesday.", "Paris", "literal", "USA", "Texas"),
    ("Fire swept through Paris on Tuesday.", "Paris", "literal", "FRA", None),
    ("Ships crossed the Strait of Hormuz.", "Strait of Hormuz", "literal", None, None),
    ("Floods hit villages in Ukraine.", "Ukraine", "literal", "UKR", None),
    ("He was born in Aleppo, a city in Syria.", "Aleppo", "literal", "SYR", None),
]


def places_of(text: str):
    parse = parse_of(text, "2024-05-06")
    return find_places(parse, find_actors(parse, load_registry()), load_gazetteer())


@pytest.mark.parametrize(("text", "words", "kind", "country", "admin1"), CASES)
def test_places_kind_and_choice(text, words, kind, country, admin1):
    found = {place.name.removeprefix("the "): place for place in places_of(text)}
    assert words in found, list(found)
    place = found[words]
    assert (place.kind, place.country) == (kind, country)
    assert admin1 is None or place.admin1 == admin1


def test_places_a_person_is_none():
    assert not [
        place for place in places_of("Paris Hilton met Jack London.") if place.kind is PlaceKind.LITERAL
    ]


def test_places_an_unknown_name_keeps_the_others():
    found = {place.name: place for place in places_of("They drove from Xyzzqva to Nairobi.")}
    assert found["Nairobi"].lat is not None


def test_places_refused_candidates_are_named():
    place = next(
        place for place in places_of("Fire swept through Paris on Tuesday.") if place.name == "Paris"
    )
    assert any("Texas" in refused for refused in place.refused)


def test_gazetteer_answers_by_name_most_populous_first():
    found = load_gazetteer().candidates("London")
    assert found[0].country == "GBR"
    assert load_gazetteer().candidates("no such place at all") == ()


WORDS = some.sampled_from("Paris , Texas in the Georgia Kenyan Moscow said near of ( ) \u00a0".split(" "))


@settings(max_examples=50, deadline=None)
@given(some.lists(WORDS, max_size=25))
def test_places_hold_for_any_words(words):
    text = "They met in " + " ".join(words)
    for place in places_of(text):
        assert place.span.of(text) == place.name
        assert (place.lat is None) == (place.lon is None)
