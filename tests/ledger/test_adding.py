"""Adding: once each, copies and versions linked, bad inputs kept as skips, nothing coded twice."""

from collections.abc import Iterable, Iterator

import msgspec
import pytest

from ledger.crisis import reports
from onrecord.errors import EmptyInput, InputError, LedgerError
from onrecord.ledger import Ledger, Makings, add, check, makings_of, recode
from onrecord.pipeline import Coder
from onrecord.reading import report_of
from onrecord.record import Record, Report

MAKINGS = Makings(onrecord="t", model="m", settings={}, lexicons="l", registry={})


class Empty:
    """Codes nothing into every report, and counts."""

    def __init__(self) -> None:
        self.seen = 0

    def outcomes(
        self, items: Iterable[Report | InputError], *, batch_size: int | None = None
    ) -> Iterator[Record | InputError]:
        for item in items:
            self.seen += isinstance(item, Report)
            yield Record(report=item) if isinstance(item, Report) else item


def test_add_again_changes_nothing(ledger: Ledger, coder: Coder) -> None:
    before = list(ledger.connection.execute("select * from codings")), len(ledger.events())
    done = add(ledger, reports(), coder, makings_of(coder.settings))
    assert (done.read, done.coded, done.known) == (4, 0, 4)
    assert (list(ledger.connection.execute("select * from codings")), len(ledger.events())) == before


def test_add_codes_a_report_once_that_comes_twice_in_a_batch(tmp_path) -> None:
    coder = Empty()
    with Ledger(tmp_path / "l.db", create=True) as ledger:
        done = add(ledger, [*reports(), *reports()], coder, MAKINGS)
    assert coder.seen == 4
    assert (done.read, done.coded, done.known) == (8, 4, 4)


def test_the_same_text_from_elsewhere_is_another_report_linked_as_a_copy(ledger: Ledger) -> None:
    copies = {row.id: row.copy_of for row in ledger.reports()}
    assert copies == {"sado-1": None, "sado-2": None, "sado-3": None, "sado-4": "sado-3"}


def test_another_text_of_a_url_is_a_new_version_and_alone_answers(ledger: Ledger, coder: Coder) -> None:
    new = report_of(
        "Georgia accused Armenia of theft.",
        id="new",
        url="https://herald.example/3",
        outlet="Caucasus Herald",
    )
    add(ledger, [new], coder, makings_of(coder.settings))
    shown = {row.id: row.version_of for row in ledger.reports()}
    assert shown["new"] == "sado-3"
    assert "sado-3" not in shown
    assert "sado-3" in {row.id for row in ledger.reports(all_versions=True)}
    assert not list(ledger.events(report="sado-3"))


def test_two_reports_of_one_id_are_both_kept(tmp_path) -> None:
    with Ledger(tmp_path / "l.db", create=True) as ledger:
        add(ledger, [report_of("One.", id="x"), report_of("Two.", id="x")], Empty(), MAKINGS)
        names = [row.id for row in ledger.reports()]
        assert len(set(names)) == 2
        assert {ledger.record(name).report.text for name in names} == {"One.", "Two."}


def test_a_bad_input_is_kept_as_a_skip_and_the_rest_is_done(tmp_path) -> None:
    bad = EmptyInput("the input is empty.", source="b.txt", remedy="Leave it out.")
    with Ledger(tmp_path / "l.db", create=True) as ledger:
        done = add(ledger, [bad, *reports()], Empty(), MAKINGS, asked=["b.txt", "a.txt"])
        (run,) = ledger.runs()
    assert (done.coded, done.skipped, done.reasons) == (4, 1, {"empty": 1})
    assert (run.skipped, run.reasons, run.asked) == (1, {"empty": 1}, ("b.txt", "a.txt"))
    assert run.ended is not None


def test_a_fault_in_the_middle_keeps_what_was_committed_and_the_run_stays_open(tmp_path) -> None:
    def some() -> Iterator[Report]:
        yield from list(reports())[:2]
        raise RuntimeError("the disk is gone")

    with Ledger(tmp_path / "l.db", create=True) as ledger:
        with pytest.raises(RuntimeError):
            add(ledger, some(), Empty(), MAKINGS, batch_size=1)
        assert len(ledger.reports()) == 2
        (run,) = ledger.runs()
        assert run.ended is None
        assert list(check(ledger)) == []


def test_recode_stands_beside_the_old_coding(ledger: Ledger) -> None:
    before = len(ledger.events())
    done = recode(ledger, Empty(), MAKINGS)
    assert (done.coded, done.known) == (4, 0)
    assert len(ledger.events()) == 0
    assert len(ledger.events(as_of=1)) == before, "as it stood before"
    assert recode(ledger, Empty(), MAKINGS).coded == 0, "nothing is coded twice with the same"
    assert list(check(ledger)) == []


def test_another_program_s_database_is_refused(tmp_path) -> None:
    import sqlite3

    other = sqlite3.connect(tmp_path / "o.db")
    other.execute("create table t (x)")
    other.commit()
    with pytest.raises(LedgerError, match="another program's"):
        Ledger(tmp_path / "o.db")
    (tmp_path / "text.db").write_text("no database at all, but long enough to be looked at\n" * 40)
    with pytest.raises(LedgerError, match="--db"):
        Ledger(tmp_path / "text.db")
    with pytest.raises(LedgerError, match="onrecord add"):
        Ledger(tmp_path / "none.db")


def test_makings_name_what_coded(coder: Coder) -> None:
    makings = makings_of(coder.settings)
    assert makings.model.startswith("en-core-web-sm")
    assert makings.version == makings_of(coder.settings).version
    assert msgspec.structs.replace(makings, lexicons="other").version != makings.version
