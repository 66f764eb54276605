"""The SQLite file: opened, brought up to date, and written in whole transactions.

WAL lets any number of readers work while one process writes; a writer that dies loses only what it had not committed.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from onrecord.errors import LedgerError

APPLICATION = 0x6F6E7263
"""`onrc`: written into the file's head, so that no other SQLite file is taken for a ledger."""
_PATIENCE = 30.0
"""Seconds that a writer waits for another."""
_OLDEST = (3, 37)
"""The SQLite that brought STRICT tables."""


def connected(path: str | Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the ledger, its schema brought up to date.

    Raises:
        LedgerError: there is no such file, or it is no ledger of this program or of a newer one.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        raise LedgerError(
            f"needs SQLite 3.37 or later, this is {sqlite3.sqlite_version}.", remedy="Use a newer Python."
        )
    file = Path(path)
    if not create and not file.is_file():
        raise LedgerError(
            "there is no such ledger.",
            source=str(path),
            remedy="Name it with --db, or make it with `onrecord add`.",
        )
    try:
        connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
        _prepare(connection, str(path))
    except sqlite3.Error as cause:
        raise LedgerError(
            f"is no ledger, or cannot be opened: {cause}.",
            source=str(path),
            remedy="Check the path given by --db.",
        ) from cause
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; waits for another writer first."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def _prepare(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("pragma foreign_keys = on")
    (application,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    steps = _migrations()
    if (tables and application != APPLICATION) or version > len(steps):
        newer = (
            "is a ledger of a newer onrecord"
            if application == APPLICATION
            else "is another program's database"
        )
        raise LedgerError(f"{newer}.", source=name, remedy="Update onrecord, or name another file with --db.")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    if version < len(steps):
        _migrate(connection, steps)


def _migrate(connection: sqlite3.Connection, steps: list[str]) -> None:
    """Run the steps that the file lacks, each in a transaction of its own; another process may have been first."""
    for number, step in enumerate(steps, 1):
        with transaction(connection):
            (version,) = connection.execute("pragma user_version").fetchone()
            if version >= number:
                continue
            for statement in _statements(step):
                connection.execute(statement)
            connection.execute(f"pragma application_id = {APPLICATION}")
            connection.execute(f"pragma user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: `executescript` would commit the transaction that holds them."""
    waiting = ""
    for line in script.splitlines():
        waiting += line + "\n"
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


def _migrations() -> list[str]:
    folder = files("onrecord.ledger") / "data"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]
