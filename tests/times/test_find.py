"""Time expressions in sentences of our own: words, value, interval. Published on Sunday 2022-02-27 unless told."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from conftest import parse_of
from onrecord.times import find_times

SUNDAY = "2022-02-27"
CASES = [
    # text, words, value, start, end
    ("The two met on Friday.", "Friday", "2022-02-25", "2022-02-25", "2022-02-26"),  # past tense looks back
    ("They will meet on Friday.", "Friday", "2022-03-04", "2022-03-04", "2022-03-05"),  # future looks ahead
    (
        "She spoke Sunday.",
        "Sunday",
        "2022-02-27",
        "2022-02-27",
        "2022-02-28",
    ),  # the day of publication itself
    ("He called this afternoon.", "this afternoon", "2022-02-27TAF", "2022-02-27", "2022-02-28"),
    ("Shelling went on overnight.", "overnight", "2022-02-27TNI", "2022-02-27", "2022-02-28"),
    ("Thousands fled since Thursday.", "Thursday", "2022-02-24", "2022-02-24", None),  # an open interval
    ("The truce held until Saturday.", "Saturday", "2022-02-26", None, "2022-02-27"),
    ("They talked yesterday.", "yesterday", "2022-02-26", "2022-02-26", "2022-02-27"),
    ("A vote is due tomorrow.", "tomorrow", "2022-02-28", "2022-02-28", "2022-03-01"),
    ("The pact was signed on 3 May 2019.", "3 May 2019", "2019-05-03", "2019-05-03", "2019-05-04"),
    ("The pact was signed on May 3, 2019.", "May 3, 2019", "2019-05-03", "2019-05-03", "2019-05-04"),
    ("Talks broke down in March 2014.", "March 2014", "2014-03", "2014-03-01", "2014-04-01"),
    ("The war began in 1999.", "1999", "1999", "1999-01-01", "2000-01-01"),
    (
        "Exports fell in the third quarter of 2016.",
        "the third quarter of 2016",
        "2016-Q3",
        "2016-07-01",
        "2016-10-01",
    ),
    ("Famine struck in the 1980s.", "the 1980s", "198", "1980-01-01", "1990-01-01"),
    ("They met last week.", "last week", "2022-W07", "2022-02-14", "2022-02-21"),
    ("They met last month.", "last month", "2022-01", "2022-01-01", "2022-02-01"),
    ("They met last year.", "last year", "2021", "2021-01-01", "2022-01-01"),
    ("Two days ago the bridge fell.", "Two days ago", "2022-02-25", "2022-02-25", "2022-02-26"),
    ("Three years ago the mine closed.", "Three years ago", "2019", "2019-01-01", "2020-01-01"),
    ("The siege lasted six weeks.", "six weeks", "P6W", None, None),
    ("Guards change every day.", "every day", "P1D", None, None),
    ("The past 24 hours were calm.", "The past 24 hours", "PT24H", "2022-02-26", "2022-02-28"),
    ("The next 10 hours are critical.", "The next 10 hours", "PT10H", "2022-02-27", "2022-02-28"),
    ("The session opened at 10:30 a.m.", "10:30 a.m", "2022-02-27T10:30", "2022-02-27", "2022-02-28"),
    ("It was 2022-02-20 when they left.", "2022-02-20", "2022-02-20", "2022-02-20", "2022-02-21"),
    (
        "A bomb went off on Jan. 5.",
        "Jan. 5",
        "2022-01-05",
        "2022-01-05",
        "2022-01-06",
    ),  # the nearest such day
]


@pytest.mark.parametrize(("text", "words", "value", "start", "end"), CASES)
def test_times_value_and_interval(text, words, value, start, end):
    found = find_times(parse_of(text, SUNDAY))
    told = {time.text.rstrip(".").lower(): time for time in found}
    assert words.lower() in told, [time.text for time in found]
    time = told[words.lower()]
    assert (time.value, time.start, time.end) == (value, start, end)


JOINED = [
    # text, words, value
    ("It struck at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m.", "2022-02-25T10:35"),  # the day follows
    ("The session is set for March 31 at 7 p.m. sharp.", "7 p.m.", "2022-03-31T19:00"),  # the day came before
    ("They will meet on Tuesday of next week.", "Tuesday of next week", "2022-03-01"),
    ("In 1940 the front froze. In August of that year it moved.", "August of that year", "1940-08"),
    ("He died the day before last Tuesday.", "the day before last Tuesday", "2022-02-21"),
    ("A hearing is due the week of March 7 in Lima.", "the week of March 7", "2022-W10"),
    ("The fleet sailed in 480 BC. In September it met the foe.", "September", "BC0480-09"),
    ("Kellogg earned less than in the year-ago third quarter.", "the year-ago third quarter", "2020-Q3"),
    ("It took the last week of September to do it.", "the last week", "P1W"),
    (
        "On Friday, the ministry planned to pay.",
        "Friday",
        "2022-02-25",
    ),  # a plan of the past, and its day first
    ("The offer had been due to expire Friday evening.", "Friday evening", "2022-02-25TEV"),
]


@pytest.mark.parametrize(("text", "words", "value"), JOINED)
def test_times_join_what_is_one_and_read_what_hangs_on_another(text, words, value):
    assert (words, value) in [(time.text, time.value) for time in find_times(parse_of(text, SUNDAY))]


@pytest.mark.parametrize(
    "text",
    [
        "The suspect asked for hundreds, fifties and twenties.",
        "The New York Daily News printed it.",
        "She walked in the March of Dimes.",
        "Hopkins caught a touchdown pass in the fourth quarter.",
        "ABC's This Week had the story.",
        "Three-quarters of the troops left; a second vote failed.",
        "Rooms cost $35 a night.",
    ],
)
def test_times_refuse_names_counts_and_games(text):
    assert find_times(parse_of(text, SUNDAY)) == ()


@pytest.mark.parametrize(
    "text",
    ["She may resign.", "Troops march north.", "He is 36 years old and lives in Lima.", "They once ruled."],
)
def test_times_refuse_what_tells_no_day(text):
    assert not [time for time in find_times(parse_of(text, SUNDAY)) if time.start]


def test_times_without_a_day_of_publication_stay_open():
    (time,) = find_times(parse_of("The two met on Friday."))
    assert (time.value, time.start, time.end, time.anchor) == ("XXXX-WXX-5", None, None, None)


def test_times_name_their_anchor():
    relative, absolute = find_times(parse_of("They met on Friday, and on 3 May 2019.", SUNDAY))
    assert relative.anchor == SUNDAY
    assert absolute.anchor is None


WORDS = some.sampled_from(
    "Friday last next the past two 3 May 2019 1980s ' - days ago since in 10:30 p.m. 99/99/9999 of".split()
)


@settings(max_examples=80, deadline=None)
@given(some.lists(WORDS, max_size=25))
def test_times_hold_for_any_words(words):
    text = "They met " + " ".join(words)
    found = find_times(parse_of(text, SUNDAY))
    assert all(time.span.of(text) == time.text for time in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(time.start < time.end for time in found if time.start and time.end)
