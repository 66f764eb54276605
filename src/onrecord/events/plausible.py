"""What a trigger cannot tell though its words fit: deeds done to ideas, protests by ministers, plans of no consequence.

Each refusal is typed and goes to `skipped`. A politician who "attacks" somebody speaks: that is recoded, not refused.
"""

from collections.abc import Sequence

from onrecord.actors.lexicon import STATE_SECTORS
from onrecord.events.codebook import Code, codes
from onrecord.events.lexicon import Frame, light, nouns
from onrecord.parsing import Token, children, coordinated, is_negated, is_passive, is_undergone, objects_of
from onrecord.parsing.wordclasses import is_body, is_idea
from onrecord.record import Actor, ActorKind, EventType

_RULES = frozenset(
    {
        "law",
        "statute",
        "policy",
        "warrant",
        "constitution",
        "norm",
        "credibility",
        "legitimacy",
        "integrity",
        "character",
        "record",
    }
)
"""Ideas that WordNet files first as groups or artefacts."""
_INTENTIONS = frozenset({"plan", "intend", "prepare", "vow", "commit", "promise", "pledge", "undertake"})
_PROMISES = frozenset({"vow", "promise", "pledge", "commit", "undertake"})
_VERBAL_BLOWS = frozenset(
    {"attack", "assail", "blast", "hit", "assault", "strike", "target", "slam", "savage", "batter"}
)
_NOMINAL_BLOWS = frozenset({"attack", "assault", "broadside", "onslaught", "offensive", "barrage", "blitz"})
_SOFT_BLOWS = _VERBAL_BLOWS | {"besiege", "burn", "bombard", "pelt", "shower", "hammer", "rock", "pound"}
"""Verbs of force that words and misfortunes deal as well."""
_LAUNCHES = (
    "launch_missile",
    "launch_rocket",
    "fire_missile",
    "fire_rocket",
    "conduct_missile",
    "conduct_rocket",
)
_AT = frozenset({"at", "on", "into", "against", "toward", "towards", "in", "over"})
_UNARMED = ("GOV", "LEG", "MED", "BUS", "PTY", "ELI", "JUD", "EDU", "NGO")
_PRIVATE = ("CVL", "REF", "CRM", "BUS", "EDU", "HLH")
_OFFICE = ("GOV", "LEG", "PTY", "OPP", "ELI", "MED", "BUS")
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_SHOWN = frozenset(
    {EventType.MOBILIZE, EventType.PROTEST, EventType.REJECT, EventType.ACCUSE, EventType.REQUEST}
)
_JOURNEYS = frozenset({"travel", "fly", "arrive", "go", "come", "return", "head", "journey"})
_BILLS = frozenset(
    "bill law motion candidate nominee deal treaty budget draft plan fund sale aid entry".split()
)
_GUARDING = frozenset({"protect", "guard", "pick_up"})
_NEAR_QUOTE = 8
"""Words after "asked" in which its quote begins."""
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
_PUBLIC = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID}
)
"""Classes that among people of whom nothing is told are no matter of record."""
_SPOKEN = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.CONCEDE}
)
_DEFINITE = frozenset("the these those his her its their our this that".split())
_OFFERED = frozenset({EventType.AGREE, EventType.SANCTION, EventType.CONCEDE})
_ENLISTING = frozenset({"recruit", "draft", "conscript", "enlist"})
_NEUTER = frozenset({"it", "this", "that"})
_RELIEF = ("aid_", "relief_", "food_")
"""Openings of terms that tell of aid, whoever gets it: "an aid shipment to civilians"."""
_VIEWS = frozenset(
    "glimpse taste view insight opportunity chance hint clue detail explanation example advice thought opinion evidence flight "
    "lesson look account summary prayer condolence comment assessment theory word benefit discount service".split()
)
_PLEADED = frozenset({"guilty", "bargain", "deal", "innocent"})
_RIVALRIES = frozenset(
    {"fight", "battle", "clash", "fighting", "combat", "skirmish", "tussle", "brawl", "duel"}
)
_BRAWLERS = ("CVL", "CRM", "REF")
_SEIZURES = frozenset({"capture", "target"})
_HEALERS = ("HLH", "MIL", "GOV", "NGO", "IGO")
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
    if is_undergone(token):
        return not actors
    bound = frame.lemma in _PROMISES and any(_governs(actor) for actor in actors)
    told = bool(recipients) and not is_negated(token)  # "does not plan to act against the mine"
    return inner is None and not told and not bound


