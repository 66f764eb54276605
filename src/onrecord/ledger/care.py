"""Care for a ledger: check it, copy it, join two, take the words of a report out of it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.errors import LedgerError, UsageError
from onrecord.ledger.adding import RunReport, begin, count, finish, note
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.makings import Makings
from onrecord.ledger.store import transaction
from onrecord.ledger.writing import keep_coding, keep_report
from onrecord.record import Record, Span, from_json, text_hash

_PER_CODING = ("events", "statements", "figures", "actors")


def check(ledger: Ledger) -> Iterator[str]:
    """What is wrong with the ledger, in words; nothing where it is whole.

    The file's pages, the references between its rows, the search index, each text against its hash, each span against
    its text, and each record against its rows.
    """
    run = ledger.connection.execute
    yield from (f"the file: {found}" for (found,) in run("pragma integrity_check") if found != "ok")
    yield from (f"a row of {table} refers to nothing" for table, *_ in run("pragma foreign_key_check"))
    yield from _index(ledger.connection)
    for coding, record, name, text, sha256 in run(
        """select c.coding, c.record, r.id, r.text, r.sha256 from codings c join reports r using (report)
        where r.redacted is null"""
    ):
        if text_hash(text) != sha256 and "\ufffd" not in text:
            yield f"report {name}: its text is not the one that was read"
        try:
            yield from _coding(ledger.connection, coding, name, from_json(record), len(text))
        except msgspec.MsgspecError as cause:
            yield f"report {name}: coding {coding} cannot be read: {cause}"


def backup(ledger: Ledger, target: str | Path) -> None:
    """Copy the ledger while others read and write it (SQLite's own backup).

    Raises:
        LedgerError: the target exists, or cannot be written.
    """
    if Path(target).exists():
        raise LedgerError("is there already.", source=str(target), remedy="Name a file that is not.")
    try:
        copy = sqlite3.connect(target)
        with copy:
            ledger.connection.backup(copy)
        copy.close()
    except sqlite3.Error as cause:
        raise LedgerError(
            f"cannot be written: {cause}.", source=str(target), remedy="Check the folder."
        ) from cause


def merge(ledger: Ledger, other: str | Path) -> RunReport:
    """Take in what another ledger holds and this one does not: reports, codings, judgements.

    Raises:
        LedgerError: the other is no ledger.
    """
    with Ledger(other) as source:
        makings = Makings(onrecord="", model="", settings={}, lexicons="", registry={})
        done = RunReport(run=begin(ledger, "merge", makings, [str(other)]))
        for (name,) in source.connection.execute("select id from reports order by report").fetchall():
            with transaction(ledger.connection):
                fresh = _merged(ledger, source, name, done.run)
                count(done, read=1, coded=int(fresh), known=int(not fresh), errors=())
                note(ledger.connection, done, ())
        with transaction(ledger.connection):
            ledger.connection.executemany(
                "insert or ignore into judgements (report, thing, version, verdict, field, value, note, who, at) "
                "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                source.connection.execute(
                    "select report, thing, version, verdict, field, value, note, who, at from judgements"
                ).fetchall(),
            )
    finish(ledger, done)
    return done


def redact(ledger: Ledger, report: str, reason: str) -> None:
    """Take a report's words and all that was derived from them out of the ledger; a tombstone with the reason stays.

    The report stays known, so that adding it again brings nothing back.

    Raises:
        UsageError: there is no such report.
    """
    run = ledger.connection.execute
    found = run("select report, key, title, text from reports where id = ?", (report,)).fetchone()
    if found is None:
        raise UsageError(f"the ledger holds no report {report!r}.", remedy="`onrecord reports` lists them.")
    row, key, title, text = found
    run("pragma secure_delete = on")
    with transaction(ledger.connection):
        run("insert into words (words, rowid, title, text) values ('delete', ?, ?, ?)", (row, title, text))
        for (coding,) in run("select coding from codings where report = ?", (row,)).fetchall():
            _emptied(ledger.connection, coding)
        run("insert into words (rowid, title, text) values (?, null, '')", (row,))
        run(
            "update reports set text = '', title = null, byline = null, redacted = ? where report = ?",
            (reason, row),
        )
        run("update judgements set value = null, note = null where report = ?", (key,))
    run("insert into words (words) values ('optimize')")
    run("pragma wal_checkpoint(truncate)")


def _merged(ledger: Ledger, source: Ledger, name: str, run: int) -> bool:
    """Take in one report with its codings; True where the report is new here."""
    key, redacted = source.connection.execute(
        "select key, redacted from reports where id = ?", (name,)
    ).fetchone()
    here = ledger.connection.execute("select report from reports where key = ?", (key,)).fetchone()
    codings = source.connection.execute(
        """select c.record, c.version, r.text from codings c join reports r using (report) where r.id = ?
        order by c.coding""", (name,)
    ).fetchall()  # fmt: skip
    if redacted is not None or not codings:
        return False
    row = here[0] if here else None
    alive = row is not None and _alive(ledger.connection, row)
    for record, version, text in codings:
        made = from_json(record)
        made = msgspec.structs.replace(made, report=msgspec.structs.replace(made.report, text=text))
        row = keep_report(ledger.connection, made.report, run) if row is None else row
        keep_coding(ledger.connection, made, row, run, version)
    if alive:
        _revived(ledger.connection, row or 0, alive)
    return here is None


def _alive(connection: sqlite3.Connection, report: int) -> int:
    """The coding of a report that counts; 0 where there is none."""
    found = connection.execute(
        "select coding from codings where report = ? and superseded is null", (report,)
    ).fetchone()
    return int(found[0]) if found else 0


def _revived(connection: sqlite3.Connection, report: int, coding: int) -> None:
    """The ledger's own coding goes on to count; those that came by a merge stand beside it."""
    connection.execute(
        "update codings set superseded = run where report = ? and coding != ? and superseded is null",
        (report, coding),
    )
    connection.execute("update codings set superseded = null where coding = ?", (coding,))


def _emptied(connection: sqlite3.Connection, coding: int) -> None:
    for child, parent, key in (("parties", "events", "event"), ("speakers", "statements", "statement")):
        connection.execute(
            f"delete from {child} where {key} in (select {key} from {parent} where coding = ?)", (coding,)
        )
    for table in _PER_CODING:
        connection.execute(f"delete from {table} where coding = ?", (coding,))
    connection.execute("update codings set record = '' where coding = ?", (coding,))


def _index(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        connection.execute("insert into words (words, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError as cause:
        yield f"the search index: {cause}"


def _coding(
    connection: sqlite3.Connection, coding: int, name: str, record: Record, length: int
) -> Iterator[str]:
    counts = {table: len(getattr(record, table)) for table in _PER_CODING}
    for table, expected in counts.items():
        (found,) = connection.execute(f"select count(*) from {table} where coding = ?", (coding,)).fetchone()
        if found != expected:
            yield f"report {name}: {found} rows of {table}, {expected} in its record"
    if any(span.end > length or span.start < 0 for span in _spans(record)):
        yield f"report {name}: a span lies outside its text"


def _spans(record: Record) -> Iterator[Span]:
    for event in record.events:
        yield from (event.trigger, *event.evidence)
    for statement in record.statements:
        yield from (*statement.cue, *statement.content)
    for figure in record.figures:
        yield figure.span
    for actor in record.actors:
        yield from (mention.span for mention in actor.mentions)
