"""Which words tell an event: the rows of `phrases.toml`, and the row that fits best."""

import functools
import tomllib
from importlib.resources import files
from typing import Any, NamedTuple

from onrecord.record import Event, Status


class Phrase(NamedTuple):
    """A verb in its forms and what stands around the recipient."""

    verb: tuple[str, str, str, str]
    how: str = ""
    link: str = ""
    after: str = ""
    alone: bool = False


def phrase_of(event: Event) -> Phrase:
    """The most specific phrase for the event's type, CAMEO code and mode; every type has one."""
    rows = _rows()[str(event.type)]
    return max((row for row in rows if _fits(row, event)), key=_specific)["phrase"]  # type: ignore[no-any-return]


def told_as(status: Status, phrase: Phrase, *, many: bool, ahead: bool) -> str:
    """The verb as the status tells it: met, is to meet, may have met.

    Args:
        status: how the report tells the event.
        phrase: the event's phrase.
        many: several act, so that the verb is in the plural.
        ahead: the event lies after the report, which only a possible one shows in its verb.
    """
    key = "possible_ahead" if ahead and status is Status.POSSIBLE else str(status)
    base, past, participle, ing = phrase.verb
    be, have = ("are", "have") if many else ("is", "has")
    return _data()["status"][key].format(  # type: ignore[no-any-return]
        base=base, past=past, participle=participle, ing=ing, be=be, have=have
    )


def _fits(row: dict[str, Any], event: Event) -> bool:
    return row["mode"] in ("", event.mode) and (event.cameo or "").startswith(row["cameo"])


def _specific(row: dict[str, Any]) -> tuple[int, int]:
    return len(row["cameo"]), len(row["mode"])


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("onrecord.cli").joinpath("phrases.toml").read_text("utf-8"))


@functools.cache
def _rows() -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in _data()["phrase"]:
        own = {key: value for key, value in row.items() if key in Phrase._fields} | {
            "verb": tuple(row["verb"])
        }
        entry = {"mode": row.get("mode", ""), "cameo": row.get("cameo", ""), "phrase": Phrase(**own)}
        rows.setdefault(row["type"], []).append(entry)
    return rows
