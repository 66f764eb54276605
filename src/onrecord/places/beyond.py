"""Places outside the model's entities, or typed otherwise: datelines, lists, "counties", and places named again."""

from collections.abc import Iterable, Iterator

from onrecord.actors import Registry
from onrecord.parsing import Doc, Token, TokenSpan
from onrecord.places.entities import trimmed
from onrecord.places.evidence import (
    Reader,
    Toponym,
    after_title,
    is_great,
    is_known,
    is_large_name,
    is_person,
    is_surname,
    postal,
    stands_alone,
    stands_as_place,
)
from onrecord.places.usage import usage_of
from onrecord.record import PlaceKind, Span

_NAMES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"})
_LONGEST = 5
"""Tokens that a known name inside a longer one may have."""
_LISTING = frozenset({",", "and", "or"})


def dateline(doc: Doc, filed: Span | None, reader: Reader) -> Iterator[Toponym]:
    """The place that the report was filed from, where it is known."""
    words = doc.char_span(*filed) if filed is not None else None
    if words is not None and reader.gazetteer.candidates(words.text):
        yield Toponym(words, words.text, PlaceKind.LITERAL)


def loose_words(doc: Doc, taken: set[int], reader: Reader) -> Iterator[Toponym]:
    """States, nationalities, postal codes, and known names after a word of place that are in no entity."""
    for token in doc:
        if token.i in taken or not token.text[:1].isupper():
            continue
        words = doc[token.i : token.i + 1]
        if one := _state(token, words, reader.registry):
            yield one
        elif full := postal(words, reader.lexicon):
            yield Toponym(words, full, PlaceKind.LITERAL)
        elif not token.ent_type and token.pos_ == "PROPN" and (loose := _loose(_run(token), reader)):
            yield Toponym(loose, loose.text, PlaceKind.LITERAL)


def _state(token: Token, words: TokenSpan, registry: Registry) -> Toponym | None:
    if token.ent_type_ in {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"} or token.pos_ not in {
        "PROPN",
        "ADJ",
        "NOUN",
    }:
        return None
    if registry.state_named(token.text):
        return Toponym(words, token.text, PlaceKind.LITERAL)
    return Toponym(words, token.text, PlaceKind.DEMONYM) if registry.nation(token.text) else None


def _run(token: Token) -> TokenSpan:
    """The token with the proper nouns outside entities that follow it, five at most."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and end - token.i < _LONGEST and doc[end].pos_ == "PROPN" and not doc[end].ent_type:
        end += 1
    return doc[token.i : end]


def _loose(words: TokenSpan, reader: Reader) -> TokenSpan | None:
    if not stands_alone(words) or not is_known(words, reader) or not stands_as_place(words, reader):
        return None
    return words if is_great(words, reader) or is_large_name(words, reader) else None


def counties(doc: Doc, reader: Reader) -> Iterator[Toponym]:
    """The names before "counties": "Madison, Preble or Warren counties" are Madison County and two more."""
    for token in doc:
        if token.lower_ != "counties":
            continue
        end = token.i
        for i in range(token.i - 1, max(token.i - 40, -1), -1):
            if doc[i].text[0].isupper():
                continue
            if (
                i + 1 < end
                and (words := doc[i + 1 : end])
                and reader.gazetteer.candidates(f"{words.text} County")
            ):
                yield Toponym(words, f"{words.text} County", PlaceKind.LITERAL)
            end = i
            if doc[i].text not in {",", "and", "or", "&"}:
                break


def listed(doc: Doc, taken: set[int], reader: Reader) -> Iterator[Toponym]:
    """Known names in a list with a place, whatever the model took them for; forwards, then backwards."""
    spans = [span for span in doc.ents if span.label_ in _NAMES and span.start not in taken]
    for step, span in (*((-1, span) for span in spans), *((1, span) for span in reversed(spans))):
        words = trimmed(span)
        if words is None or span.start in taken:
            continue
        comma, other = (words.start - 1, words.start - 2) if step < 0 else (words.end, words.end + 1)
        if not 0 <= other < len(doc) or doc[comma].text not in _LISTING or other not in taken:
            continue
        if is_great(words, reader) and is_known(words, reader) and not is_person(words, reader.cast):
            yield Toponym(words, words.text, PlaceKind.LITERAL)


def named_again(doc: Doc, found: Iterable[Toponym], reader: Reader) -> Iterator[Toponym]:
    """The places of the report where the model typed them otherwise."""
    known = {tuple(t.lower_ for t in one.tokens): one for one in found if one.kind is not PlaceKind.DEMONYM}
    known = {key: one for key, one in known.items() if reader.gazetteer.candidates(one.name)}
    firsts = {key[0] for key in known}
    sizes = sorted({len(key) for key in known}, reverse=True)
    for token in doc:
        if token.lower_ not in firsts or not token.text[0].isupper():
            continue
        for size in sizes:
            words = doc[token.i : token.i + size]
            one = known.get(tuple(t.lower_ for t in words))
            if one is not None and _may_repeat(words, reader):
                yield Toponym(words, one.name, usage_of(words, reader))
                break


def _may_repeat(words: TokenSpan, reader: Reader) -> bool:
    if is_person(words, reader.cast) or after_title(words, reader) or is_surname(words, reader):
        return False
    after = words.doc[words.end] if words.end < len(words.doc) else None
    if words[0].ent_iob_ == "B" and after is not None and after.lower_ in reader.lexicon.local_bodies:
        return True
    return stands_alone(words) and words[0].ent_iob_ != "I"
