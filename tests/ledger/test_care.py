"""Care: check finds damage, a backup is whole, a merge takes in all, redaction leaves a tombstone alone."""

import pytest

from ledger.crisis import reports
from onrecord.errors import LedgerError, UsageError
from onrecord.ledger import Ledger, Verdict, add, backup, check, judge, judgements, makings_of, merge, redact


def test_check_finds_what_was_changed(ledger: Ledger) -> None:
    assert list(check(ledger)) == []
    ledger.connection.execute("update reports set text = 'other' where id = 'sado-1'")
    faults = " ".join(check(ledger))
    assert "sado-1" in faults and "not the one that was read" in faults


def test_check_finds_lost_rows(ledger: Ledger) -> None:
    ledger.connection.execute("delete from figures")
    assert any("figures" in fault for fault in check(ledger))


def test_backup_is_whole_and_never_overwrites(ledger: Ledger, tmp_path) -> None:
    backup(ledger, tmp_path / "b.db")
    with Ledger(tmp_path / "b.db") as copy:
        assert [row.id for row in copy.events()] == [row.id for row in ledger.events()]
        assert list(check(copy)) == []
    with pytest.raises(LedgerError, match="there already"):
        backup(ledger, tmp_path / "b.db")


def test_merge_takes_in_reports_codings_and_judgements(ledger: Ledger, coder, tmp_path) -> None:
    first = next(iter(ledger.events(report="sado-1"))).id
    judge(ledger, first, Verdict.WRONG, "ana", field="type", value="REQUEST", at="2031-04-01T00:00:00+00:00")
    with Ledger(tmp_path / "other.db", create=True) as other:
        add(other, list(reports())[2:3], coder, makings_of(coder.settings))
        done = merge(other, ledger.path)
        assert (done.coded, done.known) == (3, 1)
        assert {row.id for row in other.events()} == {row.id for row in ledger.events()}
        assert [one.id for one in judgements(other)] == [first]
        assert list(check(other)) == []
        assert merge(other, ledger.path).coded == 0
        assert len(list(judgements(other))) == 1


def test_redaction_takes_the_words_and_all_that_came_of_them(ledger: Ledger, coder) -> None:
    redact(ledger, "sado-1", "asked for by the family")
    dump = "\n".join(ledger.connection.iterdump())
    assert "Abuladze" not in dump
    assert not list(ledger.reports(text="Abuladze"))
    (tombstone,) = [row for row in ledger.reports() if row.id == "sado-1"]
    assert (tombstone.redacted, tombstone.title, tombstone.events) == ("asked for by the family", None, 0)
    assert list(check(ledger)) == []
    assert b"Abuladze" not in ledger.path.read_bytes()
    assert add(ledger, reports(), coder, makings_of(coder.settings)).coded == 0, "it stays out"


def test_a_judgement_hangs_on_a_thing_that_is_there(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="e99"):
        judge(ledger, "sado-1:e99", Verdict.RIGHT, "ana")
