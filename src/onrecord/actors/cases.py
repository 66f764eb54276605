"""Where in its clause a name stands: as somebody who acts, or as a place."""

from onrecord.parsing import Token, children
from onrecord.parsing.wordclasses import is_body, is_idea, verb_classes

_ACTING = frozenset({"nsubj", "nsubjpass", "dative", "agent", "poss"})
_PARTY_PREPOSITIONS = frozenset(
    "with between against by to for among toward towards on upon from of behind including like at".split()
)
_PLACE_PREPOSITIONS = frozenset(
    "in near inside outside across throughout around into through within over off along via above".split()
)
_MOTION = frozenset(
    "leave enter reach flee cross exit tour quit depart evacuate traverse arrive live stay be land".split()
)
_SPEECH_AND_WILL = frozenset(
    "say ask want tell warn accuse deny reject call urge demand vow pledge promise agree refuse insist announce claim "
    "condemn denounce offer seek threaten impose expel recall blame welcome praise hope expect fear believe respond "
    "react retaliate support oppose sign back declare decide plan intend try help send provide deploy invade attack "
    "hold host consider argue add order suspend lift summon report confirm dismiss propose request appeal freeze shut cut "
    "halt break sever stop rush scrap withdraw dispatch ban bar release free arrest ease tighten bow yield cede join".split()
)


_OF_GOVERNMENTS = frozenset("GOP")
"""Letters of WordNet's verbs of communication, possession and social acts: what a government does, and no town."""
_OF_TOWNS = frozenset(
    "host celebrate have receive lose get welcome mark join offer keep own visit feature boast".split()
)
"""Verbs of those classes that are told of a town as well."""
_JOURNEYS = frozenset(
    "trip visit flight journey tour return move way road travel arrival drive transfer service link run march".split()
)
"""Acts whose `to` names where they go."""
_AIMED_WORDS = frozenset(
    "sanction embargo tariff pressure restriction ban ultimatum demand appeal message letter aid loan credit line grant".split()
)
"""Nouns whose `on`, `to` or `for` names whom they are meant for."""


_WANTING = frozenset("demand ask insist urge request want propose warn expect hope".split())


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
    verb = token.head
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return (
            verb.lemma_ in _SPEECH_AND_WILL or _controls(verb) or (token.dep_ == "nsubj" and _governs(verb))
        )
    if token.dep_ in {"poss", "dative"}:
        return True
    if token.dep_ == "dobj":
        return verb.lemma_ in {"pressure", "press"} or verb_classes(verb.lemma_)[:1] == "G"
    if token.dep_ != "pobj" or _event_place(token):
        return False
    aimed = verb.lower_ in {"on", "to", "for"} and verb.head.lemma_.lower() in _AIMED_WORDS
    aimed = aimed or (verb.lower_ in {"to", "for"} and _is_given(verb.head))
    return aimed or verb.lower_ in {"with", "between", "against"} or _is_aimed_at(verb)


def _governs(verb: Token) -> bool:
    """Whether a verb tells what a government does: "banned the import", "pulled its ambassador out"."""
    own = (
        thing
        for thing in children(verb, "dobj")
        if any(child.lower_ == "its" for child in children(thing, "poss"))
    )
    ruling = verb_classes(verb.lemma_)[:1] in _OF_GOVERNMENTS and verb.lemma_ not in _OF_TOWNS
    return ruling or any(is_body(thing.lemma_.lower()) for thing in own)


def _is_given(head: Token) -> bool:
    """Whether what goes to a capital is words or goods, meant for its government: "a loan to", "expressed regret to"."""
    lemma = head.lemma_.lower()
    if head.pos_ == "VERB":
        return verb_classes(lemma)[:1] in {"G", "O"} and lemma not in _MOTION
    return head.pos_ == "NOUN" and is_idea(lemma) and lemma not in _JOURNEYS


def _is_aimed_at(preposition: Token) -> bool:
    """ "Hit out at", "lashed out at", "pointed the finger at"."""
    return preposition.lower_ == "at" and preposition.head.lemma_ in {
        "hit",
        "lash",
        "rail",
        "aim",
        "direct",
        "point",
        "level",
        "snap",
    }


def _controls(verb: Token) -> bool:
    return any(child.lemma_ in _SPEECH_AND_WILL for child in children(verb, "xcomp", "ccomp"))


def _event_place(token: Token) -> bool:
    return token.head.head.lemma_ in {"road", "train", "flight", "route", "highway", "distance", "border"}
