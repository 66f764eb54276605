"""Which words name a place: the model's place names, states and nationalities, and known names after a word of place.

Refused: people, and places inside the name of an organisation ("Washington Post").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actors import Cast, Registry
from onrecord.parsing import Parse, Token, TokenSpan
from onrecord.places.gazetteer import Gazetteer
from onrecord.record import ActorKind, MentionKind, PlaceKind

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_AFTER = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "to",
        "outside",
        "around",
        "across",
        "of",
        "inside",
        "over",
        "between",
        "through",
    }
)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A run of words that names a place."""

    tokens: TokenSpan
    name: str
    kind: PlaceKind


def toponyms(parse: Parse, cast: Cast, registry: Registry, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """The toponyms of a report in order."""
    taken: set[int] = set()
    for span in parse.doc.ents:
        toponym = _of_entity(span, cast, registry, gazetteer)
        if toponym is not None:
            taken.update(range(span.start, span.end))
            yield toponym
    for token in parse.doc:
        if token.i not in taken and token.text[:1].isupper() and (state := _state(token, registry)):
            yield state


def _of_entity(span: TokenSpan, cast: Cast, registry: Registry, gazetteer: Gazetteer) -> Toponym | None:
    words = _trimmed(span)
    if words is None:
        return None
    if registry.nation(words.text) and not registry.state_named(words.text):
        return Toponym(words, words.text, PlaceKind.DEMONYM)
    if span.label_ == "NORP" and registry.misspelt_nation(words.text):
        return Toponym(words, words.text, PlaceKind.DEMONYM)
    if span.label_ in _PLACES:
        return None if _is_person(words.root, cast) else Toponym(words, words.text, _kind(words.root, cast))
    if span.label_ in {"PERSON", "ORG"} and _after_place_word(words) and gazetteer.candidates(words.text):
        return None if _is_person(words.root, cast) else Toponym(words, words.text, _kind(words.root, cast))
    return None


def _trimmed(span: TokenSpan) -> TokenSpan | None:
    start, end = span.start, span.end
    while start < end and span.doc[start].lower_ in {"the", "a", "an", "northern", "southern", "eastern", "western",
                                                     "central", "greater", "downtown"}:  # fmt: skip
        if span.doc[start].text[0].isupper() and span.doc[start].lower_ != "the":
            break
        start += 1
    while start < end and (span.doc[end - 1].lower_ in {"'s", "'"} or span.doc[end - 1].is_space):
        end -= 1
    return span.doc[start:end] if start < end else None


def _is_person(token: Token, cast: Cast) -> bool:
    holder = cast.holder(token)
    return holder is not None and cast[holder].kind is ActorKind.PERSON


def _kind(token: Token, cast: Cast) -> PlaceKind:
    holder, span = cast.holder(token), cast.mention(token)
    if holder is None or span is None:
        return PlaceKind.LITERAL
    kinds = {mention.kind for mention in cast[holder].mentions if mention.span == span}
    if MentionKind.METONYM in kinds:
        return PlaceKind.METONYM
    acting = MentionKind.NAME in kinds and cast[holder].kind is ActorKind.STATE
    return PlaceKind.METONYM if acting else PlaceKind.LITERAL


def _after_place_word(words: TokenSpan) -> bool:
    return words.start > 0 and words.doc[words.start - 1].lower_ in _AFTER


def _state(token: Token, registry: Registry) -> Toponym | None:
    words = token.doc[token.i : token.i + 1]
    if token.ent_type_ in {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"} or token.pos_ not in {
        "PROPN",
        "ADJ",
        "NOUN",
    }:
        return None
    if registry.state_named(token.text):
        return Toponym(words, token.text, PlaceKind.LITERAL)
    return Toponym(words, token.text, PlaceKind.DEMONYM) if registry.nation(token.text) else None
