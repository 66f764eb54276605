"""Which inputs a source stands for: a file, the reports in a folder, standard input, or an address."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.errors import EmptyInput, InputError, MissingInput
from onrecord.reading.addresses import is_address
from onrecord.reading.formats import SUFFIXES, by_suffix

STDIN = "-"
_LONGEST_NAME = 300


def walked(source: str | Path) -> Iterator[str | MissingInput | EmptyInput]:
    """The names of the inputs of a source, sorted within a folder; hidden files are left out."""
    name = os.fspath(source)
    path = Path(name)
    if name == STDIN or is_address(name):
        yield name
    elif not _exists(path):
        yield MissingInput("there is no such file or folder.", source=_short(name), remedy="Check the path.")
    elif path.is_dir():
        yield from _within(path)
    else:
        yield name


@contextmanager
def opened(name: str, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    """The bytes of an input, with `peek`. Standard input is left open.

    Raises:
        InputError: it cannot be read.
    """
    try:
        if name == STDIN:
            given = stdin or sys.stdin.buffer
            yield (
                given
                if isinstance(given, io.BufferedReader)
                else io.BufferedReader(cast(io.RawIOBase, given))
            )
        else:
            with Path(name).open("rb") as stream:
                yield stream
    except OSError as failure:
        raise InputError(
            f"cannot be read: {failure.strerror or failure}.", source=name, remedy="Check its permissions."
        ) from failure


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL, names no file
        return False


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"


def _within(folder: Path) -> Iterator[str | EmptyInput]:
    found = sorted(
        path
        for path in folder.rglob("*")
        if by_suffix(path.name) and path.is_file() and not _hidden(path.relative_to(folder))
    )
    if not found:
        yield EmptyInput(
            "the folder holds no report.",
            source=str(folder),
            remedy=f"Reports in a folder are known by their suffix: {' '.join(sorted(SUFFIXES))}, or those with .gz.",
        )
    yield from map(str, found)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
