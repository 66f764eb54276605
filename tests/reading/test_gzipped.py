"""Packed inputs: read as what they hold, with an error where they are damaged or a bomb."""

import gzip
import io
import json
import zlib
from pathlib import Path

import pytest

from onrecord.config import Settings
from onrecord.errors import InputError, MalformedInput, OversizedInput
from onrecord.reading import read
from onrecord.record import Report

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."
LINES = b"".join(json.dumps({"text": PROSE, "id": n}).encode() + b"\n" for n in range(3))


def items(folder: Path, name: str, data: bytes) -> list[Report | InputError]:
    (folder / name).write_bytes(data)
    return list(read([folder / name]))


@pytest.mark.parametrize(
    ("name", "data", "count"),
    [
        ("a.txt.gz", f" {PROSE}\r\n".encode(), 1),
        ("a.jsonl.gz", LINES, 3),
        ("a.csv.GZ", f"text\n{PROSE}\n{PROSE}\n".encode(), 2),
        ("a.gz", LINES, 3),
        ("a", LINES, 3),
    ],
)
def test_packed_input_is_read_as_what_it_holds(tmp_path: Path, name: str, data: bytes, count: int) -> None:
    found = items(tmp_path, name, gzip.compress(data))
    assert len(found) == count and all(isinstance(item, Report) for item in found)


def test_packed_text_is_kept_code_point_for_code_point(tmp_path: Path) -> None:
    (report,) = items(tmp_path, "a.txt.gz", gzip.compress(f" {PROSE}\r\n".encode()))
    assert isinstance(report, Report) and report.text == f" {PROSE}\r\n"


def test_packed_standard_input_is_read() -> None:
    assert len(list(read(["-"], stdin=io.BytesIO(gzip.compress(LINES))))) == 3


def test_name_without_packing_is_read_as_it_is(tmp_path: Path) -> None:
    assert len(items(tmp_path, "a.jsonl.gz", LINES)) == 3


def test_members_behind_one_another_are_one_input(tmp_path: Path) -> None:
    packed = gzip.compress(LINES) + gzip.compress(b"") + gzip.compress(LINES) + b"\0" * 100_000
    assert len(items(tmp_path, "a.jsonl.gz", packed)) == 6


def test_what_follows_the_packed_data_is_left_out(tmp_path: Path) -> None:
    assert len(items(tmp_path, "a.jsonl.gz", gzip.compress(LINES) + b"rest")) == 3


@pytest.mark.parametrize(
    "packed", [gzip.compress(LINES)[:-20], gzip.compress(LINES)[:-8] + b"\0" * 8, b"\x1f\x8b\x08rest"]
)
def test_damaged_packing_is_an_error(tmp_path: Path, packed: bytes) -> None:
    found = items(tmp_path, "a.jsonl.gz", packed)
    assert isinstance(found[-1], MalformedInput) and "gzip" in str(found[-1]) and found[-1].remedy


def bomb(megabytes: int) -> bytes:
    engine = zlib.compressobj(9, wbits=31)
    return b"".join(engine.compress(b" " * 1_000_000) for _ in range(megabytes)) + engine.flush()


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.html.gz", "a.gz"])
def test_bomb_is_refused_and_the_others_go_on(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bomb(300))
    (tmp_path / "b.txt").write_text(PROSE)
    found = list(read([tmp_path / name, tmp_path / "b.txt"], settings=Settings(max_chars=10_000)))
    assert isinstance(found[0], OversizedInput) and isinstance(found[-1], Report) and len(found) == 2
