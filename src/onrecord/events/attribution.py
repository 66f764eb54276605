"""According to whom an event is told: the statements whose content holds its trigger."""

from collections.abc import Sequence

from onrecord.actors import Cast
from onrecord.record import Span, Statement


def holding(
    trigger: Span, statements: Sequence[Statement], cast: Cast, outlet: str | None
) -> list[Statement]:
    """The statements whose content holds the trigger, outermost first; not those whose cue it is, nor the report's own
    outlet's, which is the reporter's voice."""
    found = [
        s
        for s in statements
        if not _own_voice(s, cast, outlet)
        and any(run.holds(trigger) for run in s.content)
        and not any(cue.overlaps(trigger) for cue in s.cue)
    ]
    return sorted(found, key=lambda s: -sum(run.end - run.start for run in s.content))


def _own_voice(statement: Statement, cast: Cast, outlet: str | None) -> bool:
    """Whether the report's outlet is all that speaks: "The Courier has learned that…" in the Courier."""
    if outlet is None or not statement.speakers:
        return False
    own = outlet.casefold().removeprefix("the ")
    return all(cast[s].name.casefold().removeprefix("the ") == own for s in statement.speakers)
