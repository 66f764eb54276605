"""The format: bytes, schema and structs say the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

import onrecord.record as record_module
from onrecord.record import (
    Block,
    BlockKind,
    Record,
    Report,
    Skipped,
    Span,
    from_json,
    report_id,
    schema,
    shipped_schema,
    text_hash,
    to_json,
)


def made(text: str) -> Record:
    return Record(report=Report(id="r", text=text, sha256=text_hash(text)))


def test_schema_shipped_is_the_schema_of_the_types():
    assert json.loads(shipped_schema()) == schema(), "run scripts/write_schema.py"


def test_coding_every_key_stands_in_every_object():
    seen = json.loads(to_json(made("a")))
    assert list(seen) == list(Record.__struct_fields__)
    assert set(seen["report"]) == set(schema()["$defs"]["Report"]["properties"])


@given(some.text(alphabet=some.characters(exclude_categories=["Cs"])))
def test_coding_round_trip_is_the_identity(text):
    record = made(text)
    assert from_json(to_json(record)) == record


def test_coding_refuses_a_value_that_is_none_of_the_format():
    block = b'"blocks":[{"span":[0,1],"kind":"novel","reason":null}]'
    broken = to_json(made("a")).replace(b'"blocks":[]', block)
    with pytest.raises(Exception, match="novel"):
        from_json(broken)


def test_ids_depend_on_what_a_report_is_known_by():
    sha = text_hash("a")
    assert report_id(sha, "X", None, None) == report_id(sha, "X", None, None)
    assert len({report_id(sha, outlet, url, None) for outlet in ("X", "Y") for url in (None, "u")}) == 4


def test_span_of_slices_code_points():
    assert Span(1, 3).of("a\U0001f600bc") == "\U0001f600b"


def test_structs_cannot_be_changed():
    skipped = Skipped(Span(0, 1), "history")
    with pytest.raises(AttributeError):
        skipped.reason = "x"  # type: ignore[misc]
    assert Block(Span(0, 1), BlockKind.STORY) == Block(Span(0, 1), BlockKind.STORY)


def test_public_names_of_the_nouns_exist_once():
    names = record_module.__all__
    assert len(names) == len(set(names))
    assert all(hasattr(record_module, name) for name in names)
