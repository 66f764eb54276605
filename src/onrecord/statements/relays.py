"""Who carries whose words: media that are told, that quote somebody, or that carry an interview.

"The Lantern quoted a minister as saying…" is the minister's statement with the Lantern as its outlet.
"""

from collections.abc import Iterator

from onrecord.actors import Cast
from onrecord.parsing import Token, agent_of, children, coordinated, is_passive, objects_of, subject_of
from onrecord.record import Actor, ActorKind

_QUOTING = frozenset({"quote", "cite", "report", "paraphrase"})
_TALKING = frozenset({"speak", "talk"})
_OCCASIONS = frozenset(
    "interview remark comment broadcast conversation statement briefing appearance column op-ed".split()
)
_CARRYING = frozenset({"carry", "broadcast", "publish", "air", "post", "run", "print"})


def quoted_by(verb: Token) -> Token | None:
    """The verb of quoting that a "saying" hangs on: "quoted X as saying"; None elsewhere."""
    above = verb.head
    if verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "advcl"} and above.lower_ == "as":
        above = above.head
    elif not (verb.tag_ == "VBG" and verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts)):
        return None
    return above if above.lemma_ in _QUOTING else None


def quoted_speaker(verb: Token) -> Token | None:
    """Who is quoted, for the "saying" of such a verb."""
    quoting = quoted_by(verb)
    if quoting is None:
        return None
    if is_passive(quoting):
        return next(children(quoting, "nsubjpass"), None)
    return next(children(quoting, "dobj"), None)


def outlets_of(cue: Token, cast: Cast) -> tuple[str, ...]:
    """The media that carry what the cue passes on."""
    found = cast.ids(token for listener in _listeners(cue) for token in coordinated(listener))
    return tuple(actor for actor in found if _is_medium(cast[actor]))


def _listeners(cue: Token) -> Iterator[Token]:
    if cue.lemma_ == "tell":
        yield from children(cue, "dobj", "dative")
    if (quoting := quoted_by(cue)) is not None:
        carrier = agent_of(quoting) if is_passive(quoting) else subject_of(quoting)
        yield from (carrier,) if carrier is not None else ()
    for aside in children(cue, "advcl"):
        if aside.lemma_ in _TALKING:
            yield from _objects(aside, "to", "with")
    for preposition in children(cue, "prep"):
        for occasion in children(preposition, "pobj"):
            yield from _occasion(occasion)


def _occasion(occasion: Token) -> Iterator[Token]:
    """ "in an interview with X", "in remarks carried by X"."""
    if occasion.lemma_.lower() in _OCCASIONS:
        yield from _objects(occasion, "with", "to", "by", "on", "for")
        yield from (
            agent
            for verb in children(occasion, "acl")
            if verb.lemma_ in _CARRYING and (agent := agent_of(verb))
        )


def _objects(head: Token, *prepositions: str) -> Iterator[Token]:
    for preposition in children(head, "prep", "dative", "agent"):
        if preposition.lower_ in prepositions:
            yield from objects_of(preposition)


def _is_medium(actor: Actor) -> bool:
    return actor.kind is ActorKind.ORGANIZATION and "MED" in (actor.code or actor.sector or "")
