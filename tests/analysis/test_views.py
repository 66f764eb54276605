"""What rows make together: channels, chronologies, claims, dyads, series; each leads back to its events."""

import itertools
from typing import Any

from onrecord.analysis import channels, claims, dyads, occurrences, series
from onrecord.ledger import EventRow, Ledger, Party
from onrecord.record import Span

_NUMBER = itertools.count(1)


def party(name: str, country: str | None = None) -> Party:
    return Party(id="a1", name=name, kind="state", country=country, code=country)


A, B, C = party("Armenia", "ARM"), party("Georgia", "GEO"), party("Liis Tamm", "EST")


def row(kind: str, actors: tuple[Party, ...], recipients: tuple[Party, ...] = (), **told: Any) -> EventRow:
    report = told.pop("report", f"r{next(_NUMBER)}")
    given = {"status": "happened", "start": "2031-03-02", "cameo": None, "mode": None, "sources": (), "published": None,
             "outlet": "Wire", "same_as": None, "id": f"{report}:e{next(_NUMBER)}", "reciprocal": False} | told  # fmt: skip
    return EventRow(
        report=report, url=None, type=kind, quad=1, goldstein=None, actors=actors, recipients=recipients, missing=(),
        end=None, precision="day", basis="clause", place=None, attribution=(), trigger=Span(0, 1), words="…", **given,
    )  # fmt: skip


def test_channels_need_contact_with_both() -> None:
    rows = [
        row("CONSULT", (C,), (A,)),
        row("CONSULT", (B,), (C,)),
        row("CONSULT", (party("Peru", "PER"),), (A,)),
    ]
    (one,) = channels(rows, "ARM", "GEO").channels
    assert (one.party, one.names, len(one.with_a), len(one.with_b)) == ("EST", ("Liis Tamm",), 1, 1)


def test_denied_and_possible_contacts_make_no_channel() -> None:
    unsure = [row("CONSULT", (C,), (B,), status=status) for status in ("denied", "possible")]
    rows = [row("CONSULT", (C,), (A,)), *unsure]
    assert not channels(rows, "ARM", "GEO").channels


def test_two_who_both_met_a_side_did_not_meet_each_other() -> None:
    rows = [row("CONSULT", (C, B), (A,))]
    assert not channels(rows, "ARM", "GEO").channels, "nobody says that Estonia met Georgia"
    together = [row("CONSULT", (C,), (A, B), reciprocal=True)]
    assert channels(together, "ARM", "GEO").channels


def test_channels_list_who_asked_and_offered_to_mediate() -> None:
    rows = [
        row("REQUEST", (B,), (C,), cameo="028"), row("AGREE", (C,), (), cameo="039", report="x"),
        row("CONSULT", (A,), (C,), report="x"), row("AGREE", (party("Peru", "PER"),), (), cameo="039", report="elsewhere"),
        row("REQUEST", (B,), (C,), cameo="020"),
    ]  # fmt: skip
    found = channels(rows, "ARM", "GEO").mediation
    assert [(one.deed, one.actors) for one in found] == [
        ("asked to mediate", ("Georgia",)),
        ("offered to mediate", ("Liis Tamm",)),
    ]


def test_channels_of_a_real_ledger(ledger: Ledger) -> None:
    found = channels(ledger.events(), "ARM", "GEO")
    (one,) = found.channels
    assert one.party == "EST"
    assert [contact.kind for contact in one.with_b] == ["phone"]
    assert [(one.actors, one.recipients) for one in found.mediation] == [(("Georgia",), ("Estonia",))]
    ids = {row.id for row in ledger.events()}
    assert {contact.event for contact in (*one.with_a, *one.with_b)} <= ids


def test_occurrences_count_tellings_reports_and_sources_apart() -> None:
    first = row(
        "ASSAULT", (A,), (B,), report="r1", id="r1:e1", published="2031-03-03", sources=("the ministry",)
    )
    again = row("ASSAULT", (A,), (B,), report="r1", id="r1:e2", same_as="r1:e1", published="2031-03-03")
    other = row("ASSAULT", (A,), (B,), report="r2", id="r2:e1", published="2031-03-04", outlet="Herald")
    later = row("ASSAULT", (A,), (B,), report="r3", id="r3:e1", start="2031-03-09")
    found = list(occurrences([first, again, other, later]))
    assert [(one.first.id, len(one.tellings), one.reports) for one in found] == [
        ("r1:e1", 3, 2),
        ("r3:e1", 1, 1),
    ]
    assert found[0].sources == ("the ministry", "Wire", "Herald")


def test_occurrences_without_a_day_or_a_side_stand_alone() -> None:
    undated = [row("ASSAULT", (A,), (B,), start=None) for _ in range(2)]
    rows = [*undated, row("ASSAULT", (), (B,)), row("ASSAULT", (), (B,))]
    assert len(list(occurrences(rows))) == 4


def test_claims_keep_denials_beside_what_is_denied() -> None:
    rows = [
        row("ASSAULT", (A,), (B,), published="2031-03-03", sources=("the ministry",)),
        row("ASSAULT", (A,), (B,), published="2031-03-05", status="denied", sources=("Yerevan",)),
        row("ASSAULT", (A,), (B,), published="2031-03-07", sources=("Yerevan",)),
        row("CONSULT", (A,), (B,)),
    ]
    (one,) = claims(rows, disputed=True)
    assert [(p.source, p.holds) for p in one.positions] == [
        ("the ministry", "asserts"), ("Yerevan", "denies"), ("Yerevan", "asserts"),
    ]  # fmt: skip
    assert (one.asserted_since, one.denied_since, one.changed) == ("2031-03-03", "2031-03-05", ("Yerevan",))
    assert len(list(claims(rows))) == 2


def test_dyads_count_by_month() -> None:
    march, april = (
        row("ASSAULT", (A, A), (B,), start="2031-03-30"),
        row("ASSAULT", (A,), (B,), start="2031-04-01"),
    )
    rows = [row("ASSAULT", (A,), (B,)), march, april]
    assert [(one.actor, one.recipient, one.month, one.events) for one in dyads(rows)] == [
        ("ARM", "GEO", "2031-03", 2), ("ARM", "GEO", "2031-04", 1),
    ]  # fmt: skip


def test_series_of_a_real_ledger_keep_both_sides_figures(ledger: Ledger) -> None:
    killed = [(point.low, point.source) for point in series(ledger.figures(counts="soldiers"))]
    assert {low for low, _ in killed} == {12.0, 15.0}
