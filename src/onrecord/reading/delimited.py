"""Tables as text (CSV, RFC 4180; TSV): one input a row, the first row names the columns.

A row is named by its number as a spreadsheet shows it, the header being row 1. What breaks one row, such as a text
over the limit, ends with that row: the next begins where the quotation marks are even again.
"""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import EmptyInput, InputError, MalformedInput, OversizedInput
from onrecord.reading.asked import Asked, Fields, Found
from onrecord.reading.bounds import longest, narrow
from onrecord.reading.decoding import decode
from onrecord.reading.formats import Format, without_packing
from onrecord.reading.tables import columns_of, delimiter_of, fields_of_row

_QUOTE = '"'
_PIECE = 1 << 20


def rows_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The reports of a table; a wholly empty row is none.

    Raises:
        InputError: there is no header, or it names no column for the text.
    """
    limit = longest(Format.TABLE, asked.settings)
    plain, encoding = narrow(stream, limit, source=name, encoding=asked.encoding)
    lines = _Lines(plain, name, limit, encoding)
    rows = enumerate(_rows(lines), start=1)
    header = next((row for _, row in rows if isinstance(row, InputError) or any(row)), None)
    if header is None:
        raise EmptyInput("the table is empty.", source=name, remedy="Leave it out, or check how it was made.")
    if isinstance(header, InputError):
        raise header
    columns = columns_of(header, source=name)
    for number, row in rows:
        at = f"{name}:{number}"
        if isinstance(row, InputError):
            yield at, row
        elif any(row):
            yield at, _fields(row, len(header), columns, at)


def _fields(row: list[str], width: int, columns: dict[str, int], source: str) -> Fields | InputError:
    if any(row[width:]):
        return MalformedInput(
            f"the row has {len(row)} cells, but the header names {width}.",
            source=source,
            remedy="Put a text with the table's own mark in it between quotation marks.",
        )
    cells = {key: row[place] if place < len(row) else None for key, place in columns.items()}
    try:
        return fields_of_row(cells, source=source)
    except InputError as refusal:
        return refusal


def _rows(lines: "_Lines") -> Iterator[list[str] | InputError]:
    """Each row, or the error that stands in its place."""
    reader = csv.reader(lines, delimiter=lines.delimiter)
    while True:
        lines.begin_row()
        try:
            with _cells_up_to(lines.limit):
                row = next(reader)
        except StopIteration:
            return
        except (InputError, csv.Error) as failure:
            lines.skip_row()
            yield failure if isinstance(failure, InputError) else lines.malformed(f"{failure}")
            continue
        yield lines.malformed("a quotation mark is never closed") if lines.left_open() else row


@contextmanager
def _cells_up_to(limit: int) -> Iterator[None]:
    """The csv module's limit of a cell, which is one for the whole process, raised for a row."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)


class _Lines:
    """The decoded lines of a table, with a count of the row's bytes and quotation marks."""

    def __init__(self, stream: io.BufferedReader, name: str, limit: int, encoding: str | None) -> None:
        self.limit = limit
        self._stream, self._name, self._encoding = stream, name, encoding
        self._row = self._lines = self._bytes = self._quotes = 0
        self._tabs: int | None = None
        self._first = self._decoded_line()
        self.delimiter = "\t" if without_packing(name).lower().endswith(".tsv") else delimiter_of(self._first)
        self._tabs = self._first.count("\t") if self.delimiter == "\t" else None

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line, self._first = self._first or self._decoded_line(), ""
        if not line:
            raise StopIteration
        return line

    def begin_row(self) -> None:
        """What follows belongs to the next row."""
        self._row += 1
        if not self._first:
            self._lines = self._bytes = self._quotes = 0

    def skip_row(self) -> None:
        """Read over the rest of a row that cannot be read: it ends where its quotation marks are even."""
        while self._quotes % 2 and self._line():
            pass

    def left_open(self) -> bool:
        """Whether the input ended within quotation marks, several lines after they were opened."""
        return self._quotes % 2 == 1 and self._lines > 1 and not self._stream.peek(1)

    def malformed(self, what: str) -> MalformedInput:
        """The error of the present row."""
        return MalformedInput(
            f"is no row of the table: {what}.", source=self._at(), remedy="Repair the row, or leave it out."
        )

    def _decoded_line(self) -> str:
        begins_row = self._lines == 0
        data = self._line()
        if self._bytes > self.limit:
            raise OversizedInput(
                f"the row has more than {self.limit:,} bytes, the most that a text of max_chars can take.",
                source=self._at(),
                remedy="Split its text, raise max_chars, or look for a quotation mark that is never closed.",
            )
        line = decode(data, source=self._at(), encoding=self._encoding)
        return self._as_written(line) if begins_row else line

    def _line(self) -> bytes:
        line = piece = self._stream.readline(self.limit + 1)
        self._count(piece)
        while piece and not piece.endswith(b"\n") and len(line) > self.limit:
            self._count(piece := self._stream.readline(_PIECE))
        self._lines += 1
        return line

    def _count(self, piece: bytes) -> None:
        self._bytes += len(piece)
        self._quotes += piece.count(b'"')

    def _as_written(self, line: str) -> str:
        """A row of a TSV that knows no quoting, with the marks of its own text kept as text."""
        if self._tabs is None or _QUOTE not in line or line.count("\t") != self._tabs or _is_quoted(line):
            return line
        cells = line.rstrip("\r\n").split("\t")
        return "\t".join(_QUOTE + cell.replace(_QUOTE, _QUOTE * 2) + _QUOTE for cell in cells) + "\n"

    def _at(self) -> str:
        return f"{self._name}:{max(self._row, 1)}"


def _is_quoted(line: str) -> bool:
    """Whether the marks of the line are those of the table, closed before each tab and at the end."""
    try:
        with _cells_up_to(len(line) + 1):
            next(csv.reader([line], delimiter="\t", strict=True), None)
    except csv.Error:
        return False
    return True