def refused_by_form(token: Token, frame: Frame) -> str | None:
    """What the words themselves refuse, whoever the parties are."""
    plain, kind = "_" not in frame.lemma, frame.code.type
    blow, gift = plain and kind is EventType.ASSAULT, plain and kind is EventType.AID
    refusals = (
        ("description", token.pos_ == "VERB" and token.dep_ == "amod"),  # "pledged delegates"
        ("promise kept", frame.lemma.startswith("make_") and any(c.lower_ == "good" for c in token.children)),
        ("imperative", _is_imperative(token)),  # "Ask the mayor"
        ("reflexive", frame.lemma != "blow_up" and any(child.lower_ in _REFLEXIVE for child in children(token, "dobj"))),
        ("metaphor", blow and not _is_meant(token) and (_done_to_an_idea(token) or _dealt_by_an_idea(token))),
        ("phrasal verb", blow and _is_another_verb(token)),
        ("obstacle", frame.lemma == "block" and _is_in_the_way(token)),
        ("no prisoner", frame.mode == "release" and (_done_to_an_idea(token) or _of_a_thing(token))),  # "released the report"
        ("no object", frame.lemma == "blow_up" and not is_passive(token) and not any(children(token, "dobj"))),
        ("no gift", gift and _is_no_gift(token)),
        ("no comment", token.lemma_ in _REFUSING and any(c.lemma_ in _SAYING for c in children(token, "xcomp"))),
        ("question", token.lemma_ == "ask" and not _asks_for_a_deed(token)),
        ("naming", token.lemma_ == "call" and frame.code.cameo == "041" and any(children(token, "oprd", "ccomp"))),
        ("naming", frame.code.cameo == "020" and token.lemma_ == "call" and any(children(token, "dobj", "oprd"))),
        ("no demand", token.lemma_ in {"plea", "plead"} and any(c.lower_ in _PLEADED for c in token.children)),
        ("no demand", token.lemma_ == "blame" and token.dep_ in {"xcomp", "acl"} and not any(children(token, "dobj"))),
        ("no breach", frame.code.cameo == "128" and not _breaks_a_bond(token)),
        ("no object", frame.lemma in {"sink", "give_back"} and not is_passive(token) and not any(children(token, "dobj"))),
        ("no gift", frame.lemma == "treat" and any(c.lower_ in {"like", "as", "with"} for c in children(token, "prep"))),
        ("of services", frame.lemma == "offer" and _gives_a_view(token)),
        ("for the press", token.lemma_ == "conference" and any(c.lower_ in _PRESS for c in children(token, "compound", "nmod"))),
        ("task", token.lemma_ == "charge" and _is_entrusted(token)),
        ("opinion", frame.lemma == "agree" and _agrees_in_mind(token)),
        ("opinion", frame.lemma in _OPINIONS and _of_opinion(token)),
    )  # fmt: skip
    return next((why for why, holds in refusals if holds), None)


def _is_meant(blow: Token) -> bool:
    return blow.lemma_.lower() in light()["literal"]


_PRESS = frozenset({"news", "press", "media"})
_TASKS = frozenset(
    """oversee protect certify enforce guard run lead manage ensure keep make draft prepare implement supervise review find
    develop advise monitor regulate maintain handle defend police coordinate administer govern carry help bring build restore
    safeguard uphold provide deliver organize organise collect count train secure watch prevent""".split()
)


def _is_entrusted(charge: Token) -> bool:
    """ "The agency charged with protecting the border": what it is to do is no crime."""
    done = [verb for of in children(charge, "prep") if of.lower_ == "with" for verb in children(of, "pcomp")]
    return any(verb.lemma_.lower() in _TASKS for verb in done)


