"""Days of publication: what is read, and what is left out with a warning."""

import logging
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import read_date


@pytest.mark.parametrize(
    "written",
    [
        "2022-02-27",
        "2022-02-27T12:00Z",
        "2022-02-27T12:00:00.000+02:00",
        "2022-02-27 18:04:11",
        "2022/02/27",
        "20220227",
        "27 February 2022",
        "27th of February 2022",
        "27-Feb-2022",
        "Feb. 27, 2022",
        "February 27 2022",
        "Sunday, February 27, 2022",
        "Sun, 27 Feb 2022 18:04:00 +0200",
        "Sun Feb 27, 2022 6:04 p.m. EST",
        "Published: 27 February 2022, 18:04",
        "27/02/2022",
        "02/27/2022",
        "27.02.2022",
        "  27 FEBRUARY 2022 ",
    ],
)
def test_any_unambiguous_date_is_read(written: str) -> None:
    assert read_date(written, source="a.txt") == "2022-02-27"


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2022",
        "03.04.2022",
        "27/02/22",
        "today",
        "yesterday",
        "last Sunday",
        "February 2022",
        "2022",
        "2022-02-30",
        "0001-01-01",
        "2022-02-27/2022-03-01",
        "27 February 2022 or 28 February 2022",
        "1645920000",
        "n/a",
        "٢٠٢٢-٠٢-٢٧",
        "1" * 10_000,
    ],
)
def test_what_is_no_single_date_is_none_with_a_warning(
    written: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "onrecord"):
        assert read_date(written, source="a.jsonl:7") is None
    assert "a.jsonl:7" in caplog.text and len(caplog.text) < 500


@pytest.mark.parametrize("written", [None, "", "  "])
def test_no_date_is_no_warning(written: str | None, caplog: pytest.LogCaptureFixture) -> None:
    assert read_date(written, source="a.txt") is None
    assert not caplog.records


@given(st.dates(min_value=date(1500, 1, 1)))
def test_iso_days_are_themselves(day: date) -> None:
    assert read_date(day.isoformat(), source="a") == day.isoformat()
    assert read_date(day.strftime("%d %B ") + f"{day.year:04}", source="a") == day.isoformat()


@given(st.text(max_size=60))
def test_any_words_are_read_or_left(written: str) -> None:
    found = read_date(written, source="a")
    assert found is None or len(found) == 10
