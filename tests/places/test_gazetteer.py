"""The gazetteer: spellings, grades, and where territories lie."""

import pytest

from onrecord.places import load_gazetteer
from onrecord.places.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("St. Louis", "St. Louis"),  # abbreviated
        ("Saint Louis", "St. Louis"),  # written out
        ("W. Va.", "West Virginia"),  # spaces in an abbreviation
        ("N.Y", "New York"),  # the sentence took the dot
        ("northern Sumatra province", "Sumatra"),  # a part and a kind
        ("the Gulf of Oman", "Gulf of Oman"),
        ("Valparaiso", "Valparaíso"),  # without its accent
    ],
)
def test_candidates_of_spellings(name, known_as):
    assert known_as in {one.name for one in load_gazetteer().candidates(name)}


def test_candidates_letters_are_no_towns():
    assert not load_gazetteer().candidates("EU")
    assert {one.name for one in load_gazetteer().candidates("NSW")} == {"New South Wales"}


def test_candidates_a_continent_is_no_town_of_its_name():
    assert {one.kind for one in load_gazetteer().candidates("Africa")} == {"region"}


@pytest.mark.parametrize(
    ("name", "kind", "lat", "lon"),
    [
        ("Texas", "admin1", 31.5, -99.5),
        ("Queensland", "admin1", -22.5, 144.0),  # far from where its towns lie
        ("Alaska", "admin1", 64.0, -152.0),
        ("Canada", "country", 60.0, -97.0),
        ("Norfolk", "admin2", 52.7, 1.1),
    ],
)
def test_candidates_territories_lie_at_their_middle(name, kind, lat, lon):
    found = [one for one in load_gazetteer().candidates(name) if one.kind == kind]
    assert any(abs(one.lat - lat) < 1.5 and abs(one.lon - lon) < 2 for one in found)


def test_lexicon_bare_never_leaves_a_common_word():
    assert load_lexicon().bare("police department") == "police department"
    assert load_lexicon().bare("city of athens") == "athens"
