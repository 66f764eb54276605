"""The configuration file: what it may set, whence its paths hang, and how it is refused."""

from pathlib import Path

import pytest

from onrecord.config import ModelSize, Settings, read_config
from onrecord.errors import MissingInput, UsageError


def test_no_file_means_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_config() == Settings()


def test_file_of_the_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "onrecord.toml").write_text('model = "md"\nregistry = ["mine.csv"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_config() == Settings(model=ModelSize.MD, registry=("mine.csv",))


def test_paths_hang_on_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('registry = ["mine.csv"]\n', encoding="utf-8")
    assert read_config(file).registry == (str(tmp_path / "mine.csv"),)


@pytest.mark.parametrize("text", ["modle = 'sm'", "model = 'xl'", "[[", "trust = 1.5"])
def test_wrong_setting_is_refused_with_what_may_be_set(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="It may set model"):
        read_config(file)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="--config"):
        read_config(tmp_path / "none.toml")
