"""What a trigger cannot tell though its words fit: deeds done to ideas, protests by ministers, plans of no consequence.

Each refusal is typed and goes to `skipped`. A politician who "attacks" somebody speaks: that is recoded, not refused.
"""

from collections.abc import Sequence

from onrecord.actors.lexicon import STATE_SECTORS
from onrecord.events.codebook import Code, codes
from onrecord.events.lexicon import Frame
from onrecord.parsing import Token, children, coordinated, is_negated, is_passive
from onrecord.parsing.wordclasses import noun_classes
from onrecord.record import Actor, ActorKind, EventType

_IDEAS = frozenset("ejkmf")
"""WordNet's nouns of acts, cognition, communication, feelings and attributes: nobody bombs them."""
_INTENTIONS = frozenset({"plan", "intend", "prepare", "vow", "commit", "promise", "pledge", "undertake"})
_PROMISES = frozenset({"vow", "promise", "pledge", "commit", "undertake"})
_VERBAL_BLOWS = frozenset(
    {"attack", "assail", "blast", "hit", "assault", "strike", "target", "slam", "savage", "batter"}
)
_OFFICE = ("GOV", "LEG", "PTY", "OPP", "ELI", "MED", "BUS")
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_REFLEXIVE = frozenset("himself herself itself themselves myself ourselves yourself".split())
_OPINIONS = frozenset({"agree", "accept", "concede"})
_ARMED = ("MIL", "GOV", "REB", "COP", "UAF", "IGO", "SPY")
_OF_WORDS = frozenset(
    "verbal scathing withering stinging blistering rhetorical veiled twitter partisan political personal".split()
)
_REFUSING, _SAYING = (
    frozenset({"decline", "refuse"}),
    frozenset({"comment", "elaborate", "respond", "say", "speculate", "discuss"}),
)
_RETREATS = frozenset({"withdraw", "retreat"})
_WITH_PARTICLES = frozenset({"burn", "kill", "shoot", "bomb", "shell", "blow", "pound", "carry"})
"""Verbs of force that a particle leaves what they are: "burned down", "shot up"."""
_TALKS = frozenset({"speak", "talk", "chat"})
_DONE_BY_BEINGS = frozenset(
    {EventType.THREATEN, EventType.AID, EventType.SUPPORT, EventType.CONSULT, EventType.AGREE, EventType.CONCEDE,
     EventType.COOPERATE, EventType.REJECT}
)  # fmt: skip
"""Classes that only somebody can do: an accident kills, but no accident aids or threatens in earnest."""
_NEUTER = frozenset({"it", "this", "that"})
_HELPING = frozenset({"help", "protect", "support", "feed", "shelter", "train", "fund"})


def refusal(
    token: Token, frame: Frame, inner: Token | None, actors: Sequence[Actor], recipients: Sequence[Actor]
) -> str | None:
    """Why the trigger tells no event; None where it may."""
    if (why := refused_by_form(token, frame)) is not None:
        return why
    if frame.lemma in _INTENTIONS and _is_vague(token, frame, inner, actors, recipients):
        return "intention"
    if frame.lemma == "threaten" and inner is None and not recipients:
        return "no threat"  # "the roof threatened to collapse"
    return _by_party(token, frame, actors, recipients)


def _is_vague(
    token: Token, frame: Frame, inner: Token | None, actors: Sequence[Actor], recipients: Sequence[Actor]
) -> bool:
    """Whether an intention tells nothing of consequence: a passive without an agent, a plan of nobody knows what; what
    somebody in power promises counts, whatever it is."""
    if is_passive(token):
        return not actors
    bound = frame.lemma in _PROMISES and any(_governs(actor) for actor in actors)
    return inner is None and not recipients and not bound


def refused_by_form(token: Token, frame: Frame) -> str | None:
    """What the words themselves refuse, whoever the parties are."""
    if token.pos_ == "VERB" and token.dep_ == "amod":
        return "description"  # "pledged delegates"
    if (
        token.tag_ == "VB"
        and token.dep_ == "ROOT"
        and not any(children(token, "nsubj", "nsubjpass", "aux", "neg"))
    ):
        return "imperative"  # "Ask the mayor"
    if any(child.lower_ in _REFLEXIVE for child in children(token, "dobj")):
        return "reflexive"
    if frame.code.type is EventType.ASSAULT and "_" not in frame.lemma and (why := _figurative(token)):
        return why
    if token.lemma_ in _REFUSING and any(child.lemma_ in _SAYING for child in children(token, "xcomp")):
        return "no comment"
    if token.lemma_ == "ask" and not _asks_for_a_deed(token):
        return "question"
    if token.lemma_ == "call" and frame.code.cameo == "041" and any(children(token, "oprd", "ccomp")):
        return "naming"  # "called the envoy a fool"
    if frame.lemma == "agree" and _agrees_in_mind(token):
        return "opinion"
    return "opinion" if frame.lemma in _OPINIONS and _of_opinion(token) else None


