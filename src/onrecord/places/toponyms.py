"""Which words name a place: the model's place names, states and nationalities, and names that the model took for others'.

Taken besides the model's own: a known name typed as a person's or a body's after a word of place or before its state, the
place in the name of a body that sits there ("Gainesville Police Department"), and a place of the report named again.
Refused: people, places in the names of other organisations ("Washington Post"), and an unknown name that nothing
else tells to be a place's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.actors import Cast, Registry
from onrecord.parsing import Doc, Parse, Token, TokenSpan
from onrecord.places.gazetteer import Candidate, Gazetteer
from onrecord.places.lexicon import Lexicon, load_lexicon
from onrecord.record import ActorKind, MentionKind, PlaceKind, Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"})
_LONGEST = 5
"""Tokens that a known name inside a longer one may have."""
_TOWN = 10_000
"""The people of a town whose name of one word is believed inside another name; smaller ones are mostly surnames."""
_LARGE = 50_000
"""The people of a place that is believed by one of its other names, or against a body of that name."""
_WIDE = frozenset({"country", "region", "admin1"})
_LISTING = frozenset({",", "and", "or"})
_DASHES = frozenset({"-", "--", "---", "–", "—"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """A run of words that names a place, and the name to look up ("Maine" for "Portland, ME")."""

    tokens: TokenSpan
    name: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class _Reader:
    """What every reading asks: who the actors are, and what is known of names and words."""

    cast: Cast
    registry: Registry
    gazetteer: Gazetteer
    lexicon: Lexicon
    surnames: frozenset[str]


def toponyms(
    parse: Parse, cast: Cast, registry: Registry, gazetteer: Gazetteer, filed: Span | None = None
) -> list[Toponym]:
    """The toponyms of a report in order; `filed` is the place of its dateline."""
    surnames = frozenset(
        span[-1].text for span in parse.doc.ents if span.label_ == "PERSON" and len(span) > 1
    )
    reader = _Reader(cast, registry, gazetteer, load_lexicon(), surnames)
    found = [one for span in parse.doc.ents if (one := _of_entity(span, reader))]
    counties = list(_counties(parse.doc, reader))
    listed = {i for one in counties for i in range(one.tokens.start, one.tokens.end)}
    found = [one for one in found if listed.isdisjoint(range(one.tokens.start, one.tokens.end))] + counties
    taken = {i for one in found for i in range(one.tokens.start, one.tokens.end)}
    for more in (
        _dateline(parse.doc, filed, reader),
        _single(parse.doc, taken, reader),
        _listed(parse.doc, taken, reader),
    ):
        _add(more, found, taken)
    _add(_again(parse.doc, found, reader), found, taken)
    return sorted(found, key=lambda one: one.tokens.start)


def _surnames(doc: Doc, lexicon: Lexicon) -> frozenset[str]:
    """The last names of the people named in full, and the names after a title."""
    full = {span[-1].text for span in doc.ents if span.label_ == "PERSON" and len(span) > 1}
    titled = {
        doc[t.i + 1].text
        for t in doc[:-1]
        if t.lower_ in lexicon.titles and t.text[0].isupper() and t.lower_ != "st"
    }
    return frozenset(full | titled)


def _add(more: Iterable[Toponym], found: list[Toponym], taken: set[int]) -> None:
    """Take those over that lie on no other; readers see what is taken so far."""
    for one in more:
        if taken.isdisjoint(range(one.tokens.start, one.tokens.end)):
            taken.update(range(one.tokens.start, one.tokens.end))
            found.append(one)


def _dateline(doc: Doc, filed: Span | None, reader: _Reader) -> Iterator[Toponym]:
    words = doc.char_span(*filed) if filed is not None else None
    if words is not None and reader.gazetteer.candidates(words.text):
        yield Toponym(words, words.text, PlaceKind.LITERAL)


def _listed(doc: Doc, taken: set[int], reader: _Reader) -> Iterator[Toponym]:
    """Known names in a list with a place, whatever the model took them for; forwards, then backwards."""
    spans = [span for span in doc.ents if span.label_ in _NAMES and span.start not in taken]
    for step, span in (*((-1, span) for span in spans), *((1, span) for span in reversed(spans))):
        words = _trimmed(span)
        if words is None or span.start in taken:
            continue
        comma, other = (words.start - 1, words.start - 2) if step < 0 else (words.end, words.end + 1)
        if not 0 <= other < len(doc) or doc[comma].text not in _LISTING or other not in taken:
            continue
        if _is_great(words, reader) and _is_known(words, reader) and not _is_person(words, reader.cast):
            yield Toponym(words, words.text, PlaceKind.LITERAL)


def _of_entity(span: TokenSpan, reader: _Reader) -> Toponym | None:
    words = _trimmed(span)
    if words is None or _after_title(words, reader) or _is_of_other(words, reader):
        return None
    if demonym := _demonym(span, words, reader):
        return demonym
    if span.label_ in _PLACES:
        return _of_place(span.label_, words, reader)
    if span.label_ in _NAMES:
        return _of_name(span.label_, words, reader)
    return None


def _is_of_other(words: TokenSpan, reader: _Reader) -> bool:
    """Whether the next word makes the name a disease's or a treaty's: "Marburg virus"."""
    return words.end < len(words.doc) and words.doc[words.end].text in reader.lexicon.others


def _demonym(span: TokenSpan, words: TokenSpan, reader: _Reader) -> Toponym | None:
    registry, text = reader.registry, words.text
    if registry.nation(text) and not registry.state_named(text):
        return Toponym(words, text, PlaceKind.DEMONYM)
    if span.label_ == "NORP" and registry.misspelt_nation(text):
        return Toponym(words, text, PlaceKind.DEMONYM)
    return None


def _of_place(label: str, words: TokenSpan, reader: _Reader) -> Toponym | None:
    if not words[0].text[0].isupper() or _is_person(words, reader.cast) or _is_surname(words, reader):
        return None
    words = _widened(words, reader)
    if len(words) == 1 and (words[0].lower_ in reader.lexicon.common or _has_role(words, reader)):
        return None
    if reader.gazetteer.candidates(words.text):
        return Toponym(words, words.text, _kind(words, reader))
    if (part := _within(words, reader)) is not None:
        return Toponym(part, part.text, _kind(part, reader))
    if full := _postal(words, reader.lexicon):
        return Toponym(words, full, PlaceKind.LITERAL)
    if label != "FAC" and _tells_place(words, reader.lexicon):
        return Toponym(words, words.text, _kind(words, reader))
    return None


def _widened(words: TokenSpan, reader: _Reader) -> TokenSpan:
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


def _of_name(label: str, words: TokenSpan, reader: _Reader) -> Toponym | None:
    known = _is_known(words, reader)
    if known and _stands_as_place(words, reader) and not _is_person(words, reader.cast):
        return Toponym(words, words.text, _kind(words, reader))
    if label == "ORG" and (part := _seat(words, reader)) is not None:
        return Toponym(part, part.text, PlaceKind.LITERAL)
    return None


def _trimmed(span: TokenSpan) -> TokenSpan | None:
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


def _within(words: TokenSpan, reader: _Reader) -> TokenSpan | None:
    """The known name that a longer one begins or, after words for a part of it, ends with."""
    for size in range(min(len(words) - 1, _LONGEST), 0, -1):
        first, last = words[:size], words[len(words) - size :]
        if _is_great(last, reader) and words[0].lower_ in reader.lexicon.parts:
            return last
        rest = words[size:]
        if _is_great(first, reader) and all(t.lower_ in reader.lexicon.local_bodies | reader.lexicon.kinds or
                                            not t.text[0].isupper() for t in rest):  # fmt: skip
            return first
    return None


def _seat(words: TokenSpan, reader: _Reader) -> TokenSpan | None:
    """The place that a body is named for and sits in: "Gainesville" of its police, "Athens" of "City of Athens"."""
    bodies = reader.lexicon.local_bodies
    for size in range(min(len(words) - 1, _LONGEST), 0, -1):
        first, rest = words[:size], words[size:]
        if rest[0].lower_ in bodies and not _names_other(rest, reader.lexicon) and _is_great(first, reader):
            return first
        last, before = words[len(words) - size :], words[: len(words) - size]
        if (
            before[-1].lower_ == "of"
            and before[0].lower_ in reader.lexicon.bodies_of
            and _is_great(last, reader)
        ):
            return last
    return None


def _names_other(rest: TokenSpan, lexicon: Lexicon) -> bool:
    return any(token.lower_ in lexicon.others for token in rest)


def _is_great(words: TokenSpan, reader: _Reader) -> bool:
    """Whether the words are the own name of a state, a division or a town, and no word for a body or a direction."""
    if not words[0].text[0].isupper():
        return False
    if len(words) == 1 and (
        words[0].lower_ in reader.lexicon.common
        or words.text in reader.surnames
        or reader.registry.nation(words.text)
        or _has_role(words, reader)
    ):
        return bool(reader.registry.state_named(words.text))
    return any(_is_large(one, len(words)) for one in reader.gazetteer.candidates(words.text))


def _is_large(one: Candidate, words: int) -> bool:
    return one.grade == 0 and (words > 1 or one.kind != "city" or one.population >= _TOWN)


def _is_large_name(words: TokenSpan, reader: _Reader) -> bool:
    return any(one.population >= _TOWN for one in reader.gazetteer.candidates(words.text))


def _is_surname(words: TokenSpan, reader: _Reader) -> bool:
    """Whether somebody of the report bears the name after a first name, and no word of place precedes it here."""
    return (
        len(words) == 1
        and words.text in reader.surnames
        and not reader.registry.state_named(words.text)
        and _before(words).lower_ not in reader.lexicon.grounds
    )


def _is_known(words: TokenSpan, reader: _Reader) -> bool:
    """Whether a place bears the name as its own, and no body of the registry does."""
    if _is_surname(words, reader):
        return False
    name, largest = words.text, 0
    if (len(words) == 1 and words[0].lower_ in reader.lexicon.common) or not words[0].text[0].isupper():
        return False
    found = reader.gazetteer.candidates(name)
    if reader.registry.code(name, None) and not reader.registry.home(name):
        largest = _LARGE
    return any(one.kind == "country" or one.population >= (_LARGE if one.grade else largest) for one in found)


def _stands_as_place(words: TokenSpan, reader: _Reader) -> bool:
    doc, end = words.doc, words.end
    if _before(words).lower_ in reader.lexicon.before_places | reader.lexicon.kinds and words.start:
        return True
    if end < len(doc) and doc[end].text in reader.lexicon.after_places and _is_great(words, reader):
        return True
    if (
        words.start
        and doc[words.start - 1].text in reader.lexicon.takes_place
        and _is_large_name(words, reader)
    ):
        return True
    if _opens_sentence(words) and end < len(doc) and doc[end].text in _DASHES and words.text.isupper():
        return True
    return end + 1 < len(doc) and doc[end].text == "," and _is_state(doc, end + 1, reader)


def _before(words: TokenSpan) -> Token:
    """The token before the words and their article."""
    at = words.start - 1
    if at > 0 and words.doc[at].lower_ == "the":
        at -= 1
    return words.doc[max(at, 0)]


def _opens_sentence(words: TokenSpan) -> bool:
    return words.start == 0 or bool(words[0].is_sent_start) or words.doc[words.start - 1].text in {".", "\n"}


def _is_state(doc: Doc, start: int, reader: _Reader) -> bool:
    """Whether a division or country, or its abbreviation, stands there."""
    for size in (3, 2, 1):
        text = doc[start : start + size].text
        if not text[:1].isupper():
            return False
        full = reader.lexicon.abbreviated(text) or reader.lexicon.postal.get(text) or text
        if any(
            one.kind in {"admin1", "country"} and not one.grade for one in reader.gazetteer.candidates(full)
        ):
            return True
    return False


def _postal(words: TokenSpan, lexicon: Lexicon) -> str | None:
    """The state or province of a postal code after a comma."""
    after_comma = words.start > 0 and words.doc[words.start - 1].text == ","
    return lexicon.postal.get(words.text) if after_comma else None


def _tells_place(words: TokenSpan, lexicon: Lexicon) -> bool:
    """Whether an unknown name is told to be a place's by its last word or the word before it."""
    if not words[0].text[0].isupper():
        return False
    before = words.doc[words.start - 1].lower_ if words.start else ""
    return words[-1].lower_ in lexicon.features or before in lexicon.before_places


