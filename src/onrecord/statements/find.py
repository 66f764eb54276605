"""From candidates to statements: score, choose, give each its speakers, chain them."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from onrecord.actors import Cast
from onrecord.cleaning import find_dateline
from onrecord.parsing import Doc, Parse, Token, base_phrase, coordinated, span_of
from onrecord.record import ActorKind, Span, Statement, StatementForm, numbered
from onrecord.statements.candidate import Candidate
from onrecord.statements.choosing import Chosen, chosen
from onrecord.statements.extents import Quotes
from onrecord.statements.first_person import with_first_persons
from onrecord.statements.relays import outlets_of
from onrecord.statements.speakers import kind_of_speaker
from onrecord.statements.speaking import noun_phrase
from onrecord.statements.stance import stance_of

_RELATIVES = frozenset({"who", "which", "that"})


def find_statements(parse: Parse, cast: Cast) -> tuple[tuple[Statement, ...], Cast]:
    """The statements of a report in order of their cues, and the cast with the speakers that it lacked."""
    quotes = Quotes.of(parse)
    dateline = find_dateline(parse.report)
    told_from = dateline.span.end if dateline else 0
    made: list[Statement] = []
    for position, one in enumerate(chosen(quotes)):
        statement, cast = _statement(position, _without_dateline(one, parse, told_from), quotes, cast)
        made.append(statement)
    return _chained(made), with_first_persons(parse, quotes, made, cast)


def _without_dateline(one: Chosen, parse: Parse, told_from: int) -> Chosen:
    """The choice without the place, day and agency that the story opens with: nobody said them."""
    words = one.candidate.content
    if not words or parse.doc[words[0]].idx >= told_from:
        return one
    content = tuple(i for i in words if parse.doc[i].idx >= told_from)
    return Chosen(replace(one.candidate, content=content or one.candidate.content), one.score)


def _statement(position: int, one: Chosen, quotes: Quotes, cast: Cast) -> tuple[Statement, Cast]:
    candidate, doc = one.candidate, quotes.doc
    phrase = _phrase(candidate, doc)
    speakers, cast = _speakers(candidate, phrase, doc, cast)
    cue = doc[candidate.head]
    statement = Statement(
        id=numbered("s", position),
        speakers=speakers,
        outlets=outlets_of(cue, cast),
        speaker_span=phrase,
        cue=_runs(candidate.cue, doc),
        content=_runs(candidate.content, doc),
        form=_form(candidate, quotes),
        stance=stance_of(cue, candidate.content),
        anonymous=bool(speakers) and all(cast[s].kind is ActorKind.UNNAMED for s in speakers),
        reason=f"{candidate.frame}: {cue.lemma_}, score {one.score:.3f}",
    )
    return statement, cast


def _phrase(candidate: Candidate, doc: Doc) -> Span | None:
    if candidate.speaker is None:
        return None
    relative = next(
        (
            child
            for child in doc[candidate.head].lefts
            if child.lower_ in _RELATIVES and child.dep_ == "nsubj"
        ),
        None,
    )
    if relative is not None and doc[candidate.head].dep_ == "relcl":
        return span_of(relative)  # as written for this statement; the actors are those of the noun before it
    speaker = doc[candidate.speaker]
    if candidate.speaker == candidate.head:
        return span_of(base_phrase(speaker))  # "reports that…" without what they report
    start, end = noun_phrase(speaker, candidate.head)
    while start < end and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ == "'s"):
        end -= 1
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) if start < end else None


def _speakers(
    candidate: Candidate, phrase: Span | None, doc: Doc, cast: Cast
) -> tuple[tuple[str, ...], Cast]:
    """The actors behind the speaker's words; whoever has none enters the cast, but no thing does."""
    if candidate.speaker is None or phrase is None:
        return (), cast
    head = doc[candidate.speaker]
    ids = cast.ids(coordinated(head))
    if ids or head.pos_ == "PRON":
        return ids, cast
    kind = kind_of_speaker(head)
    if kind is None:
        return (), cast
    words = " ".join(doc.text[phrase.start : phrase.end].split())
    cast, newcomer = cast.admit(words, phrase, f"speaks: {doc[candidate.head].lemma_}", kind=kind)
    return (newcomer,), cast


def _form(candidate: Candidate, quotes: Quotes) -> StatementForm:
    words = [i for i in candidate.content if quotes.doc[i].is_alpha]
    inside = sum(quotes.at[i] >= 0 for i in words)
    if not inside or quotes.at[candidate.head] >= 0:
        return StatementForm.INDIRECT
    return StatementForm.DIRECT if inside == len(words) else StatementForm.MIXED


def _runs(indices: Sequence[int], doc: Doc) -> tuple[Span, ...]:
    """Token indices as spans: neighbours joined, bare punctuation and space left out at the ends."""
    runs: list[list[Token]] = []
    for i in sorted(indices):
        if runs and runs[-1][-1].i == i - 1:
            runs[-1].append(doc[i])
        else:
            runs.append([doc[i]])
    trimmed = filter(None, map(_trimmed, runs))
    return tuple(Span(run[0].idx, run[-1].idx + len(run[-1])) for run in trimmed)


def _trimmed(run: list[Token]) -> list[Token]:
    while run and (run[0].is_space or run[0].text in {",", ";", ":", "-", "--", "."}):
        run = run[1:]
    while run and (run[-1].is_space or run[-1].text in {",", ";", ":", "-", "--"}):
        run = run[:-1]
    return (
        run if any(token.is_alpha or token.like_num or len(run) > 1 for token in run) or len(run) == 1 else []
    )


def _chained(made: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each statement with the smallest one whose content holds its cue."""
    return tuple(msgspec.structs.replace(one, within=_holder(one, made)) for one in made)


def _holder(one: Statement, made: Sequence[Statement]) -> str | None:
    holding = [other for other in made if other is not one and _holds(other, one) and not _holds(one, other)]
    return min(holding, key=_length).id if holding else None


def _holds(outer: Statement, inner: Statement) -> bool:
    return any(run.holds(cue) for run in outer.content for cue in inner.cue)


def _length(statement: Statement) -> int:
    return sum(run.end - run.start for run in statement.content)
