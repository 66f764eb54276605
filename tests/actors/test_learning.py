"""What a corpus teaches of offices."""

import tomllib

from onrecord.actors.learning import as_toml, candidates
from onrecord.record import Actor, ActorKind, Role


def actor(name: str, *roles: Role) -> Actor:
    return Actor(
        id="a1", name=name, kind=ActorKind.PERSON, country="NOR", sector="GOV", roles=roles, reason=""
    )


def test_offices_told_twice_become_dated_rows() -> None:
    minister = actor("Ada Holt", Role("harbour minister", "NOR"))
    told = [
        ("2020-03-01", "A", [minister]),
        ("2021-03-01", "B", [minister]),
        (None, None, [actor("Bo Lee", Role("aide"))]),
    ]
    (found,) = candidates(told)
    assert (found.reports, found.outlets, found.code) == (2, {"A", "B"}, "NORGOV")
    (row,) = as_toml([found])
    assert tomllib.loads(row)["actor"] == [
        {"name": "Ada Holt", "code": "NORGOV", "role": "harbour minister", "start": "2020-03-01"}
    ]


def test_former_offices_and_surnames_teach_nothing() -> None:
    told = [("2020-03-01", "A", [actor("Holt", Role("aide")), actor("Ada Holt", Role("former aide"))])] * 2
    assert candidates(told) == []


def test_hostile_name_stays_in_its_string() -> None:
    (row,) = as_toml(candidates([("2020-03-01", None, [actor('A "]\n[[x', Role("aide"))])], fewest=1))
    assert tomllib.loads(row)["actor"][0]["name"] == 'A "] [[x'
