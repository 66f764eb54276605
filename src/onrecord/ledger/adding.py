"""Reports into the ledger: read, coded, written batch by batch, so that a run that dies loses at most its last batch.

Adding is idempotent: what is here already is not coded again. A run that was interrupted goes on where it stopped when
it is asked the same again.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

import msgspec

from onrecord.errors import InputError
from onrecord.ledger.ledger import Ledger, now
from onrecord.ledger.makings import Makings
from onrecord.ledger.store import transaction
from onrecord.ledger.writing import keep, keep_coding, key_of, known
from onrecord.record import Record, Report

_LONGEST = 2_000
"""Code points of a message that are kept."""


class Codes(Protocol):
    """What codes reports: `onrecord.Coder` does."""

    def outcomes(
        self, items: Iterable[Report | InputError], *, batch_size: int | None = None
    ) -> Iterator[Record | InputError]:
        """One record or error per item, in order."""


class RunReport(msgspec.Struct, kw_only=True):
    """What a run has done so far."""

    run: int
    read: int = 0
    coded: int = 0
    known: int = 0
    skipped: int = 0
    reasons: dict[str, int] = msgspec.field(default_factory=dict)


Told = Callable[[RunReport, Sequence[InputError]], None]
"""Called after each batch with what was done so far, and with what that batch could not take."""


def add(
    ledger: Ledger,
    items: Iterable[Report | InputError],
    coder: Codes,
    makings: Makings,
    *,
    asked: Sequence[str] = (),
    batch_size: int = 16,
    told: Told | None = None,
    names: Mapping[str, str] | None = None,
) -> RunReport:
    """Code and keep every report that the ledger does not hold; what cannot be read or coded is kept as a skip.

    Args:
        ledger: an open ledger.
        items: reports, or why an input is none, as `onrecord.reading.read` yields them.
        coder: codes them.
        makings: what it codes with.
        asked: the sources as they were named, for the run's own record.
        batch_size: reports that are coded and written together.
        told: hears of the progress.
        names: where each report was read, by its id, for what is said of those that cannot be coded.
    """
    done = RunReport(run=begin(ledger, "add", makings, asked))
    rest = iter(items)
    while batch := list(islice(rest, batch_size)):
        fresh = _fresh(ledger.connection, batch)
        outcomes = list(coder.outcomes(fresh, batch_size=batch_size))
        errors = [_named(outcome, names or {}) for outcome in outcomes if isinstance(outcome, InputError)]
        with transaction(ledger.connection):
            kept = [
                keep(ledger.connection, outcome, done.run, makings.version)
                for outcome in outcomes
                if isinstance(outcome, Record)
            ]
            count(
                done,
                read=len(batch),
                coded=sum(kept),
                known=len(batch) - len(errors) - sum(kept),
                errors=errors,
            )
            note(ledger.connection, done, errors)
        if told:
            told(done, errors)
    finish(ledger, done)
    return done


def recode(
    ledger: Ledger, coder: Codes, makings: Makings, *, batch_size: int = 16, told: Told | None = None
) -> RunReport:
    """Code every report anew that was last coded with something else; the old codings stay beside the new."""
    done = RunReport(run=begin(ledger, "recode", makings, ()))
    waiting = [row.id for row in ledger.reports(all_versions=True) if row.redacted is None]
    for start in range(0, len(waiting), batch_size):
        names = [name for name in waiting[start : start + batch_size] if not _is_coded(ledger, name, makings)]
        reports = [_bare(ledger.record(name).report) for name in names]
        outcomes = list(coder.outcomes(reports, batch_size=batch_size))
        errors = [outcome for outcome in outcomes if isinstance(outcome, InputError)]
        with transaction(ledger.connection):
            for name, outcome in zip(names, outcomes, strict=True):
                if isinstance(outcome, Record):
                    keep_coding(ledger.connection, outcome, _row(ledger, name), done.run, makings.version)
            seen = len(waiting[start : start + batch_size])
            count(done, read=seen, coded=len(names) - len(errors), known=seen - len(names), errors=errors)
            note(ledger.connection, done, errors)
        if told:
            told(done, errors)
    finish(ledger, done)
    return done


def begin(ledger: Ledger, deed: str, makings: Makings, asked: Sequence[str]) -> int:
    """Open a run; its end is written by `finish`."""
    with transaction(ledger.connection):
        return (
            ledger.connection.execute(
                "insert into runs (deed, started, version, makings, asked) values (?, ?, ?, ?, ?)",
                (deed, now(), makings.version, msgspec.json.encode(makings).decode(),
                 msgspec.json.encode(list(asked)).decode()),
            ).lastrowid
            or 0
        )  # fmt: skip


def count(done: RunReport, *, read: int, coded: int, known: int, errors: Sequence[InputError]) -> None:
    """Add a batch to the run's counts."""
    done.read += read
    done.coded += coded
    done.known += known
    done.skipped += len(errors)
    for error in errors:
        done.reasons[error.reason] = done.reasons.get(error.reason, 0) + 1


def note(connection: sqlite3.Connection, done: RunReport, errors: Sequence[InputError]) -> None:
    """Write the run's counts and what it skipped."""
    connection.executemany(
        "insert into skips (run, source, reason, message) values (?, ?, ?, ?)",
        [(done.run, error.source, error.reason, str(error)[:_LONGEST]) for error in errors],
    )
    connection.execute(
        "update runs set read = ?, coded = ?, known = ?, skipped = ? where run = ?",
        (done.read, done.coded, done.known, done.skipped, done.run),
    )


def finish(ledger: Ledger, done: RunReport) -> None:
    """Write that the run came to its end."""
    with transaction(ledger.connection):
        ledger.connection.execute("update runs set ended = ? where run = ?", (now(), done.run))


def _fresh(connection: sqlite3.Connection, batch: Sequence[Report | InputError]) -> list[Report | InputError]:
    """The items that are to be coded: errors, and each report once that is not here."""
    seen: set[str] = set()
    found: list[Report | InputError] = []
    for item in batch:
        if isinstance(item, Report):
            key = key_of(item)
            if key in seen or known(connection, item):
                continue
            seen.add(key)
        found.append(item)
    return found


def _named(error: InputError, names: Mapping[str, str]) -> InputError:
    """The error with the name of the file, where it knows the report's id alone."""
    name = names.get(error.source or "")
    if name is not None:
        error.args = (f"{name}: {error}",)
        error.source = name
    return error


def _is_coded(ledger: Ledger, name: str, makings: Makings) -> bool:
    found = ledger.connection.execute(
        "select 1 from codings join reports using (report) where id = ? and version = ?",
        (name, makings.version),
    ).fetchone()
    return found is not None


def _row(ledger: Ledger, name: str) -> int:
    (row,) = ledger.connection.execute("select report from reports where id = ?", (name,)).fetchone()
    return int(row)


def _bare(report: Report) -> Report:
    """The report as it was read: it is cleaned anew."""
    return msgspec.structs.replace(report, blocks=())
