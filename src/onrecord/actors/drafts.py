"""Actors while they are being put together; they are frozen when the report has been read."""

from dataclasses import dataclass, field

import msgspec

from onrecord.actors.terms import Term
from onrecord.parsing import Token
from onrecord.record import Actor, ActorKind, Mention, MentionKind, Role, RoleBasis, Span, numbered


@dataclass(eq=False)
class Draft:
    """One actor in the making."""

    name: str
    kind: ActorKind
    reasons: list[str]
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    wikidata: str | None = None
    plural: bool = False
    titles: set[str] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    mentions: dict[Span, MentionKind] = field(default_factory=dict)
    last: int = -1
    seen: list[Token] = field(default_factory=list)
    """The words that mention the actor, in order of the text."""
    address: str | None = None
    """How the text addresses the person: "mr."."""
    master: "Draft | None" = None
    """The person whose people these are."""

    def see(self, span: Span, kind: MentionKind, token: Token) -> None:
        """Note a mention; the first kind noted for a span stays."""
        self.mentions.setdefault(span, kind)
        self.last = max(self.last, token.i)
        self.seen.append(token)

    def hold(self, title: str, country: str | None, organization: str | None, span: Span, term: Term) -> None:
        """Note a role that the text gives, once."""
        if title not in self.titles:
            self.titles.add(title)
            self.roles.append(Role(title, country, organization, term.start, term.end, RoleBasis.TEXT, span))

    def know(self, title: str, country: str | None, start: str | None, end: str | None) -> None:
        """Note a role that the registry knows."""
        role = Role(title, country, None, start or None, end or None, RoleBasis.REGISTRY)
        if role not in self.roles:
            self.roles.append(role)

    def frozen(self, position: int) -> Actor:
        """The finished actor."""
        return Actor(
            id=numbered("a", position),
            name=self.name,
            kind=self.kind,
            country=self.country,
            sector=self.sector,
            code=self.code or self._chain(),
            wikidata=self.wikidata,
            roles=tuple(self._of_state(role) for role in self.roles),
            mentions=tuple(Mention(span, kind) for span, kind in sorted(self.mentions.items())),
            reason="; ".join(dict.fromkeys(self.reasons)),
        )

    def _of_state(self, role: Role) -> Role:
        """A role told without body and country serves the state that its holder does."""
        if role.country is None and role.organization is None:
            return msgspec.structs.replace(role, country=self.country)
        return role

    def _chain(self) -> str | None:
        if self.kind is ActorKind.STATE:
            return self.country
        return f"{self.country or ''}{self.sector or ''}" or None
