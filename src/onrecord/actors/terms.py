"""From when to when an office is told to be held: "since 2019", "from 2009 to 2013", "until May 2020", "in 2018"."""

import re
from dataclasses import dataclass

from onrecord.parsing import Doc

_REACH = 14
_MONTHS = "january february march april may june july august september october november december".split()
_WHEN = rf"(?:({'|'.join(_MONTHS)})\s+)?((?:19|20)\d\d)"
_SPANS = (
    re.compile(rf"\b(?:from|between)\s+{_WHEN}\s+(?:to|until|till|through|and)\s+{_WHEN}", re.I),
    re.compile(rf"\(\s*{_WHEN}\s*[-–—]\s*{_WHEN}\s*\)", re.I),
)
_SINCE = re.compile(rf"\bsince\s+{_WHEN}", re.I)
_BEGUN = re.compile(rf"\b(?:since|in)\s+{_WHEN}", re.I)
_UNTIL = re.compile(rf"\b(?:until|till)\s+{_WHEN}", re.I)
_STOP = re.compile(r"[;.!?]|,\s+(?!who\b)")


@dataclass(frozen=True, slots=True)
class Term:
    """Start and end of an office, ISO 8601 to the year or the month; None where not told."""

    start: str | None = None
    end: str | None = None


def term_told(doc: Doc, end: int, *, begins: bool = False) -> Term:
    """The term told in the words after a title, up to the next stop; `begins` where the verb tells of its start."""
    words = _STOP.split(doc[end : end + _REACH].text, maxsplit=1)[0]
    for pattern in _SPANS:
        if match := pattern.search(words):
            return Term(_iso(match[1], match[2]), _iso(match[3], match[4]))
    since, until = (_BEGUN if begins else _SINCE).search(words), _UNTIL.search(words)
    return Term(_iso(since[1], since[2]) if since else None, _iso(until[1], until[2]) if until else None)


def _iso(month: str | None, year: str) -> str:
    return f"{year}-{_MONTHS.index(month.lower()) + 1:02d}" if month else year
