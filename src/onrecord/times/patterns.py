"""The grammar of time expressions: one pattern per form, over the words of the text, longest first.

Each pattern is bounded, and none may fail slowly. Names of forms are what `values.py` normalises.
"""

import re

from onrecord.times.holidays import HOLIDAY_DAYS

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
     "couple": 2, "dozen": 12, "hundred": 100}  # fmt: skip
UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "N", "week": "W", "fortnight": "2W",
         "weekend": "WE", "month": "M", "quarter": "Q", "season": "S", "year": "Y", "decade": "DE",
         "century": "CE"}  # fmt: skip
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
HOLIDAYS = {name: name for name in HOLIDAY_DAYS}
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
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = rf"\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{_TENS})[- ](?:{_SMALL})|{_any(NUMBERS)}|several|few|many|some"
_COUNT = rf"(?P<count>{_NUMBER})(?P<plus>\s+and\s+a\s+half|[ -]1/2|\u00bd)?(?:(?:\s+(?:or|to)\s+|-)(?:\d+|{_any(NUMBERS)}))?"
_MORE = r"(?:(?:more|full|long|whole|straight|consecutive|additional|successive)\s+)?"
_HYPHEN = r"[ \t\u00a0-]+"
_UNIT = r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?|century|centuries)"
_PLURAL = r"(?P<unit>minutes|hours|days|nights|weeks|months|years|decades|centuries)"
_ZONE = "GMT|UTC|Z|BST|CET|CEST|EET|MSK|[ECMP][SD]?T|local time"
_DATED = rf"(?:{_any(MONTHS)})"
_BC = r"\s?(?:B\.C\.(?:E\.)?|BCE?)"
_THIS = r"(?P<which>this|last|next|past|previous|coming|following|the same|that same|that|current|the following|the previous|the past|the coming|the next|the last|earlier this|later this|late last|early this|early next|late this)"

