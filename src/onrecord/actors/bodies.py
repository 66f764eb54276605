"""Which body an office belongs to: "World Bank president", "director of the Institute for …", "the party's leader"."""

from dataclasses import dataclass

from onrecord.actors.company import Company
from onrecord.actors.lexicon import Description, describe, descriptions
from onrecord.actors.registry import State
from onrecord.parsing import Doc, Token, base_phrase
from onrecord.record import ActorKind

_WINDOW = 6
_BODY_OF = frozenset({"of", "at", "for", "in"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Body:
    """The body behind an office: its name as written, the state it belongs to, its CAMEO code or sector."""

    name: str | None = None
    state: State | None = None
    sector: str | None = None


def body_before(company: Company, start: int) -> Body | None:
    """The state and the body told right before a title that starts there."""
    doc, registry = company.parse.doc, company.registry
    state, at = None, start
    for i in range(start - 1, max(start - _WINDOW, -1), -1):
        if doc[i].lower_ in {"acting", "interim", "then"}:
            continue
        if doc[i].is_punct or doc[i].pos_ in {"VERB", "ADP", "AUX", "CCONJ", "SCONJ"}:
            break
        for words in (doc[max(i - 1, 0) : i + 1].text, doc[i].text):
            state = state or state_called(words.removesuffix("'s").strip(), company)
        at = i
    name = _name_ending(company, start) if start > at else None
    if name is not None and registry.house(name):
        return Body(name, registry.house(name), "GOV")
    if name is not None and state_called(name, company) is None:
        return _of_name(company, name, state)
    return _described(company, doc, at, start, state) or (Body(state=state) if state else None)


def body_after(company: Company, end: int) -> Body | None:
    """The state and the body told after a title that ends there: "of Malta", "of the Alpine Association"."""
    doc = company.parse.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in _BODY_OF:
        return None
    first = end + 1
    while first < len(doc) - 1 and doc[first].lower_ in _ARTICLES:
        first += 1
    for words in (doc[first : first + 2].text, doc[first].text):
        if (state := state_called(words, company)) and not _goes_on(doc, first + len(words.split())):
            return Body(state=state) if doc[end].lower_ == "of" else None
    if doc[end].lower_ == "in":
        return None
    head = next((token for token in doc[first : first + 8] if token.head.i in {end, end - 1}), None)
    return _body_at(company, first, head) if head is not None else None


def body_governed(company: Company, head: Token) -> Body | None:
    """The body that a verb of leading governs: "who heads the Baltic Forum"."""
    first = base_phrase(head).start
    while first < head.i and head.doc[first].lower_ in _ARTICLES:
        first += 1
    return _body_at(company, first, head)


def state_called(words: str, company: Company) -> State | None:
    """The state that words name, by name, adjective, seat of government, or nearly so."""
    registry = company.registry
    known = registry.state(words) or registry.house(words)
    return known or (registry.misspelt_nation(words) if words[:1].isupper() else None)


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether the phrase goes on after the state: "of the Danish police union"."""
    return end < len(doc) and doc[end].pos_ in {"NOUN", "PROPN", "ADJ"} and not doc[end].is_punct


def _body_at(company: Company, first: int, head: Token) -> Body | None:
    doc = company.parse.doc
    name = next((n for n in company.names if n.tokens.start <= first < n.tokens.end), None)
    last = max(head.i + 1, name.tokens.end if name else 0)
    words = doc[first:last]
    if not words or not (name or any(token.pos_ == "PROPN" for token in words) or describe(head)):
        return None
    state = next((s for token in words if (s := company.registry.nation(token.text))), None)
    if name is not None and name.tokens.end == last:
        return _of_name(company, words.text, state)
    return Body(words.text, state, _sector(describe(head)))


def _name_ending(company: Company, start: int) -> str | None:
    doc = company.parse.doc
    end = start - 1 if start and doc[start - 1].lower_ in {"'s", "'"} else start
    names = (n for n in company.names if n.tokens.end in {end, start})
    return next((n.text for n in names if n.label != "PERSON"), None)


def _of_name(company: Company, name: str, state: State | None) -> Body:
    """A named body: the registry's code, or the sector that its last word tells."""
    home = company.registry.home(name)
    if home is not None:
        return Body(name, home, "GOV")
    code = company.registry.code(company.acronyms.get(name, name), company.day)
    if code is not None:
        owner = company.registry.state_of_code(code)
        return Body(name, owner or state, (code[3:] or "GOV") if owner else code)
    state = state or next((s for word in name.split() if (s := company.registry.state(word))), None)
    return Body(name, state, sector_of_name(name))


def sector_of_name(name: str) -> str | None:
    """The sector that the words of a body's name tell: "Foreign Ministry", "National Teachers Union"."""
    words, known = name.lower().split(), descriptions()
    for first in range(len(words)):
        for found in (known.get(" ".join(words[first:])), known.get(words[first]) if first == 0 else None):
            if found is not None and found.number == "body":
                return _sector(found)
    return None


def _described(company: Company, doc: Doc, first: int, start: int, state: State | None) -> Body | None:
    """A body described before the title: "Health Ministry spokesman", "the party's leader"."""
    end = start - 1 if doc[start - 1].lower_ in {"'s", "'"} else start
    if end <= first or (described := describe(doc[end - 1])) is None or described.number == "person":
        return None
    named = _told_before(company, doc[end - 1]) if doc[first].lower_ == "the" else None
    words = base_phrase(doc[end - 1])
    kept = [token for token in doc[max(words.start, first) : end] if not _introduces(token, company)]
    return Body(named or " ".join(token.text for token in kept), state, _sector(described))


def _introduces(token: Token, company: Company) -> bool:
    return (
        token.pos_ in {"DET", "PART"}
        or token.lower_ in _ARTICLES
        or company.registry.state(token.text) is not None
    )


def _told_before(company: Company, noun: Token) -> str | None:
    bodies = (d for d in reversed(company.drafts) if d.kind in {ActorKind.ORGANIZATION, ActorKind.GROUP})
    return next((d.name for d in bodies if noun.lemma_.lower() in d.titles), None)


def _sector(described: Description | None) -> str | None:
    return described.sector if described is not None else None