def _breaks_a_bond(breach: Token) -> bool:
    """Whether what is violated binds somebody: a truce, a law, a border; not "breached the 20,000 mark"."""
    things = [
        t for child in children(breach, "dobj", "nsubjpass") for t in (child, *children(child, "compound"))
    ]
    return any(thing.lemma_.lower() in light()["binding"] for thing in things)


def _gives_a_view(offer: Token) -> bool:
    """ "Offers a glimpse of", "offered his view": words that nobody can take up."""
    return any(thing.lemma_.lower() in _VIEWS for thing in children(offer, "dobj", "nsubjpass"))


def _is_another_verb(blow: Token) -> bool:
    """ "Hung up", "shot back that…": with its particle the verb tells no force."""
    if blow.lemma_ not in _WITH_PARTICLES and any(children(blow, "prt")):
        return True
    return _goes_back(blow) and not any(children(blow, "dobj", "prep"))


def _goes_back(verb: Token) -> bool:
    """ "Shot back", "pay back"."""
    return any(child.lower_ == "back" for child in children(verb, "advmod", "prt"))


def _is_in_the_way(block: Token) -> bool:
    """Whether what is blocked is a thing: who blocks a bill rejects it, who blocks a door does not."""
    things = [thing for thing in children(block, "dobj", "nsubjpass") if thing.pos_ == "NOUN"]
    return (
        bool(things)
        and not any(map(_is_idea, things))
        and not any(t.lemma_.lower() in _BILLS for t in things)
    )


def _is_imperative(token: Token) -> bool:
    if token.lemma_ == "let" and token.tag_ == "VB":
        return any(child.lower_ in {"me", "us", "'s"} for child in token.subtree)  # "Let me go to the quote"
    opens = token.i > 0 and token.nbor(-1).is_quote
    root = token.tag_ == "VB" and (token.dep_ == "ROOT" or opens)
    return root and not any(children(token, "nsubj", "nsubjpass", "aux", "neg"))


def _by_party(token: Token, frame: Frame, actors: Sequence[Actor], recipients: Sequence[Actor]) -> str | None:
    """What those told cannot do."""
    kind, cameo, told = frame.code.type, frame.code.cameo, (*actors, *recipients)
    talk = kind is EventType.CONSULT and (token.pos_ != "VERB" or token.lemma_ in _TALKS)
    refusals = (
        ("no agent", not actors and kind in _DONE_BY_BEINGS and _done_by_an_idea(token)),
        ("no agent", token.lemma_ == "burn" and not actors and any(children(token, "agent"))),  # "burned by a bad harvest"
        ("unclear object", (kind is EventType.ASSAULT or cameo == "043") and _done_to_it(token, recipients)),
        ("private journey", cameo == "042" and frame.lemma in _JOURNEYS and not any(map(_travels_for_others, actors))),
        ("of words or force", _is_blow(token, frame) and token.pos_ == "NOUN" and not actors and _in_office(recipients)),
        ("no agent", cameo == "128" and not actors),  # "those who break the law"
        ("no guard", frame.lemma in _GUARDING and not any(map(_has_forces, actors))),
        ("private help", frame.lemma in _HELPING and not any(map(_is_coded, told))),
        ("private talk", talk and not (actors and recipients) and not any(map(_is_coded, told))),
        ("contest", _is_contest(token, frame, actors)),
        ("dispute", token.lemma_.lower() in _RIVALRIES and _is_of_words(told)),
        ("no force", frame.lemma in _SEIZURES and bool(actors) and not any(map(_uses_force, actors))),
        ("to the press", (kind is EventType.CONSULT or token.lemma_ == "interview") and is_to_the_press(actors, recipients)),
        ("business", kind in _OFFERED and bool(actors) and not recipients and all(map(_does_business, actors))),
        ("general", _is_general(token, told)),
        ("no force", cameo == "192" and actors and _takes_office(actors, recipients)),
        ("private", not frame.lemma.startswith(_RELIEF) and _is_private_matter(kind, actors, recipients)),
        ("no forces", frame.lemma in _ENLISTING and not any(map(_may_muster, actors))),
        ("no force", _is_blow(token, frame) and actors and not any(_has_arms(a) or _holds_office(a) for a in actors)),
        ("no force", frame.lemma in _RETREATS and not recipients and not any(map(_is_a_force, actors))),
        ("no protester", kind is EventType.PROTEST and actors and all(map(_governs, actors))),
        ("no call", frame.lemma == "make_call" and not recipients),  # "the decision not to make a call"
        ("private call", frame.lemma == "call" and cameo == "041" and not all(map(_governs, told))),
        ("no forces", kind is EventType.MOBILIZE and actors and not any(map(_may_muster, actors))),
    )  # fmt: skip
    return next((why for why, holds in refusals if holds), None)


