"""What a name does to the company: a person with the role told beside it, a body, a state or its people."""

from onrecord.actors.bodies import sector_of_name
from onrecord.actors.cases import acts, speaks_or_wills
from onrecord.actors.company import Company, bears
from onrecord.actors.drafts import Draft
from onrecord.actors.lexicon import Description, describe
from onrecord.actors.names import Name, describe_before
from onrecord.actors.registry import State
from onrecord.actors.roles import ToldRole, roles_told
from onrecord.parsing import Token, span_of
from onrecord.record import ActorKind, MentionKind, Span

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_TELLING = frozenset(
    "ministry department army navy parliament senate congress court government embassy consulate cabinet "
    "university bank police".split()
)
"""Last words that tell what a named body is; "agency", "union" or "council" do not."""


def name_actor(company: Company, name: Name) -> None:
    """Note whom a name means, with what stands beside it; a state that is only a place is nobody."""
    kind = company.kinds[name.text.lower()]
    if kind is ActorKind.STATE:
        _state(company, name)
    elif kind is ActorKind.PERSON:
        _person(company, name)
    else:
        _organization(company, name, kind)


def _person(company: Company, name: Name) -> None:
    draft = company.person(name)
    draft.see(span_of(name.tokens), MentionKind.NAME, name.head)
    if name.tokens[0].i > 0:
        draft.address = draft.address or name.tokens[0].nbor(-1).lower_
    for told in roles_told(name, company):
        if not _held_by_another(company, told, draft):
            _take_office(company, draft, told)
    if draft.country is None:
        company.consult_registry(draft, draft.name)


def _take_office(company: Company, draft: Draft, told: ToldRole) -> None:
    """Note a role; the first one told gives country and sector, a later one what is still unknown."""
    country = told.state.iso3 if told.state else None
    if country is None and told.organization is None:
        country = draft.country or _home_of(company, told)
    draft.hold(told.title, country, told.organization, told.span, told.term)
    if draft.sector is None or draft.country is None:
        draft.country = draft.country or country
        draft.sector = draft.sector or told.sector
    draft.reasons.append(f"told: {told.title}")


def _home_of(company: Company, told: ToldRole) -> str | None:
    """A bare "Economy Minister X" serves the country whose officials the report tells of."""
    return company.home() if told.sector == "GOV" and "minister" in told.title else None


def _held_by_another(company: Company, told: ToldRole, draft: Draft) -> bool:
    """Whether a bare title beside a name is somebody else's: "in his call with X, the premier said…"."""
    others = (d for d in company.drafts if d is not draft and d.kind is ActorKind.PERSON)
    bare = told.state is None and told.organization is None
    return bare and any(bears(other, told.title) for other in others)


def _organization(company: Company, name: Name, kind: ActorKind) -> None:
    if name.label == "NORP" and name.head.dep_ in _MODIFIERS:
        return  # "Republican voters" are voters, and no second actor
    full = company.acronyms.get(name.text, name.text)
    draft = company.draft(full, company.kinds.get(full.lower(), kind), "an organisation's name")
    draft.see(span_of(name.tokens), MentionKind.NAME, name.head)
    if draft.code is None:
        company.consult_registry(draft, full)
    if (described := _body_told(name)) is not None and not draft.titles:
        draft.sector = draft.sector or described.sector
        draft.titles.add(described.words.rsplit(" ", 1)[-1])
        draft.reasons.append(f"told: {described.words}")
    if draft.sector is None and sector_of_name(full) == "MED":
        draft.sector = "MED"  # a medium is what it is called; a "union" or "council" may be anything
    if draft.country is None:
        state = company.nation_before(name.tokens[0])
        draft.country = state.iso3 if state else company.nation(name.head, None)


def _state(company: Company, name: Name) -> None:
    text = name.text
    state = company.registry.state_named(text)
    if state is None and name.label == "GPE" and company.registry.seat(text) is None:
        state = None if company.registry.home(text) else company.registry.misspelt_state(text)
    if (house := company.registry.house(text)) is not None:
        _government(company, house, name)
    elif state is not None:
        if acts(name.head):
            _of_state(company, state, span_of(name.tokens), MentionKind.NAME, name.head)
    elif nation := company.registry.nation(text) or company.registry.misspelt_nation(text):
        _nationality(company, nation, name)
    elif (seat := company.registry.seat(text)) is not None and speaks_or_wills(name.head):
        _of_state(company, seat, span_of(name.tokens), MentionKind.METONYM, name.head)


def _government(company: Company, state: State, name: Name) -> None:
    """The White House said: a government by its seat."""
    draft = company.draft(f"{state.adjective} government", ActorKind.ORGANIZATION, "a government's seat")
    draft.country, draft.sector = state.iso3, "GOV"
    draft.see(span_of(name.tokens), MentionKind.METONYM, name.head)


def _nationality(company: Company, state: State, name: Name) -> None:
    head = name.head
    if head.pos_ in {"NOUN", "PROPN"} and head.dep_ not in {"amod", "compound", "nmod"}:
        draft = company.draft(name.text, ActorKind.GROUP, "a people")
        draft.country, draft.plural = state.iso3, True
        draft.see(span_of(name.tokens), MentionKind.NAME, head)
    elif head.head.pos_ == "NOUN" and describe(head.head) is None:
        _of_state(company, state, span_of(name.tokens), MentionKind.NAME, head)


def _of_state(company: Company, state: State, span: Span, kind: MentionKind, head: Token) -> None:
    draft = company.draft(state.name, ActorKind.STATE, "a state")
    draft.country = state.iso3
    draft.see(span, kind, head)


def _body_told(name: Name) -> Description | None:
    """What sort of body a name is, from the words before it or its own last word: "Foreign Ministry"."""
    before, last = describe_before(name), name.tokens[-1]
    if before is not None and before.number == "body":
        return before
    return describe(last) if last.lower_ in _TELLING else None
