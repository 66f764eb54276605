"""One SQLite file that keeps reports and what was coded of them, loses nothing, and answers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from onrecord.errors import UsageError
from onrecord.ledger.answers import Answer
from onrecord.ledger.filters import Filter, Where, of_days, of_event, of_figure, of_report, of_statement, who
from onrecord.ledger.rows import EventRow, FigureRow, StatementRow
from onrecord.ledger.store import connected
from onrecord.record import Record, from_json

DEFAULT = "record.db"


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """One report and what was found in it."""

    id: str
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None
    sha256: str
    characters: int
    events: int
    statements: int
    figures: int
    copy_of: str | None
    version_of: str | None
    redacted: str | None
    run: int


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """An actor across reports: the same name, kind and country."""

    name: str
    kind: str
    country: str | None
    code: str | None
    wikidata: str | None
    roles: tuple[str, ...]
    reports: int
    mentions: int
    first: str | None
    last: str | None


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one run was asked and did."""

    run: int
    deed: str
    started: str
    ended: str | None
    version: str
    asked: tuple[str, ...]
    read: int
    coded: int
    known: int
    skipped: int
    reasons: dict[str, int]


class Ledger:
    """A ledger that is open; close it, or use it in a `with` statement.

    Raises:
        LedgerError: there is no such ledger, or it cannot be used.
    """

    def __init__(self, path: str | Path = DEFAULT, *, create: bool = False) -> None:
        self.path = Path(path)
        self.connection = connected(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def events(self, **asked: Any) -> Answer[EventRow]:
        """The events asked for by the fields of `Filter`, by day, those without a day last."""
        wanted = _filter(asked)
        return self._rows(
            "events", "e", of_event(wanted), "e.start is null, e.start, e.event", wanted, EventRow
        )

    def statements(self, **asked: Any) -> Answer[StatementRow]:
        """The statements asked for, by the day of publication."""
        wanted = _filter(asked)
        order = "r.published is null, r.published, s.statement"
        return self._rows("statements", "s", of_statement(wanted), order, wanted, StatementRow)

    def figures(self, **asked: Any) -> Answer[FigureRow]:
        """The figures asked for, by the day of what they measure, else of publication."""
        wanted = _filter(asked)
        day = "coalesce(f.start, r.published)"
        return self._rows(
            "figures", "f", of_figure(wanted), f"{day} is null, {day}, f.figure", wanted, FigureRow
        )

    def reports(self, **asked: Any) -> Answer[ReportRow]:
        """The reports asked for, by the day of publication."""
        wanted = _filter(asked)
        where = of_report(wanted, runs=False)
        of_days(where, wanted, "r.published")
        return Answer(
            self.connection, _limited(_REPORTS.format(where=where.sql), wanted), where.values, ReportRow
        )

    def actors(self, **asked: Any) -> Answer[ActorRow]:
        """The actors of the reports asked for, the most reported first; `actor` is a country, a code or a name."""
        wanted = _filter(asked)
        where = of_report(wanted)
        of_days(where, wanted, "r.published")
        _of_actor(where, wanted)
        return Answer(
            self.connection, _limited(_ACTORS.format(where=where.sql), wanted), where.values, ActorRow
        )

    def runs(self) -> Answer[RunRow]:
        """What each run was asked and did, the latest first; a run without `ended` was interrupted."""
        return Answer(self.connection, _RUNS, (), RunRow)

    def record(self, report: str, *, as_of: int | None = None) -> Record:
        """The latest record of a report, its text put back.

        Raises:
            UsageError: the ledger holds no such report.
        """
        last = "" if as_of is None else " and c.run <= :as_of"
        row = self.connection.execute(
            f"""select c.record, r.text, r.id from codings c join reports r using (report)
            where r.id = :report{last} order by c.coding desc limit 1""",
            {"report": report, "as_of": as_of},
        ).fetchone()
        if row is None:
            raise UsageError(
                f"the ledger holds no report {report!r}.",
                remedy="`onrecord reports` lists them; an id is report:e1.",
            )
        record = from_json(row[0])
        return msgspec.structs.replace(
            record, report=msgspec.structs.replace(record.report, id=row[2], text=row[1])
        )

    def records(self, **asked: Any) -> Iterator[Record]:
        """The latest record of each report asked for."""
        names = [row.id for row in self.reports(**asked) if row.redacted is None]
        return (self.record(name) for name in names)

    def _rows(
        self, table: str, alias: str, where: Where, order: str, asked: Filter, kind: type[Any]
    ) -> Answer[Any]:
        sql = (
            f"select {alias}.row from {table} {alias} join codings c using (coding) join reports r using (report) "
            f"where {where.sql} order by {order}"
        )
        return Answer(self.connection, _limited(sql, asked), where.values, kind)


def now() -> str:
    """This moment, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _filter(asked: dict[str, Any]) -> Filter:
    try:
        return Filter(**asked)
    except TypeError as cause:
        known = ", ".join(Filter.__struct_fields__)
        raise UsageError(f"no such filter: {cause}.", remedy=f"There are {known}.") from cause


def _limited(sql: str, asked: Filter) -> str:
    return f"{sql} limit {int(asked.limit)}" if asked.limit is not None else sql


def _of_actor(where: Where, asked: Filter) -> None:
    if asked.actor:
        condition, value = who(asked.actor)
        where.add(f"a.{condition}", value)


_ALIVE = "join codings c using (coding) where c.report = r.report and c.superseded is null"
_REPORTS = f"""select json_object('id', r.id, 'outlet', r.outlet, 'url', r.url, 'title', r.title,
  'published', r.published, 'sha256', r.sha256, 'characters', length(r.text),
  'events', (select count(*) from events {_ALIVE}), 'statements', (select count(*) from statements {_ALIVE}),
  'figures', (select count(*) from figures {_ALIVE}),
  'copy_of', (select id from reports where report = r.copy_of),
  'version_of', (select id from reports where report = r.version_of), 'redacted', r.redacted, 'run', r.run)
from reports r where {{where}} order by r.published is null, r.published, r.report"""

_ACTORS = """select json_object('name', a.name, 'kind', a.kind, 'country', a.country, 'code', max(a.code),
  'wikidata', max(a.wikidata), 'roles', json(coalesce(max(nullif(a.roles, '[]')), '[]')),
  'reports', count(distinct c.report), 'mentions', sum(a.mentions), 'first', min(r.published), 'last', max(r.published))
from actors a join codings c using (coding) join reports r using (report)
where {where} group by a.name, a.kind, a.country order by count(distinct c.report) desc, sum(a.mentions) desc, a.name"""

_RUNS = """select json_object('run', run, 'deed', deed, 'started', started, 'ended', ended, 'version', version,
  'asked', json(asked), 'read', read, 'coded', coded, 'known', known, 'skipped', skipped,
  'reasons', json((select json_group_object(reason, n)
    from (select reason, count(*) n from skips s where s.run = runs.run group by reason))))
from runs order by run desc"""


__all__ = ["ActorRow", "Ledger", "ReportRow", "RunRow", "now"]