def _figurative(blow: Token) -> str | None:
    """Why a verb of force tells none: done to an idea, or another verb with its particle ("hung up in the courts")."""
    if _done_to_an_idea(blow):
        return "metaphor"
    return "phrasal verb" if blow.lemma_ not in _WITH_PARTICLES and any(children(blow, "prt")) else None


def _by_party(token: Token, frame: Frame, actors: Sequence[Actor], recipients: Sequence[Actor]) -> str | None:
    """What those told cannot do."""
    kind, cameo, told = frame.code.type, frame.code.cameo, (*actors, *recipients)
    talk = kind is EventType.CONSULT and (token.pos_ != "VERB" or token.lemma_ in _TALKS)
    to_press = bool(recipients) and all((actor.sector or "").startswith("MED") for actor in recipients)
    refusals = (
        ("no agent", not actors and kind in _DONE_BY_BEINGS and _done_by_an_idea(token)),
        ("unclear object", kind is EventType.ASSAULT and _done_to_it(token, recipients)),
        ("no agent", cameo == "128" and not actors),  # "those who break the law"
        ("private help", frame.lemma in _HELPING and not any(map(_is_coded, told))),
        ("private talk", talk and not (actors and recipients) and not any(map(_is_coded, told))),
        ("contest", _is_contest(token, frame, actors)),
        ("no force", _is_blow(token, frame) and actors and not any(_has_arms(a) or _holds_office(a) for a in actors)),
        ("no force", frame.lemma in _RETREATS and not recipients and not any(map(_is_a_force, actors))),
        ("no protester", kind is EventType.PROTEST and actors and all(map(_governs, actors))),
        ("private call", frame.lemma == "call" and cameo == "041" and not all(map(_governs, told))),
        ("no forces", kind is EventType.MOBILIZE and actors and not any(map(_may_muster, actors))),
        ("to the press", frame.lemma in _TALKS and to_press),
    )  # fmt: skip
    return next((why for why, holds in refusals if holds), None)


def recoded(token: Token, frame: Frame, actors: Sequence[Actor]) -> Code:
    """The frame's code; criticism where somebody in office "attacks" by words, a protest where students "occupy"."""
    if _is_blow(token, frame) and actors and all(_holds_office(actor) for actor in actors):
        return codes()["111"]
    sitting_in = (
        frame.code.cameo == "192" and actors and all((a.sector or "").startswith("CVL") for a in actors)
    )
    return codes()["144"] if sitting_in else frame.code


def intended_code(frame: Frame, inner: Token | None, meant: Sequence[Frame]) -> str | None:
    """A vow or plan to do harm is a threat; a promise not to is none."""
    hostile = frame.lemma in _INTENTIONS and any(other.code.type in _HOSTILE for other in meant)
    return "130" if hostile and inner is not None and not is_negated(inner) else None


def _is_coded(actor: Actor) -> bool:
    """Whether a code says whose side an actor is of."""
    return bool(actor.country or actor.sector or actor.code)


def _done_by_an_idea(token: Token) -> bool:
    """ "The vote threatened to…", "a speech that supports…": the clause's subject is an act, a thought or words."""
    subject = next(children(token, "nsubj"), None)
    if subject is not None and token.dep_ == "relcl" and subject.tag_ in {"WDT", "WP"}:
        subject = token.head
    return token.pos_ == "VERB" and subject is not None and subject.pos_ == "NOUN" and _is_idea(subject)


def _done_to_it(token: Token, recipients: Sequence[Actor]) -> bool:
    """ "Helped sink it": what "it" stands for is too often a bill or a plan, unless a state or an armed group is meant."""
    things = list(children(token, "dobj", "nsubjpass"))
    neuter = bool(things) and all(thing.lower_ in _NEUTER for thing in things)
    return neuter and not any(_has_forces(actor) for actor in recipients)


