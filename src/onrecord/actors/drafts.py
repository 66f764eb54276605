"""Actors while they are being put together; they are frozen when the report has been read."""

from dataclasses import dataclass, field

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
    plural: bool = False
    titles: set[str] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    mentions: dict[Span, MentionKind] = field(default_factory=dict)
    last: int = -1

    def see(self, span: Span, kind: MentionKind, token: Token) -> None:
        """Note a mention; the first kind noted for a span stays."""
        self.mentions.setdefault(span, kind)
        self.last = max(self.last, token.i)

    def hold(self, title: str, country: str | None, organization: str | None, span: Span | None) -> None:
        """Note a role that the text gives, once."""
        if title not in self.titles:
            self.titles.add(title)
            self.roles.append(Role(title, country, organization, basis=RoleBasis.TEXT, span=span))

    def frozen(self, position: int) -> Actor:
        """The finished actor."""
        return Actor(
            id=numbered("a", position),
            name=self.name,
            kind=self.kind,
            country=self.country,
            sector=self.sector,
            code=self.code or self._chain(),
            roles=tuple(self.roles),
            mentions=tuple(Mention(span, kind) for span, kind in sorted(self.mentions.items())),
            reason="; ".join(dict.fromkeys(self.reasons)),
        )

    def _chain(self) -> str | None:
        if self.kind is ActorKind.STATE:
            return self.country
        return f"{self.country or ''}{self.sector or ''}" or None
