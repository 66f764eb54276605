"""From a trigger to a code: which frame of the lexicon fits the clause, and what an embedded act does to it.

A demand, promise or threat about another act takes its code from both: to ask somebody to mediate is REQUEST 028, to
offer mediation AGREE 039 (PLOVER codebook, notes on AGREE, REQUEST and THREATEN).
"""

from collections.abc import Iterator, Sequence

from onrecord.events.lexicon import Frame, light, nouns, verbs_for
from onrecord.events.roles import FRAMING, carrier_of
from onrecord.parsing import Token, children, coordinated, is_passive, objects_after, objects_of
from onrecord.parsing.wordclasses import is_body
from onrecord.record import EventType, Stance
from onrecord.statements import stance_of

_EMBEDDED = {
    ("020", "CONSULT"): "026", ("020", "AID"): "023", ("020", "RETREAT"): "025", ("020", "CONCEDE"): "025",
    ("020", "COOPERATE"): "021", ("020", "MEDIATE"): "028",
    ("030", "CONSULT"): "036", ("030", "AID"): "033", ("030", "COOPERATE"): "031", ("030", "MEDIATE"): "039",
    ("100", "CONSULT"): "106", ("100", "AID"): "103", ("100", "RETREAT"): "105", ("100", "CONCEDE"): "105",
    ("100", "COOPERATE"): "101", ("100", "MEDIATE"): "108",
    ("120", "CONSULT"): "125", ("120", "AID"): "122", ("120", "RETREAT"): "124", ("120", "CONCEDE"): "124",
    ("120", "COOPERATE"): "121", ("120", "MEDIATE"): "126",
    ("130", "SANCTION"): "131", ("130", "COERCE"): "132", ("130", "PROTEST"): "133", ("130", "MOBILIZE"): "138",
    ("130", "ASSAULT"): "138",
}  # fmt: skip
"""The code of an act and of the class of what it asks, offers, refuses or threatens (CAMEO 1.1b3, second digits)."""
_KINDS = {"045": "MEDIATE", "163": "SANCTION"}
"""What CAMEO asks for, offers or threatens apart, though PLOVER's class is wider."""
_INTENT = frozenset({"020", "100", "030", "130", "120"})


_MISREAD = {"staged": "stage", "staging": "stage", "raped": "rape", "raping": "rape"}
"""Words whose lemma the model's tables get wrong ("stag", "rap")."""


def _lemma(verb: Token) -> str:
    return _MISREAD.get(verb.lower_, verb.lemma_.lower())


def frames_of(token: Token) -> tuple[Frame, ...]:
    """The frames that a token may trigger; a compound is tried before its head."""
    if token.pos_ == "VERB":
        known = (*_with_fixed_word(token), *verbs_for(token.doc).get(_lemma(token), ()))
        return tuple(frame for frame in known if not frame.bound or _is_bound(token, frame))
    if token.pos_ not in {"NOUN", "PROPN"} or (token.pos_ == "PROPN" and token.ent_type_):
        return ()
    lemma = token.lemma_.lower()
    for child in children(token, "compound", "amod"):
        if found := nouns().get(f"{child.lemma_.lower()}_{lemma}"):
            return found
    return nouns().get(lemma, ())


def _with_fixed_word(verb: Token) -> tuple[Frame, ...]:
    """The frames of a phrasal verb ("step_down"), or of a verb with its object ("sever_tie", "lay_down_weapon")."""
    lemma, known = _lemma(verb), verbs_for(verb.doc)
    particle = next((f"{lemma}_{child.lower_}" for child in children(verb, "prt")), None)
    things = list(children(verb, "dobj", "nsubjpass", "oprd", "acomp", "ccomp", "advmod", "intj"))
    things += [
        thing
        for preposition in children(verb, "prep")
        for thing in children(preposition, "pobj")
        if preposition.i > verb.i
        and not _is_a_meeting(preposition, thing)
        and preposition.lower_ not in _WHEN
        and not (preposition.lower_ == "in" and thing.lower_ == "order")
        and _completes(preposition, things)
    ]
    for child in things:
        for word in (*children(child, "compound", "amod"), child, *objects_after(child, "of")):
            for opened in filter(None, (particle, lemma)):
                if found := known.get(f"{opened}_{word.lemma_.lower()}"):
                    return found
    return known.get(particle, ()) if particle else ()


_WHEN = frozenset("before after during since until amid despite following near like unlike because".split())
"""Prepositions whose object is no part of the deed: "stopped shooting before the talks"."""


def _completes(preposition: Token, things: Sequence[Token]) -> bool:
    """Whether a phrase is part of what is done: "took them into custody"; not "took in prisoners from the base"."""
    if not any(thing.dep_ == "dobj" for thing in things):
        return True
    bare = not any(
        thing.n_lefts for thing in objects_of(preposition)
    )  # "put him to death", not "to Kurdish forces"
    return preposition.lower_ in {"into", "under", "in", "on"} or (preposition.lower_ == "to" and bare)


def _is_a_meeting(preposition: Token, thing: Token) -> bool:
    """Whether the phrase only frames the clause: "made it clear in a call"."""
    frames = nouns().get(thing.lemma_.lower(), ())
    return preposition.lower_ in FRAMING and any(frame.reciprocal for frame in frames)


