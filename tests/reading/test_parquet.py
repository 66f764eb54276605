"""Parquet: rows as reports, batch by batch, and files that are none."""

import builtins
import gzip
import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import EmptyInput, InputError, MalformedInput, MissingReader, OversizedInput
from onrecord.reading import read
from onrecord.reading.parquet import parquet_in
from onrecord.record import Report

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."


def put(folder: Path, columns: dict[str, Any], **given: Any) -> Path:
    path = folder / "a.parquet"
    pq.write_table(pa.table(columns), path, **given)
    return path


def test_row_is_a_report_with_what_its_columns_say(tmp_path: Path) -> None:
    path = put(
        tmp_path, {"id": [7], "content": [f" {PROSE}\r\n"], "source": ["Post"], "authors": [["A", "B"]]}
    )
    (report,) = read([path])
    assert isinstance(report, Report) and report.text == f" {PROSE}\r\n"
    assert (report.id, report.outlet, report.byline) == ("7", "Post", "A, B")


@pytest.mark.parametrize(
    "day",
    [
        "27 February 2022",
        date(2022, 2, 27),
        datetime(2022, 2, 27, 18, 4),
        datetime(2022, 2, 27, 18, 4, tzinfo=UTC),
        pa.scalar(1645985040123456789, pa.timestamp("ns")),
    ],
    ids=["words", "date", "time", "zone", "nanoseconds"],
)
def test_dates_of_all_types_are_read(tmp_path: Path, day: object) -> None:
    column = pa.repeat(day, 1) if isinstance(day, pa.Scalar) else pa.array([day])
    (report,) = read([put(tmp_path, {"text": [PROSE], "date": column})])
    assert isinstance(report, Report) and report.published == "2022-02-27"


def test_broken_rows_do_not_stop_the_next(tmp_path: Path) -> None:
    path = put(tmp_path, {"text": ["a", None, " ", "x" * 1_000_001, "b"]})
    found = list(read([path]))
    kinds = [item.text if isinstance(item, Report) else type(item) for item in found]
    assert kinds == ["a", MalformedInput, EmptyInput, OversizedInput, "b"]
    assert isinstance(found[1], InputError) and found[1].source == f"{path}:2"


def test_text_of_numbers_is_refused_and_no_text_lists_the_columns(tmp_path: Path) -> None:
    (error,) = read([put(tmp_path, {"text": [1.5]})])
    assert isinstance(error, MalformedInput) and "float" in str(error)
    (error,) = read([put(tmp_path, {"headline": ["a"], "when": ["b"]})])
    assert isinstance(error, MalformedInput) and "'headline', 'when'" in str(error)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\xff" * 1_000 + b"PAR1", b"text,title\na,b\n"])
def test_what_is_no_parquet_is_an_error_and_the_others_go_on(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(data)
    (tmp_path / "b.txt").write_text(PROSE)
    error, report = read([tmp_path])
    assert isinstance(error, MalformedInput) and error.remedy and isinstance(report, Report)


def test_cut_file_gives_an_error(tmp_path: Path) -> None:
    path = put(tmp_path, {"text": [PROSE] * 500})
    data = path.read_bytes()
    path.write_bytes(data[:60] + b"\xff" * 200 + data[260:])
    assert isinstance(list(read([path]))[-1], MalformedInput)


def test_parquet_through_a_pipe_says_what_to_do(tmp_path: Path) -> None:
    packed = gzip.compress(put(tmp_path, {"text": [PROSE]}).read_bytes())
    (error,) = read(["-"], stdin=io.BytesIO(packed))
    assert isinstance(error, MalformedInput) and "Save it" in str(error)


def test_missing_library_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **more)

    path = put(tmp_path, {"text": [PROSE]})
    monkeypatch.setattr(builtins, "__import__", without)
    (error,) = read([path])
    assert isinstance(error, MissingReader) and "onrecord[parquet]" in str(error)


def test_few_rows_are_held_at_once(tmp_path: Path) -> None:
    path = put(tmp_path, {"text": [f"{n} " + "x" * 10_000 for n in range(20_000)]}, row_group_size=20_000)
    before = pa.total_allocated_bytes()
    with path.open("rb") as stream:
        rows = parquet_in(stream, "a", None)  # type: ignore[arg-type]
        assert next(rows)[0] == "a:1"
        assert pa.total_allocated_bytes() - before < 50_000_000
