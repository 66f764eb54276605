"""The registry: states by every name, dated codes, and the files of users."""

from pathlib import Path

import pytest

from onrecord.actors import load_registry
from onrecord.errors import MissingInput, UsageError


@pytest.mark.parametrize(
    ("word", "iso3"),
    [("Ivory Coast", "CIV"), ("ivorian", "CIV"), ("U.S.", "USA"), ("Taiwan", "TWN"), ("Kosovo", "XKX")],
)
def test_state_by_name_and_adjective(word: str, iso3: str) -> None:
    state = load_registry().state(word)
    assert state is not None
    assert state.iso3 == iso3


def test_seat_of_government() -> None:
    house = load_registry().house("the Kremlin")
    assert house is not None
    assert house.iso3 == "RUS"


def test_code_holds_on_its_days_only() -> None:
    registry = load_registry()
    assert registry.code("Tony Blair", "2003-05-06") == "GBRGOV"
    assert registry.code("Tony Blair", "1996-01-01") == "GBRELI"


def test_user_file_adds_an_actor(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[actor]]\nname = "Harbour League"\ncode = "NORPTY"\nnames = ["HL"]\n', encoding="utf-8")
    assert load_registry(file).code("HL", None) == "NORPTY"
    assert load_registry().code("HL", None) is None


def test_broken_user_file_says_what_to_write(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[actor]]\nname = "Harbour League"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="name and code"):
        load_registry(file)
    with pytest.raises(MissingInput):
        load_registry(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("word", "iso3"), [("Phillipines", "PHL"), ("Afganistan", "AFG"), ("Alabama", None), ("Georgetown", None)]
)
def test_misspelt_state(word: str, iso3: str | None) -> None:
    state = load_registry().misspelt_state(word)
    assert (state.iso3 if state else None) == iso3