def _is_contest(token: Token, frame: Frame, actors: Sequence[Actor]) -> bool:
    """Whether "beat" is to win: forces and crowds beat people, candidates and rivals win."""
    if token.lemma_ != "beat" or "_" in frame.lemma or is_passive(token):
        return False
    return not any(
        _has_arms(actor) and actor.sector and actor.kind is not ActorKind.PERSON for actor in actors
    )


def _is_a_force(actor: Actor) -> bool:
    sector = (actor.code or actor.sector or "").removeprefix(actor.country or "")
    return sector.startswith(("MIL", "REB", "UAF"))


def _may_muster(actor: Actor) -> bool:
    """Whether an actor has forces, or is a body of which nothing is known."""
    unknown = actor.kind in {ActorKind.ORGANIZATION, ActorKind.GROUP} and not actor.sector
    return unknown or _has_forces(actor)


def _has_forces(actor: Actor) -> bool:
    return actor.kind is ActorKind.STATE or (actor.code or actor.sector or "").removeprefix(
        actor.country or ""
    ).startswith(_ARMED)


def _of_opinion(token: Token) -> bool:
    """ "agreed that the forest was dry": a finite clause without a promise in it."""
    clauses = list(children(token, "ccomp"))
    promised = any(child.lower_ in {"will", "would", "to"} for clause in clauses for child in clause.children)
    return bool(clauses) and not promised


def _agrees_in_mind(token: Token) -> bool:
    """ "People who agree with them", "they agree on one thing": no undertaking, and nothing that was agreed."""
    if any(children(token, "xcomp", "ccomp")) or is_passive(token):
        return False
    told_of_now = token.tag_ in {"VBP", "VBZ", "VB"} and not any(children(token, "aux"))
    agreed_to = any(child.lower_ in {"to", "on", "upon", "over"} for child in children(token, "prep"))
    return told_of_now or not agreed_to


def _in_words_only(token: Token) -> bool:
    """ "Launched a scathing attack": a deed of words."""
    near = [token, *children(token, "dobj", "nsubjpass")]
    return any(child.lower_ in _OF_WORDS for word in near for child in children(word, "amod"))


def _asks_for_a_deed(verb: Token) -> bool:
    """Whether "ask" wants something done: "asked Israel to mediate", "asked for help"; not "asked about the deal"."""
    if any(children(verb, "xcomp")) or any(child.lower_ == "for" for child in children(verb, "prep")):
        return True
    clauses = list(children(verb, "ccomp", "advcl"))
    return any(child.lower_ in {"to", "that"} for clause in clauses for child in clause.children)


def _is_blow(token: Token, frame: Frame) -> bool:
    return token.lemma_.lower() in _VERBAL_BLOWS and frame.code.type is EventType.ASSAULT


def _governs(actor: Actor) -> bool:
    """Whether an actor is a state, one of its bodies, or somebody in office."""
    sector = (actor.code or actor.sector or "").removeprefix(actor.country or "")
    return actor.kind is ActorKind.STATE or _holds_office(actor) or sector.startswith(STATE_SECTORS)


def _has_arms(actor: Actor) -> bool:
    """Whether an actor may strike in earnest: states, forces, rebels, crowds and whoever is not known to hold an office."""
    sector = (actor.code or actor.sector or "").removeprefix(actor.country or "")
    if actor.kind in {ActorKind.STATE, ActorKind.GROUP, ActorKind.UNNAMED}:
        return not sector.startswith(("GOV", "LEG", "MED", "BUS")) or actor.kind is ActorKind.STATE
    return sector.startswith(("MIL", "REB", "COP", "UAF", "CRM")) or (
        not sector and actor.kind is ActorKind.PERSON
    )


def _holds_office(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON and (actor.sector or "").startswith(_OFFICE)


def _done_to_an_idea(token: Token) -> bool:
    """Whether what the deed is done to is a thought, a text or an act: "attacked her candidacy", "destroy the rules"."""
    if token.pos_ != "VERB":
        return False
    things = [thing for child in children(token, "dobj", "nsubjpass") for thing in coordinated(child)]
    nouns = [thing for thing in things if thing.pos_ == "NOUN"]
    return bool(nouns) and len(nouns) == len(things) and all(_is_idea(noun) for noun in nouns)


def _is_idea(noun: Token) -> bool:
    return noun_classes(noun.lemma_.lower())[:1] in _IDEAS and bool(noun_classes(noun.lemma_.lower()))
