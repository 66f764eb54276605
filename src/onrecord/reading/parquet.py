"""Parquet tables: one input a row, read batch by batch, of the columns that are needed alone.

pyarrow reads them; it comes with `onrecord[parquet]`. A row is named by its number, the first being row 1.
"""

import io
from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError, MalformedInput, MissingReader
from onrecord.reading.asked import Asked, Fields, Found
from onrecord.reading.tables import columns_of, fields_of_row

_ROWS = 64
"""A batch: enough that reading is cheap, few enough that texts of the limit fit in memory."""
_PIECE = 1 << 16


def parquet_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The reports of a table; `encoding` does not matter, Parquet is UTF-8.

    Raises:
        MissingReader: pyarrow is not installed.
        MalformedInput: it is no Parquet, names no column for the text, or comes through a pipe.
    """
    for number, row in enumerate(_rows(stream, name), start=1):
        yield f"{name}:{number}", _fields(row, f"{name}:{number}")


def _fields(row: dict[str, Any], source: str) -> Fields | InputError:
    try:
        return fields_of_row(row, source=source)
    except InputError as refusal:
        return refusal


def _rows(stream: io.BufferedReader, name: str) -> Iterator[dict[str, Any]]:
    pyarrow = _library(name)
    if not stream.seekable():
        raise MalformedInput(
            "Parquet is read from its end.", source=name, remedy="Save it as a file, unpacked."
        )
    try:
        table = pyarrow.parquet.ParquetFile(stream, buffer_size=_PIECE, pre_buffer=False)
        names = table.schema_arrow.names
        columns = {key: names[place] for key, place in columns_of(names, source=name).items()}
        for batch in table.iter_batches(_ROWS, columns=list(columns.values()), use_threads=False):
            cells = [_values(pyarrow, batch.column(column)) for column in columns.values()]
            yield from (dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True))
    except (pyarrow.ArrowException, OSError) as failure:
        raise MalformedInput(
            f"the Parquet cannot be read: {_told(failure)}.", source=name, remedy="Fetch or write it again."
        ) from failure


def _values(pyarrow: Any, column: Any) -> list[Any]:
    """The column's values as Python has them; times to the microsecond, the finest that it has."""
    kind = column.type
    if pyarrow.types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(pyarrow.timestamp("us", kind.tz), safe=False)
    return [_decoded(value) for value in column.to_pylist()]


def _decoded(value: Any) -> Any:
    """The value, a text where an older writer left it as bytes."""
    try:
        return value.decode() if isinstance(value, bytes) else value
    except UnicodeDecodeError:
        return value


def _told(failure: Exception) -> str:
    return (str(failure).splitlines() or [type(failure).__name__])[0].rstrip(".")[:200]


def _library(name: str) -> Any:
    try:
        import pyarrow  # large, and few inputs need it
        import pyarrow.parquet
    except ImportError:
        raise MissingReader("Parquet", "parquet", source=name) from None
    return pyarrow
