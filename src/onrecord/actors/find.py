"""Who is in a report: one walk over its words, in order, that names, describes and refers back."""

from collections.abc import Iterator

from onrecord.actors.cases import acts, speaks_or_wills
from onrecord.actors.cast import Cast
from onrecord.actors.drafts import Draft
from onrecord.actors.lexicon import Description, describe, multiples
from onrecord.actors.names import Name, acronyms, describe_before, names_in, settled_kinds
from onrecord.actors.pronouns import PRONOUNS, antecedent
from onrecord.actors.registry import Registry, State
from onrecord.actors.roles import ToldRole, apposed, role_before
from onrecord.parsing import Parse, Token, base_phrase, coordinated, span_of
from onrecord.record import Actor, ActorKind, MentionKind, Span

_STATES = ("countries", "nations", "neighbors", "neighbours", "allies", "sides", "parties", "delegations")
_PARTY_KINDS = dict.fromkeys(_STATES, ActorKind.STATE)
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
_COUNTRY_WORDS = frozenset({"country", "nation", "state"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_TELLING = frozenset(
    "ministry department army navy parliament senate congress court government embassy consulate cabinet "
    "university bank police".split()
)
"""Last words that tell what a named body is; "agency", "union" or "council" do not."""
_MANY = frozenset("thousand hundred dozen score number group crowd million ten handful majority".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def find_actors(parse: Parse, registry: Registry) -> Cast:
    """The cast of a report: its actors in the order in which they enter, with every mention."""
    return Cast(_Walk(parse, registry).drafts_frozen())


class _Walk:
    """The walk over one report; it ends with the report."""

    def __init__(self, parse: Parse, registry: Registry) -> None:
        self.parse, self.registry = parse, registry
        self.day = (parse.report.published or "")[:10] or None
        self.names = names_in(parse, registry)
        self.kinds = settled_kinds(self.names, registry, self.day)
        self.drafts: list[Draft] = []
        self.by_name: dict[str, Draft] = {}
        self.acronyms = acronyms(parse, self.names)
        self.full = self._full_names()

    def drafts_frozen(self) -> tuple[Actor, ...]:
        """Walk, then freeze."""
        starts = {name.tokens.start: name for name in self.names}
        inside = {token.i for name in self.names for token in name.tokens}
        for token in self.parse.doc:
            if token.i in starts:
                self._name(starts[token.i])
            elif token.i not in inside:
                self._word(token)
        seen = [draft for draft in self.drafts if draft.mentions]
        return tuple(draft.frozen(position) for position, draft in enumerate(seen))

    def _word(self, token: Token) -> None:
        if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"}:
            self._pronoun(token)
        elif token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} and token.dep_ not in {
            "compound",
            "amod",
            "nummod",
        }:
            self._nominal(token)

    # names

    def _full_names(self) -> dict[str, str]:
        """For each last word of a person's full name, the full name (the first one told)."""
        full: dict[str, str] = {}
        for name in self.names:
            words = name.text.split()
            if len(words) > 1 and self.kinds[name.text.lower()] is ActorKind.PERSON:
                full.setdefault(words[-1].lower(), name.text)
        return full

    def _name(self, name: Name) -> None:
        kind = self.kinds[name.text.lower()]
        if kind is ActorKind.STATE:
            self._state(name)
        elif kind is ActorKind.PERSON:
            self._person(name)
        else:
            self._organization(name, kind)

    def _person(self, name: Name) -> None:
        full = self.full.get(name.text.lower(), name.text)
        draft = self._draft(full, ActorKind.PERSON, "a person's name")
        draft.see(span_of(name.tokens), MentionKind.NAME, name.head)
        told = role_before(name, self.registry) or apposed(name, self.registry)
        if told is not None and not self._held_by_another(told, draft):
            organization = None
            country = told.state.iso3 if told.state else draft.country or self._home_of(told)
            draft.hold(told.title, country, organization, told.span)
            draft.country = draft.country or country
            draft.sector = draft.sector or told.sector
            draft.reasons.append(f"told: {told.title}")
        if draft.country is None:
            self._from_registry(draft, full)

    def _home_of(self, told: ToldRole) -> str | None:
        """A bare "Economy Minister X" serves the country whose officials the report tells of."""
        return self._home() if told.sector == "GOV" and "minister" in told.title else None

    def _held_by_another(self, told: ToldRole, draft: Draft) -> bool:
        """Whether a bare title beside a name is somebody else's: "in his call with X, the premier said…"."""
        others = (d for d in self.drafts if d is not draft and d.kind is ActorKind.PERSON)
        return told.state is None and any(_bears(other, told.title) for other in others)

    def _organization(self, name: Name, kind: ActorKind) -> None:
        if name.label == "NORP" and name.head.dep_ in _MODIFIERS:
            return  # "Republican voters" are voters, and no second actor
        full = self.acronyms.get(name.text, name.text)
        draft = self._draft(full, self.kinds.get(full.lower(), kind), "an organisation's name")
        draft.see(span_of(name.tokens), MentionKind.NAME, name.head)
        if draft.code is None:
            self._from_registry(draft, full)
        if (described := _body_told(name)) is not None and not draft.titles:
            draft.sector = draft.sector or described.sector
            draft.titles.add(described.words.rsplit(" ", 1)[-1])
            draft.reasons.append(f"told: {described.words}")
        if draft.country is None:
            state = self._nation_before(name.tokens[0])
            draft.country = state.iso3 if state else self._nation(name.head, None)

    def _state(self, name: Name) -> None:
        text = name.text
        state = self.registry.state_named(text)
        if (house := self.registry.house(text)) is not None:
            self._government(house, name)
        elif state is not None:
            if acts(name.head):
                self._of_state(state, span_of(name.tokens), MentionKind.NAME, name.head)
        elif nation := self.registry.nation(text) or self.registry.misspelt_nation(text):
            self._nationality(nation, name)
        elif (seat := self.registry.seat(text)) is not None and speaks_or_wills(name.head):
            self._of_state(seat, span_of(name.tokens), MentionKind.METONYM, name.head)

    def _government(self, state: State, name: Name) -> None:
        """The White House said: a government by its seat."""
        draft = self._draft(f"{state.adjective} government", ActorKind.ORGANIZATION, "a government's seat")
        draft.country, draft.sector = state.iso3, "GOV"
        draft.see(span_of(name.tokens), MentionKind.METONYM, name.head)

    def _nationality(self, state: State, name: Name) -> None:
        head = name.head
        if head.pos_ in {"NOUN", "PROPN"} and head.dep_ not in {"amod", "compound", "nmod"}:
            draft = self._draft(name.text, ActorKind.GROUP, "a people")
            draft.country, draft.plural = state.iso3, True
            draft.see(span_of(name.tokens), MentionKind.NAME, head)
        elif head.head.pos_ == "NOUN" and describe(head.head) is None:
            self._of_state(state, span_of(name.tokens), MentionKind.NAME, head)

    def _of_state(self, state: State, span: Span, kind: MentionKind, head: Token) -> None:
        draft = self._draft(state.name, ActorKind.STATE, "a state")
        draft.country = state.iso3
        draft.see(span, kind, head)

    def _draft(self, name: str, kind: ActorKind, reason: str) -> Draft:
        key = f"{kind}:{name.casefold()}"
        if key not in self.by_name:
            self.by_name[key] = Draft(name, kind, [reason])
            self.drafts.append(self.by_name[key])
        return self.by_name[key]

    def _from_registry(self, draft: Draft, name: str) -> None:
        code = self.registry.code(name, self.day)
        if not code:
            return
        draft.reasons.append(f"registry: {code}")
        if (
            draft.sector == "ELI"
        ):  # the report says that the office is over: only the country is left to learn
            draft.country = code[:3] if self.registry.state_of_code(code) else None
            return
        if draft.sector and draft.sector not in code:
            draft.reasons.append("the report overrules the registry")
            return
        draft.code = code
        if self.registry.state_of_code(code):
            draft.country, draft.sector = code[:3], code[3:] or None
        else:
            draft.sector = code

    def _nation_before(self, token: Token) -> State | None:
        for i in range(max(token.i - 3, 0), token.i):
            if state := self.registry.nation(self.parse.doc[i].text):
                return state
        return None

    # descriptions

    def _nominal(self, token: Token) -> None:
        described = describe(token)
        if described is None or self._titles_a_name(token):
            return
        if described.words in _COUNTRY_WORDS:
            self._country(token)
            return
        phrase = base_phrase(token)
        while len(phrase) > 1 and (phrase[0].pos_ == "SCONJ" or phrase[0].tag_ == "VBG"):
            phrase = phrase[1:]
        span = self._whole(token, span_of(phrase))
        if (named := self._apposed_to(token, described)) is not None:
            named.see(span, MentionKind.NOMINAL, token)
        elif described.words in multiples() or _two_of(token, described):
            self._parties(span, _PARTY_KINDS.get(described.words, ActorKind.PERSON))
        elif (known := self._known(token, described)) is not None:
            known.see(span, MentionKind.NOMINAL, token)
        else:
            self._newcomer(token, described, span)

    def _country(self, token: Token) -> None:
        """ "The country" that acts is the state told of last; one that is only a place is no actor."""
        states = [d for d in self.drafts if d.kind is ActorKind.STATE]
        phrase = base_phrase(token)
        if states and phrase[0].lower_ in _DEFINITE and acts(token):
            max(states, key=lambda d: d.last).see(span_of(phrase), MentionKind.NOMINAL, token)

    def _apposed_to(self, token: Token, described: Description) -> Draft | None:
        """The person whose name a description stands beside, "X, a nurse", unless the title is another's."""
        if token.dep_ != "appos":
            return None
        people = [d for d in self.drafts if d.kind is ActorKind.PERSON]
        beside = next((d for d in people if _covers(d, token.head)), None)
        others = any(_bears(d, described.words) for d in people if d is not beside)
        return None if others else beside

    def _whole(self, token: Token, span: Span) -> Span:
        """The span with the number before it ("thousands of protesters") and the state after it ("of Malawi")."""
        above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
        if above is not None and above.lemma_.lower() in _MANY:
            span = Span(above.left_edge.idx, span.end)
        state = self._state_after(token)
        return Span(span.start, span_of(state).end) if state is not None else span

    def _state_after(self, token: Token) -> Token | None:
        following = token.doc[token.i + 1 : token.i + 3]
        if (
            len(following) == 2
            and following[0].lower_ == "of"
            and self.registry.state_named(following[1].text)
        ):
            return following[1]
        return None

    def _titles_a_name(self, token: Token) -> bool:
        """Whether the noun is the title of the name that follows it."""
        return token.dep_ in {"compound", "nmod", "amod"} and token.head.ent_type_ in {"PERSON", "ORG", "GPE"}

    def _known(self, token: Token, described: Description) -> Draft | None:
        """The actor that a definite description goes back to."""
        first = next(iter(base_phrase(token)))
        possessor = next((child for child in token.children if child.dep_ == "poss"), None)
        if first.lower_ not in _DEFINITE and possessor is None:
            return None
        if possessor is not None or described.number == "body":
            return self._described_before(token, described, possessor)
        held = [d for d in self.drafts if d.kind is ActorKind.PERSON and _bears(d, described.words)]
        return max(held, key=lambda d: d.last, default=None) or self._described_before(token, described, None)

    def _described_before(self, token: Token, described: Description, owner: Token | None) -> Draft | None:
        nation = self._nation(token, owner)
        key = token.lemma_.lower()
        for draft in reversed(self.drafts):
            if key in draft.titles and draft.kind is not ActorKind.PERSON:
                same = nation is None or draft.country == nation
                if same and draft.plural == (described.number == "group"):
                    return draft
        return None

    def _nation(self, token: Token, owner: Token | None) -> str | None:
        modifiers = [child for child in token.children if child.dep_ in {"amod", "compound", "nmod", "poss"}]
        nations = {state.iso3 for word in modifiers for state in self._states_in(word)}
        if nations:
            return nations.pop() if len(nations) == 1 else None
        if (named := self._state_after(token)) is not None and (state := self.registry.state(named.text)):
            return state.iso3
        if owner is not None:
            return next((d.country for d in self.drafts if _covers(d, owner)), None)
        return None

    def _states_in(self, modifier: Token) -> Iterator[State]:
        """The states that a modifier names: two in "Greek and Turkish officers"."""
        for word in coordinated(modifier):
            known = self.registry.state(word.text)
            if known is None and word.text[0].isupper():
                known = self.registry.misspelt_nation(word.text) or self.registry.home(word.text)
            if known is not None:
                yield known

    def _newcomer(self, token: Token, described: Description, span: Span) -> None:
        body = described.number == "body"
        kind = ActorKind.ORGANIZATION if body else ActorKind.UNNAMED
        owner = next((child for child in token.children if child.dep_ == "poss"), None)
        draft = Draft(span.of(self.parse.text), kind, [f"described as {described.words}"])
        of_state = body and described.sector in _STATE_SECTORS
        draft.country = self._nation(token, owner) or (self._home() if of_state else None)
        draft.sector, draft.plural = described.sector, described.number == "group"
        draft.titles.add(token.lemma_.lower())
        draft.see(span, MentionKind.NOMINAL, token)
        self.drafts.append(draft)

    def _home(self) -> str | None:
        """The country of the last official named: "the ministry" after "the Israeli minister" is Israel's."""
        officials = [d for d in self.drafts if d.country and d.sector and d.sector.startswith("GOV")]
        return max(officials, key=lambda d: d.last).country if officials else None

    def _parties(self, span: Span, kind: ActorKind) -> None:
        recent = sorted((d for d in self.drafts if d.kind is kind and d.mentions), key=lambda d: -d.last)[:2]
        for draft in recent:
            draft.mentions.setdefault(span, MentionKind.NOMINAL)

    # pronouns

    def _pronoun(self, token: Token) -> None:
        draft = antecedent(token, self.drafts)
        if draft is not None:
            draft.see(span_of(token), MentionKind.PRONOUN, token)


def _body_told(name: Name) -> Description | None:
    """What sort of body a name is, from the words before it or its own last word: "Foreign Ministry"."""
    before, last = describe_before(name), name.tokens[-1]
    if before is not None and before.number == "body":
        return before
    return describe(last) if last.lower_ in _TELLING else None


def _bears(draft: Draft, words: str) -> bool:
    return any(
        title == words
        or title.endswith(f" {words}")
        or title.startswith(f"{words} of")
        or _same_office(title, words)
        for title in draft.titles
    )


_SAME_OFFICE = (
    {"prime minister", "premier"},
    {"president", "leader", "head of state"},
    {"spokesman", "spokesperson"},
)


def _same_office(title: str, words: str) -> bool:
    return any(title in office and words in office for office in _SAME_OFFICE)


def _two_of(token: Token, described: Description) -> bool:
    """ "the two leaders": a pair named before."""
    words = {child.lower_ for child in token.children}
    return described.number == "group" and "two" in words and not words.isdisjoint(_DEFINITE)


def _covers(draft: Draft, token: Token) -> bool:
    return any(span.start <= token.idx < span.end for span in draft.mentions)