def is_by_telephone(predicate: Token) -> bool:
    """Whether a talk is held at a distance: "spoke by telephone", "talks over the phone"."""
    return any(
        thing.lemma_.lower() in light()["telephony"]
        for preposition in children(predicate, "prep")
        if preposition.lower_ in {"by", "over", "on", "via", "through"}
        for thing in children(preposition, "pobj")
    )


def _is_bound(verb: Token, frame: Frame) -> bool:
    bound = {place.removesuffix("~") for place in frame.recipient}
    near = [verb, *children(verb, "dobj", "nsubjpass")] if "_" in frame.lemma else [verb]
    return any(child.dep_ == "xcomp" or child.lower_ in bound for word in near for child in word.children)


def object_fits(verb: Token, frame: Frame) -> bool:
    """Whether the verb's object and content are what the frame asks for."""
    things = [t for child in children(verb, "dobj", "nsubjpass") for t in coordinated(child)]
    if frame.alone:
        return not things and not any(children(verb, "ccomp"))  # "studies demonstrated that"
    if frame.threat:
        return is_threat(verb)
    if frame.object is None:
        return True
    wanted = light()[frame.object]
    named = (
        t for thing in things for t in (thing, *children(thing, "compound"), *objects_after(thing, "of"))
    )
    return any(t.lemma_.lower() in wanted for t in named)


def is_threat(verb: Token) -> bool:
    """Whether a warning names a consequence that somebody would bring, or stands alone: "warned Japan"."""
    bare = not any(children(verb, "ccomp", "prep", "xcomp", "advcl", "parataxis"))
    if verb.lemma_ in _SAYS:
        return _would_harm(verb)
    if any(_told_of_another(verb, clause) for clause in children(verb, "ccomp")):
        return False
    content = [t.i for t in verb.subtree if t.i > verb.i]
    return bare or _would_harm(verb) or stance_of(verb, content) is Stance.THREATENS


def _told_of_another(verb: Token, clause: Token) -> bool:
    """ "Warned Kyiv that Moscow would attack": the deed would be a third party's."""
    own = {child.lower_ for child in children(verb, "nsubj")}
    return any(child.pos_ == "PROPN" and child.lower_ not in own for child in children(clause, "nsubj"))


_SAYS = frozenset({"tell", "inform"})
"""Verbs that threaten only by what is said."""
_MODALS = frozenset({"will", "would", "'ll", "could", "might", "may"})
_HARM = frozenset({EventType.SANCTION, EventType.COERCE, EventType.ASSAULT})


def _would_harm(verb: Token) -> bool:
    """ "Warned them that they would be arrested", "told Paris it would expel its envoy": harm that no third party brings."""
    return any(
        any(frame.code.type in _HARM for frame in frames_of(act)) and _is_brought_by_the_speaker(act)
        for clause in children(verb, "ccomp", "advcl")
        for act in (clause, *children(clause, "conj"))
    )


def _is_brought_by_the_speaker(act: Token) -> bool:
    if not any(child.lower_ in _MODALS for child in children(act, "aux")):
        return False
    if is_passive(act):
        return not any(children(act, "agent"))
    subject = next(children(act, "nsubj"), None)
    own = subject is not None and any(child.tag_ == "PRP$" for child in children(subject, "poss"))
    return subject is not None and (own or subject.pos_ == "PRON")  # "that his gunners would shell the road"


def is_topic(noun: Token, told: bool) -> bool:
    """Whether a weak noun only names a topic: no light verb carries it and no party is told."""
    return noun.lemma_.lower() in light()["weak"] and carrier_of(noun) is None and not told


def embedded(token: Token, frame: Frame) -> Token | None:
    """The predicate that a demand, promise or threat is about; None for other acts and where nothing is told."""
    if frame.code.cameo not in _INTENT:
        return None
    return next(
        (inner for inner in _content(token) if any(_may_tell(inner, other) for other in frames_of(inner))),
        None,
    )


def _may_tell(inner: Token, frame: Frame) -> bool:
    """Whether an embedded verb's object is what its frame asks for; a thing is not set free: "prepares to release a film"."""
    if inner.pos_ != "VERB" or not object_fits(inner, frame):
        return inner.pos_ != "VERB"
    things = [thing for thing in children(inner, "dobj") if thing.pos_ == "NOUN"]
    return (
        frame.mode != "release"
        or "_" in frame.lemma
        or not things
        or any(is_body(t.lemma_.lower()) for t in things)
    )


def embedded_code(frame: Frame, inner: Token | None) -> str:
    """The code of an act with what it asks, offers or threatens."""
    for meant in frames_of(inner) if inner is not None else ():
        kind = _KINDS.get(meant.code.cameo[:3], meant.code.type.value)
        if code := _EMBEDDED.get((frame.code.cameo, kind)):
            return code
    return frame.code.cameo


def _content(token: Token) -> Iterator[Token]:
    """The predicates of the clause that the trigger governs, and the nouns of its object."""
    for clause in children(token, "xcomp", "ccomp", "dobj", "acl", "prep", "advcl"):
        inner = next(children(clause, "pobj", "pcomp"), clause) if clause.dep_ == "prep" else clause
        yield inner
        for thing in children(inner, "dobj", "compound", "xcomp", "prep"):
            yield thing
            yield from children(thing, "compound", "amod", "pobj")
