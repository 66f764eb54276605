"""Offices told of a name: before it ("Kenyan Foreign Minister X"), beside it ("X, who heads Y", "X, the mayor of Z"),
or by a verb ("X became finance minister in 2018"). The dates of an office are read where they stand beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actors.bodies import Body, body_after, body_before, body_governed, state_called
from onrecord.actors.company import Company
from onrecord.actors.lexicon import descriptions_for, may_serve_any, offices_told, titles
from onrecord.actors.names import Name
from onrecord.actors.registry import State
from onrecord.actors.terms import Term, term_told
from onrecord.parsing import Doc, Token, children, coordinated, span_of
from onrecord.record import Span

_LONGEST = 5
_PAST = frozenset({"former", "ex", "ex-", "ousted", "deposed", "onetime", "then"})
"""Who held an office once is of the elite (CAMEO ELI), no longer of the government."""
_FOR_NOW = frozenset({"acting", "interim", "caretaker"})


@dataclass(frozen=True, slots=True)
class ToldRole:
    """A role as a report tells it; `sector` is None where the body's is not known."""

    title: str
    sector: str | None
    state: State | None
    organization: str | None
    term: Term
    span: Span


def roles_told(name: Name, company: Company) -> Iterator[ToldRole]:
    """The roles told of a name at this place, nearest first."""
    doc, end = name.tokens.doc, name.tokens.start
    if end and (start := _title_start(doc, end)) is not None:
        yield _told(company, start, end, name)
    for noun in (*children(name.head, "appos"), *_owner(name.head)):
        yield from _of_noun(company, noun, name)
    for verb, noun in _predicated(name.head):
        yield from _of_noun(company, noun, name, begins=verb.lemma_ in offices_told()["beginning"])
    yield from _by_verb(company, name)


def _of_noun(company: Company, noun: Token, name: Name, *, begins: bool = False) -> Iterator[ToldRole]:
    if noun.i in range(name.tokens.start, name.tokens.end):
        return
    for title in coordinated(noun):
        start = _title_start(title.doc, title.i + 1)
        if start is not None:
            yield _told(company, start, title.i + 1, name, begins=begins)


def _owner(head: Token) -> tuple[Token, ...]:
    return (head.head,) if head.dep_ == "appos" else ()


def _predicated(head: Token) -> Iterator[tuple[Token, Token]]:
    """The verb and noun that give a name its office: "X was Y", "X became Y", "X was appointed Y", "X, who was Y"."""
    verbs = [head.head] if head.dep_ in {"nsubj", "nsubjpass"} else []
    verbs += children(head, "relcl")
    for verb in verbs:
        if verb.lemma_ in offices_told()["giving"]:
            yield from ((verb, noun) for noun in children(verb, "attr", "oprd"))
            for preposition in children(verb, "prep"):
                if preposition.lower_ == "as":
                    yield from ((verb, noun) for noun in children(preposition, "pobj"))


def _by_verb(company: Company, name: Name) -> Iterator[ToldRole]:
    """ "X, who heads Y": the verb tells the office, its object the body."""
    for verb in children(name.head, "relcl"):
        title = offices_told()["verbs"].get(verb.lemma_) if verb.tag_ in {"VBZ", "VBP", "VBD"} else None
        governed = next(children(verb, "dobj"), None)
        if title is None or governed is None:
            continue
        body = body_governed(company, governed)
        if body is not None:
            past = verb.tag_ == "VBD"
            marked = f"former {title}" if past else title
            yield _role(
                company, marked, past, body, name, span_of(verb), term_told(name.tokens.doc, governed.i + 1)
            )


def _title_start(doc: Doc, end: int) -> int | None:
    """Where the longest title that ends at `end` starts."""
    known = descriptions_for(doc)
    for start in range(max(end - _LONGEST, 0), end):
        words = doc[start:end].text.lower()
        if words in known and known[words].number == "person":
            return start
    return None


def _told(company: Company, start: int, end: int, name: Name, *, begins: bool = False) -> ToldRole:
    doc = company.parse.doc
    before = [token.lower_ for token in doc[max(start - 3, 0) : start + 1]]
    past = not _PAST.isdisjoint(before)
    mark = "former" if past else next((word for word in before if word in _FOR_NOW), "")
    plain = [word for word in doc[start:end].text.lower().split() if word not in _PAST | _FOR_NOW]
    title = " ".join(filter(None, (mark, *plain)))
    body = _merged(body_before(company, start), body_after(company, end))
    return _role(
        company, title, past, body, name, span_of(doc[start:end]), term_told(doc, end, begins=begins)
    )


def _merged(before: Body | None, after: Body | None) -> Body:
    """What stands before names the state, what stands after the body, where both do."""
    if before is None or after is None:
        return before or after or Body()
    return Body(after.name or before.name, before.state or after.state, after.sector or before.sector)


def _role(
    company: Company, title: str, past: bool, body: Body, name: Name, span: Span, term: Term
) -> ToldRole:
    plain = " ".join(word for word in title.split() if word not in _PAST | _FOR_NOW)
    known = descriptions_for(company.parse.doc).get(plain)
    sector = known.sector if known else None
    if body.name is not None and (may_serve_any(plain) or plain not in titles()):
        sector = body.sector or (sector if plain in titles() and sector not in {"GOV", "LEG"} else None)
    state = body.state or _state_after_name(company, name)
    return ToldRole(title, "ELI" if past and sector else sector, state, body.name, term, span)


def _state_after_name(company: Company, name: Name) -> State | None:
    """ "Finance Minister X of Croatia"."""
    doc, end = name.tokens.doc, name.tokens.end
    return (
        state_called(doc[end + 1].text, company) if end + 1 < len(doc) and doc[end].lower_ == "of" else None
    )
