"""The files of users: actors, outlets, titles and verbs of their own, and errors that say what to write."""

from pathlib import Path

import pytest

import onrecord
from onrecord.errors import UsageError
from onrecord.record import ActorKind, EventType, RoleBasis

MINE = """
[[actor]]
name = "Harbour League"
code = "NORPTY"
names = ["the Leaguers"]
wikidata = "Q1"

[[actor]]
name = "Ada Holt"
code = "NORGOV"
role = "harbour minister"
start = "2020-01-01"
end = "2022-01-01"

[[outlet]]
name = "Fjord Radio"
country = "NOR"

[[title]]
words = "dyke warden"
sector = "GOV"
number = "person"

[[verb]]
lemma = "wallop"
cameo = "182"
recipient = "obj"
"""


@pytest.fixture
def coder(tmp_path: Path) -> onrecord.Coder:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    return onrecord.Coder(registry=[file])


def coded(coder: onrecord.Coder, text: str, published: str = "2021-05-05") -> onrecord.Record:
    return next(coder.pipe([onrecord.Report(id="r", text=text, sha256="0" * 64, published=published)]))


def test_added_actor_is_found_under_every_name_and_says_whence(coder: onrecord.Coder) -> None:
    record = coded(coder, "In Bergen, the Leaguers rejected the plan. Norway was silent.")
    mine = next(actor for actor in record.actors if actor.code == "NORPTY")
    assert mine.wikidata == "Q1"
    assert "mine.toml: NORPTY" in mine.reason


def test_added_role_holds_on_its_days_only(coder: onrecord.Coder) -> None:
    text = "Ada Holt rejected the plan."
    held = next(actor for actor in coded(coder, text).actors if actor.name == "Ada Holt")
    assert [(r.title, r.start, r.basis) for r in held.roles] == [
        ("harbour minister", "2020-01-01", RoleBasis.REGISTRY)
    ]
    later = next(actor for actor in coded(coder, text, "2023-05-05").actors if actor.name == "Ada Holt")
    assert later.roles == ()


def test_added_outlet_is_of_the_media(coder: onrecord.Coder) -> None:
    record = coded(coder, "Fjord Radio reported that the ferry had sunk.")
    assert record.actors[0].code == "NORMED"


def test_added_title_describes_people(coder: onrecord.Coder) -> None:
    record = coded(coder, "A dyke warden warned the villagers on Monday.")
    warden = next(actor for actor in record.actors if actor.kind is ActorKind.UNNAMED)
    assert warden.sector == "GOV"


def test_added_verb_tells_an_event(coder: onrecord.Coder) -> None:
    record = coded(coder, "Soldiers walloped the protesters.")
    assert [event.type for event in record.events] == [EventType.ASSAULT]
    assert all(
        event.reason.rule is None for event in onrecord.code("Soldiers walloped the protesters.").events
    )


def test_added_verb_is_kept_whatever_its_trust(coder: onrecord.Coder) -> None:
    wary = onrecord.Coder(onrecord.Settings(trust=1.0))
    wary.verbs = coder.verbs
    record = coded(wary, "Soldiers walloped the protesters. Norway condemned Iran.")
    assert [event.type for event in record.events] == [EventType.ASSAULT]


def test_csv_has_the_same_fields(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("kind,name,code,names\nactor,Harbour League,NORPTY,HL;Leaguers\n", encoding="utf-8")
    assert onrecord.Coder(registry=[file]).registry.code("HL", None) == "NORPTY"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('[[actor]]\nname = "X"\ncode = "nor"', "'nor' is no CAMEO code"),
        ('[[actor]]\nname = "X"\ncode = "NOR"\nstart = "2020"', "'2020' is no ISO day"),
        ('[[title]]\nwords = "x"\nnumber = "many"', "not person, group or body"),
        ('[[ship]]\nname = "x"', "'ship' is none of actor"),
        ('[[outlet]]\nname = "x"\ncolour = "red"', "no field 'colour'"),
    ],
)
def test_faulty_row_is_named(tmp_path: Path, row: str, fault: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(row, encoding="utf-8")
    with pytest.raises(UsageError, match=f"row 1: .*{fault}"):
        onrecord.Coder(registry=[file])


def test_unknown_code_of_a_verb_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[verb]]\nlemma = "zap"\ncameo = "999"', encoding="utf-8")
    with pytest.raises(UsageError, match="999"):
        onrecord.Coder(registry=[file])