def recoded(token: Token, frame: Frame, actors: Sequence[Actor]) -> Code:
    """The frame's code; criticism where somebody in office "attacks" by words, a protest where students "occupy"."""
    if _is_blow(token, frame) and actors and (all(map(_holds_office, actors)) or _has_a_cause(token)):
        return codes()["111"]
    if frame.lemma == "call" and frame.code.cameo == "020" and _pays_a_visit(token):
        return codes()["040"]
    if frame.lemma.endswith("_raid") and actors and all(map(_polices, actors)):
        return codes()["170"]
    if frame.code.cameo == "195" and frame.lemma.startswith(_LAUNCHES) and not _is_aimed(token):
        return codes()["150"]
    sitting_in = frame.code.cameo == "192" and actors and all(map(_sits_in, actors))
    return codes()["144"] if sitting_in else frame.code


def _pays_a_visit(call: Token) -> bool:
    """ "Called on the president at his retreat"; not "called on the president to resign"."""
    asked = any(children(call, "xcomp", "ccomp", "advcl")) or any(
        child.lower_ == "for" for child in children(call, "prep")
    )
    named = [t for on in children(call, "prep") if on.lower_ == "on" for t in objects_of(on)]
    wanted = any(child.dep_ in {"relcl", "acl", "xcomp"} for thing in named for child in thing.children)
    return bool(named) and not asked and not wanted and all(thing.ent_type_ == "PERSON" for thing in named)


def intended_code(frame: Frame, inner: Token | None, meant: Sequence[Frame]) -> str | None:
    """A vow or plan to do harm is a threat, a plan to deploy or protest is what is planned; a promise not to is neither."""
    if frame.lemma not in _INTENTIONS or inner is None or is_negated(inner):
        return None
    if any(other.code.type in _HOSTILE for other in meant):
        return "130"
    if inner.lemma_ == "decline":
        return None  # "promised that it would decline"
    return next((other.code.cameo for other in meant if other.code.type in _SHOWN), None)


def _is_of_words(told: Sequence[Actor]) -> bool:
    """Whether those who clash are people or bodies without arms: a dispute, a campaign, a suit."""
    if any(_uses_force(actor) or _sector(actor).startswith(_BRAWLERS) for actor in told):
        return False
    return any(actor.kind is ActorKind.PERSON or actor.sector for actor in told)


def _uses_force(actor: Actor) -> bool:
    """Whether an actor is a state, or has arms: an army, rebels, the police, a gang."""
    sector = _sector(actor)
    armed = sector.startswith(("MIL", "REB", "COP", "UAF", "CRM", "SPY"))
    return (
        armed
        or actor.kind is ActorKind.STATE
        or (not sector and actor.kind in {ActorKind.GROUP, ActorKind.ORGANIZATION})
    )


def is_to_the_press(*sides: Sequence[Actor]) -> bool:
    """Whether all of a side are journalists or media: who meets them tells the public something."""
    return any(side and all((actor.sector or "").startswith("MED") for actor in side) for side in sides)


def _does_business(actor: Actor) -> bool:
    return (actor.sector or "").startswith("BUS")


def _is_general(token: Token, told: Sequence[Actor]) -> bool:
    """ "Most colleges demand", "a judge may sentence a defendant": what anybody of a kind does, in no past tense."""
    verb = token if token.pos_ == "VERB" else token.head
    past = verb.tag_ in {"VBD", "VBN", "VBG"} or any(
        child.tag_ in {"VBD", "VBN", "VBG"} for child in children(verb, "aux")
    )
    return bool(told) and not past and verb.tag_ in {"VBP", "VBZ", "VB"} and all(map(_is_anybody, told))