def _after_title(words: TokenSpan, reader: _Reader) -> bool:
    before = words.doc[words.start - 1] if words.start else None
    return before is not None and before.lower_ in reader.lexicon.titles and before.text[0].isupper()


def _has_role(words: TokenSpan, reader: _Reader) -> bool:
    """Whether the registry knows the name as somebody's, and not as the seat of a government."""
    code = reader.registry.code(words.text, None) or ""
    return code[3:6] in reader.lexicon.roles and not reader.registry.house(words.text)


def _is_person(words: TokenSpan, cast: Cast) -> bool:
    """Whether the words name a person of the cast by more than these words alone, which the model may have mistaken."""
    holder = cast.holder(words.root)
    if holder is None or cast[holder].kind is not ActorKind.PERSON:
        return False
    text = words.doc.text
    spans = {mention.span for mention in cast[holder].mentions if mention.kind is MentionKind.NAME}
    return any(
        words.text not in (said := text[span.start : span.end]) or len(said) > len(words.text) + 2
        for span in spans
    )


def _kind(words: TokenSpan, reader: _Reader) -> PlaceKind:
    cast, token = reader.cast, words.root
    holder, span = cast.holder(token), cast.mention(token)
    if holder is None or span is None:
        return PlaceKind.LITERAL
    kinds = {mention.kind for mention in cast[holder].mentions if mention.span == span}
    if MentionKind.METONYM in kinds:
        return PlaceKind.METONYM
    acting = (
        MentionKind.NAME in kinds and cast[holder].kind is ActorKind.STATE and not _is_ground(words, reader)
    )
    return PlaceKind.METONYM if acting else PlaceKind.LITERAL


