"""Times: which words tell a time, and which interval they mean.

Decides: TIMEX3 type, value and modifier by a grammar of news forms, anchored in the day of publication and the tense of the
clause. Refuses: `May` the verb, and relative words without an anchor, whose interval stays empty.
"""

from onrecord.times.find import find_times

__all__ = ["find_times"]
