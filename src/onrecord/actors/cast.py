"""The cast of a report: its actors, and who stands behind a given word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from onrecord.parsing import Token
from onrecord.record import Actor, ActorKind, Mention, MentionKind, Span, numbered


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one report, in the order in which they enter, and the words that mention them."""

    actors: tuple[Actor, ...] = ()
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)
    _by_offset: dict[int, tuple[Span, tuple[str, ...]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_offset: dict[int, tuple[Span, tuple[str, ...]]] = {}
        meant: dict[Span, tuple[str, ...]] = {}
        for actor in self.actors:
            for mention in actor.mentions:
                meant[mention.span] = (*meant.get(mention.span, ()), actor.id)
        for span, holders in sorted(meant.items(), key=lambda pair: pair[0].start - pair[0].end):
            # the shortest mention that covers an offset is written last and wins
            by_offset.update(dict.fromkeys(range(*span), (span, holders)))
        object.__setattr__(self, "_by_id", {actor.id: actor for actor in self.actors})
        object.__setattr__(self, "_by_offset", by_offset)

    def __getitem__(self, actor_id: str) -> Actor:
        return self._by_id[actor_id]

    def holder(self, token: Token) -> str | None:
        """The id of the actor whose shortest mention covers the token, or None."""
        return next(iter(self.holders(token)), None)

    def holders(self, token: Token) -> tuple[str, ...]:
        """The ids of all actors behind the token's shortest mention: several for "the two leaders"."""
        found = self._by_offset.get(token.idx)
        return found[1] if found else ()

    def mention(self, token: Token) -> Span | None:
        """The span of the shortest mention that covers the token, or None."""
        found = self._by_offset.get(token.idx)
        return found[0] if found else None

    def next_id(self) -> str:
        """The id that the next actor to enter will bear."""
        return numbered("a", len(self.actors))

    def admit(
        self,
        name: str,
        span: Span,
        reason: str,
        *,
        kind: ActorKind = ActorKind.UNNAMED,
        country: str | None = None,
        sector: str | None = None,
        code: str | None = None,
    ) -> tuple["Cast", str]:
        """The cast with one actor more, seen at this span, and its id."""
        newcomer = Actor(
            id=self.next_id(),
            name=name,
            kind=kind,
            country=country,
            sector=sector,
            code=code,
            mentions=(Mention(span, MentionKind.NOMINAL),),
            reason=reason,
        )
        return Cast((*self.actors, newcomer)), newcomer.id

    def seen(self, mentions: Mapping[str, Iterable[Mention]]) -> "Cast":
        """The cast with more mentions of some of its actors, by id; each actor's stand in order of the text."""
        return Cast(
            tuple(
                msgspec.structs.replace(
                    actor, mentions=tuple(sorted({*actor.mentions, *mentions[actor.id]}, key=_place))
                )
                if actor.id in mentions
                else actor
                for actor in self.actors
            )
        )

    def ids(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The actors behind the tokens, each once, in order."""
        return tuple(dict.fromkeys(actor for token in tokens for actor in self.holders(token)))


def _place(mention: Mention) -> Span:
    return mention.span
