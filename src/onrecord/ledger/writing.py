"""A report and its coding into the ledger: rows for what is asked of it, the record itself for `show` and `why`."""

import re
import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.ledger.rows import EventRow, FigureRow, Party, Rows, StatementRow, spoken_roles
from onrecord.record import Record, Report, report_id, to_json

_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODE = msgspec.json.Encoder().encode


def key_of(report: Report) -> str:
    """What a report is known by: its text, outlet, url and day of publication."""
    return report_id(report.sha256, report.outlet, report.url, report.published)


def known(connection: sqlite3.Connection, report: Report) -> bool:
    """Whether the report is here already."""
    found = connection.execute("select 1 from reports where key = ?", (key_of(report),)).fetchone()
    return found is not None


def keep(connection: sqlite3.Connection, record: Record, run: int, version: str) -> bool:
    """Write a report with its coding; False where the report was here already and nothing was done."""
    if known(connection, record.report):
        return False
    keep_coding(connection, record, keep_report(connection, record.report, run), run, version)
    return True


def keep_report(connection: sqlite3.Connection, report: Report, run: int) -> int:
    """Write a report; a copy or another version of one that is here is linked with it. Returns its row."""
    key = key_of(report)
    taken = connection.execute("select 1 from reports where id = ?", (report.id,)).fetchone()
    earliest = connection.execute(
        "select report from reports where sha256 = ? order by report limit 1", (report.sha256,)
    ).fetchone()
    older = _versions(connection, report)
    row = connection.execute(
        """insert into reports (key, id, url, outlet, title, byline, published, modified, language, text, sha256,
           run, copy_of, version_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (key, key if taken else report.id, report.url, report.outlet, report.title, report.byline,
         report.published, report.modified, report.language, _storable(report.text), report.sha256, run,
         earliest and earliest[0], older[0] if older else None),
    ).lastrowid or 0  # fmt: skip
    connection.executemany(
        "update reports set newer = ? where report = ? and newer is null", [(row, each) for each in older]
    )
    connection.execute(
        "insert into words (rowid, title, text) values (?, ?, ?)", (row, report.title, _storable(report.text))
    )
    return row


def keep_coding(connection: sqlite3.Connection, record: Record, report: int, run: int, version: str) -> bool:
    """Write a coding of a report that is here; the one before it is superseded. False where this version was here."""
    done = connection.execute(
        "select 1 from codings where report = ? and version = ?", (report, version)
    ).fetchone()
    if done:
        return False
    connection.execute(
        "update codings set superseded = ? where report = ? and superseded is null", (run, report)
    )
    (name,) = connection.execute("select id from reports where report = ?", (report,)).fetchone()
    coding = _insert(
        connection, "codings", report=report, run=run, version=version, record=_without_text(record)
    )
    rows = Rows(record, name)
    _events(connection, coding, rows.events())
    _statements(connection, coding, rows.statements())
    _figures(connection, coding, rows.figures())
    _actors(connection, coding, record)
    return True


def _versions(connection: sqlite3.Connection, report: Report) -> list[int]:
    """The rows of other texts of the same url, earliest first."""
    if report.url is None:
        return []
    found = connection.execute(
        "select report from reports where url = ? and sha256 != ? order by report",
        (report.url, report.sha256),
    )
    return [row for (row,) in found]


def _events(connection: sqlite3.Connection, coding: int, rows: Iterable[EventRow]) -> None:
    for row in rows:
        event = _insert(
            connection, "events", coding=coding, id=row.id, type=row.type, mode=row.mode, cameo=row.cameo,
            status=row.status, start=row.start, end=row.end, place=row.place and row.place.name,
            country=row.place and row.place.country, row=_json(row),
        )  # fmt: skip
        sides = [("actor", party) for party in row.actors] + [
            ("recipient", party) for party in row.recipients
        ]
        connection.executemany(
            "insert into parties values (?, ?, ?, ?, ?)",
            [(event, side, _storable(party.name), party.country, party.code) for side, party in sides],
        )


def _statements(connection: sqlite3.Connection, coding: int, rows: Iterable[StatementRow]) -> None:
    for row in rows:
        statement = _insert(
            connection, "statements", coding=coding, id=row.id, form=row.form, stance=row.stance,
            anonymous=int(row.anonymous), row=_json(row),
        )  # fmt: skip
        speakers: Iterable[Party] = (*row.speakers, *row.carried_by)
        connection.executemany(
            "insert into speakers values (?, ?, ?, ?)",
            [(statement, _storable(party.name), party.country, party.code) for party in speakers],
        )


def _figures(connection: sqlite3.Connection, coding: int, rows: Iterable[FigureRow]) -> None:
    for row in rows:
        _insert(
            connection, "figures", coding=coding, id=row.id, low=row.low, high=row.high, unit=row.unit,
            counts=row.counts, start=row.start, row=_json(row),
        )  # fmt: skip


def _actors(connection: sqlite3.Connection, coding: int, record: Record) -> None:
    for actor in record.actors:
        _insert(
            connection, "actors", coding=coding, id=actor.id, name=actor.name, kind=actor.kind.value,
            country=actor.country, sector=actor.sector, code=actor.code, wikidata=actor.wikidata,
            mentions=len(actor.mentions), roles=_json(spoken_roles(actor.roles)),
        )  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, **values: Any) -> int:
    """One row; table and columns are names of ours, the values are bound."""
    columns = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    bound = [_storable(value) if isinstance(value, str) else value for value in values.values()]
    return connection.execute(f"insert into {table} ({columns}) values ({marks})", bound).lastrowid or 0


def _json(value: Any) -> str:
    return _ENCODE(value).decode()


def _without_text(record: Record) -> str:
    bare = msgspec.structs.replace(record.report, text="")
    return to_json(msgspec.structs.replace(record, report=bare)).decode()


def _storable(text: str) -> str:
    """SQLite keeps UTF-8: a lone surrogate of a damaged text becomes U+FFFD, one code point for one."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
