"""Who acts on whom: the parties of a predicate, bound within its own clause.

Refused: parties from elsewhere in the report. A side that the clause does not tell stays empty.
"""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.events.lexicon import Frame, light, verbs_for
from onrecord.events.status import wanting_words
from onrecord.parsing import (
    Token,
    addressee_of,
    agent_of,
    children,
    coordinated,
    is_passive,
    is_undergone,
    objects_after,
    objects_of,
    subject_of,
)
from onrecord.parsing.wordclasses import is_idea
from onrecord.record import EventType, Quad

_FROM_PHRASES = ("of", "by", "from")

_DEMANDS = frozenset({"020", "100"})
_OF_WORDS = frozenset({EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT})
_ADJECTIVAL = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "E.U.", "UN", "U.N.", "NATO", "Nato"})
"""Abbreviations that serve as adjectives: "US sanctions", "NATO air strikes"."""
_BORDERS = frozenset({"border", "frontier", "boundary"})
FRAMING = frozenset({"in", "during", "at", "after", "following", "on"})
"""Prepositions that put a clause into a meeting, call or visit."""
_ROUNDS = frozenset(
    "round series day set session string hour week month start end first second third".split()
)
"""What talks are counted by."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ABOUT_ACTS = frozenset({"030", "130", "120"})
"""Codes of acts that announce another act; their recipient may stand in what is announced."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The words that tell the two sides, as heads of noun phrases."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    carrier: Token | None = None
    """The light verb that a nominal event hangs on."""


def of_verb(verb: Token, frame: Frame) -> Parties:
    """The parties of a verb."""
    if is_undergone(verb):
        return Parties(_all(agent_of(verb)) or tuple(_by_beside(verb)), _of_passive(verb, frame))
    if _is_shortened(verb, frame):
        return Parties((), _all(subject_of(verb)))
    actors = tuple(t for head in _all(subject_of(verb)) for t in (head, *_wielders(head)))
    recipients = tuple(_recipients(verb, frame))
    if not recipients and frame.code.type is EventType.REQUEST:
        recipients = _all(addressee_of(verb))
    if frame.reciprocal and not recipients and len(actors) == 1:
        actors = (*actors, *_members(actors[0]))
    return Parties(actors, recipients)


def _of_passive(verb: Token, frame: Frame) -> tuple[Token, ...]:
    """Whom a passive befalls: what hangs on its prepositions, on its subject ("talks with the union were called off"), or
    the subject itself."""
    own = next(children(verb, "nsubjpass"), None) or (verb.head if verb.dep_ == "acl" else None)
    subjects = _all(own or subject_of(verb))
    places = [place for place in frame.recipient if place != "obj"]
    found = tuple(t for place in places if place != "by" for t in _of_preposition(verb, place))
    if not found and "_" in frame.lemma:
        found = tuple(t for thing in subjects for place in places for t in _of_preposition(thing, place))
    given = frame.object is None or any(children(verb, "dobj"))  # "were given rice" by somebody
    if not found and given and ("obj" in frame.recipient or not frame.recipient):
        found = tuple(t for thing in subjects for t in (thing, *_owners_for(thing, frame)))
    return found


def _is_shortened(verb: Token, frame: Frame) -> bool:
    """Whether a headline leaves out the auxiliary: "Republicans criticized for threatening the deal"."""
    bare = verb.tag_ in {"VBD", "VBN"} and not any(children(verb, "dobj", "ccomp", "xcomp", "dative", "aux"))
    caused = any(child.lower_ in {"for", "by"} for child in children(verb, "prep", "agent"))
    return bare and caused and frame.code.type in _OF_WORDS and "obj" in frame.recipient


def _members(body: Token) -> Iterator[Token]:
    """Both sides behind one noun: "the navies of India and Oman held joint exercises"."""
    for preposition in children(body, "prep"):
        members = list(objects_of(preposition)) if preposition.lower_ == "of" else []
        if len(members) > 1:
            yield from members


def _by_beside(verb: Token) -> Iterator[Token]:
    """The agent that stands elsewhere: below what was dealt, or with the last verb, "was shot and killed by looters"."""
    found = list(_by_below(verb))
    for other in children(verb, "conj") if not found else ():
        found += (
            _all(agent_of(other))
            if other.tag_ == "VBN" and not any(children(other, "nsubj", "nsubjpass"))
            else ()
        )
    return iter(found)


