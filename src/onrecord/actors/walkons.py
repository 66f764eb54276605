"""Walk-ons: parties that no stage has named yet, who enter the cast where something is told of them.

A convoy that is shelled, a prison service that is fasted against, a capital that stands for its government: as words of a
report they are nobody in particular, and whoever is sure that they do or suffer a deed lets them in.
"""

from collections.abc import Collection, Mapping

import msgspec

from onrecord.actors.cast import Cast
from onrecord.actors.registry import Registry, State
from onrecord.parsing import Token, base_phrase, span_of
from onrecord.record import ActorKind, Mention, MentionKind, Span, numbered

_NAMED = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANIZATION, "NORP": ActorKind.GROUP}
_WORDS = frozenset({"NOUN", "PROPN"})
_ADJECTIVES = frozenset({"ADJ"})
_NARROWING = frozenset({"amod", "compound", "nmod", "poss"})
REASON = "a party by what is told of it"


def let_in(word: Token, cast: Cast, registry: Registry) -> Cast:
    """The cast with whoever the word means; as it was where a word like this means nobody.

    Args:
        word: the head of a noun phrase, or a nation's adjective, that no actor of the cast stands behind.
        cast: the report's actors.
        registry: states, their capitals and their peoples.
    """
    state = _state(word, registry)
    if state is not None:
        return _government(word, state, cast)
    if word.pos_ not in _WORDS or word.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}:
        return cast
    phrase = base_phrase(word)
    words, span = phrase.text, span_of(phrase)
    known = next((actor.id for actor in cast.actors if actor.name.casefold() == words.casefold()), None)
    if known is not None:
        return _seen(cast, known, span, MentionKind.NAME)
    kind = _NAMED.get(word.ent_type_, ActorKind.UNNAMED) if word.pos_ == "PROPN" else ActorKind.UNNAMED
    country = _country(word, registry)
    return cast.admit(" ".join(words.split()), span, REASON, kind=kind, country=country, code=country)[0]


def dismissed(cast: Cast, before: int, busy: Collection[str]) -> tuple[Cast, Mapping[str, str]]:
    """The cast without the walk-ons that nothing came of, and the new ids of those that stay.

    Args:
        cast: the cast with its walk-ons at the end.
        before: how many actors it had before the first of them.
        busy: the ids of those of whom something is told.
    """
    staying = [actor for actor in cast.actors[before:] if actor.id in busy]
    renamed = {actor.id: numbered("a", before + place) for place, actor in enumerate(staying)}
    newcomers = (msgspec.structs.replace(actor, id=renamed[actor.id]) for actor in staying)
    return Cast((*cast.actors[:before], *newcomers)), renamed


def _state(word: Token, registry: Registry) -> State | None:
    """The state that a name, a capital or a nation's adjective tells."""
    if word.pos_ not in _WORDS | _ADJECTIVES:
        return None
    name = (
        base_phrase(word).text.removeprefix("the ").removeprefix("The ") if word.pos_ != "ADJ" else word.text
    )
    return registry.state(name) or registry.seat(name)


def _country(word: Token, registry: Registry) -> str | None:
    """The country that a word's modifiers tell, or that its own name lies in."""
    nations = {
        nation.iso3
        for child in word.children
        if child.dep_ in _NARROWING and (nation := registry.state(child.text))
    }
    if not nations and word.pos_ == "PROPN" and (home := registry.home(word.text)) is not None:
        return home.iso3
    return nations.pop() if len(nations) == 1 else None


def _government(word: Token, state: State, cast: Cast) -> Cast:
    span = span_of(base_phrase(word) if word.pos_ != "ADJ" else word)
    known = (a.id for a in cast.actors if a.kind is ActorKind.STATE and a.country == state.iso3)
    if (found := next(known, None)) is not None:
        return _seen(cast, found, span, MentionKind.METONYM)
    return cast.admit(state.name, span, REASON, kind=ActorKind.STATE, country=state.iso3, code=state.iso3)[0]


def _seen(cast: Cast, actor: str, span: Span, kind: MentionKind) -> Cast:
    return cast.seen({actor: [Mention(span, kind)]})
