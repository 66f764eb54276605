"""Asking: filters, order, tables of other libraries, and evidence behind each row."""

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger


def told(rows) -> set[tuple[str, str, str]]:
    return {
        (
            row.type,
            " ".join(p.country or p.name for p in row.actors),
            " ".join(p.country or p.name for p in row.recipients),
        )
        for row in rows
    }


def test_events_name_their_sides(ledger: Ledger) -> None:
    found = told(ledger.events())
    assert ("CONSULT", "EST", "GEO") in found
    assert ("CONSULT", "EST", "ARM") in found
    assert ("ACCUSE", "GEO", "ARM") in found


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"actor": "EST", "type": "consult"}, {("CONSULT", "EST", "GEO"), ("CONSULT", "EST", "ARM")}),
        ({"actor": "Tamm", "recipient": "ARM"}, {("CONSULT", "EST", "ARM")}),
        ({"actor": "ESTGOV", "recipient": "GEO"}, {("CONSULT", "EST", "GEO")}),
        ({"type": "CONSULT", "since": "2031-03-04"}, {("CONSULT", "EST", "ARM")}),
        ({"type": "CONSULT", "until": "2031-03-02"}, {("CONSULT", "EST", "GEO")}),
        ({"type": "CONSULT", "outlet": "herald"}, {("CONSULT", "EST", "ARM")}),
        ({"type": "CONSULT", "place": "Yerevan"}, {("CONSULT", "EST", "ARM")}),
        ({"type": "CONSULT", "text": '"border crisis"'}, {("CONSULT", "EST", "GEO")}),
        ({"actor": "ARM", "between": "EST", "type": "CONSULT"}, {("CONSULT", "EST", "ARM")}),
        ({"actor": "%"}, set()),
    ],
)  # fmt: skip
def test_filters(ledger: Ledger, filters: dict[str, str], expected: set[tuple[str, str, str]]) -> None:
    assert told(ledger.events(**filters)) == expected


@pytest.mark.parametrize("words", ["army AND", "col: x", '"', "NEAR(a", "-"])
def test_search_words_are_no_query_language(ledger: Ledger, words: str) -> None:
    try:
        list(ledger.reports(text=words))
    except UsageError as refusal:
        assert "word" in str(refusal)


def test_an_unknown_filter_or_value_is_named(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="CONSULT"):
        ledger.events(type="MEETING")
    with pytest.raises(UsageError, match="colour"):
        ledger.events(colour="red")
    with pytest.raises(UsageError, match="2024-05-31"):
        ledger.events(since="yesteryear")


def test_every_row_leads_to_its_words(ledger: Ledger) -> None:
    for row in ledger.events():
        text = ledger.record(row.report).report.text
        assert row.trigger.of(text) in row.words
    for row in ledger.figures():
        assert row.span.of(ledger.record(row.report).report.text) in row.words


def test_rows_come_by_day(ledger: Ledger) -> None:
    days = [row.start for row in ledger.events() if row.start]
    assert days == sorted(days)
    assert len(list(ledger.events(limit=2))) == 2 == len(ledger.events(limit=2))


def test_answers_as_tables(ledger: Ledger) -> None:
    pytest.importorskip("pyarrow")
    table = ledger.events().to_arrow()
    assert table.num_rows == len(ledger.events())
    assert any(actor["country"] == "EST" for row in table.column("actors").to_pylist() for actor in row)
    assert ledger.events(actor="nobody at all").to_arrow().schema == table.schema, (
        "an empty answer has its columns"
    )
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    assert isinstance(ledger.figures().to_pandas(), pandas.DataFrame)
    assert isinstance(ledger.statements().to_polars(), polars.DataFrame)


def test_duckdb_reads_an_answer(ledger: Ledger) -> None:
    duckdb = pytest.importorskip("duckdb")
    events = ledger.events().to_arrow()  # noqa: F841 - named in the query
    counted = dict(duckdb.sql("select type, count(*) from events group by type").fetchall())
    assert counted["CONSULT"] == len(ledger.events(type="CONSULT"))


def test_actors_are_counted_across_reports(ledger: Ledger) -> None:
    (tamm,) = ledger.actors(actor="Tamm")
    assert (tamm.reports, tamm.country, tamm.first, tamm.last) == (2, "EST", "2031-03-03", "2031-03-05")


def test_readers_read_while_a_writer_writes(ledger: Ledger) -> None:
    from onrecord.ledger.store import transaction

    with transaction(ledger.connection):
        ledger.connection.execute("update runs set read = 99")
        with Ledger(ledger.path) as reader:
            assert [run.read for run in reader.runs()] == [4]