def _by_below(verb: Token) -> Iterator[Token]:
    """The agent that the parser hangs on what was dealt: "were threatened with eviction by the governor"."""
    dealt = [
        thing
        for by in children(verb, "prep")
        if by.lower_ in {"with", "in", "at", "on", "from"}
        for thing in objects_of(by)
    ]
    for thing in (*dealt, *children(verb, "dobj")):
        yield from _of_preposition(thing, "by")


def _wielders(subject: Token) -> Iterator[Token]:
    """Whose the arms are that act: "Israeli and American jets bombed…", "Russia's tanks fired…"."""
    if subject.pos_ == "NOUN" and (
        subject.lemma_.lower() in light()["arms"] or subject.lower_ == "intelligence"
    ):
        for owner in children(subject, "poss", "amod", "nmod"):
            yield from coordinated(owner)


def _recipients(verb: Token, frame: Frame) -> Iterator[Token]:
    own = frame.code.type is EventType.MOBILIZE
    for place in frame.recipient:
        if place.endswith("~") or (place == "obj" and own):
            continue  # it must be there, and is no party: "called for calm", "massed its troops"
        found = list(_object(verb, frame) if place == "obj" else _of_preposition(verb, place))
        if not found and place != "obj":  # "severed ties with", "lifted sanctions on": it hangs on the object
            things = list(children(verb, "dobj", "nsubjpass"))
            if "_" in frame.lemma:
                things += [
                    t
                    for by in children(verb, "prep")
                    for t in objects_of(by)
                    if t.lemma_.lower() in frame.lemma
                ]
            found = [t for thing in things for t in _of_preposition(thing, place)]
            if not found and place in _TOWARDS:
                found = [t for by in children(verb, "prep") for t in _in_duration(by, place)]
            if not found and "_" in frame.lemma:
                found = [t for thing in things for t in _nested(thing, place)]
        if found:
            yield from found
            return
    if frame.code.cameo in _ABOUT_ACTS:
        yield from _of_content(verb, frame)
    if frame.code.cameo in _DEMANDS:
        yield from _of_demand(verb)


_TOWARDS = frozenset({"with", "to", "against", "between"})


def _in_duration(preposition: Token, word: str) -> Iterator[Token]:
    """A phrase that the parser hangs on how long it took: "negotiated for six hours with the guerrillas"."""
    for span in objects_of(preposition):
        if span.ent_type_ in {"TIME", "DATE"}:
            yield from _of_preposition(span, word)


_LOOSE = frozenset({"of", "in", "obj"})
"""Prepositions that say more of whatever stands before them."""


def _nested(noun: Token, word: str) -> Iterator[Token]:
    """A phrase that the parser hangs one noun too low: "shared intelligence on the ring with the police"."""
    if word not in _LOOSE:
        for preposition in children(noun, "prep"):
            yield from (t for thing in objects_of(preposition) for t in _of_preposition(thing, word))


def _of_demand(verb: Token) -> Iterator[Token]:
    """Of whom a clause demands: "demanded that the army leave", "asked that Senegal give back the camels"."""
    for clause in children(verb, "ccomp"):
        if clause.tag_ == "VB" or any(child.lower_ == "should" for child in clause.children):
            yield from (t for child in children(clause, "nsubj") for t in coordinated(child))


def _of_content(head: Token, frame: Frame) -> Iterator[Token]:
    """Whom an announced act is to reach: "threatened to attack X", "promised to send aid to X", "the refusal to arm X"."""
    for inner in _infinitives(head):
        acted_on = _is_done_to_its_object(
            inner
        )  # "refused to meet the union"; not "declined to name the officer"
        refused = frame.code.type is EventType.REJECT
        yield from (t for t in _object(inner) if acted_on or not (refused or t.lemma_.lower() in _moved()))
        yield from (t for t in children(inner, "dative") if t.pos_ != "ADP")
        for word in ("to", "with", "against", "between", "on"):
            yield from _of_preposition(inner, word)
            for thing in children(inner, "dobj"):
                yield from _of_preposition(thing, word)
        for thing in children(
            inner, "dobj"
        ):  # "refused to take a call from X"; not whose attacks it is kept from
            yield from objects_after(thing, "from")


