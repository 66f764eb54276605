"""Which reports tell one story: alike in words, and near in time.

Refused: likeness by topic alone. Two reports a month apart are two stories, however alike their words.
"""

from collections.abc import Sequence
from datetime import date

from onrecord.linking.clusters import clusters
from onrecord.linking.likeness import alike, vectors
from onrecord.record import Report

JOIN = 0.12
"""Mean cosine from which reports tell one story."""
_SIGHT = 0.05
"""Pairs less alike than this count as not alike at all."""
_DAYS = 7


def stories(reports: Sequence[Report]) -> list[str]:
    """The story label of each report: `story-` and the id of the first report that tells it."""
    weighed = vectors([f"{report.title or ''}\n{report.text}" for report in reports])
    days = [_day(report) for report in reports]
    near = {(i, j): score for i, j, score in alike(weighed, _SIGHT) if _together(days[i], days[j])}
    return [f"story-{reports[first].id}" for first in clusters(len(reports), near, JOIN)]


def _together(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= _DAYS


def _day(report: Report) -> date | None:
    return date.fromisoformat(report.published[:10]) if report.published else None
