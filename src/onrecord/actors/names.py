"""Names: which runs of words name an actor, and what sort of actor each name is over the whole report.

The model finds the spans of names well and types them badly, so a name is typed once for the report: from titles
before it, the registry, a full name that ends in it, and last the model's own types, by majority.
"""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.actors.lexicon import Description, describe
from onrecord.actors.registry import Registry
from onrecord.parsing import Parse, Token, TokenSpan, base_phrase
from onrecord.record import ActorKind

_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BODY_WORDS = frozenset(
    "party agency ministry union council committee bank group movement army front league court university institute "
    "association foundation organization organisation authority commission company corp inc ltd times post news tv "
    "radio church federation alliance office department service forces brigade brigades parliament assembly".split()
)
_KIND_TOLD = {"person": ActorKind.PERSON, "body": ActorKind.ORGANIZATION}
_ABOUT_NAMES = frozenset({"the", "a", "an", "'s", "'", '"', "former", "late", "president-elect"})


@dataclass(frozen=True)
class Name:
    """A run of tokens that names somebody, without titles and articles."""

    tokens: TokenSpan
    label: str

    @functools.cached_property
    def text(self) -> str:
        """The name as written."""
        return str(self.tokens.text)

    @property
    def head(self) -> Token:
        """Its syntactic head."""
        return self.tokens.root


def names_in(parse: Parse, registry: Registry) -> list[Name]:
    """The names of a report in order: the model's, trimmed, and states and capitals that it missed."""
    found = [name for span in parse.doc.ents if span.label_ in _NAMES and (name := _trimmed(span))]
    taken = {token.i for name in found for token in name.tokens}
    surnames = {name.tokens[-1].text for name in found if name.label == "PERSON" and len(name.tokens) > 1}
    surnames.update(acronym for acronym in acronyms(parse, found))
    found += _missed(parse, registry, taken, surnames)
    found = _with_added(parse, registry, found)
    return sorted(found, key=lambda name: name.tokens.start)


def _with_added(parse: Parse, registry: Registry, found: list[Name]) -> list[Name]:
    """The names and those of the user's files, which go before what the model makes of their words."""
    pattern = registry.added.pattern
    if pattern is None:
        return found
    spans = (parse.doc.char_span(*match.span()) for match in pattern.finditer(parse.text))
    mine = [Name(span, "ORG") for span in spans if span is not None]
    taken = {token.i for name in mine for token in name.tokens}
    same = {name.tokens.start: name.label for name in found}
    mine = [Name(name.tokens, same.get(name.tokens.start, name.label)) for name in mine]
    return mine + [name for name in found if taken.isdisjoint(token.i for token in name.tokens)]


def acronyms(parse: Parse, names: Iterable[Name]) -> dict[str, str]:
    """Acronyms that the report introduces, and the names they stand for: "World Food Programme (WFP)"."""
    told: dict[str, str] = {}
    for name in names:
        after = parse.doc[name.tokens.end : name.tokens.end + 3]
        if (
            len(after) == 3
            and after[0].text == "("
            and after[2].text == ")"
            and _abbreviates(after[1].text, name)
        ):
            told.setdefault(after[1].text, name.text)
    return told


def _abbreviates(letters: str, name: Name) -> bool:
    initials = "".join(word[0] for word in name.text.replace("-", " ").split() if word[0].isupper())
    return (
        letters.isupper()
        and len(letters) > 1
        and letters[0] == name.text[0]
        and set(letters) <= set(initials)
    )


