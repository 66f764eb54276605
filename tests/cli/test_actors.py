"""`onrecord actors learn`, as its user runs it."""

import json
import tomllib
from pathlib import Path

import pytest

from onrecord.cli.entry import main


def test_learned_rows_serve_as_a_registry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = tmp_path / "reports.jsonl"
    text = "Norwegian Harbour Minister Ada Holt visited Bergen. Norway's Storting met."
    rows = [{"id": str(n), "text": text, "published": f"2020-03-0{n}"} for n in (1, 2)]
    reports.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["actors", "learn", str(reports)]) == 0
    told = capsys.readouterr().out
    (row,) = tomllib.loads(told)["actor"]
    assert (row["name"], row["code"], row["start"]) == ("Ada Holt", "NORGOV", "2020-03-01")
    learned = tmp_path / "learned.toml"
    learned.write_text(told, encoding="utf-8")
    assert main(["code", str(reports), "--registry", str(learned), "--format", "jsonl"]) == 0


def test_configuration_names_the_registry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.toml").write_text(
        '[[outlet]]\nname = "Fjord Radio"\ncountry = "NOR"\n', encoding="utf-8"
    )
    config = tmp_path / "settings.toml"
    config.write_text('registry = ["mine.toml"]\n', encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text("Fjord Radio reported that the ferry had sunk in the storm.\n", encoding="utf-8")
    assert main(["code", str(report), "--config", str(config), "--format", "jsonl"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["actors"][0]["code"] == "NORMED"
    assert "mine.toml" in record["actors"][0]["reason"]
