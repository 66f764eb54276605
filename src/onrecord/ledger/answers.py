"""An answer: rows that stream from the file, as structs, as JSON lines, as a table of Arrow, pandas or Polars."""

import sqlite3
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Generic, TypeVar

import msgspec

from onrecord.errors import UsageError

Row = TypeVar("Row", bound=msgspec.Struct)


class Answer(Generic[Row]):
    """Rows of one kind; each iteration asks the ledger anew.

    Args:
        connection: the ledger.
        sql: selects one column: the row as JSON.
        values: bound in `sql`.
        kind: the struct that a row is.
    """

    def __init__(
        self, connection: sqlite3.Connection, sql: str, values: Sequence[Any], kind: type[Row]
    ) -> None:
        self._connection, self.sql, self.values, self.kind = connection, sql, tuple(values), kind

    def lines(self) -> Iterator[str]:
        """Each row as a JSON object, as it is stored."""
        return (line for (line,) in self._connection.execute(self.sql, self.values))

    def __iter__(self) -> Iterator[Row]:
        decode = msgspec.json.Decoder(self.kind).decode
        return map(decode, self.lines())

    def __len__(self) -> int:
        (count,) = self._connection.execute(f"select count(*) from ({self.sql})", self.values).fetchone()
        return int(count)

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`, lists and structs nested.

        Raises:
            UsageError: pyarrow is not installed.
        """
        arrow = _needed("pyarrow", "analysis")
        rows = [msgspec.json.decode(line) for line in self.lines()]
        return arrow.Table.from_pylist(rows, schema=arrow.schema(_schema(self.kind, arrow)))

    def to_pandas(self) -> Any:
        """A pandas data frame.

        Raises:
            UsageError: pyarrow or pandas is not installed.
        """
        _needed("pandas", "analysis")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A Polars data frame.

        Raises:
            UsageError: pyarrow or Polars is not installed.
        """
        return _needed("polars", "analysis").from_arrow(self.to_arrow())


def _needed(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as cause:
        raise UsageError(
            f"this needs {name}, which is not installed.", remedy=f"Run `pip install 'onrecord[{extra}]'`."
        ) from cause


def _schema(kind: type[msgspec.Struct], arrow: Any) -> list[tuple[str, Any]]:
    """Names and Arrow types of a struct's fields: an empty answer has the same columns."""
    return [(field.name, _arrow_type(field.type, arrow)) for field in msgspec.inspect.type_info(kind).fields]  # type: ignore[attr-defined]


def _arrow_type(told: Any, arrow: Any) -> Any:
    plain = {
        "StrType": arrow.string(), "IntType": arrow.int64(), "FloatType": arrow.float64(), "BoolType": arrow.bool_(),
    }  # fmt: skip
    name = type(told).__name__
    if name == "UnionType":
        return next(_arrow_type(one, arrow) for one in told.types if type(one).__name__ != "NoneType")
    if name in {"StructType"}:
        return arrow.struct(_schema(told.cls, arrow))
    if name == "NamedTupleType":
        return arrow.list_(arrow.int64())
    if name in {"VarTupleType", "ListType"}:
        return arrow.list_(_arrow_type(told.item_type, arrow))
    return plain[name]
