"""What all tests share: a parser loaded once, reports made of strings, the check against the schema."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jsonschema
import pytest

from onrecord.config import Settings
from onrecord.parsing import Parse, Parser
from onrecord.pipeline import Coder
from onrecord.record import Block, BlockKind, Event, Record, Report, Span, shipped_schema, text_hash, to_json


@lru_cache(maxsize=1)
def the_parser() -> Parser:
    return Parser()


@lru_cache(maxsize=1)
def validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(shipped_schema()))


def report_of(text: str, published: str | None = None, **given: Any) -> Report:
    """A report whose whole text is story."""
    whole = (Block(Span(0, len(text)), BlockKind.STORY),) if text.strip() else ()
    sha256 = text_hash(text)
    return Report(id="r", text=text, sha256=sha256, published=published, language="en", blocks=whole, **given)


def parse_of(text: str, published: str | None = None, **given: Any) -> Parse:
    """The parse of a text that is all story."""
    return next(the_parser().pipe([report_of(text, published, **given)]))


def told_at(text: str, trigger: str) -> tuple[Event, list[str]]:
    """The event on a word of a report, whatever its trust, and the names of its recipients."""
    record = Coder(Settings(trust=0.0)).record(parse_of(text, "2024-05-14"))
    names = {actor.id: actor.name for actor in record.actors}
    found = next(event for event in record.events if event.trigger.of(text) == trigger)
    return found, [names[ref] for ref in found.recipients]


def check(record: Record) -> Record:
    """The record, once its JSON has passed the shipped schema."""
    validator().validate(json.loads(to_json(record)))
    return record


@pytest.fixture(autouse=True, scope="session")
def _every_record_is_checked() -> Iterator[None]:
    """Whatever record a test makes by the pipeline passes the shipped schema."""
    made = Coder.record

    def checked(self: Coder, parse: Parse) -> Record:
        return check(made(self, parse))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Coder, "record", checked)
        yield


@pytest.fixture
def parse() -> Any:
    """A function from a text to its parse."""
    return parse_of
