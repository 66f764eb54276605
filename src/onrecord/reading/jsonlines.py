"""JSON lines and JSON files: objects with a `text`, and what is declared beside it."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError, MalformedInput
from onrecord.reading.asked import Asked, Found
from onrecord.reading.bounds import lines, longest, narrow, whole
from onrecord.reading.decoding import decode
from onrecord.reading.formats import Format

_LOG = logging.getLogger("onrecord")

_GIVEN = ("title", "outlet", "url", "published", "byline", "id")


def lines_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """One input a line; blank lines are none."""
    limit = longest(Format.LINES, asked.settings)
    plain, encoding = narrow(stream, limit, source=name, encoding=asked.encoding)
    for at, line in lines(plain, limit, source=name):
        try:
            if isinstance(line, InputError):
                raise line
            yield at, fields_of(decode(line, source=at, encoding=encoding), source=at)
        except InputError as refusal:
            yield at, refusal


def objects_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The object of a JSON file, or each of its list."""
    data = whole(stream, longest(Format.JSON, asked.settings), source=name)
    yield from objects_of(decode(data, source=name, encoding=asked.encoding), source=name)


def fields_of(line: str, *, source: str) -> dict[str, str]:
    """The text of one JSON object and what it declares, all as strings; other keys are ignored.

    Raises:
        MalformedInput: the line is no JSON object, or has no text.
    """
    return _fields(parsed(line, source=source), source)


def objects_of(text: str, *, source: str) -> list[tuple[str, dict[str, str] | MalformedInput]]:
    """Name and fields, or the error, of each object in a JSON file: one object, or a list of them.

    Raises:
        MalformedInput: the text is no JSON.
    """
    whole = parsed(text, source=source)
    if not isinstance(whole, list):
        return [(source, _fields(whole, source))]
    return [_named(value, f"{source}[{place}]") for place, value in enumerate(whole)]


def parsed(line: str, *, source: str) -> Any:
    """The JSON value of the line.

    Raises:
        MalformedInput: it is none, or is nested beyond reason.
    """
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as failure:
        told = (
            failure.msg
            if isinstance(failure, json.JSONDecodeError)
            else "nested too deeply or too long a number"
        )
        at = f" at column {failure.colno}" if isinstance(failure, json.JSONDecodeError) else ""
        raise MalformedInput(
            f"is no JSON object: {told}{at}.", source=source, remedy='Write one {"text": …} a line.'
        ) from None


def _named(value: Any, source: str) -> tuple[str, dict[str, str] | MalformedInput]:
    try:
        return source, _fields(value, source)
    except MalformedInput as refusal:
        return source, refusal


def _fields(value: Any, source: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise MalformedInput(
            f"is a JSON {_kind(value)}, not an object.", source=source, remedy='Write one {"text": …} a line.'
        )
    text = value.get("text")
    if not isinstance(text, str):
        told = f"is a JSON {_kind(text)}" if "text" in value else "is missing"
        raise MalformedInput(
            f'the key "text" {told}.',
            source=source,
            remedy='Give the report\'s text as a string under "text".',
        )
    given = {key: _as_string(key, value.get(key), source) for key in _GIVEN}
    return {"text": text} | {key: told for key, told in given.items() if told}


def _as_string(key: str, value: Any, source: str) -> str | None:
    """Strings as they are, numbers as they are written, several authors joined; else a warning."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    _LOG.warning("%s: the key %r is a JSON %s, not a string; it is left out.", source, key, _kind(value))
    return None


def _kind(value: Any) -> str:
    kinds = {dict: "object", list: "list", str: "string", bool: "boolean", type(None): "null"}
    return kinds.get(type(value), "number")
