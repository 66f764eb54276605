"""Floors hold and only rise."""

from pathlib import Path

import pytest

from benchmarks import accuracy, floors, own


def test_floors_broken_names_task_figure_and_both_values() -> None:
    assert floors.broken({"times": {"value.f1": 0.7}}, {"times": {"value.f1": 0.71}}) == [
        "times value.f1 is 0.7000, under its floor 0.710"
    ]


def test_floors_unmeasured_task_breaks_none() -> None:
    assert floors.broken({}, {"times": {"value.f1": 0.71}}) == []


def test_floors_raised_keeps_a_margin_and_what_was_not_measured() -> None:
    lifted = floors.raised(
        {"times": {"value.f1": 0.7199}}, {"times": {"value.f1": 0.7}, "places": {"x": 0.5}}
    )
    assert lifted == {"times": {"value.f1": 0.715}, "places": {"x": 0.5}}


def test_floors_raised_refuses_to_lower() -> None:
    with pytest.raises(ValueError, match="only rise"):
        floors.raised({"times": {"value.f1": 0.6}}, {"times": {"value.f1": 0.7}})


def test_floors_written_are_read_back(tmp_path: Path) -> None:
    held = {"times": {"value.f1": 0.719}, "places-lgl": {"acc161": 0.5}}
    floors.write(held, tmp_path / "floors.toml")
    assert floors.floors(tmp_path / "floors.toml") == held


def test_accuracy_without_gold_measures_our_own_sentences_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ONRECORD_GOLD", raising=False)
    monkeypatch.setattr(own, "measured", lambda: {"class.accuracy": 0.5})
    monkeypatch.setattr(floors, "floors", lambda: {"own": {"class.accuracy": 0.6}})
    assert accuracy.main([]) == 0
    shown = capsys.readouterr().out
    assert "only our own sentences" in shown
    assert "0.500" in shown
    assert accuracy.main(["--check"]) == 1


def test_accuracy_names_the_tasks_there_are_where_one_is_unknown() -> None:
    with pytest.raises(SystemExit, match=r"no such task: weather; there are .*\bown\b"):
        accuracy.main(["--tasks", "weather"])


def test_accuracy_says_what_a_task_of_the_gold_folder_needs(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="name it with --gold or ONRECORD_GOLD"):
        accuracy.main(["--gold", str(tmp_path), "--tasks", "relation"])


def test_accuracy_table_shows_ours_floor_and_peers() -> None:
    shown = accuracy.table(
        {"times": {"value.f1": 0.8}},
        {"times": {"value.f1": 0.7}},
        {"times": {"peer": [{"name": "X", "value.f1": 0.6}]}},
    )
    assert shown.splitlines()[1].split() == ["times", "value.f1", "0.800", "0.700", "X", "0.60"]
