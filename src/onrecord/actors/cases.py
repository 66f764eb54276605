"""Where in its clause a name stands: as somebody who acts, or as a place."""

from onrecord.parsing import Token, children
from onrecord.parsing.wordclasses import is_idea

_ACTING = frozenset({"nsubj", "nsubjpass", "dative", "agent", "poss"})
_PARTY_PREPOSITIONS = frozenset(
    "with between against by to for among toward towards on upon from of behind including like".split()
)
_PLACE_PREPOSITIONS = frozenset(
    "in at near inside outside across throughout around into through within over off along via above".split()
)
_MOTION = frozenset(
    "leave enter reach flee cross exit tour quit depart evacuate traverse arrive live stay be land".split()
)
_SPEECH_AND_WILL = frozenset(
    "say ask want tell warn accuse deny reject call urge demand vow pledge promise agree refuse insist announce claim "
    "condemn denounce offer seek threaten impose expel recall blame welcome praise hope expect fear believe respond "
    "react retaliate support oppose sign back declare decide plan intend try help send provide deploy invade attack "
    "hold host consider argue add order suspend lift summon report confirm dismiss propose request appeal".split()
)


def acts(token: Token) -> bool:
    """Whether a state's name stands where a party stands: subject, possessor, object, or after `with`, `against`…"""
    head, label = token.head, token.dep_
    if label in {"conj", "appos", "compound", "nmod"} and head != token:
        return acts(head) if label in {"conj", "appos"} else _deeds_of(token)
    if label in _ACTING:
        return True
    if label in {"dobj", "obj"}:
        return head.lemma_ not in _MOTION
    if label in {"pobj", "pcomp"}:
        return _party_preposition(head)
    return False


_ADJECTIVAL = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "E.U.", "UN", "U.N."})


def _deeds_of(token: Token) -> bool:
    """Whether an abbreviation tells whose an act is: "US sanctions", "U.K. aid"."""
    return token.text in _ADJECTIVAL and token.head.pos_ == "NOUN" and is_idea(token.head.lemma_.lower())


def _party_preposition(preposition: Token) -> bool:
    word = preposition.lower_
    if word in {"to", "from"}:
        return preposition.head.lemma_ not in _MOTION | {
            "travel",
            "return",
            "go",
            "come",
            "move",
            "fly",
            "withdraw",
        }
    return word in _PARTY_PREPOSITIONS and word not in _PLACE_PREPOSITIONS


def speaks_or_wills(token: Token) -> bool:
    """Whether a capital stands for its government: the subject of a verb of speech or will, or party to a tie."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return token.head.lemma_ in _SPEECH_AND_WILL or _controls(token.head)
    if token.dep_ == "poss":
        return True
    if token.dep_ in {"dobj", "dative"}:
        return token.head.lemma_ in {
            "ask",
            "urge",
            "accuse",
            "tell",
            "warn",
            "pressure",
            "blame",
            "condemn",
            "press",
        }
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in {"with", "between", "against"}
        and not _event_place(token)
    )


def _controls(verb: Token) -> bool:
    return any(child.lemma_ in _SPEECH_AND_WILL for child in children(verb, "xcomp", "ccomp"))


def _event_place(token: Token) -> bool:
    return token.head.head.lemma_ in {"road", "train", "flight", "route", "highway", "distance", "border"}
