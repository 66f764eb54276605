"""What a description does to the company: "the minister" goes back to one, "two gunmen" are new, "both sides" are two."""

from onrecord.actors.cases import acts
from onrecord.actors.company import Company, bears, covers
from onrecord.actors.drafts import Draft
from onrecord.actors.lexicon import Description, describe, multiples
from onrecord.parsing import Token, base_phrase, span_of
from onrecord.record import ActorKind, MentionKind, Span

_STATES = ("countries", "nations", "neighbors", "neighbours", "allies", "sides", "parties", "delegations")
_PARTY_KINDS = dict.fromkeys(_STATES, ActorKind.STATE)
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
_COUNTRY_WORDS = frozenset({"country", "nation", "state"})
_MANY = frozenset("thousand hundred dozen score number group crowd million ten handful majority".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def describe_actor(company: Company, token: Token) -> None:
    """Note whom a describing noun means: somebody known, or a newcomer; words that describe nobody do nothing."""
    described = describe(token)
    if described is None or _titles_a_name(company, token):
        return
    if described.words in _COUNTRY_WORDS:
        _country(company, token)
        return
    phrase = base_phrase(token)
    while len(phrase) > 1 and (phrase[0].pos_ == "SCONJ" or phrase[0].tag_ == "VBG"):
        phrase = phrase[1:]
    span = _whole(company, token, span_of(phrase))
    if (named := _apposed_to(company, token, described)) is not None:
        named.see(span, MentionKind.NOMINAL, token)
    elif described.words in multiples() or _two_of(token, described):
        company.parties(span, _PARTY_KINDS.get(described.words, ActorKind.PERSON))
    elif (known := _known(company, token, described)) is not None:
        known.see(span, MentionKind.NOMINAL, token)
    else:
        _newcomer(company, token, described, span)


def _country(company: Company, token: Token) -> None:
    """ "The country" that acts is the state told of last; one that is only a place is no actor."""
    states = [d for d in company.drafts if d.kind is ActorKind.STATE]
    phrase = base_phrase(token)
    if states and phrase[0].lower_ in _DEFINITE and acts(token):
        max(states, key=lambda d: d.last).see(span_of(phrase), MentionKind.NOMINAL, token)


def _apposed_to(company: Company, token: Token, described: Description) -> Draft | None:
    """The person whose name a description stands beside, "X, a nurse", unless the title is another's."""
    if token.dep_ != "appos":
        return None
    people = [d for d in company.drafts if d.kind is ActorKind.PERSON]
    beside = next((d for d in people if covers(d, token.head)), None)
    others = any(bears(d, described.words) for d in people if d is not beside)
    return None if others else beside


def _whole(company: Company, token: Token, span: Span) -> Span:
    """The span with the number before it ("thousands of protesters") and the state after it ("of Malawi")."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if above is not None and above.lemma_.lower() in _MANY:
        span = Span(above.left_edge.idx, span.end)
    state = company.state_after(token)
    return Span(span.start, span_of(state).end) if state is not None else span


def _titles_a_name(company: Company, token: Token) -> bool:
    """Whether the noun is the title of the name that follows it."""
    return token.dep_ in {"compound", "nmod", "amod"} and token.head.ent_type_ in {"PERSON", "ORG", "GPE"}


def _known(company: Company, token: Token, described: Description) -> Draft | None:
    """The actor that a definite description goes back to."""
    first = next(iter(base_phrase(token)))
    possessor = next((child for child in token.children if child.dep_ == "poss"), None)
    if first.lower_ not in _DEFINITE and possessor is None:
        return None
    if possessor is not None or described.number == "body":
        return _described_before(company, token, described, possessor)
    held = [d for d in company.drafts if d.kind is ActorKind.PERSON and bears(d, described.words)]
    return max(held, key=lambda d: d.last, default=None) or _described_before(company, token, described, None)


def _described_before(
    company: Company, token: Token, described: Description, owner: Token | None
) -> Draft | None:
    nation = company.nation(token, owner)
    key = token.lemma_.lower()
    for draft in reversed(company.drafts):
        if key in draft.titles and draft.kind is not ActorKind.PERSON:
            same = nation is None or draft.country == nation
            if same and draft.plural == (described.number == "group"):
                return draft
    return None


def _newcomer(company: Company, token: Token, described: Description, span: Span) -> None:
    body = described.number == "body"
    kind = ActorKind.ORGANIZATION if body else ActorKind.UNNAMED
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    draft = Draft(span.of(company.parse.text), kind, [f"described as {described.words}"])
    of_state = body and described.sector in _STATE_SECTORS
    draft.country = company.nation(token, owner) or (company.home() if of_state else None)
    draft.sector, draft.plural = described.sector, described.number == "group"
    draft.titles.add(token.lemma_.lower())
    draft.see(span, MentionKind.NOMINAL, token)
    company.drafts.append(draft)


def _two_of(token: Token, described: Description) -> bool:
    """ "the two leaders": a pair named before."""
    words = {child.lower_ for child in token.children}
    return described.number == "group" and "two" in words and not words.isdisjoint(_DEFINITE)
