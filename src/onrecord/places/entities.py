"""The place in one entity of the model: all of it, a part of it, or none."""

from onrecord.parsing import Token, TokenSpan
from onrecord.places.evidence import (
    LARGE,
    Reader,
    Toponym,
    after_title,
    has_role,
    is_great,
    is_known,
    is_large_name,
    is_of_other,
    is_person,
    is_surname,
    postal,
    stands_as_place,
    tells_place,
)
from onrecord.places.lexicon import Lexicon
from onrecord.places.usage import usage_of
from onrecord.record import PlaceKind

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"})
_LONGEST = 5
"""Tokens that a known name inside a longer one may have."""
_BEARERS = frozenset({"PERSON", "ORG"})
"""What the model takes places for; of its other kinds only large places are believed."""
_WIDE = frozenset({"country", "region", "admin1"})


def of_entity(span: TokenSpan, reader: Reader) -> Toponym | None:
    """The toponym that an entity is or holds; None for people, bodies elsewhere, and unknown names that nothing tells."""
    words = trimmed(span)
    if words is None or after_title(words, reader) or is_of_other(words, reader):
        return None
    if demonym := _demonym(span, words, reader):
        return demonym
    if span.label_ in _PLACES:
        return _of_place(span.label_, words, reader)
    if span.label_ in _NAMES:
        return _of_name(span.label_, words, reader)
    return None


def _demonym(span: TokenSpan, words: TokenSpan, reader: Reader) -> Toponym | None:
    registry, text = reader.registry, words.text
    if registry.nation(text) and not registry.state_named(text):
        return Toponym(words, text, PlaceKind.DEMONYM)
    if span.label_ == "NORP" and registry.misspelt_nation(text):
        return Toponym(words, text, PlaceKind.DEMONYM)
    return None


def _of_place(label: str, words: TokenSpan, reader: Reader) -> Toponym | None:
    if not words[0].text[0].isupper() or is_person(words, reader.cast) or is_surname(words, reader):
        return None
    words = _widened(words, reader)
    if len(words) == 1 and (words[0].lower_ in reader.lexicon.common or has_role(words, reader)):
        return None
    if reader.gazetteer.candidates(words.text):
        return Toponym(words, words.text, usage_of(words, reader))
    if (part := _within(words, reader)) is not None:
        return Toponym(part, part.text, usage_of(part, reader))
    if full := postal(words, reader.lexicon):
        return Toponym(words, full, PlaceKind.LITERAL)
    if label != "FAC" and tells_place(words, reader.lexicon):
        return Toponym(words, words.text, usage_of(words, reader))
    return None


def _of_name(label: str, words: TokenSpan, reader: Reader) -> Toponym | None:
    known = is_known(words, reader) and (label in _BEARERS or is_large_name(words, reader, LARGE))
    if known and stands_as_place(words, reader) and not is_person(words, reader.cast):
        return Toponym(words, words.text, usage_of(words, reader))
    if label == "ORG" and (part := _seat(words, reader)) is not None:
        return Toponym(part, part.text, PlaceKind.LITERAL)
    return None


def trimmed(span: TokenSpan) -> TokenSpan | None:
    """The entity without its article, a direction in small letters, and what clings to its end."""
    start, end = span.start, span.end
    while start < end and span.doc[start].lower_ in {"the", "a", "an", "northern", "southern", "eastern", "western",
                                                     "central", "greater", "downtown"}:  # fmt: skip
        if span.doc[start].text[0].isupper() and span.doc[start].lower_ != "the":
            break
        start += 1
    while start < end and (
        span.doc[end - 1].lower_ in {"'s", "’s", "'", "’"}
        or span.doc[end - 1].is_space
        or span.doc[end - 1].is_punct
    ):
        end -= 1
    return span.doc[start:end] if start < end else None


def _widened(words: TokenSpan, reader: Reader) -> TokenSpan:
    """The words with capitals and hyphens on either side where all together bear a state's or region's own name."""
    doc, (start, end) = words.doc, (words.start, words.end)
    while start > 0 and words.start - start < 3 and _is_of_name(doc[start - 1]):
        start -= 1
    while end < len(doc) and end - words.end < 3 and _is_of_name(doc[end]):
        end += 1
    for first in range(start, words.start + 1):
        for last in range(end, words.end - 1, -1):
            wider = doc[first:last]
            if len(wider) > len(words) and _is_name(wider) and any(
                one.kind in _WIDE and one.grade == 0 for one in reader.gazetteer.candidates(wider.text)
                if one.name.count(" ") + one.name.count("-") >= wider.text.count(" ") + wider.text.count("-")
            ):  # fmt: skip
                return wider
    return words


def _is_name(words: TokenSpan) -> bool:
    first, last = words[0], words[-1]
    return (
        (first.text[0].isupper() or first.lower_ == "sub")
        and first.lower_ != "the"
        and last.text[0].isupper()
    )


def _is_of_name(token: Token) -> bool:
    return (
        token.text == "-"
        or token.text[0].isupper()
        or token.lower_ in {"sub", "of", "the", "do", "del", "de"}
    )


def _within(words: TokenSpan, reader: Reader) -> TokenSpan | None:
    """The known name that a longer one begins or, after words for a part of it, ends with."""
    for size in range(min(len(words) - 1, _LONGEST), 0, -1):
        first, last = words[:size], words[len(words) - size :]
        if is_great(last, reader) and words[0].lower_ in reader.lexicon.parts:
            return last
        rest = words[size:]
        if is_great(first, reader) and all(t.lower_ in reader.lexicon.local_bodies | reader.lexicon.kinds or
                                            not t.text[0].isupper() for t in rest):  # fmt: skip
            return first
    return None


def _seat(words: TokenSpan, reader: Reader) -> TokenSpan | None:
    """The place that a body is named for and sits in: "Gainesville" of its police, "Athens" of "City of Athens"."""
    bodies = reader.lexicon.local_bodies
    for size in range(min(len(words) - 1, _LONGEST), 0, -1):
        first, rest = words[:size], words[size:]
        if rest[0].lower_ in bodies and not _names_other(rest, reader.lexicon) and is_great(first, reader):
            return first
        last, before = words[len(words) - size :], words[: len(words) - size]
        if (
            before[-1].lower_ == "of"
            and before[0].lower_ in reader.lexicon.bodies_of
            and is_great(last, reader)
        ):
            return last
    return None


def _names_other(rest: TokenSpan, lexicon: Lexicon) -> bool:
    return any(token.lower_ in lexicon.others for token in rest)
