"""Whom `I` and `we` mean: within a quote its speaker, of the innermost statement that holds the word."""

from collections.abc import Sequence

from onrecord.actors import Cast
from onrecord.parsing import Parse, span_of
from onrecord.record import Mention, MentionKind, Statement, StatementForm
from onrecord.statements.extents import Quotes

_FIRST = frozenset("i me my myself mine we us our ours ourselves".split())


def with_first_persons(parse: Parse, quotes: Quotes, statements: Sequence[Statement], cast: Cast) -> Cast:
    """The cast with the first persons of quotes as mentions of those quoted."""
    told = [s for s in statements if s.speakers and s.form is not StatementForm.INDIRECT]
    if not told:
        return cast
    seen: dict[str, list[Mention]] = {}
    for token in (token for quote in quotes.all for token in parse.doc[quote.start : quote.end]):
        if token.lower_ not in _FIRST:
            continue
        span = span_of(token)
        holding = [s for s in told if any(run.holds(span) for run in s.content)]
        if holding:
            inner = min(holding, key=lambda s: sum(run.end - run.start for run in s.content))
            for speaker in inner.speakers:
                seen.setdefault(speaker, []).append(Mention(span, MentionKind.PRONOUN))
    return cast.seen(seen) if seen else cast
