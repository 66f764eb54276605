"""What a description does to the company: "the minister" goes back to one, "two gunmen" are new, "both sides" are two."""

from onrecord.actors.bodies import sector_of_name
from onrecord.actors.cases import acts
from onrecord.actors.company import Company, bears, covers
from onrecord.actors.drafts import Draft
from onrecord.actors.home import state_behind
from onrecord.actors.lexicon import Description, describe, may_serve_any, multiples
from onrecord.actors.names import Name
from onrecord.parsing import Token, TokenSpan, base_phrase, children, span_of
from onrecord.record import ActorKind, MentionKind, Span

_STATES = ("countries", "nations", "neighbors", "neighbours", "allies", "sides", "parties", "delegations")
_PARTY_KINDS = dict.fromkeys(_STATES, ActorKind.STATE)
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
_MANY_STATES = frozenset({"countries", "nations", "states"})
_COUNTRY_WORDS = frozenset({"country", "nation", "state"})
_ACTING = frozenset({"nsubj", "nsubjpass", "conj", "agent", "poss", "appos", "dative", "dobj", "compound"})
"""Where a bare noun may be somebody; of compounds only owners are asked about: "rebel positions"."""
_OPPOSED = frozenset(
    {"warring", "rival", "opposing", "neighbouring", "neighboring", "feuding", "two", "negotiating"}
)
_MODIFYING = frozenset({"compound", "amod", "nmod"})
_VAGUE = frozenset({"leader", "leaders", "representative", "representatives", "chief", "head", "staff"})
"""Words that say nothing of a sector once another word narrows them: "Christian leaders"."""
_MANY = frozenset("thousand hundred dozen score number group crowd million ten handful majority".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def describe_actor(company: Company, token: Token) -> None:
    """Note whom a describing noun means: somebody known, or a newcomer; words that describe nobody do nothing."""
    described = describe(token)
    if described is None or _titles_a_name(company, token) or _is_predicate(token) or _counts_others(token):
        return
    if described.words in _COUNTRY_WORDS:
        if token.is_lower:
            _country(company, token)
        return
    span = _whole(company, token, span_of(_phrase(token, described)))
    if (named := _apposed_to(company, token, described) or _named_next(company, token)) is not None:
        named.see(span, MentionKind.NOMINAL, token)
    elif described.words in multiples():
        _several(company, token, described, span)
    elif _two_of(token, described):
        company.parties(span, _PARTY_KINDS.get(described.words, ActorKind.PERSON))
    elif (known := _known(company, token, described)) is not None:
        known.see(span, MentionKind.NOMINAL, token)
    elif not _bare_thing(token):
        _newcomer(company, token, described, span)


def _several(company: Company, token: Token, described: Description, span: Span) -> None:
    """The parties told before, "both countries", or newcomers, "forty-one island nations"."""
    if _means_those_told(token):
        company.parties(span, _PARTY_KINDS.get(described.words, ActorKind.PERSON))
    elif described.words in _MANY_STATES and acts(token) and any(children(token, *_MODIFYING, "nummod")):
        _newcomer(company, token, described, span)


def _counts_others(token: Token) -> bool:
    """ "A group of young monks" is the monks, who are told with the words before them."""
    return token.lemma_.lower() in _MANY and any(
        describe(counted) is not None
        for preposition in children(token, "prep")
        if preposition.lower_ == "of"
        for counted in children(preposition, "pobj")
    )


def _phrase(token: Token, described: Description) -> TokenSpan:
    """The noun phrase, from its determiner; an office that ends in `of` and a noun has its head before that: "chief of staff"."""
    head = token.doc[token.i - 2] if " of " in described.words and token.i > 1 else token
    phrase = token.doc[base_phrase(head).start : token.i + 1]
    while len(phrase) > 1 and (phrase[0].pos_ == "SCONJ" or phrase[0].tag_ == "VBG"):
        phrase = phrase[1:]
    return phrase


def _country(company: Company, token: Token) -> None:
    """ "The country" that acts is the state told of last; one that is only a place is no actor."""
    states = [d for d in company.drafts if d.kind is ActorKind.STATE]
    phrase = base_phrase(token)
    another = any(
        child.dep_ in _MODIFYING and not child.is_lower for child in token.lefts
    )  # "the Palestinian state"
    if states and phrase[0].lower_ in _DEFINITE and acts(token) and not another:
        max(states, key=lambda d: d.last).see(span_of(phrase), MentionKind.NOMINAL, token)


def _apposed_to(company: Company, token: Token, described: Description) -> Draft | None:
    """The person whose name a description stands beside, "X, a nurse", unless the title is another's."""
    if token.dep_ != "appos":
        return None
    people = [d for d in company.drafts if d.kind is ActorKind.PERSON]
    beside = next((d for d in people if covers(d, token.head)), None)
    others = any(bears(d, described.words) for d in people if d is not beside)
    return None if others else beside


def _named_next(company: Company, token: Token) -> Draft | None:
    """The person whose name follows in apposition: "the party's leader, X"."""
    beside = next((child for child in token.children if child.dep_ == "appos"), None)
    name = company.name_at(beside) if beside is not None else None
    return company.person(name) if name is not None and company.is_person(name) else None


def _is_predicate(token: Token) -> bool:
    """Whether the noun says what somebody is, and means nobody itself: "was appointed governor", "elected president"."""
    return token.dep_ == "oprd" or (token.dep_ == "attr" and not any(token.children))


def _whole(company: Company, token: Token, span: Span) -> Span:
    """The span with the number before it ("thousands of protesters") and the state after it ("of Malawi")."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if above is not None and above.lemma_.lower() in _MANY:
        span = Span(above.left_edge.idx, span.end)
    state = company.state_after(token)
    return Span(span.start, span_of(state).end) if state is not None else span


def _titles_a_name(company: Company, token: Token) -> bool:
    """Whether the noun is the title of the name that follows it, whatever the parser makes of the two."""
    if token.dep_ in {"compound", "nmod", "amod"} and token.head.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return True
    following = company.starts.get(token.i + 1)
    return following is not None and company.is_person(following) and token.tag_ in {"NN", "NNP"}


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
    draft.sector, draft.plural = _sector(company, token, described), described.number == "group"
    draft.titles.add(token.lemma_.lower())
    draft.master = _master(company, token)
    draft.see(span, MentionKind.NOMINAL, token)
    company.drafts.append(draft)


def _master(company: Company, token: Token) -> Draft | None:
    """The person whose people a description tells of: "the Kibaki administration", "his spokesman" has none by name."""
    before = token.doc[base_phrase(token).start : token.i]
    names = (company.name_at(word) for word in before)
    return next(
        (company.person(name) for name in names if name is not None and company.is_person(name)), None
    )


def _sector(company: Company, token: Token, described: Description) -> str | None:
    """The sector; whoever may serve any body ("leaders", "officials") has that of the body named or described before."""
    if not may_serve_any(described.words):
        return described.sector
    for modifier in reversed([child for child in token.lefts if child.dep_ in _MODIFYING]):
        if (name := company.name_at(modifier)) is not None:
            return _sector_of_name(company, name) or described.sector
        if (told := describe(modifier)) is not None:
            return told.sector
        if described.words in _VAGUE:
            return None
    return described.sector


def _sector_of_name(company: Company, name: Name) -> str | None:
    if state_behind(name.text, company.registry, company.day) is not None:
        return None
    code = company.registry.code(name.text, company.day)
    return code or sector_of_name(name.text)


def _means_those_told(token: Token) -> bool:
    """Whether a plural goes back to the parties told of: "both sides", "the two countries"; not "other countries"."""
    words = {child.lower_ for child in token.lefts}
    return not words.isdisjoint(_DEFINITE) and all(
        child.dep_ != "amod" or child.lower_ in _OPPOSED for child in token.lefts
    )


def _bare_thing(token: Token) -> bool:
    """Whether a bare singular in no acting place is a thing or a state of affairs: "from office", "mission accomplished"."""
    bare = token.tag_ == "NN" and not any(child.dep_ != "punct" for child in token.lefts)
    return bare and token.dep_ not in _ACTING


def _two_of(token: Token, described: Description) -> bool:
    """ "the two leaders": a pair named before."""
    words = {child.lower_ for child in token.children}
    others = any(
        child.lower_ == "of" for child in children(token, "prep")
    )  # "the two leaders of the party" are new
    return described.number == "group" and "two" in words and not words.isdisjoint(_DEFINITE) and not others