def _is_anybody(actor: Actor) -> bool:
    """Whether an actor is of a kind and nobody in particular: "police departments", "a judge"; not "the judge"."""
    words = actor.name.lower().split()
    opened = words[0] in {"a", "an", "most", "many", "some", "any", "other", "all"} or len(words) == 1
    return (
        actor.kind is ActorKind.UNNAMED
        and not actor.country
        and (opened or (words[-1].endswith("s") and words[0] not in _DEFINITE))
    )


def _sector(actor: Actor) -> str:
    """The role part of an actor's code: MIL of "KENMIL"."""
    return (actor.code or actor.sector or "").removeprefix(actor.country or "")


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
    sector = _sector(actor)
    return sector.startswith(("MIL", "REB", "UAF"))


def _may_muster(actor: Actor) -> bool:
    """Whether an actor has forces, or is a body of which nothing is known."""
    unknown = actor.kind in {ActorKind.ORGANIZATION, ActorKind.GROUP} and not actor.sector
    return unknown or _has_forces(actor)


def _has_forces(actor: Actor) -> bool:
    return actor.kind is ActorKind.STATE or _sector(actor).startswith(_ARMED)


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
    quoted = next((token.i for token in verb.doc[verb.i + 1 : verb.i + _NEAR_QUOTE] if token.is_quote), None)
    if quoted is not None and any(token.text == "?" for token in verb.doc[quoted : verb.sent.end]):
        return False
    if any(children(verb, "xcomp")) or any(child.lower_ == "for" for child in children(verb, "prep")):
        return True
    clauses = list(children(verb, "ccomp", "advcl"))
    if any(
        word.tag_ in {"WP", "WRB", "WDT"} or word.lower_ in {"if", "whether"}
        for c in clauses
        for word in c.lefts
    ):
        return False  # "was asked what he would say"
    return any(child.lower_ in {"to", "that"} for clause in clauses for child in clause.children)


def _is_blow(token: Token, frame: Frame) -> bool:
    """Whether the deed may be one of words: "attacked", "stepped up his attacks"."""
    if frame.code.type is not EventType.ASSAULT:
        return False
    if token.pos_ == "VERB" and "_" not in frame.lemma:
        fires_back = token.lemma_ in {"fire", "shoot"} and _goes_back(token)
        return token.lemma_.lower() in _VERBAL_BLOWS or fires_back
    return frame.lemma.rpartition("_")[2] in _NOMINAL_BLOWS and token.head.lemma_ != "order"


def _is_private_matter(kind: EventType, actors: Sequence[Actor], recipients: Sequence[Actor]) -> bool:
    """Whether nobody of the record is told: a tie among the people, or a feeling of theirs with no other side."""
    if not all(map(is_private, (*actors, *recipients))):
        return False
    return kind in _PUBLIC or (kind in _SPOKEN and not (actors and recipients))


def is_private(actor: Actor) -> bool:
    """Whether an actor is some of the people: neither a name, nor a country, nor a body, nor an office or force."""
    unnamed = actor.kind is ActorKind.UNNAMED
    return unnamed and not actor.country and (actor.sector or "CVL") in {"CVL", "BUS", "EDU"}


def _travels_for_others(actor: Actor) -> bool:
    """Whether a journey is of consequence: a virus arrives, and a couple flies to the sea."""
    sector = _sector(actor)
    return actor.kind is ActorKind.STATE or bool(sector and not sector.startswith(_PRIVATE))


def _in_office(recipients: Sequence[Actor]) -> bool:
    """Whether it befell people in office alone: an attack on them may be one of words."""
    people = {ActorKind.PERSON, ActorKind.UNNAMED}
    return bool(recipients) and all(
        a.kind in people and (a.sector or "").startswith(_OFFICE) for a in recipients
    )


def _has_a_cause(blow: Token) -> bool:
    """ "Attacked the senator over his remarks", "for backing the bill": a blow with its cause is one of words."""
    return any(
        preposition.lower_ == "over" or any(children(preposition, "pcomp"))
        for preposition in children(blow, "prep")
        if preposition.lower_ in {"over", "for"}
    )


