"""The company of a report while it gathers: its actors so far, and what the registry knows of them."""

import functools
from collections.abc import Iterator

from onrecord.actors.drafts import Draft
from onrecord.actors.home import country_of_report, state_behind
from onrecord.actors.names import Name, acronyms, names_in, settled_kinds
from onrecord.actors.registry import Registry, State
from onrecord.parsing import Parse, Token, coordinated
from onrecord.record import ActorKind, MentionKind, Span


class Company:
    """The actors of one report in the making; it ends with the report."""

    def __init__(self, parse: Parse, registry: Registry) -> None:
        self.parse, self.registry = parse, registry
        self.day = (parse.report.published or "")[:10] or None
        self.names = names_in(parse, registry)
        self.kinds = settled_kinds(self.names, registry, self.day)
        self.drafts: list[Draft] = []
        self.by_name: dict[str, Draft] = {}
        self.acronyms = acronyms(parse, self.names)
        self.full = self._full_names()
        self.starts = {name.tokens.start: name for name in self.names}
        self._name_of = {token.i: name for name in self.names for token in name.tokens}

    @functools.cached_property
    def country(self) -> str | None:
        """The country that the report is mostly about."""
        return country_of_report(self.names, self.registry, self.day)

    def name_at(self, token: Token) -> Name | None:
        """The name that the token is part of."""
        return self._name_of.get(token.i)

    def is_person(self, name: Name) -> bool:
        """Whether the name is a person's over the whole report."""
        return self.kinds[name.text.lower()] is ActorKind.PERSON

    def person(self, name: Name) -> Draft:
        """The person of that name, under the full name that the report tells."""
        full = self.full.get(name.text.lower(), name.text)
        return self.draft(full, ActorKind.PERSON, "a person's name")

    def _full_names(self) -> dict[str, str]:
        """For each last word of a person's full name, the full name (the first one told)."""
        full: dict[str, str] = {}
        for name in self.names:
            words = name.text.split()
            if len(words) > 1 and self.is_person(name):
                full.setdefault(words[-1].lower(), name.text)
        return full

    def draft(self, name: str, kind: ActorKind, reason: str) -> Draft:
        """The actor of that name and kind, who enters where it is new."""
        key = f"{kind}:{name.casefold()}"
        if key not in self.by_name:
            self.by_name[key] = Draft(name, kind, [reason])
            self.drafts.append(self.by_name[key])
        return self.by_name[key]

    def consult_registry(self, draft: Draft, name: str) -> None:
        """Give an actor the code that the registry has for the name on the day; what the report says wins."""
        code = self.registry.code(name, self.day)
        if not code:
            return
        mine = self.registry.added.actor(name, self.day)
        draft.reasons.append(f"{mine.source if mine else 'registry'}: {code}")
        if mine is not None:
            draft.wikidata = mine.wikidata
            if mine.role:
                draft.know(
                    mine.role, code[:3] if self.registry.state_of_code(code) else None, mine.start, mine.end
                )
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

    def nation_before(self, token: Token) -> State | None:
        """The state whose adjective stands in the three words before."""
        for i in range(max(token.i - 3, 0), token.i):
            if state := self.registry.nation(self.parse.doc[i].text):
                return state
        return None

    def home(self) -> str | None:
        """The country of the last official named: "the ministry" after "the Israeli minister" is Israel's."""
        officials = [d for d in self.drafts if d.country and d.sector and d.sector.startswith("GOV")]
        return max(officials, key=lambda d: d.last).country if officials else None

    def nation(self, token: Token, owner: Token | None) -> str | None:
        """The country (ISO alpha-3) that modifiers, `of` or a possessor give to a description; None where two do."""
        modifiers = [child for child in token.children if child.dep_ in {"amod", "compound", "nmod", "poss"}]
        nations = {state.iso3 for word in modifiers for state in self._states_in(word)}
        if nations:
            return nations.pop() if len(nations) == 1 else None
        if (named := self.state_after(token)) is not None and (state := self.registry.state(named.text)):
            return state.iso3
        if owner is not None:
            return next((d.country for d in self.drafts if covers(d, owner)), None)
        return None

    def _states_in(self, modifier: Token) -> Iterator[State]:
        """The states that a modifier names: two in "Greek and Turkish officers"."""
        for word in coordinated(modifier):
            known = self.registry.state(word.text)
            if known is None and (name := self.name_at(word)) is not None:
                known = state_behind(name.text, self.registry, self.day)
            if known is None and word.text[0].isupper():
                known = self.registry.misspelt_nation(word.text) or self.registry.home(word.text)
            if known is not None:
                yield known

    def state_after(self, token: Token) -> Token | None:
        """The state's name after `of`: "the president of Malawi"."""
        following = token.doc[token.i + 1 : token.i + 3]
        if (
            len(following) == 2
            and following[0].lower_ == "of"
            and self.registry.state_named(following[1].text)
        ):
            return following[1]
        return None

    def parties(self, span: Span, kind: ActorKind) -> None:
        """Note a mention of both parties told of last: "the two leaders", "both sides"."""
        recent = sorted((d for d in self.drafts if d.kind is kind and d.mentions), key=lambda d: -d.last)[:2]
        for draft in recent:
            draft.mentions.setdefault(span, MentionKind.NOMINAL)


def bears(draft: Draft, words: str) -> bool:
    """Whether somebody was told to hold the office that the words describe."""
    return any(
        title == words
        or title.endswith(f" {words}")
        or title.startswith(f"{words} of")
        or _same_office(title, words)
        for title in draft.titles
    )


_SAME_OFFICE = (
    {"prime minister", "premier"},
    {"president", "head of state"},
    {"spokesman", "spokesperson"},
)
_LEADING = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "head of state"}
)


def _same_office(title: str, words: str) -> bool:
    """Two names of one office; "the leader" may be a president, "the president" is no party's leader."""
    if words == "leader":
        return title in _LEADING
    return any(title in office and words in office for office in _SAME_OFFICE)


def covers(draft: Draft, token: Token) -> bool:
    """Whether a mention of the actor covers the token."""
    return any(span.start <= token.idx < span.end for span in draft.mentions)
