"""Choosing among candidates, on candidates of our own: what outweighs size, and that order does not matter."""

from hypothesis import given
from hypothesis import strategies as some

from onrecord.places.choice import Name, contains, settle, weights
from onrecord.places.gazetteer import Candidate


def town(number, country, admin1, population, lat=40.0, lon=-80.0, kind="city"):
    return Candidate(number, "Alba", kind, country, admin1, lat, lon, population)


BIG = town(1, "ITA", "Piedmont", 900_000, 44.7, 8.0)
SMALL = town(2, "USA", "Texas", 5_000, 31.0, -99.0)
TEXAS = Candidate(3, "Texas", "admin1", "USA", "Texas", 31.5, -99.4, 22_000_000)
USA = Candidate(4, "United States", "country", "USA", None, 39.8, -98.5, 330_000_000)


def test_settle_alone_the_larger_wins():
    choice = settle({"alba": Name((SMALL, BIG), 1.0)})["alba"]
    assert choice.chosen is BIG
    assert choice.refused == (SMALL.label,)


def test_settle_a_containing_place_named_right_after_outweighs_size():
    names = {"alba": Name((BIG, SMALL), 1.0, inside={"texas"}), "texas": Name((TEXAS,), 1.0, holds={"alba"})}
    assert settle(names)["alba"].chosen is SMALL


def test_settle_the_division_of_the_report_outweighs_size():
    near = town(5, "USA", "Texas", 20_000, 31.2, -99.2)
    names = {"alba": Name((BIG, SMALL), 1.0), "texas": Name((TEXAS,), 2.0), "brady": Name((near,), 1.0)}
    assert settle(names)["alba"].chosen is SMALL


def test_settle_a_name_without_candidates_spoils_no_other():
    found = settle({"xyz": Name((), 1.0), "alba": Name((BIG,), 1.0)})
    assert found["xyz"].chosen is None
    assert found["alba"].chosen is BIG


def test_contains_reads_downwards_only():
    assert contains(USA, TEXAS) and contains(TEXAS, SMALL) and contains(USA, SMALL)
    assert not contains(SMALL, TEXAS) and not contains(TEXAS, BIG) and not contains(TEXAS, TEXAS)


def test_weights_grow_by_half_with_each_doubling():
    assert weights(["a", "b", "b"]) == {"a": 1.0, "b": 1.5}


@given(some.permutations(["alba", "texas", "usa", "xyz"]))
def test_settle_does_not_depend_on_order(order):
    names = {
        "alba": Name((BIG, SMALL), 1.0, inside={"texas"}),
        "texas": Name((TEXAS,), 1.0, holds={"alba"}),
        "usa": Name((USA,), 1.5),
        "xyz": Name((), 1.0),
    }
    found = settle({key: names[key] for key in order})
    assert {key: choice.chosen for key, choice in found.items()} == {
        "alba": SMALL, "texas": TEXAS, "usa": USA, "xyz": None
    }  # fmt: skip