def _takes_office(actors: Sequence[Actor], recipients: Sequence[Actor]) -> bool:
    """ "Took control of the council": one who is no fighter takes no land, and a body is no land."""
    bodies = bool(recipients) and all(actor.kind is ActorKind.ORGANIZATION for actor in recipients)
    alone = all(actor.kind is ActorKind.PERSON or _holds_office(actor) for actor in actors)
    return alone and (bodies or not any(map(_has_arms, actors)))


def _sits_in(actor: Actor) -> bool:
    """Whether an actor is unarmed people: students occupy a hall, "armed tribes" take land."""
    return (actor.sector or "").startswith("CVL") and "armed" not in actor.name.lower().split()


def _polices(actor: Actor) -> bool:
    """Whether an actor searches and arrests rather than fights."""
    return _sector(actor).startswith(("COP", "JUD", "GOV"))


def _is_aimed(launch: Token) -> bool:
    """ "Fired a missile at the port"; not "launched a missile from the coast", which shows force."""
    heads = (launch, *children(launch, "dobj", "nsubjpass"))
    return any(child.lower_ in _AT for head in heads for child in children(head, "prep"))


def _governs(actor: Actor) -> bool:
    """Whether an actor is a state, one of its bodies, or somebody in office."""
    sector = _sector(actor)
    return actor.kind is ActorKind.STATE or _holds_office(actor) or sector.startswith(STATE_SECTORS)


def _has_arms(actor: Actor) -> bool:
    """Whether an actor may strike in earnest: states, forces, rebels, crowds and whoever is not known to hold an office."""
    sector = _sector(actor)
    if actor.kind in {ActorKind.STATE, ActorKind.GROUP, ActorKind.UNNAMED}:
        return not sector.startswith(_UNARMED) or actor.kind is ActorKind.STATE
    return sector.startswith(("MIL", "REB", "COP", "UAF", "CRM")) or (
        not sector and actor.kind is ActorKind.PERSON
    )


def _holds_office(actor: Actor) -> bool:
    """Whether an actor is somebody in office, by name, or one whose blows are words: "the senator attacked"."""
    sector = actor.sector or ""
    unarmed = actor.kind is not ActorKind.STATE and sector.startswith(("LEG", "ELI", "PTY"))
    return unarmed or (actor.kind is ActorKind.PERSON and sector.startswith(_OFFICE))


def _done_to_an_idea(token: Token) -> bool:
    """Whether what the deed is done to is a thought, a text or an act: "attacked her candidacy", "destroy the rules"."""
    if token.pos_ != "VERB":
        return False
    things = [thing for child in children(token, "dobj", "nsubjpass") for thing in coordinated(child)]
    if token.tag_ == "VBN" and token.dep_ == "acl":
        things.append(token.head)
    common = [thing for thing in things if thing.pos_ == "NOUN"]
    return bool(common) and len(common) == len(things) and all(map(_is_idea, common))


def _dealt_by_an_idea(blow: Token) -> bool:
    """ "Besieged the ministry with questions", "burned by bad harvests"; not "hit by air strikes", which are deeds."""
    if blow.lemma_ not in _SOFT_BLOWS:
        return False
    dealt = [
        thing
        for by in children(blow, "agent", "prep")
        if by.lower_ in {"by", "with"}
        for thing in objects_of(by)
    ]
    return any(
        thing.pos_ == "NOUN" and _is_idea(thing) and thing.lemma_.lower() not in nouns() for thing in dealt
    )


def _is_no_gift(token: Token) -> bool:
    """ "Pay back the grant" settles a debt; "treated them like thieves" tells how, not with what."""
    if _goes_back(token):
        return True
    heads = (token, *children(token, "dobj"))
    return token.lemma_ == "treat" and any(
        child.lower_ in {"like", "as"} for head in heads for child in children(head, "prep")
    )


def _of_a_thing(release: Token) -> bool:
    """ "The release of a photo": not of somebody."""
    freed = [t for of in children(release, "prep") if of.lower_ == "of" for t in objects_of(of)]
    return (
        release.pos_ == "NOUN"
        and bool(freed)
        and all(t.pos_ == "NOUN" and not is_body(t.lemma_.lower()) for t in freed)
    )


def _is_idea(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in _RULES or is_idea(lemma)