_FORMS: tuple[tuple[str, str], ...] = (
    ("bc_pair", rf"(?P<from>\d{{2,4}})\s?(?:[-\u2013]|to|and)\s?(?P<till>\d{{2,4}}){_BC}"),
    ("before_christ", rf"(?:ca?\.\s)?(?:(?:the\s+)?(?P<bcdecade>\d{{1,3}}0)s|(?:the\s+)?(?P<bccentury>\d\d?)(?:st|nd|rd|th)[ -]century|(?:(?:the\s+)?(?:(?P<edge>early|mid|late)[ -])?(?:(?P<month>{_any(MONTHS)})|(?P<season>spring|summer|autumn|winter))(?:\s+of)?\s+)?(?P<bc>\d{{1,4}})){_BC}"),
    ("school_year", r"(?:the\s+)?(?P<from>(?:1[89]|20)\d\d)(?:\s?[-\u2013/]\s?(?P<till>(?:20|19)?\d\d))?\s+(?:academic|school|fiscal|financial)\s+year"),
    ("day_pair", rf"(?P<from>[0-3]?\d)(?:st|nd|rd|th)?\s?(?:[-\u2013]|to|and|or)\s?(?P<till>(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_DATED})(?:\.?,?\s+(?P<year2>1[0-9]\d\d|20\d\d))?)|(?P<from3>(?P<month3>{_DATED})\.?\s+(?P<day3>[0-3]?\d))(?:st|nd|rd|th)?\s?(?:[-\u2013]|to|and|or)\s?(?P<till3>[0-3]?\d)(?:st|nd|rd|th)?(?:,\s+(?P<year3>1[0-9]\d\d|20\d\d))?(?![\d:,]|\s+(?:{_DATED}))"),
    ("holiday", rf"(?:(?P<which>last|next|this)\s+)?(?P<holiday>{_any(HOLIDAYS)})(?:\s+(?P<around>week(?:end)?))?(?:,?\s+{_YEAR})?"),
    ("iso", r"(?P<iso>(?:1\d|20)\d\d-[01]\d-[0-3]\d)(?:T(?P<clock>[0-2]\d:[0-5]\d))?"),
    ("slashed", r"(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)?\d\d)"),
    ("dotted", r"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)"),
    ("clock", rf"(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap]\.?m\.?)(?:\s(?P<zone>{_ZONE}))?|(?P<hour2>[0-2]\d):?(?P<minute2>[0-5]\d)(?:\s(?P<zone2>{_ZONE}))|(?P<hour3>\d\d?|{_SMALL}|ten|eleven|twelve)(?::(?P<minute3>[0-5]\d))?(?:\s+o'clock)?\s+in\s+the\s+(?P<half3>morning|afternoon|evening)"),
    ("date", rf"(?:{_WEEKDAY},?\s+)?(?:(?:{_MONTH}\s+{_DAY}(?:(?:\s?,?\s+|\s+of\s+){_YEAR})?)|(?:(?:the\s+)?(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<month2>{_any(MONTHS)})(?:\.?(?:,?\s+|-)(?P<year2>1[0-9]\d\d|20\d\d))?))(?!\d|:\d)"),
    ("month_year", rf"(?:(?P<edge>early|mid|late|the beginning of|the end of|the middle of)[ -])?{_MONTH},?\s+(?:of\s+)?{_YEAR}"),
    ("decade", rf"(?:(?P<edge>early|mid|late)[ -])?(?:the\s+)?(?:(?P<edge2>early|mid|late)[ -])?(?:(?P<century>1[0-9]|20)(?P<tens>\d)0'?s|'(?P<tens2>\d)0s|(?P<tensword>{_any(DECADES)}))"),
    ("century", r"(?:the\s+)?(?:(?P<edge>early|mid|late)[ -])?(?P<nth>1\dth|20th|21st|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[ -]century"),
    ("quarter", rf"(?:the\s+)?(?:(?P<year0>1[0-9]\d\d|20\d\d)\s+|(?P<rel0>last|this|next)\s+year's\s+|(?P<before>year-ago|year-earlier)\s+)?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|latest|last)[ -](?:fiscal\s+|financial\s+)?(?P<period>quarter|half)(?:\s+of\s+(?:fiscal\s+)?(?:{_YEAR}|(?P<rel>this|last|next)\s+year))?|Q(?P<qn>[1-4])(?:\s+(?P<qyear>20\d\d))?"),
    ("fiscal", r"(?:fiscal(?:\s+year)?|FY)\s?(?P<year>(?:19|20)\d\d)"),
    ("season", rf"(?:(?P<which>this|last|next|the)\s+)?(?:(?P<edge>early|mid|late)[ -])?(?P<season>spring|summer|autumn|winter)(?:(?:\s+of)?\s+{_YEAR})?|the\s+(?P<fall>fall)\s+of\s+(?P<fallyear>1[0-9]\d\d|20\d\d)"),
    ("bare_season", r"(?:(?<=\bin )|(?<=\bby )|(?<=\bsince )|(?<=\buntil )|(?<=\bover )|(?<=\bduring )|(?<=\bthrough ))(?P<season>spring|summer|autumn|winter)"),
    ("every", rf"(?P<every>every|each)\s+(?:(?P<other>other)\s+)?(?:{_COUNT}\s+)?(?P<setunit>day|week|month|year|hour|minute|weekend|morning|night|evening|quarter|spring|summer|autumn|winter|{_any(WEEKDAYS)}|{_any(MONTHS)})s?|(?P<plural>Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)|(?P<adverb>daily|weekly|monthly|quarterly|annually|yearly|hourly|nightly)"),
    ("rate", rf"(?:once|twice|(?:\d+|{_any(NUMBERS)}|several|many)\s+times)\s+(?:a|an|per|each|every)\s+(?P<setunit>hour|day|week|month|year)|per\s+(?P<setunit2>day|week|month)"),
    ("since_ago", rf"(?:(?P<approx>about|around|roughly|nearly|almost|more than|over|less than|at least)\s+)?(?:a\s+(?=couple|few|further|mere))?(?:mere\s+)?{_COUNT}(?:\s+of)?{_HYPHEN}{_MORE}{_UNIT}(?P<plus2>\s+and\s+a\s+half)?\s+(?P<way>ago|earlier|later|from now|hence|(?:before|after|since)(?!\s+(?:the|a|an|he|she|it|they|his|her)\b))"),
    ("part_of_span", rf"(?:the\s+)?(?P<which>first|last|final|second|third|closing|opening)\s+(?:{_COUNT}\s+)?{_UNIT}(?=\s+of\s+)"),
    ("same_quarter", r"(?:the\s+)?year-(?:earlier|ago)(?!\s+(?:quarter|period))|(?:the\s+)?(?:year-earlier|year-ago|comparable|corresponding)\s+(?:quarter|period)(?:\s+(?:last year|a year (?:ago|earlier)))?"),
    ("span_of", rf"(?P<which>(?:the\s+|these\s+)?(?:past|last|next|coming|previous|first|final|following))\s+(?:a\s+)?{_COUNT}(?:\s+of)?{_HYPHEN}{_MORE}{_UNIT}"),
    ("vague_ago", rf"{_PLURAL}\s+(?P<way>ago|earlier|later)"),
    ("part_of_weekday", rf"(?:(?P<which>this coming|this past|(?:the\s+)?previous|(?:the\s+)?following|this|last|next|late|early)\s+)?{_WEEKDAY}(?:\s+{_PART})?"),
    ("this_part", rf"(?P<which>this|that same|that|the same|the next|the following|the previous|last|yesterday|tomorrow|late|early)\s+(?:in the\s+)?{_PART}|(?P<tonight>tonight|overnight)"),
    ("this_unit", rf"{_THIS}\s+(?P<unit1>week|month|year|quarter|decade|century|weekend|day|night|spring|summer|autumn|fall|winter|{_any(MONTHS)})(?![a-z'])(?P<s>)"),
    ("edge_unit", r"(?:the\s+)?(?P<edge>beginning|start|middle|end|early|mid|late)(?:\s+of|-|\s+)\s*(?P<which>this|last|next|the)\s+(?P<unit1>week|month|year|decade)"),
    ("the_quarter", r"the\s+(?:latest\s+|most recent\s+)?(?:quarter|latest period)"),
    ("year_span", r"(?P<from>(?:1[0-9]|20)\d\d)\s?[-\u2013]\s?(?P<till>(?:1[0-9]|20)?\d\d)(?!\d)"),
    ("half_of", r"half\s+an?\s+(?P<halfunit>hour|day|year|decade|century)|half-(?P<halfunit2>hour|century|decade)"),
    ("duration", rf"(?:(?P<approx>about|around|roughly|nearly|almost|more than|over|less than|at least|up to)\s+)?(?:a\s+(?=couple|few))?{_COUNT}(?:\s+of)?{_HYPHEN}{_MORE}{_UNIT}(?P<plus2>\s+and\s+a\s+half)?(?!\w|[ -]olds?\b)"),
    ("vague_length", r"(?:(?P<long>decades|weeks|months|years|days|hours|centuries)-long|(?P<single>day|week|month|year|decade|hour|century)-?long)"),
    ("bare_length", rf"(?:(?<=\bfor )|(?<=\bwithin )|(?<=\btook )|(?<=\blasted )|(?<=\bin )(?=\w+[.,;])|(?<=\bafter )(?=\w+ of\b)){_PLURAL}(?! to come)"),
    ("coming_days", rf"(?:the\s+)?(?P<which>past|last|next|coming|recent|previous|following)\s+{_UNIT}"),
    ("word", r"(?P<word>yesterday|today|tomorrow|now|currently|recently|nowadays|presently|at present|at the moment|in the past|in the future|the (?:near |foreseeable |distant |immediate )?future|the past|formerly|at the time|current|recent|these days|the weekend|the day before yesterday|the day after tomorrow|(?:later |earlier )?(?:the same day|that same day|that day)|the next day|the following day|the previous day|the day before(?! returning)|the day after|midnight|noon|midday|year-?end|year's end)"),
    ("bare_month", rf"(?:(?P<edge>early|mid|late)[ -])?{_LONG_MONTH}"),
    ("year", rf"(?:(?P<edge>early|mid|late)[ -])?(?:post-|pre-)?(?<![\d$.,])(?P<year>1[5-9]\d\d|20\d\d)(?!\d|,\d|\.\d|%| (?:people|men|women|troops|soldiers|dollars|others|police|refugees|prisoners|villagers|civilians|miles|km|kilometers|tons|homes|houses|times|feet|acres))|nineteen[ -](?P<tens>{_TENS})(?:[ -](?P<ones>{_SMALL}))?"),
)  # fmt: skip
_START = r"(?<![\w'$-])(?<!\d[:.])"
_AFTER_A_MONTH = r"(?<![\w'$])(?<!\d-)"
"""A day may follow a hyphen: "5 September-12 September"."""
_NEEDED: dict[str, tuple[str, ...]] = {
    "before_christ": ("bc", "b.c"), "bc_pair": ("bc", "b.c"), "holiday": tuple(HOLIDAYS), "decade": ("0s", "0's", "ties"),
    "century": ("century",), "rate": ("per ", "once ", "twice ", " times "), "fiscal": ("fiscal", "fy"), "half_of": ("half",),
    "vague_length": ("long",), "school_year": (" year",), "clock": (":", ".m", "am", "pm", "gmt", "utc", "time", "o'clock", "in the "),
    "season": tuple(SEASONS), "bare_season": tuple(SEASONS), "part_of_span": (" of ",), "vague_ago": (" ago", "later", "earlier"),
    "span_of": ("past", "last", "next", "coming", "previous", "first", "final", "following"), "part_of_weekday": tuple(WEEKDAYS),
    "coming_days": ("past", "last", "next", "coming", "recent", "previous", "following"), "quarter": ("quarter", "half", "q"),
    "same_quarter": ("quarter", "period", "year-"), "the_quarter": ("quarter", "period"), "date": tuple(MONTHS),
    "since_ago": (" ago", "earlier", "later", "now", "hence", "before", "after", "since"), "day_pair": tuple(MONTHS),
    "month_year": tuple(MONTHS), "bare_month": tuple(MONTHS), "slashed": ("/",), "edge_unit": ("week", "month", "year", "decade"),
}  # fmt: skip
"""Strings of which a form has one, in lower case; a block without them is not searched for it."""
FORMS = tuple(
    (
        name,
        _NEEDED.get(name, ("",)),
        re.compile(rf"{_AFTER_A_MONTH if name == 'date' else _START}(?:{body})(?!\w)", re.IGNORECASE),
    )
    for name, body in _FORMS
)
HINT = re.compile(
    r"\d|day|week|month|year|night|morn|noon|even|hour|minute|ago|now|past|future|soon|morrow|quarter|season|spring|summer|"
    r"autumn|winter|\bfall\b|decade|centur|recent|present|moment|current|daily|annual|former|previous|once|time|"
    r"BC|B\.C|Christmas|Easter|Hallow|Thanksgiving|nineteen|o'clock|twice|per |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|ties\b",
    re.IGNORECASE,
)
"""A cheap test: a line without any of these tells no time."""
