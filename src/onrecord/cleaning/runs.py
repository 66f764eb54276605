"""Runs: a heading such as "A message from …:" takes the paragraphs after it along."""

from collections.abc import Sequence

from onrecord.cleaning.cues import load_cues
from onrecord.cleaning.paragraph import Paragraph

_LONGEST = 15
"""Appeals run to ten paragraphs or so; a longer letter is an article in the form of one."""
_FEWEST = 2
_LINK = 140
_BUTTON = 60
_ENDS_SENTENCE = (".", "!", '"', "”", ":")


def run_on(seen: Sequence[Paragraph], leanings: Sequence[str | None], reasons: list[str | None]) -> None:
    """Set the reason of every paragraph in a run that some heading opens.

    `leanings` says what the cues of each paragraph speak for, be it ever so weakly: a letter that asks for
    nothing is none of the publisher's notices, unless it follows a story and closes the text.
    """
    cues = load_cues()
    for place, one in enumerate(seen):
        running = cues.run_of(one.whole)
        if running is None or one.introduced:
            continue
        end = _end_of(seen, place + 1, running)
        asks = running in leanings[place + 1 : end]
        closes = end == len(seen) and place >= end / 2 and end - place > _FEWEST
        if running == "related" or asks or closes:
            reasons[place:end] = [reason or running for reason in reasons[place:end]]


def _end_of(seen: Sequence[Paragraph], start: int, running: str) -> int:
    """Where the run ends: one paragraph that only tells how things stand does not end an appeal."""
    end = start
    while end < len(seen) and end - start <= _LONGEST:
        ahead = seen[end + 1] if running == "appeal" and end + 1 < len(seen) else None
        told_between = ahead is not None and ahead.speaks and not seen[end].reported
        if not (_goes_on(seen[end], running) or told_between):
            break
        end += 1
    return end


def _goes_on(one: Paragraph, running: str) -> bool:
    if running == "related":
        return len(one.whole) < _LINK and not one.whole.endswith(_ENDS_SENTENCE)
    return one.personal or (len(one.whole) < _BUTTON and not one.reported)
