"""Records to JSON and back, and their JSON Schema."""

from importlib.resources import files
from typing import Any

import msgspec

from onrecord.record.nouns import Record

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


def to_json(record: Record) -> bytes:
    """One record as one line of JSON, UTF-8, keys in the order of the format."""
    return _ENCODER.encode(record)


def from_json(line: bytes | str) -> Record:
    """A record from its JSON.

    Raises:
        msgspec.ValidationError: a key is missing or a value is none of the format's.
    """
    return _DECODER.decode(line)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one record, from the types: every key required, none besides."""
    made: dict[str, Any] = msgspec.json.decode(_ENCODER.encode(msgspec.json.schema(Record)))
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for definition in made["$defs"].values():
        if definition.get("type") == "object":
            definition["required"] = sorted(definition["properties"])
            definition["additionalProperties"] = False
    return made


def shipped_schema() -> bytes:
    """The JSON Schema file in the package; a test holds it against `schema()`."""
    return files("onrecord.record").joinpath("schema.json").read_bytes()