def _infinitives(head: Token) -> Iterator[Token]:
    """The infinitive that a verb or a noun of intent governs."""
    if head.pos_ == "VERB":
        yield from children(head, "xcomp")
    else:
        yield from (
            child for child in children(head, "acl") if any(children(child, "aux")) and child.tag_ == "VB"
        )


def _is_done_to_its_object(verb: Token) -> bool:
    """Whether the lexicon has the verb's object as the one it is done to: "offered to train the guards"."""
    frames = verbs_for(verb.doc).get(verb.lemma_.lower(), ())
    return any(
        "obj" in frame.recipient and frame.object is None and frame.code.type is not EventType.MOBILIZE
        for frame in frames
    )


@functools.cache
def _moved() -> frozenset[str]:
    """Nouns of what is sent, sold or given, which is no party: "offered to leave more troops"."""
    return frozenset().union(*(light()[kind] for kind in ("aid", "arms", "money", "troops", "goods")))


def _object(verb: Token, frame: Frame | None = None) -> Iterator[Token]:
    """The objects of a verb; with the frame that asks, those they belong to as well."""
    for thing in children(verb, "dobj", "dative"):
        if thing.dep_ == "dative" and thing.pos_ == "ADP":
            yield from objects_of(thing)
        else:
            yield from coordinated(thing)
            yield from _owners_for(thing, frame)
    for clause in children(
        verb, "ccomp"
    ):  # "asked Israel to mediate": the tree makes Israel the inner subject
        told = any(child.dep_ == "mark" or child.tag_ == "MD" for child in clause.children)
        if clause.tag_ == "VB" and not told:
            yield from (s for child in children(clause, "nsubj") for s in coordinated(child))


def _owners_for(thing: Token, frame: Frame | None) -> Iterator[Token]:
    """Those to whom a thing belongs, where what is done to it is done to them: "shelled rebel positions", "criticised Oman's
    bid"; not "arrested the minister's son"."""
    if frame is not None and not frame.reciprocal and (not frame.party or _is_spoken_of(thing, frame)):
        yield from _owners(thing)


def _is_spoken_of(thing: Token, frame: Frame) -> bool:
    """Whether words are about somebody's act or thought, which is no party itself."""
    return frame.code.type in _OF_WORDS and thing.pos_ == "NOUN" and is_idea(thing.lemma_.lower())


def _owners(thing: Token) -> Iterator[Token]:
    """The party that a thing belongs to: "rebel positions", "the army's convoy", "the invasion by X"."""
    yield from children(thing, "poss", "compound", "amod", "nmod")
    if any(own.pos_ != "PRON" for own in children(thing, "poss")):
        return  # "the department's review of the employees" is the department's
    for preposition in children(thing, "prep"):
        if preposition.lower_ in {"of", "by"} or (preposition.lower_ == "with" and thing.lemma_ in _BORDERS):
            yield from objects_of(preposition)


def _of_preposition(head: Token, word: str) -> Iterator[Token]:
    for preposition in children(head, "prep", "dative", "agent", "prt"):
        if preposition.lower_ == "out" and word == "from":  # "pulled out of Kherson"
            yield from _of_preposition(preposition, "of")
        if preposition.lower_ == word:
            for thing in objects_of(preposition):
                if thing.ent_type_ not in {"DATE", "TIME"}:
                    yield thing
                    yield from _owners(thing)


def of_noun(noun: Token, frame: Frame) -> Parties:
    """The parties of a nominal event: possessor, nationality, `by`, the subject of a light verb, `between`."""
    carrier = carrier_of(noun)
    between = list(_of_preposition(noun, "between"))
    if between:
        return Parties((between[0],), tuple(between[1:]), carrier)
    recipients = [t for place in frame.recipient for t in _of_preposition(noun, place)]
    if carrier is not None and not recipients:
        recipients = [t for place in frame.recipient for t in _of_preposition(carrier, place)]
    recipients = recipients or [t for place in frame.recipient for t in _nested(noun, place)]
    recipients = recipients or list(_of_content(noun, frame)) or list(_suffering(noun))
    if not recipients and noun.lemma_.lower() in light()["suffered"]:
        recipients = [t for child in children(noun, "poss") for t in coordinated(child)]
    owners = [t for t in _possessors(noun, frame) if t not in recipients]
    below = (
        t for word in recipients for t in _of_preposition(word, "by")
    )  # "the torture of two friars by police"
    actors = (
        owners
        or _carrying(carrier)
        or ([*below, *_deplored(noun), *_attending(noun, frame)] if recipients else [])
    )
    return Parties(tuple(actors), tuple(recipients), carrier)