def _is_ground(words: TokenSpan, reader: _Reader) -> bool:
    """Whether the place is meant and not its government: "in Chile", "from Georgia and Armenia", "most of Chile"."""
    token = words.root
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    before = token.head
    if token.dep_ != "pobj":
        return False
    if before.lower_ == "of":
        return before.head.lower_ in reader.lexicon.shares
    return before.lower_ in reader.lexicon.grounds


def _single(doc: Doc, taken: set[int], reader: _Reader) -> Iterator[Toponym]:
    """States, nationalities, postal codes, and known names after a word of place that are in no entity."""
    for token in doc:
        if token.i in taken or not token.text[:1].isupper():
            continue
        words = doc[token.i : token.i + 1]
        if one := _state(token, words, reader.registry):
            yield one
        elif full := _postal(words, reader.lexicon):
            yield Toponym(words, full, PlaceKind.LITERAL)
        elif not token.ent_type and token.pos_ == "PROPN" and (loose := _loose(_run(token), reader)):
            yield Toponym(loose, loose.text, PlaceKind.LITERAL)


def _run(token: Token) -> TokenSpan:
    """The token with the proper nouns outside entities that follow it, five at most."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and end - token.i < _LONGEST and doc[end].pos_ == "PROPN" and not doc[end].ent_type:
        end += 1
    return doc[token.i : end]


def _loose(words: TokenSpan, reader: _Reader) -> TokenSpan | None:
    if not _stands_alone(words) or not _is_known(words, reader) or not _stands_as_place(words, reader):
        return None
    return words if _is_great(words, reader) or _is_large_name(words, reader) else None


def _counties(doc: Doc, reader: _Reader) -> Iterator[Toponym]:
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


def _stands_alone(words: TokenSpan) -> bool:
    """Whether no name goes on before or after the words."""
    doc = words.doc
    neighbours = [doc[i] for i in (words.start - 1, words.end) if 0 <= i < len(doc)]
    return not any(token.pos_ == "PROPN" and token.text[0].isupper() for token in neighbours)


def _again(doc: Doc, found: Iterable[Toponym], reader: _Reader) -> Iterator[Toponym]:
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
                yield Toponym(words, one.name, _kind(words, reader))
                break


def _may_repeat(words: TokenSpan, reader: _Reader) -> bool:
    if _is_person(words, reader.cast) or _after_title(words, reader) or _is_surname(words, reader):
        return False
    after = words.doc[words.end] if words.end < len(words.doc) else None
    if words[0].ent_iob_ == "B" and after is not None and after.lower_ in reader.lexicon.local_bodies:
        return True
    return _stands_alone(words) and words[0].ent_iob_ != "I"
