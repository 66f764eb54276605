"""What looks like a time and is none: `May` the verb, "a second vote", "$3 a share a year", "ABC's This Week"."""

import re

from onrecord.times.patterns import DECADES

_MONTH_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|by|last|next|of|early|late|mid|this|from|through|to|between|and|during|for|or|before|after)"
    r"|[,(])\s$",
    re.IGNORECASE,
)
_OF_A_MARCH = re.compile(r"(?:\b(?:the|a|an|long|annual|ice|first|second|[\w]+'s)\s|``|\")$", re.IGNORECASE)
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
_NOT_THIS_WORD = re.compile(r"\b[Hh]igh \|[Nn]oon|USA \|TODAY|\|Now\||\|the day (?:before|after)\|\s\w")
"""High noon; the "Now" that opens a sentence and only goes on; a day that hangs on a deed which has no day told."""
_SPRING_OF_SPORT = re.compile(
    r"\s(?:training|break|semester|term|football|games|olympics|sports|collection)", re.IGNORECASE
)
_SPORT = re.compile(
    r"\b(?:touchdown|goals?|quarterback|NFL|NBA|kickoff|halftime|goalkeeper|yards?|penalty|scored|game|match|striker|rebounds)\b"
)
_AROUND = 80
"""Characters each side of a quarter or a half in which sport makes it one of a game."""
_NAMED = re.compile(r"(?:This|Last|Next) (?:Week|Year|Month|Day|Century|Weekend)")


def is_no_time(form: str, match: "re.Match[str]", words: str) -> bool:
    """Whether the match of a form in the words of its block tells no time after all."""
    text, before = match.group(), words[max(match.start() - 40, 0) : match.start()]
    after = words[match.end() :][:20]
    if form == "bare_month":
        return _is_no_month(text, before, after)
    if form == "this_unit":
        return _NAMED.fullmatch(text) is not None or text.rsplit(None, 1)[-1] in {"march", "may"}
    if form == "duration":
        if _COUNTED.match(text):
            return True  # "a second vote", "three-quarters of the troops"
        return text.lower().split()[0] in {"a", "an"} and _RATE.search(before) is not None  # "$35 a night"
    if form == "quarter":
        around = words[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
        return match["year"] is None and _SPORT.search(around) is not None
    if form == "decade":
        return text.lower() in DECADES  # "hundreds, fifties and twenties", "in his thirties"
    if form in {"bare_season", "season"} and _SPRING_OF_SPORT.match(after):
        return True
    if form == "every" and text[0].isupper() and re.match(r"\s[A-Z]", after):
        return True  # "Daily News"
    if form == "every":
        return _ADJECTIVE.fullmatch(text) is not None and _OF_A_NOUN.match(after) is not None
    if form == "word" and _NOT_THIS_WORD.search(f"{before}|{text}|{after}"):
        return True
    # "recent years" and "the former mayor's" belong to what follows; a capital makes a name: "Future Shop"
    return form == "word" and text in {"Former", "Current", "Recent", "Future"} and match.start() > 0


def _is_no_month(text: str, before: str, after: str) -> bool:
    if text == "May":
        return _MONTH_CUE.search(before) is None
    if text == "March" and (
        _MARCH_OF.match(after) or (_OF_A_MARCH.search(before) and _MARCH_FOR.match(after))
    ):
        return True
    return text[0].islower() and "-" not in text and " " not in text
