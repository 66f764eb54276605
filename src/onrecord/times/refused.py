"""What looks like a time and is none: `May` the verb, "a second vote", "$3 a share a year", "ABC's This Week"."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.times.patterns import DECADES

_MONTH_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|by|last|next|of|early|late|mid|this|from|through|to|between|and|during|for|or|before|after)"
    r"|[,(])\s$",
    re.IGNORECASE,
)
_OF_A_MARCH = re.compile(r"(?:\b(?:the|a|an|long|annual|ice|first|second|[\w]+'s)\s|``|\")$", re.IGNORECASE)
_NAME_OF_A_MARCH = re.compile(r"\b(?:Long|Ice|Death|Peace|Salt)\s$")
_MARCH_OF = re.compile(r"\s(?:for\s[A-Z]|of\s[A-Z])")
_MARCH_FOR = re.compile(r"\s(?:for|on|of|to|from|through|against)\b")
_RATE = re.compile(
    r"(?:[$\u00a3\u20ac#]?\b\d[\d,.]*|\b(?:percent|million|billion|thousand|hundred|cents|dollars|seats|barrels|tons|hours))"
    r"(?:\s(?:million|billion|percent|cents|[a-z]+s))?\s$"
)
_COUNTED = re.compile(
    r"(?:a second\b|(?:.* )?three[ -]quarters?\b|(?:.* )?(?:a|some) quarters?\b)", re.IGNORECASE
)
_ADJECTIVE = re.compile(r"(?:quarterly|daily|weekly|monthly|yearly|nightly|hourly)", re.IGNORECASE)
_OF_A_NOUN = re.compile(
    r"^\s(?:dividend|earnings|loss|losses|profit|profits|net|results?|report|reports|charge|revenue|sales|volume|payout|"
    r"average|trading)\b"
)
_NOT_THIS_WORD = re.compile(
    r"\b[Hh]igh \|[Nn]oon|USA \|TODAY|\|Now\||\|the day (?:before|after)\|\s(?!(?:last |next )?[A-Z]\w+(?:day|mas|\.? \d))\w"
)
"""High noon; the "Now" that opens a sentence and only goes on; a day that hangs on a deed which has no day told."""
_SPRING_OF_SPORT = re.compile(
    r"\s(?:training|break|semester|term|football|games|olympics|sports|collection)", re.IGNORECASE
)
_SPORT = re.compile(
    r"\b(?:touchdown|goals?|quarterback|NFL|NBA|kickoff|halftime|goalkeeper|yards?|penalty|scored|game|match|striker|rebounds)\b"
)
_AROUND = 80
"""Characters each side of a quarter or a half in which sport makes it one of a game."""
_SOME = re.compile(
    r"\b(?:some|over|nearly|almost|than|least|about|approximately|roughly|another)\s$", re.IGNORECASE
)
_COUNTED_THINGS = re.compile(r"\s(?!was\b|has\b|is\b|does\b)[a-z]+s\b")
_NAMED = re.compile(r"(?:This|Last|Next) (?:Week|Year|Month|Day|Century|Weekend)")


@dataclass(frozen=True, slots=True)
class _Place:
    """A match of a form and the words around it."""

    text: str
    before: str
    after: str
    around: str
    found: "re.Match[str]"


def is_no_time(form: str, match: "re.Match[str]", words: str) -> bool:
    """Whether the match of a form in the words of its block tells no time after all."""
    check = _CHECKS.get(form)
    if check is None:
        return False
    start, end = match.span()
    around = words[max(start - _AROUND, 0) : end + _AROUND]
    return check(
        _Place(match.group(), words[max(start - 40, 0) : start], words[end : end + 20], around, match)
    )


def _no_month(at: _Place) -> bool:
    if at.text == "May":
        return _MONTH_CUE.search(at.before) is None
    if at.text == "March" and _NAME_OF_A_MARCH.search(at.before):
        return True
    marched = _OF_A_MARCH.search(at.before) and _MARCH_FOR.match(at.after)
    if at.text == "March" and (marched or _MARCH_OF.match(at.after)):
        return True
    return at.text[0].islower() and "-" not in at.text and " " not in at.text


def _no_unit(at: _Place) -> bool:
    return _NAMED.fullmatch(at.text) is not None or at.text.rsplit(None, 1)[-1] in {"march", "may"}


def _no_length(at: _Place) -> bool:
    """ "A second vote", "three-quarters of the troops", "$35 a night"."""
    rate = at.text.lower().split()[0] in {"a", "an"} and _RATE.search(at.before)
    return bool(rate) or _COUNTED.match(at.text) is not None


def _no_season(at: _Place) -> bool:
    return _SPRING_OF_SPORT.match(at.after) is not None


def _no_set(at: _Place) -> bool:
    """ "Daily News", "the quarterly dividend"."""
    if at.text[0].isupper() and re.match(r"\s[A-Z]", at.after):
        return True
    return _ADJECTIVE.fullmatch(at.text) is not None and _OF_A_NOUN.match(at.after) is not None


def _no_quarter(at: _Place) -> bool:
    return at.found["year"] is None and _SPORT.search(at.around) is not None


def _no_year(at: _Place) -> bool:
    """ "Some 1500 birds" are so many birds."""
    return _SOME.search(at.before) is not None and _COUNTED_THINGS.match(at.after) is not None


def _no_decade(at: _Place) -> bool:
    """ "Hundreds, fifties and twenties", "in his thirties"."""
    return at.text.lower() in DECADES


def _no_word(at: _Place) -> bool:
    """A capital makes a name of it: "the Current Affairs desk"."""
    if _NOT_THIS_WORD.search(f"{at.before}|{at.text}|{at.after}"):
        return True
    return at.text in {"Current", "Recent"} and at.found.start() > 0


_CHECKS: Mapping[str, Callable[[_Place], bool]] = {
    "bare_month": _no_month, "this_unit": _no_unit, "duration": _no_length, "season": _no_season,
    "bare_season": _no_season, "every": _no_set, "quarter": _no_quarter, "decade": _no_decade, "year": _no_year, "word": _no_word,
}  # fmt: skip
