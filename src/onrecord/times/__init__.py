"""Times: which words tell a time, and which interval they mean.

Decides: TIMEX3 type, value and modifier by a grammar of news forms, anchored in the day of publication, in the tense of the
clause, and in what the text told before. Refuses: words that only look like times (`refused.py`), and an interval for a
relative form without an anchor. Scores: value F1 0.782 (AQUAINT), 0.810 (TimeBank), 0.837 (narrative histories); docs/times.md.
"""

from onrecord.times.find import find_times

__all__ = ["find_times"]
