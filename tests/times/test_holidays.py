"""Holidays: fixed days, the n-th weekday of a month, and Easter, against days known from calendars."""

from datetime import date

import pytest

from onrecord.times.holidays import HOLIDAY_DAYS, holiday


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Christmas Day", date(2020, 12, 25)),
        ("Thanksgiving", date(1999, 11, 25)),  # the fourth Thursday
        ("Labor Day", date(2021, 9, 6)),
        ("Election Day", date(1998, 11, 3)),  # the Tuesday after the first Monday
        ("Election Day", date(2022, 11, 8)),  # and not the first, where the month begins on a Tuesday
        ("Easter", date(2000, 4, 23)),
        ("Easter", date(2038, 4, 25)),  # the latest that there is
        ("Good Friday", date(2024, 3, 29)),
    ],
)
def test_holiday_falls_on_its_day(name, day):
    assert holiday(name, day.year) == day


def test_every_holiday_of_the_table_has_a_day():
    assert all(holiday(name, 2021).year == 2021 for name in HOLIDAY_DAYS)
