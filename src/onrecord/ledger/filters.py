"""From what is asked to SQL: conditions with bound values, over names of ours alone."""

import re
from typing import Any

import msgspec

from onrecord.errors import UsageError
from onrecord.ledger.quoting import query_of
from onrecord.reading.dates import read_date
from onrecord.record import EventType, Stance, Status

_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3})+")
_COUNTRY = re.compile(r"[A-Z]{3}")


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for; None asks for all."""

    since: str | None = None
    """First day, ISO 8601, of the event, or of publication for what has no day of its own."""
    until: str | None = None
    """Last day, inclusive."""
    actor: str | None = None
    """An ISO country (ISR), a code (ISRGOV) that the actor's begins with, or a part of the name."""
    recipient: str | None = None
    between: str | None = None
    """A party of either side beside `actor`."""
    type: str | None = None
    status: str | None = None
    stance: str | None = None
    outlet: str | None = None
    place: str | None = None
    """An ISO country or a part of the place's name."""
    counts: str | None = None
    text: str | None = None
    """Words that the report must hold (full-text search)."""
    report: str | None = None
    since_run: int | None = None
    """Only what came with this run or a later one."""
    as_of: int | None = None
    """As the ledger stood after this run."""
    all_versions: bool = False
    """Also earlier versions of a page that was rewritten."""
    limit: int | None = None


class Where(msgspec.Struct):
    """Conditions with their values."""

    conditions: list[str] = msgspec.field(default_factory=list)
    values: list[Any] = msgspec.field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        """One more condition that must hold."""
        self.conditions.append(condition)
        self.values.extend(values)

    @property
    def sql(self) -> str:
        """The conditions joined; true where there are none."""
        return " and ".join(self.conditions) or "true"


def of_report(asked: Filter, *, runs: bool = True) -> Where:
    """The conditions on a report `r` and, with `runs`, on its coding `c`."""
    where = Where()
    if runs:
        _of_coding(where, asked)
    elif asked.since_run is not None:
        where.add("r.run >= ?", asked.since_run)
    if asked.outlet:
        where.add("r.outlet like ? escape '\\'", like(asked.outlet))
    if asked.report:
        where.add("r.id = ?", asked.report)
    if not asked.all_versions and asked.as_of is None:
        where.add("r.newer is null")
    if asked.text:
        where.add("r.report in (select rowid from words where words match ?)", query_of(asked.text))
    return where


def _of_coding(where: Where, asked: Filter) -> None:
    if asked.as_of is None:
        where.add("c.superseded is null")
    else:
        where.add("c.run <= ? and (c.superseded is null or c.superseded > ?)", asked.as_of, asked.as_of)
    if asked.since_run is not None:
        where.add("c.run >= ?", asked.since_run)


def of_days(where: Where, asked: Filter, day: str) -> None:
    """The conditions on a day, an expression of ours that yields an ISO date or null."""
    if asked.since:
        where.add(f"{day} >= ?", _day(asked.since, "--from"))
    if asked.until:
        where.add(f"substr({day}, 1, 10) <= ?", _day(asked.until, "--to"))


def of_event(asked: Filter) -> Where:
    """The conditions on an event `e` of coding `c` of report `r`."""
    where = of_report(asked)
    of_days(where, asked, "e.start")
    for column, value in (("type", _known(asked.type, EventType)), ("status", _known(asked.status, Status))):
        if value:
            where.add(f"e.{column} = ?", value)
    either = asked.between is not None  # "A and B": whoever acts
    for name, side in ((asked.actor, "actor"), (asked.recipient, "recipient"), (asked.between, "")):
        if name:
            party(where, "event", name, "" if either else side)
    if asked.place:
        place = "e.country = ?" if _COUNTRY.fullmatch(asked.place) else "e.place like ? escape '\\'"
        where.add(place, asked.place if _COUNTRY.fullmatch(asked.place) else like(asked.place))
    return where


def of_statement(asked: Filter) -> Where:
    """The conditions on a statement `s` of coding `c` of report `r`."""
    where = of_report(asked)
    of_days(where, asked, "r.published")
    if stance := _known(asked.stance, Stance):
        where.add("s.stance = ?", stance)
    if asked.actor:
        party(where, "statement", asked.actor)
    return where


def of_figure(asked: Filter) -> Where:
    """The conditions on a figure `f` of coding `c` of report `r`."""
    where = of_report(asked)
    of_days(where, asked, "coalesce(f.start, r.published)")
    if asked.counts:
        where.add("(f.counts like ? escape '\\' or json_extract(f.row, '$.words') like ? escape '\\')",
                  like(asked.counts), like(asked.counts))  # fmt: skip
    return where


_TABLES = {"event": "parties", "statement": "speakers"}
_ALIAS = {"event": "e", "statement": "s"}


def party(where: Where, of: str, name: str, side: str = "") -> None:
    """Somebody must be a party, of one side or of either."""
    condition, value = who(name)
    on_side = f" and side = '{side}'" if side else ""
    where.add(f"{_ALIAS[of]}.{of} in (select {of} from {_TABLES[of]} where {condition}{on_side})", value)


def who(name: str) -> tuple[str, str]:
    """The condition on somebody's column, and its value: a country, the beginning of a code, or a part of the name."""
    if _COUNTRY.fullmatch(name):
        return "country = ?", name
    if _CODE.fullmatch(name):
        return "code glob ?", f"{name}*"
    return "name like ? escape '\\'", like(name)


def like(words: str) -> str:
    """A pattern for what holds the words; their own wildcards are taken literally."""
    escaped = re.sub(r"([\\%_])", r"\\\1", words)
    return f"%{escaped}%"


def _known(value: str | None, names: type[EventType] | type[Status] | type[Stance]) -> str | None:
    if value is None:
        return None
    folded = value.upper() if names is EventType else value.lower()
    if folded not in {name.value for name in names}:
        raise UsageError(
            f"{value!r} is no {names.__name__}.", remedy=f"One of: {', '.join(name.value for name in names)}."
        )
    return folded


def _day(given: str, option: str) -> str:
    read = read_date(given, source=option)
    if read is None:
        raise UsageError(f"{option} {given!r} is no date.", remedy="Write it as 2024-05-31.")
    return read[:10]
