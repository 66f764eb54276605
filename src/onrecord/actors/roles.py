"""Titles told with a name: before it ("Kenyan Foreign Minister X") or beside it ("X, who heads Y", "X, the mayor")."""

from dataclasses import dataclass

from onrecord.actors.lexicon import descriptions
from onrecord.actors.names import Name
from onrecord.actors.registry import Registry, State
from onrecord.parsing import Doc, Token, children, span_of
from onrecord.record import Span

_LONGEST = 5
_PAST = frozenset({"former", "ex", "ex-", "ousted", "deposed", "onetime"})
"""Who held an office once is of the elite (CAMEO ELI), no longer of the government."""


@dataclass(frozen=True, slots=True)
class ToldRole:
    """A role as a report tells it."""

    title: str
    sector: str | None
    state: State | None
    span: Span


def role_before(name: Name, registry: Registry) -> ToldRole | None:
    """The role that stands right before a name."""
    doc, end = name.tokens.doc, name.tokens.start
    if end == 0:
        return None
    start = _title_start(doc, end)
    return _told(doc, start, end, registry) if start is not None else None


def apposed(name: Name, registry: Registry) -> ToldRole | None:
    """The role that stands in apposition to a name, on either side."""
    for noun in (*children(name.head, "appos"), *_owner(name.head)):
        start = _title_start(noun.doc, noun.i + 1)
        if start is not None:
            return _told(noun.doc, start, noun.i + 1, registry)
    return None


def _owner(head: Token) -> tuple[Token, ...]:
    return (head.head,) if head.dep_ == "appos" else ()


def _title_start(doc: Doc, end: int) -> int | None:
    """Where the longest title that ends at `end` starts."""
    known = descriptions()
    for start in range(max(end - _LONGEST, 0), end):
        words = doc[start:end].text.lower()
        if words in known and known[words].number == "person":
            return start
    return None


def _told(doc: Doc, start: int, end: int, registry: Registry) -> ToldRole:
    title = doc[start:end].text.lower()
    state = _state_around(doc, start, end, registry)
    past = any(token.lower_ in _PAST for token in doc[max(start - 3, 0) : start])
    sector = "ELI" if past else descriptions()[title].sector
    return ToldRole(f"former {title}" if past else title, sector, state, span_of(doc[start:end]))


def _state_around(doc: Doc, start: int, end: int, registry: Registry) -> State | None:
    """The state named just before the title, or after `of`."""
    for i in range(start - 1, max(start - 5, -1), -1):
        for words in (doc[max(i - 1, 0) : i + 1].text, doc[i].text):
            if state := _state_called(words.removesuffix("'s").strip(), registry):
                return state
        if doc[i].is_punct or doc[i].pos_ in {"VERB", "ADP"}:
            break
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        following = (doc[end + 1 : end + 3].text, doc[end + 1].text)
        return next((state for words in following if (state := registry.state(words))), None)
    return None


def _state_called(words: str, registry: Registry) -> State | None:
    known = registry.state(words) or registry.house(words)
    return known or (registry.misspelt_nation(words) if words[:1].isupper() else None)
