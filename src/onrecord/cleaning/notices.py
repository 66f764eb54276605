"""Which paragraphs are notices: scored by cues, by whom they address, and by where they stand."""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.cleaning.cues import Cue, load_cues
from onrecord.cleaning.paragraph import Paragraph, seen_in
from onrecord.cleaning.paragraphs import LONGEST_JUDGED
from onrecord.cleaning.runs import run_on


class Verdict(NamedTuple):
    """What the cues of one paragraph speak for most, and how strongly."""

    reason: str
    score: float


def notices_among(paragraphs: Sequence[str]) -> list[str | None]:
    """For each paragraph the kind of notice that it is, or None for story."""
    seen = seen_in(paragraphs)
    verdicts = [_verdict(one) for one in seen]
    threshold = load_cues().threshold
    reasons = [one.reason if one and one.score >= threshold else None for one in verdicts]
    run_on(seen, [one.reason if one else None for one in verdicts], reasons)
    _join_neighbours(seen, verdicts, reasons)
    return reasons


def _verdict(one: Paragraph) -> Verdict | None:
    if len(one.whole) > LONGEST_JUDGED:
        return None
    if one.blank:
        return Verdict("separator", load_cues().threshold)
    cues = load_cues()
    spoken = [cue for cue in cues.called(one.words) if cue.speaks(one.whole, one.outside)]
    if not spoken:
        return None
    around = _around(one)
    scores = {
        reason: total + (max(around, 0.0) if reason in cues.firm else around)
        for reason, total in _totals(spoken).items()
    }
    best = max(scores, key=scores.__getitem__)
    return Verdict(best, scores[best])


def _totals(spoken: Sequence[Cue]) -> dict[str, float]:
    """The weight of each reason: the sum over its parts of the heaviest cue of the part."""
    parts: dict[tuple[str, str], float] = {}
    for cue in spoken:
        key = (cue.reason, cue.part)
        parts[key] = max(parts.get(key, 0.0), cue.weight)
    totals: dict[str, float] = {}
    for (reason, _), weight in parts.items():
        totals[reason] = totals.get(reason, 0.0) + weight
    return totals


def _around(one: Paragraph) -> float:
    weights = load_cues().features
    drawn = [weights[name] for name in one.features]
    return min(sum(weight for weight in drawn if weight > 0), weights["most"]) + sum(
        weight for weight in drawn if weight < 0
    )


def _join_neighbours(
    seen: Sequence[Paragraph], verdicts: Sequence[Verdict | None], reasons: list[str | None]
) -> None:
    """What nearly is a notice is one near a notice, and so is what speaks to readers between two of them."""
    cues = load_cues()
    places = range(len(seen))
    for place in (*places, *reversed(places)):
        verdict = verdicts[place]
        if reasons[place] or not verdict or verdict.score + cues.features["neighbour"] < cues.threshold:
            continue
        for near in (place - 1, place + 1, place - 2, place + 2):
            between = range(min(place, near) + 1, max(place, near))
            if _asks(reasons, near) and all(seen[at].speaks for at in between):
                reasons[place] = verdict.reason
                break
    for place in places[1:-1]:
        if (
            not reasons[place]
            and seen[place].speaks
            and _asks(reasons, place - 1)
            and _asks(reasons, place + 1)
        ):
            reasons[place] = reasons[place - 1]


def _asks(reasons: Sequence[str | None], place: int) -> bool:
    return 0 <= place < len(reasons) and reasons[place] in ("appeal", "newsletter")
