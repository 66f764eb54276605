"""What an act becomes when it is announced or refused: cooperation that will come is AGREE, that is refused REJECT, what will be
given up CONCEDE, force that is announced THREATEN (PLOVER codebook, rules on future and negated acts).
"""

from collections.abc import Mapping

from onrecord.events.status import planning_words
from onrecord.parsing import Token
from onrecord.record import EventType, Status

_PROMISED: Mapping[EventType, str] = {
    EventType.CONSULT: "036",
    EventType.AID: "033",
    EventType.COOPERATE: "030",
    EventType.CONCEDE: "035",
    EventType.RETREAT: "035",
}
_THREATENED = frozenset({EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.PROTEST})
_REFUSALS = frozenset({"refuse", "decline", "reject", "oppose"})
_ORDERS = frozenset({"order", "authorise", "authorize", "command"})
"""Who orders strikes does not threaten them."""
_WILL = frozenset({"will", "wo", "'ll", "shall", "would", "'d"})
"""A `would` counts where the status is planned: in reported speech it is the past of `will`."""


def announced_code(cameo: str, kind: EventType, status: Status, predicate: Token) -> str:
    """The code of an act told with a status: its own where it is told as done, doubted or simply negated."""
    if status is Status.PLANNED and _announced(predicate):
        if cameo == "045":
            return "039"
        return _PROMISED.get(kind, "130" if kind in _THREATENED else cameo)
    if status is Status.DENIED and kind in _PROMISED and _refused(predicate):
        return "120"
    return cameo


def _announced(predicate: Token) -> bool:
    """Whether somebody says that it will be: "will visit", "plans to visit", "a planned visit"; not "a fitness to return"."""
    if any(child.lower_ in _WILL for child in predicate.children):
        return True
    if any(child.lower_ in planning_words() for child in predicate.children):
        return True
    above = [predicate.head, predicate.head.head] if predicate.dep_ in {"pobj", "conj"} else [predicate.head]
    return any(word.lemma_.lower() in planning_words() - _ORDERS for word in above)


def _refused(predicate: Token) -> bool:
    if any(child.lower_ in _WILL for child in predicate.children if child.dep_ == "aux"):
        return True
    above = [predicate.head, predicate.head.head]
    return any(head.lemma_.lower() in _REFUSALS for head in above)
