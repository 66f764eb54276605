"""Which paragraphs are notices: scored by cues, by whom they address, and by where they stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.cleaning.cues import Cue, load_cues, words_of
from onrecord.cleaning.quotation import unquoted

_READER = frozenset(
    {"you", "your", "you're", "you’re", "you've", "you’ve", "you'll", "you’ll", "yours", "readers"}
)
_OUTLET = frozenset({"we", "our", "us", "we're", "we’re", "we've", "we’ve", "we'll", "we’ll", "ours"})
_REPORTING = frozenset({
    "said", "says", "told", "tells", "asked", "asks", "wrote", "added", "announced", "urged", "tweeted", "argued",
    "according", "reported", "explained",
})  # fmt: skip
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"})
_URGES = re.compile(r"\bwe (?:must|should|ought|have to|need to)\b", re.IGNORECASE)
_LAST = 4
_SHORT = 120
_LONG = 700
_BUTTON = 60


class Paragraph(NamedTuple):
    """What the rules see of one paragraph."""

    whole: str
    outside: str
    words: set[str]

    @property
    def personal(self) -> bool:
        """Whether it speaks to a reader or as we."""
        return not self.words.isdisjoint(_READER) or not self.words.isdisjoint(_OUTLET)

    @property
    def reported(self) -> bool:
        """Whether its words are attributed to somebody."""
        return not self.words.isdisjoint(_REPORTING)


class Verdict(NamedTuple):
    """What one paragraph was taken for, and how strongly."""

    reason: str
    score: float
    opens_run: bool = False


def notices_among(paragraphs: Sequence[str]) -> list[str | None]:
    """For each paragraph the kind of notice that it is, or None for story."""
    seen = [
        Paragraph(whole, outside, words_of(outside))
        for whole, outside in zip(paragraphs, unquoted(paragraphs), strict=True)
    ]
    verdicts = [_verdict(one, place, len(seen)) for place, one in enumerate(seen)]
    reasons = [one.reason if one and one.score >= load_cues().threshold else None for one in verdicts]
    _run_on(seen, verdicts, reasons)
    _join_neighbours(seen, verdicts, reasons)
    return reasons


def _verdict(one: Paragraph, place: int, count: int) -> Verdict | None:
    cues = load_cues()
    called = cues.called(one.words)
    if not called:
        return None
    words = one.outside if one.outside.strip() else one.whole
    spoken = [cue for cue in called if cue.speaks(one.whole if cue.at == "whole" else words)]
    if not spoken:
        return None
    totals: dict[str, float] = {}
    for cue in spoken:
        totals[cue.reason] = totals.get(cue.reason, 0.0) + cue.weight
    around = _around(one, place, count)
    scores = {
        reason: total + (max(around, 0.0) if reason in cues.firm else around)
        for reason, total in totals.items()
    }
    best = max(scores, key=lambda reason: (scores[reason], reason))
    return Verdict(best, scores[best], _opens_run(spoken, best))


def _around(one: Paragraph, place: int, count: int) -> float:
    holds = {
        "reader": not one.words.isdisjoint(_READER),
        "outlet": not one.words.isdisjoint(_OUTLET),
        "last": place >= count - _LAST and count > _LAST,
        "short": len(one.whole) < _SHORT,
        "long": len(one.whole) > _LONG,
        "reported": one.reported,
        "told": not one.words.isdisjoint(_DAYS),
        "urges": _URGES.search(one.outside) is not None,
        "quoted": len(one.outside) < len(one.whole) / 2,
    }
    features = load_cues().features
    return sum(features[name] for name, true in holds.items() if true)


def _opens_run(spoken: list[Cue], reason: str) -> bool:
    return any(cue.opens_run and cue.reason == reason for cue in spoken)


def _run_on(seen: Sequence[Paragraph], verdicts: Sequence[Verdict | None], reasons: list[str | None]) -> None:
    """A heading such as "A message from …:" takes the paragraphs after it along, as far as they go on with it."""
    running: str | None = None
    for place, one in enumerate(seen):
        verdict = verdicts[place]
        if reasons[place] and verdict and verdict.opens_run:
            running = verdict.reason
        elif running and reasons[place] is None:
            if not _goes_on(one, running):
                running = None
            else:
                reasons[place] = running


def _goes_on(one: Paragraph, running: str) -> bool:
    if running == "related":
        return len(one.whole) < _SHORT and one.whole[-1] not in '.!"”:'
    return one.personal or len(one.whole) < _BUTTON or not one.reported


def _join_neighbours(
    seen: Sequence[Paragraph], verdicts: Sequence[Verdict | None], reasons: list[str | None]
) -> None:
    """A paragraph that nearly is a notice is one beside a notice; one that speaks to readers, between two."""
    cues = load_cues()
    for places in (range(len(seen)), range(len(seen) - 1, -1, -1)):
        for place in places:
            if reasons[place]:
                continue
            beside = [reasons[at] for at in (place - 1, place + 1) if 0 <= at < len(seen)]
            soft = [reason for reason in beside if reason in ("appeal", "newsletter")]
            verdict = verdicts[place]
            if soft and verdict and verdict.score + cues.features["neighbour"] >= cues.threshold:
                reasons[place] = verdict.reason
            elif len(soft) == 2 and seen[place].personal and not seen[place].reported:
                reasons[place] = soft[0]
