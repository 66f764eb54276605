"""Where in its clause a name stands: as somebody who acts, or as a place."""

from onrecord.parsing import Token, children
from onrecord.parsing.wordclasses import is_idea, verb_classes

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


_OF_TOWNS = frozenset(
    "be have get lose win beat face host celebrate mark boast feature offer own lie sit stand remain become stay wake sleep "
    "grow suffer enjoy attract draw experience bury mourn contain house like love need know see feel look play score "
    "finish mean cover record border overlook surround include resemble rank top sport hear watch use keep".split()
)
"""Verbs that are told of a town: elsewhere the capital that does something is its government."""
_GIVEN_TO = frozenset(
    "supply pay give hand lend send invite threaten nudge salute recognise recognize rap provide arm fund approach "
    "pressure press bankroll besiege snub rebuff".split()
)
"""Verbs whose object is a government when it is a capital, besides those of speech."""
_ENVOYS = frozenset(
    "ambassador envoy diplomat consul attache attaché embassy mission charge delegation".split()
)
_JOURNEYS = frozenset(
    "trip visit flight journey tour return move way road travel arrival drive transfer service link run march".split()
)
"""Acts whose `to` names where they go."""
_AIMED_WORDS = frozenset(
    "sanction embargo tariff pressure restriction ban ultimatum demand appeal message letter aid loan credit line grant".split()
)
"""Nouns whose `on`, `to` or `for` names whom they are meant for."""


_AIMING = frozenset({"hit", "lash", "rail", "aim", "direct", "point", "level", "snap"})
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
        wanted = (
            verb.dep_ == "ccomp" and verb.head.lemma_ in _WANTING
        )  # "demanded that La Paz pull its soldiers out"
        told = verb.lemma_ in _SPEECH_AND_WILL or _controls(verb)
        return told or wanted or (token.dep_ == "nsubj" and _governs(verb))
    if token.dep_ in {"poss", "dative"}:
        return True
    if token.dep_ == "dobj":
        return verb.lemma_ in _GIVEN_TO or verb_classes(verb.lemma_)[:1] == "G"
    return token.dep_ == "pobj" and not _event_place(token) and _party_phrase(verb)


def _party_phrase(preposition: Token) -> bool:
    """Whether a capital after the preposition is a party: "by Moscow", "sanctions on Moscow", "hit out at Moscow"."""
    word, head = preposition.lower_, preposition.head
    if word in {"with", "between", "against"} or (word == "by" and preposition.dep_ in {"agent", "prep"}):
        return True
    if word == "at":
        return head.lemma_ in _AIMING
    if word in {"on", "to", "for"} and head.lemma_.lower() in _AIMED_WORDS:
        return True
    return word in {"to", "for", "from"} and (_is_given(head) or _of_envoys(head))


def _of_envoys(head: Token) -> bool:
    """ "Recalled its ambassador from", "the envoy to"."""
    return any(word.lemma_.lower() in _ENVOYS for word in (head, *children(head, "dobj")))


def _governs(verb: Token) -> bool:
    """Whether a verb tells what a government does: it is done to something, and no town does it."""
    return (
        verb.pos_ == "VERB"
        and verb.lemma_ not in _OF_TOWNS
        and any(children(verb, "dobj", "prt", "xcomp", "dative"))
    )


def _is_given(head: Token) -> bool:
    """Whether what goes to a capital is words or goods, meant for its government: "a loan to", "expressed regret to"."""
    lemma = head.lemma_.lower()
    if head.pos_ == "VERB":
        return verb_classes(lemma)[:1] in {"G", "O"} and lemma not in _MOTION
    return head.pos_ == "NOUN" and is_idea(lemma) and lemma not in _JOURNEYS


def _controls(verb: Token) -> bool:
    return any(child.lemma_ in _SPEECH_AND_WILL for child in children(verb, "xcomp", "ccomp"))


def _event_place(token: Token) -> bool:
    return token.head.head.lemma_ in {"road", "train", "flight", "route", "highway", "distance", "border"}
