"""Datelines: place, date and agency, and what looks like one."""

import pytest

from onrecord.cleaning import clean, find_dateline
from onrecord.reading import report_of


def parts(text: str) -> tuple[str | None, str | None, str | None] | None:
    report = clean(report_of(text))
    found = find_dateline(report)
    if found is None:
        return None
    place = found.place_span.of(report.text) if found.place_span else None
    return place, found.date_text, found.agency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV, Feb 27 (Reuters) - Troops moved.", ("KYIV", "Feb 27", "Reuters")),
        ("JERUSALEM — The premier spoke.", ("JERUSALEM", None, None)),
        ("KABUL, Afghanistan (AP) — The army left.", ("KABUL", None, "AP")),
        ("Moscow, Feb. 27 (Xinhua) -- The ministry spoke.", ("Moscow", "Feb. 27", "Xinhua")),
        ("MOSCOW, 27 February 2022 (TASS). The ministry spoke.", ("MOSCOW", "27 February 2022", "TASS")),
        ("SEOUL/HANOI (Reuters) - The leaders met.", ("SEOUL", None, "Reuters")),
        ("LONDON, March 3 - The court ruled.", ("LONDON", "March 3", None)),
        ("NEW DELHI: The minister spoke.", ("NEW DELHI", None, None)),
        ("(Reuters) - Prices fell.", (None, None, "Reuters")),
        ("WASHINGTON--The court ruled.", ("WASHINGTON", None, None)),
        ("By Ana Prelog\nZAGREB, Croatia — The court ruled.", ("ZAGREB", None, None)),
        ("Court rules on the strait\nZAGREB (AP) — The court ruled.", ("ZAGREB", None, "AP")),
    ],
)
def test_dateline_is_found(text: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING - The mayor resigned.",
        "FILE - In this photo the mayor waves.",
        "EXCLUSIVE: The mayor resigned.",
        "Kyiv — the city, not the government — was quiet.",
        "Some members — including Austria — objected.",
        "ANA PRELOG: Good evening.\nTHE MAYOR: Good evening to all of you.",
        "The mayor resigned.",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert parts(text) is None


def test_dateline_stays_in_the_story() -> None:
    report = clean(report_of("KYIV, Feb 27 (Reuters) - Troops moved."))
    assert [block.kind for block in report.blocks] == ["story"]
    found = find_dateline(report)
    assert found is not None and found.span.of(report.text) == "KYIV, Feb 27 (Reuters) -"
    assert report.published is None
