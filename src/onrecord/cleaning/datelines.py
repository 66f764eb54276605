"""Datelines: where a report was filed, when, and by which agency.

The forms are those of the Associated Press and Reuters style books: "PLACE, Region, Date (Agency) —". A place
in small letters counts only where a date or an agency stands with it.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

from onrecord.record import BlockKind, Report, Span

_CAPS = r"[A-Z](?:[A-Z.'’]|-(?=[A-Z]))+"
_CAPITALS = rf"{_CAPS}(?:[ /]{{1,2}}{_CAPS}){{0,3}}"
_WORDS = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = rf"(?:(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?|{_WEEKDAY})"
_REGION = rf"(?:, (?!{_DATE}\b){_WORDS}){{0,2}}"
_AGENCY = r"\((?P<agency>[A-Za-z][\w .&/'’-]{1,40})\)"
_DASH = r"(?: ?(?:--|[–—])| -)"
_FILED = rf"(?:,? (?P<date>{_DATE}))?,? ?{_AGENCY}(?:{_DASH}|[.:](?: ?[-–—])?)"
_ENDING = rf"(?:{_FILED}|(?:,? (?P<day>{_DATE}))?{_DASH})"
_IN_CAPITALS = re.compile(rf"(?P<place>(?=[A-Z]{{3}}){_CAPITALS}){_REGION}{_ENDING}(?=[ \"“'‘A-Z])")
_IN_WORDS = re.compile(rf"(?P<place>{_WORDS}){_REGION}{_FILED} ")
_AGENCY_ONLY = re.compile(rf"(?P<place>)(?:(?P<date>{_DATE}) ?)?{_AGENCY}{_DASH}(?=[ \"“])")
_COLON = re.compile(r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,}){0,2}):(?= [A-Z\"“'‘])")
_HEAD = 5
_REACH = 160
"""Datelines are short; a pattern never looks further into a paragraph."""


class Dateline(NamedTuple):
    """The words before the first sentence that say where, when and by whom a report was filed.

    `place_span` is the first place only, without its region.
    """

    span: Span
    place_span: Span | None
    date_text: str | None = None
    agency: str | None = None


def find_dateline(report: Report) -> Dateline | None:
    """The dateline of a cleaned report, or None: it opens one of the first paragraphs of the story."""
    for start, words in islice(_openings(report), _HEAD):
        if found := _dashed(words):
            return _dateline(found, start)
    return _colon(report)


def _openings(report: Report) -> Iterator[tuple[int, str]]:
    story = [block.span for block in report.blocks if block.kind is BlockKind.STORY]
    for start, end in story or [Span(0, len(report.text))]:
        yield start, report.text[start : min(end, start + _REACH)]


def _dashed(words: str) -> re.Match[str] | None:
    for pattern in (_IN_CAPITALS, _IN_WORDS, _AGENCY_ONLY):
        found = pattern.match(words)
        if found and found["place"].strip(" .").upper() not in _labels():
            return found
    return None


def _colon(report: Report) -> Dateline | None:
    """A place before a colon that opens the story, where nothing else does, as speakers in transcripts do."""
    found = [(start, match) for start, words in _openings(report) if (match := _COLON.match(words))]
    opening = next(_openings(report))[0]
    if len(found) != 1 or found[0][0] != opening or found[0][1]["place"] in _labels():
        return None
    return _dateline(found[0][1], opening)


def _dateline(found: re.Match[str], start: int) -> Dateline:
    groups = found.groupdict()
    place = groups["place"].split("/")[0].rstrip()
    at = start + found.start("place")
    return Dateline(
        span=Span(start, start + len(found[0].rstrip())),
        place_span=Span(at, at + len(place)) if place else None,
        date_text=groups.get("date") or groups.get("day"),
        agency=groups.get("agency"),
    )


@functools.cache
def _labels() -> frozenset[str]:
    data = tomllib.loads(files("onrecord.cleaning").joinpath("datelines.toml").read_text("utf-8"))
    return frozenset(data["labels"])
