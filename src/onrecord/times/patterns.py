"""The grammar of time expressions: one pattern per form, over the words of the text, longest first.

Each pattern is bounded, and none may fail slowly. Names of forms are what `values.py` normalises.
"""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"), ("tuesday", "tues", "tue"), ("wednesday", "wed"), ("thursday", "thurs", "thu"),
            ("friday", "fri"), ("saturday", "sat"), ("sunday", "sun"),
        )
    )
    for name in names
}  # fmt: skip
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
     "couple": 2, "hundred": 100, "half": 0}  # fmt: skip
UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "N", "week": "W", "fortnight": "2W",
         "weekend": "WE", "month": "M", "quarter": "Q", "season": "S", "year": "Y", "decade": "DE",
         "century": "CE"}  # fmt: skip
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
           "nineties": 9}  # fmt: skip


def _any(words: "dict[str, int] | dict[str, str]") -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MONTH = rf"(?P<month>{_any(MONTHS)})\.?"
_LONG_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
_PART = r"(?P<part>morning|afternoon|evening|night)"
_COUNT = rf"(?P<count>\d+(?:,\d{{3}})*(?:\.\d+)?|{_any(NUMBERS)}|several|few|many|some)"
_HYPHEN = r"[ \t\u00a0-]+"
_UNIT = r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?|century|centuries)"
_THIS = r"(?P<which>this|last|next|past|previous|coming|following|the same|that|current|the following|the previous|the past|the coming|the next|the last|earlier this|later this|late last|early this|early next|late this)"

_FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso>(?:1\d|20)\d\d-[01]\d-[0-3]\d)(?:T(?P<clock>[0-2]\d:[0-5]\d))?"),
    ("slashed", r"(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)?\d\d)"),
    ("clock", r"(?P<hour>[0-2]?\d)(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\.?)(?:\s(?P<zone>GMT|UTC|[ECMP][SD]?T))?|(?P<hour2>[0-2]\d):?(?P<minute2>[0-5]\d)(?:\s(?P<zone2>GMT|UTC|Z|local time))"),
    ("date", rf"(?:{_WEEKDAY},?\s+)?(?:(?:{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?)|(?:(?:the\s+)?(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_any(MONTHS)})\.?(?:,?\s+(?P<year2>1[0-9]\d\d|20\d\d))?))(?![\d:])"),
    ("month_year", rf"(?:(?P<edge>early|mid|late|the beginning of|the end of|the middle of)[ -])?{_MONTH},?\s+(?:of\s+)?{_YEAR}"),
    ("decade", rf"(?:(?P<edge>early|mid|late)[ -])?(?:the\s+)?(?:(?P<edge2>early|mid|late)[ -])?(?:(?P<century>1[0-9]|20)(?P<tens>\d)0'?s|'(?P<tens2>\d)0s|(?P<tensword>{_any(DECADES)}))"),
    ("century", r"(?:the\s+)?(?P<nth>1\dth|20th|21st|nineteenth|twentieth|twenty-first)[ -]century"),
    ("quarter", rf"(?:the\s+)?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|latest|last)[ -](?:fiscal\s+|financial\s+)?(?P<period>quarter|half)(?:\s+of\s+(?:fiscal\s+)?(?:{_YEAR}|(?P<rel>this|last|next)\s+year))?|Q(?P<qn>[1-4])(?:\s+(?P<qyear>20\d\d))?"),
    ("fiscal", r"(?:fiscal(?:\s+year)?|FY)\s?(?P<year>(?:19|20)\d\d)"),
    ("season", rf"(?:(?P<which>this|last|next|the)\s+)?(?P<season>spring|summer|autumn|winter)(?:\s+of)?(?:\s+{_YEAR})?"),
    ("since_ago", rf"(?:(?P<approx>about|around|roughly|nearly|almost|more than|over|less than|at least)\s+)?(?:a\s+(?=couple|few))?{_COUNT}(?:\s+of)?{_HYPHEN}{_UNIT}\s+(?P<way>ago|earlier|later|from now|hence|(?:before|after|since)(?!\s+(?:the|a|an|he|she|it|they|his|her)\b))"),
    ("span_of", rf"(?P<which>(?:the\s+|these\s+)?(?:past|last|next|coming|previous|first|final|following))\s+(?:a\s+)?{_COUNT}{_HYPHEN}{_UNIT}"),
    ("part_of_weekday", rf"(?:(?P<which>this|last|next|late|early)\s+)?{_WEEKDAY}(?:\s+{_PART})?"),
    ("this_part", rf"(?P<which>this|that|last|yesterday|tomorrow|late|early)\s+(?:in the\s+)?{_PART}|(?P<tonight>tonight|overnight)"),
    ("every", rf"(?P<every>every|each)\s+(?:(?P<other>other)\s+)?(?:{_COUNT}\s+)?(?P<setunit>day|week|month|year|hour|minute|weekend|morning|night|evening|quarter|{_any(WEEKDAYS)})s?|(?P<adverb>daily|weekly|monthly|quarterly|annually|yearly|hourly|nightly)"),
    ("this_unit", rf"{_THIS}\s+(?P<unit1>week|month|year|quarter|decade|century|weekend|day|night|spring|summer|autumn|fall|winter|{_any(MONTHS)})(?![a-z'])(?P<s>)"),
    ("edge_unit", r"(?:the\s+)?(?P<edge>beginning|start|middle|end|early|mid|late)(?:\s+of|-|\s+)\s*(?P<which>this|last|next|the)\s+(?P<unit1>week|month|year|decade)"),
    ("before_christ", r"(?:ca?\.\s)?(?P<bc>\d{1,4})\s?(?:B\.?C\.?E\.?|B\.?C\.?|BCE|BC)"),
    ("same_quarter", r"(?:the\s+)?(?:year-earlier|year-ago|comparable|corresponding)\s+(?:quarter|period)(?:\s+(?:last year|a year (?:ago|earlier)))?"),
    ("the_quarter", r"the\s+(?:latest\s+|most recent\s+)?(?:quarter|latest period)"),
    ("year_span", r"(?P<from>(?:1[0-9]|20)\d\d)\s?[-\u2013]\s?(?P<till>(?:1[0-9]|20)?\d\d)(?!\d)"),
    ("duration", rf"(?:(?P<approx>about|around|roughly|nearly|almost|more than|over|less than|at least|up to)\s+)?(?:a\s+(?=couple|few))?{_COUNT}(?:\s+of)?{_HYPHEN}{_UNIT}(?!['\w]|[ -]olds?\b)"),
    ("coming_days", rf"(?:the\s+)?(?P<which>past|last|next|coming|recent|previous|following)\s+{_UNIT}"),
    ("word", r"(?P<word>yesterday|today|tomorrow|now|currently|recently|nowadays|presently|at present|at the moment|in the past|in the future|the future|the past|formerly|at the time|current|recent|future|these days|the weekend|the day before yesterday|the day after tomorrow|the same day|the next day|the following day|the day before|the day after|midnight|noon)"),
    ("bare_month", rf"(?:(?P<edge>early|mid|late)[ -])?{_LONG_MONTH}"),
    ("year", r"(?:(?P<edge>early|mid|late)[ -])?(?<![\d$.,])(?P<year>1[5-9]\d\d|20\d\d)(?!\d|,\d|\.\d|%| (?:people|men|women|troops|soldiers|dollars))"),
)  # fmt: skip
FORMS = tuple((name, re.compile(rf"(?<![\w'$-])(?:{body})(?!\w)", re.IGNORECASE)) for name, body in _FORMS)
HINT = re.compile(
    r"\d|day|week|month|year|night|morn|noon|even|hour|minute|ago|now|past|future|soon|morrow|quarter|season|spring|summer|"
    r"autumn|winter|decade|centur|recent|current|daily|annual|former|previous|once|time|"
    r"BC|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|ties\b",
    re.IGNORECASE,
)
"""A cheap test: a line without any of these tells no time."""
