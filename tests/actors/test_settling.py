"""What the whole report settles: known leaders, their terms, and the country of officials told without one."""

from typing import Any

import pytest

from onrecord.actors import find_actors, load_registry
from onrecord.actors.leaders import leaderships
from onrecord.record import Actor, RoleBasis


def actors(parse: Any, text: str, day: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in find_actors(parse(text, day), load_registry()).actors}


def test_first_names_must_agree_where_both_are_known() -> None:
    assert {term.iso3 for term in leaderships("Mwai Kibaki")} == {"KEN"}
    assert leaderships("Ruth Kibaki") == ()


def test_leader_of_another_day_is_none(parse: Any) -> None:
    found = actors(parse, "President Kibaki opened the road.", "1999-06-02")["Kibaki"]
    assert not any(role.basis is RoleBasis.REGISTRY for role in found.roles)


def test_past_leader_is_of_the_elite(parse: Any) -> None:
    found = actors(parse, "Former president Kufuor spoke in Accra.", "2012-06-02")["Kufuor"]
    assert found.code == "GHAELI"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the health ministry", "ZMBGOV"),
        ("foreign diplomats", "GOV"),
        ("World leaders", None),
    ],
)
def test_officials_take_the_country_of_the_report(parse: Any, words: str, code: str | None) -> None:
    text = f"Zambia voted in August. Zambian voters queued for hours in Lusaka. Then {words} welcomed the result."
    found = actors(parse, text, "2021-08-20")
    assert found[words].code == code


def test_master_gives_the_country(parse: Any) -> None:
    text = "China spoke in Beijing. Chinese doctors agreed. President Kibaki listened. The Kibaki administration objected."
    assert actors(parse, text, "2005-06-02")["The Kibaki administration"].country == "KEN"