def _trimmed(span: TokenSpan) -> Name | None:
    """The name without article, possessive mark and title; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (span.doc[start].lower_ in _ABOUT_NAMES or not span.doc[start].text.strip()):
        start += 1
    while start < end and (span.doc[end - 1].lower_ in _ABOUT_NAMES or span.doc[end - 1].is_space):
        end -= 1
    start = _after_title(span, start, end) if span.label_ == "PERSON" else start
    words = span.doc[start:end]
    return Name(words, span.label_) if start < end and words[0].text[:1].isalnum() else None


def _after_title(span: TokenSpan, start: int, end: int) -> int:
    for last in range(end - 2, start - 1, -1):
        if describe(span.doc[last]) is not None:
            return last + 1
    return start


def _missed(parse: Parse, registry: Registry, taken: set[int], known: set[str]) -> Iterator[Name]:
    """States, capitals, surnames and acronyms of the report that the model did not see."""
    doc = parse.doc
    for token in doc:
        if token.i in taken or not token.text[0].isupper():
            continue
        if token.text in known:
            yield Name(doc[token.i : token.i + 1], "ORG" if token.text.isupper() else "PERSON")
        elif token.pos_ in {"PROPN", "ADJ", "NOUN"} and (end := _toponym_end(token, registry)):
            taken.update(range(token.i, end))
            yield Name(doc[token.i : end], "GPE")
        elif _acts_unseen(token):
            phrase = base_phrase(token)
            first = next(word.i for word in phrase if word.pos_ == "PROPN" or word == token)
            if taken.isdisjoint(range(first, token.i)):
                yield Name(doc[first : token.i + 1], "ORG")


def _acts_unseen(token: Token) -> bool:
    """Whether a name that the model did not label is the doer of its clause: "the Icelandic Althing recognised"."""
    acting = token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")
    verb = token.head.head if token.dep_ == "pobj" else token.head
    return (
        acting
        and token.pos_ == "PROPN"
        and token.tag_ == "NNP"
        and not token.ent_type_
        and verb.pos_ == "VERB"
        and describe(token) is None
        and token.text.isalpha()
        and len(token) > 1
    )


def _toponym_end(token: Token, registry: Registry) -> int | None:
    """Where the state or capital that starts here ends; None where none does."""
    if registry.state(token.text) or registry.seat(token.text) or registry.house(token.text):
        return token.i + 1
    two, three = token.doc[token.i : token.i + 2], token.doc[token.i : token.i + 3]
    if registry.house(two.text):
        return two.end
    return three.end if "-" in three.text and registry.state_named(three.text) else None


def settled_kinds(names: Iterable[Name], registry: Registry, day: str | None) -> dict[str, ActorKind]:
    """One kind for each name (in lower case) over the whole report."""
    names = list(names)
    votes: dict[str, Counter[ActorKind]] = {}
    for name in names:
        votes.setdefault(name.text.lower(), Counter()).update(_evidence(name, registry, day))
    settled = {key: vote.most_common(1)[0][0] for key, vote in votes.items()}
    people = {key for key, kind in settled.items() if kind is ActorKind.PERSON and " " in key}
    surnames = {key.rsplit(" ", 1)[-1] for key in people}
    for key in settled:
        if key in surnames and registry.state_named(key) is None:
            settled[key] = ActorKind.PERSON
    return settled


def _evidence(name: Name, registry: Registry, day: str | None) -> dict[ActorKind, int]:
    text, words = name.text, name.text.lower().split()
    if (
        registry.state(text)
        or registry.house(text)
        or (name.label in {"NORP", "GPE"} and registry.misspelt_nation(text))
    ):
        return {ActorKind.STATE: 20}
    evidence = {_of_label(name, registry): 2}
    if words[-1] in _BODY_WORDS or (text.isupper() and len(text) > 2):
        evidence[ActorKind.ORGANIZATION] = 6
    described = describe_before(name)
    if described is not None and described.number in _KIND_TOLD:
        evidence[_KIND_TOLD[described.number]] = 8
    if name.label not in _PLACES and len(words) > 1 and (code := registry.code(text, day)) and len(code) > 3:
        kind = ActorKind.PERSON if name.label == "PERSON" else ActorKind.ORGANIZATION
        evidence[kind] = evidence.get(kind, 0) + 4
    return evidence


def _of_label(name: Name, registry: Registry) -> ActorKind:
    if name.label == "PERSON":
        return ActorKind.STATE if registry.seat(name.text) else ActorKind.PERSON
    if name.label in _PLACES:
        return ActorKind.STATE
    return ActorKind.ORGANIZATION if name.label == "ORG" else ActorKind.GROUP


def describe_before(name: Name) -> Description | None:
    """What the words right before a name call it: "public broadcaster X"."""
    first = name.tokens[0]
    return describe(first.nbor(-1)) if first.i > 0 else None