def carrier_of(noun: Token) -> Token | None:
    """The light verb whose object (or passive subject) the noun is."""
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in light()["carriers"]:
        return noun.head
    return None


def _suffering(noun: Token) -> Iterator[Token]:
    """Who draws the act upon himself, or whose thing does: "faces criticism", "his remarks drew condemnation"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in light()["drawing"] and not is_passive(verb):
        for subject in _all(subject_of(verb)):
            yield subject
            yield from _owners(subject)


def _possessors(noun: Token, frame: Frame) -> Iterator[Token]:
    if not any(child.tag_ == "JJS" for child in noun.lefts):  # "France's deadliest attack" happened to France
        yield from (t for child in children(noun, "poss") for t in coordinated(child))
    yield from (
        child
        for child in children(noun, "amod", "nmod", "compound")
        if (child.ent_type_ or child.pos_ == "PROPN") and not _names_the_place(child, frame)
    )
    for preposition in children(noun, "prep"):
        if preposition.lower_ in _FROM_PHRASES and preposition.lower_ not in frame.recipient:
            yield from objects_of(preposition)


def _deplored(noun: Token) -> Iterator[Token]:
    """Who did it, where the parser hangs it on the verb: "deplored the killing of two aid workers by soldiers", "drew
    condemnation from Norway"."""
    if noun.dep_ == "dobj" and not is_passive(noun.head):
        drawn = noun.head.lemma_ in light()["drawing"]
        for preposition in children(noun.head, "prep", "agent"):
            told = preposition.lower_ == "by" and preposition.i > noun.i
            if told or (drawn and preposition.lower_ == "from"):
                yield from objects_of(preposition)


def _attending(noun: Token, frame: Frame) -> list[Token]:
    """Who acts in the clause that a meeting frames: "in a call with Haddad, the envoy offered…"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _ROUNDS:
        noun = noun.head.head  # "prepare for another round of talks"
    preposition, verb = noun.head, noun.head.head
    if verb.dep_ == "pobj" and verb.ent_type_ in _PLACES:
        verb = verb.head
    if verb.dep_ == "prep":
        verb = verb.head  # "in Oslo for talks with the rebels, he said"
    framing = FRAMING | {"for"} if frame.reciprocal and _comes(verb) else FRAMING
    frames = noun.dep_ == "pobj" and preposition.lower_ in framing and preposition.dep_ == "prep"
    if not frames or (preposition.lower_ == "after" and verb.pos_ == "AUX"):
        return []
    while (
        verb.dep_ in {"advmod", "acomp"} and verb.head != verb
    ):  # "could be back in talks", "remain locked in talks"
        verb = verb.head
    held = verb.pos_ in {"VERB", "AUX"} and (
        not is_passive(verb) or (frame.reciprocal and preposition.lower_ == "in")
    )
    return list(_all(subject_of(verb))) if held else []


def _comes(verb: Token) -> bool:
    """Whether "for talks" tells what somebody comes to, and not what somebody wants: "headed to Oslo for talks"."""
    return verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() not in wanting_words()


def _names_the_place(child: Token, frame: Frame) -> bool:
    """Whether a name before a deed tells where it was or what it was about: "the Paris attacks", "the pipeline protests"; not
    "the Russian attacks"."""
    if child.text in _ADJECTIVAL:
        return False
    if frame.code.type is EventType.PROTEST:
        return child.dep_ == "compound" and child.ent_type_ != "NORP"
    return (
        frame.code.quad is Quad.MATERIAL_CONFLICT
        and child.dep_ == "compound"
        and child.ent_type_ in {"GPE", "LOC", "FAC"}
    )


def _carrying(carrier: Token | None) -> list[Token]:
    if carrier is None:
        return []
    if is_passive(carrier):
        return list(_all(agent_of(carrier)))
    return list(_all(subject_of(carrier)))


def _all(head: Token | None) -> tuple[Token, ...]:
    return tuple(coordinated(head)) if head is not None else ()


def heads(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens without doubles, in order."""
    return tuple({token.i: token for token in tokens}.values())
