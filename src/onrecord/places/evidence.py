"""What tells that words are a place's name: what is known of the name, and the words around it."""

from dataclasses import dataclass

from onrecord.actors import Cast, Registry
from onrecord.parsing import Doc, Token, TokenSpan
from onrecord.places.gazetteer import Candidate, Gazetteer
from onrecord.places.lexicon import Lexicon
from onrecord.record import ActorKind, MentionKind, PlaceKind

_TOWN = 10_000
"""The people of a town whose name of one word is believed inside another name; smaller ones are mostly surnames."""
LARGE = 50_000
"""The people of a place that is believed by one of its other names, or against a body of that name."""
_DASHES = frozenset({"-", "--", "---", "–", "—"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """A run of words that names a place, and the name to look up ("Maine" for "Portland, ME")."""

    tokens: TokenSpan
    name: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class Reader:
    """What every reading asks: who the actors are, and what is known of names and words."""

    cast: Cast
    registry: Registry
    gazetteer: Gazetteer
    lexicon: Lexicon
    surnames: frozenset[str]


def is_great(words: TokenSpan, reader: Reader) -> bool:
    """Whether the words are the own name of a state, a division or a town, and no word for a body or a direction."""
    if not words[0].text[0].isupper():
        return False
    if len(words) == 1 and (
        words[0].lower_ in reader.lexicon.common
        or words.text in reader.surnames
        or reader.registry.nation(words.text)
        or has_role(words, reader)
    ):
        return bool(reader.registry.state_named(words.text))
    return any(_is_large(one, len(words)) for one in reader.gazetteer.candidates(words.text))


def _is_large(one: Candidate, words: int) -> bool:
    return one.grade == 0 and (words > 1 or one.kind != "city" or one.population >= _TOWN)


def is_large_name(words: TokenSpan, reader: Reader, people: int = _TOWN) -> bool:
    """Whether a town of some size, or something larger, bears the name."""
    return any(one.population >= people for one in reader.gazetteer.candidates(words.text))


def is_known(words: TokenSpan, reader: Reader) -> bool:
    """Whether a place bears the name as its own, and no body of the registry does."""
    if is_surname(words, reader):
        return False
    name, largest = words.text, 0
    if (len(words) == 1 and words[0].lower_ in reader.lexicon.common) or not words[0].text[0].isupper():
        return False
    found = reader.gazetteer.candidates(name)
    if reader.registry.code(name, None) and not reader.registry.home(name):
        largest = LARGE
    return any(one.kind == "country" or one.population >= (LARGE if one.grade else largest) for one in found)


def is_surname(words: TokenSpan, reader: Reader) -> bool:
    """Whether somebody of the report bears the name after a first name, and no word of place precedes it here."""
    return (
        len(words) == 1
        and words.text in reader.surnames
        and not reader.registry.state_named(words.text)
        and word_before(words).lower_ not in reader.lexicon.grounds
    )


def has_role(words: TokenSpan, reader: Reader) -> bool:
    """Whether the registry knows the name as somebody's, and not as the seat of a government."""
    code = reader.registry.code(words.text, None) or ""
    return code[3:6] in reader.lexicon.roles and not reader.registry.house(words.text)


def is_person(words: TokenSpan, cast: Cast) -> bool:
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


def is_of_other(words: TokenSpan, reader: Reader) -> bool:
    """Whether the next word makes the name a disease's or a treaty's: "Marburg virus"."""
    return words.end < len(words.doc) and words.doc[words.end].text in reader.lexicon.others


def after_title(words: TokenSpan, reader: Reader) -> bool:
    """Whether a title makes the name a person's: "Mr. Lincoln"."""
    before = words.doc[words.start - 1] if words.start else None
    return before is not None and before.lower_ in reader.lexicon.titles and before.text[0].isupper()


def stands_as_place(words: TokenSpan, reader: Reader) -> bool:
    """Whether the words around say that the name is a place's, whatever the model took it for."""
    doc, end = words.doc, words.end
    if word_before(words).lower_ in reader.lexicon.before_places | reader.lexicon.kinds and words.start:
        return True
    if end < len(doc) and doc[end].text in reader.lexicon.after_places and is_great(words, reader):
        return True
    if (
        words.start
        and doc[words.start - 1].text in reader.lexicon.takes_place
        and is_large_name(words, reader)
    ):
        return True
    if _opens_sentence(words) and end < len(doc) and doc[end].text in _DASHES and words.text.isupper():
        return True
    return end + 1 < len(doc) and doc[end].text == "," and is_state(doc, end + 1, reader)


def word_before(words: TokenSpan) -> Token:
    """The token before the words and their article."""
    at = words.start - 1
    if at > 0 and words.doc[at].lower_ == "the":
        at -= 1
    return words.doc[max(at, 0)]


def _opens_sentence(words: TokenSpan) -> bool:
    return words.start == 0 or bool(words[0].is_sent_start) or words.doc[words.start - 1].text in {".", "\n"}


def is_state(doc: Doc, start: int, reader: Reader) -> bool:
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


def postal(words: TokenSpan, lexicon: Lexicon) -> str | None:
    """The state or province of a postal code after a comma."""
    doc, start = words.doc, words.start
    after_comma = start > 1 and doc[start - 1].text == "," and doc[start - 2].text[0].isupper()
    return lexicon.postal.get(words.text) if after_comma else None


def tells_place(words: TokenSpan, lexicon: Lexicon) -> bool:
    """Whether an unknown name is told to be a place's by its last word or the word before it."""
    if not words[0].text[0].isupper():
        return False
    before = words.doc[words.start - 1].lower_ if words.start else ""
    return words[-1].lower_ in lexicon.features or before in lexicon.before_places


def stands_alone(words: TokenSpan) -> bool:
    """Whether no name goes on before or after the words."""
    doc = words.doc
    neighbours = [doc[i] for i in (words.start - 1, words.end) if 0 <= i < len(doc)]
    return not any(token.pos_ == "PROPN" and token.text[0].isupper() for token in neighbours)
