"""From a parse to events: triggers, frames, parties, code, status, time, place, source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from onrecord.actors import Cast
from onrecord.events.attribution import holding
from onrecord.events.background import background_reason
from onrecord.events.codebook import codes
from onrecord.events.coding import embedded, embedded_code, frames_of, is_by_telephone, is_topic, object_fits
from onrecord.events.contexts import contexts_of
from onrecord.events.dating import date_event
from onrecord.events.figures import attach, find_figures
from onrecord.events.lexicon import USER_VERBS, Frame, is_added, light
from onrecord.events.plausible import intended_code, recoded, refusal
from onrecord.events.promise import announced_code
from onrecord.events.roles import Parties, carrier_of, heads, of_noun, of_verb
from onrecord.events.status import status_of, told
from onrecord.events.trust import weighed
from onrecord.parsing import Parse, Token, children, coordinated, objects_after, objects_of, span_of, words_of
from onrecord.parsing.wordclasses import is_body
from onrecord.record import (
    ActorKind,
    Event,
    EventType,
    Figure,
    Place,
    PlaceKind,
    PlaceRole,
    Reason,
    Side,
    Skipped,
    Span,
    Statement,
    Status,
    Time,
    numbered,
)
from onrecord.statements import names_a_thing


@dataclass(frozen=True, slots=True)
class Findings:
    """What the events stage found."""

    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    skipped: tuple[Skipped, ...]
    places: tuple[Place, ...]
    cast: Cast


def find_events(
    parse: Parse,
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
    verbs: Mapping[str, tuple[Frame, ...]] | None = None,
    floor: float = 0.0,
) -> Findings:
    """The events and figures of a report, what was refused, and the places with their roles.

    `verbs` is the lexicon of a run whose user adds verbs (`with_verbs`); None is the shipped one. `floor` is the least trust
    (`onrecord.events.trust`), 0 to 1, with which an event is kept; at 0 none is weighed.
    """
    if verbs is not None:
        parse.doc.user_data[USER_VERBS] = verbs
    scene = _Scene(parse, cast, times, places, statements)
    for token in words_of(parse.doc, "VERB", "NOUN", "PROPN"):
        for frame in frames_of(token):
            if scene.code(token, frame):
                break
    told, skipped = scene.events, list[Skipped]()
    if floor:
        own = frozenset(event.reason.rule for event in scene.events if is_added(event.reason.rule, verbs))
        told, skipped = weighed(scene.events, parse, scene.cast, floor, own)
    figures = find_figures(parse, statements, told, times)
    events = attach(told, figures)
    return Findings(events, figures, (*scene.skipped, *skipped), scene.placed(told), scene.cast)


@dataclass
class _Scene:
    """One report while its events are found."""

    parse: Parse
    cast: Cast
    times: Sequence[Time]
    places: Sequence[Place]
    statements: Sequence[Statement]
    events: list[Event] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    contents: dict[int, str] = field(default_factory=dict)
    """Predicates that are the content of a demand, promise or threat, and its rule: they are no acts of their own."""

    def code(self, token: Token, frame: Frame) -> bool:
        """Code one trigger by one frame; True where the frame fits, coded or refused for good."""
        carrier = carrier_of(token)
        asked = self.contents.get(token.i) or (self.contents.get(carrier.i) if carrier is not None else None)
        if asked is not None:
            self.skipped.append(Skipped(span_of(token), "content", f"what {asked} is about"))
            return True
        parties = of_verb(token, frame) if token.pos_ == "VERB" else of_noun(token, frame)
        actors, recipients = self._sides(parties, frame)
        if not _fits(token, frame, actors, recipients, parties) or (
            frame.thing and self._done_to_a_party(token)
        ):
            return False
        inner = embedded(token, frame)
        told = [self.cast[actor] for actor in actors], [self.cast[actor] for actor in recipients]
        if (why := refusal(token, frame, inner, *told)) is not None:
            self.skipped.append(Skipped(span_of(token), why, frame.rule))
            self.contents |= {inner.i: frame.rule} if inner is not None and inner.pos_ == "VERB" else {}
            return True
        if not actors and not recipients:
            return False
        reason = background_reason(token, self.parse, literal="_" in frame.lemma)
        if reason is not None:
            self.skipped.append(Skipped(span_of(token), reason, frame.rule))
            return True
        self.events.append(self._event(token, frame, parties, actors, recipients))
        if "_" in frame.lemma:
            self.contents |= {child.i: frame.rule for child in children(token, "dobj")}
        return True

    def _sides(self, parties: Parties, frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The actors behind the words of either side; nobody is on both."""
        actors = self._behind([self._named(word) for word in heads(parties.actors)])
        words = [word for word in heads(parties.recipients) if word.lower_ not in _NEUTER]
        recipients = tuple(actor for actor in self._behind(words) if actor not in actors)
        if frame.code.cameo in _VISITS and actors and not recipients:
            recipients = self._visited(parties.recipients, actors)
        mutual = frame.reciprocal or any(map(_is_each_other, parties.recipients))
        if mutual and not recipients and len(actors) > 1:
            return actors[:1], actors[1:]
        return actors, recipients

    def _behind(self, words: Sequence[Token]) -> tuple[str, ...]:
        return tuple(filter(self._is_party, self.cast.ids(self._nearest(words))))

    def _named(self, word: Token) -> Token:
        """The word, or the name that it stands beside, "Dylan Roy, the 21-year-old charged with…"; of a number those who
        are counted, "thousands of Romanians"; of a gathering those who meet, "the OAU summit"."""
        if self.cast.holder(word) is not None:
            return word
        if word.dep_ == "appos":
            return word.head
        return next((other for other in _counted(word) if self.cast.holder(other) is not None), word)

    def _nearest(self, words: Sequence[Token]) -> list[Token]:
        """The words without the owners of others that somebody stands behind: "met the lawmaker's aide" is the aide alone."""
        held = [word for word in words if self.cast.holder(word) is not None]
        return [
            word
            for word in words
            if word.dep_ not in _OWNING or not any(other.is_ancestor(word) for other in held)
        ]

    def _visited(self, words: Sequence[Token], actors: tuple[str, ...]) -> tuple[str, ...]:
        """The state of the place that a visit goes to, where it is another's: "visited Baku" is a visit to Azerbaijan."""
        own = {self.cast[actor].country for actor in actors}
        for place in self.places:
            goes_there = any(place.span.start <= word.idx < place.span.end for word in words)
            if goes_there and place.country and place.country not in own:
                return (self._state(place, place.country),)
        return ()

    def _state(self, place: Place, country: str) -> str:
        known = (a.id for a in self.cast.actors if a.kind is ActorKind.STATE and a.country == country)
        if (found := next(known, None)) is not None:
            return found
        self.cast, newcomer = self.cast.admit(
            place.name,
            place.span,
            "the state of a place visited",
            kind=ActorKind.STATE,
            country=country,
            code=country,
        )
        return newcomer

    def _done_to_a_party(self, verb: Token) -> bool:
        """Whether the object is somebody: who blocks a bill of the government does not block the government."""
        return any(self.cast.holder(thing) is not None for thing in children(verb, "dobj", "nsubjpass"))

    def _is_party(self, actor: str) -> bool:
        """Whether an actor can do or suffer a deed: a law or a letter speaks, and does nothing."""
        known = self.cast[actor]
        if (
            known.name.rsplit(" ", 1)[-1].lower() in light()["no_party"]
            and known.kind is not ActorKind.PERSON
        ):
            return False
        return (
            known.kind is not ActorKind.UNNAMED or known.sector is not None or not names_a_thing(known.name)
        )

    def _event(
        self,
        token: Token,
        frame: Frame,
        parties: Parties,
        actors: tuple[str, ...],
        recipients: tuple[str, ...],
    ) -> Event:
        trigger = span_of(token)
        inner = embedded(token, frame)
        said = holding(trigger, self.statements, self.cast, self.parse.report.outlet)
        status = _told_of_both(token, parties, frame, said)
        predicate = parties.carrier or token
        plain = recoded(token, frame, [self.cast[actor] for actor in actors])
        mode = frame.mode if plain is frame.code else None
        if plain.cameo == "040" and is_by_telephone(predicate):
            plain, mode = codes()["041"], "phone"
        if plain is frame.code:
            meant = frames_of(inner) if inner is not None else ()
            intended = intended_code(frame, inner, meant)
            plain = codes()[intended or embedded_code(frame, inner)]
            if intended is not None and plain.type is not EventType.THREATEN and status is Status.HAPPENED:
                status = Status.PLANNED  # the deed itself is coded, and it is yet to come
        code = codes()[announced_code(plain.cameo, plain.type, status, predicate) if actors else plain.cameo]
        if inner is not None:
            carrier = carrier_of(inner)
            told = [inner, carrier] if carrier is not None and carrier != token else [inner]
            self.contents |= {word.i: frame.rule for word in told if word.pos_ == "VERB" or len(told) > 1}
        if code.type is EventType.ACCUSE:
            self.contents |= {deed.i: frame.rule for deed in _charges(token)}
        dating = date_event(token, self.times, self.parse, status)
        return Event(
            id=numbered("e", len(self.events)),
            type=code.type,
            mode=mode,
            contexts=contexts_of(token),
            cameo=code.cameo,
            quad=code.quad,
            goldstein=code.goldstein,
            actors=actors,
            recipients=recipients,
            missing=_missing(actors, recipients, frame),
            reciprocal=bool(recipients)
            and (frame.reciprocal or any(map(_is_each_other, parties.recipients))),
            trigger=trigger,
            evidence=_evidence(token, parties),
            status=status,
            when=dating.when,
            start=dating.start,
            end=dating.end,
            precision=dating.precision,
            basis=dating.basis,
            where=self._where(token),
            attribution=tuple(statement.id for statement in said),
            reason=Reason(rule=frame.rule),
        )

    def _where(self, token: Token) -> str | None:
        """The literal place that hangs on the trigger by a preposition of place."""
        clause = token if token.pos_ == "VERB" else token.head if token.head.pos_ == "VERB" else token
        heads = [token, *([clause] if clause != token else []), *children(clause, "dobj")]
        inside = {thing.idx for head in heads for thing in _place_words(head)}
        for place in self.places:
            if place.kind is PlaceKind.LITERAL and any(
                place.span.start <= i < place.span.end for i in inside
            ):
                return place.id
        return None

    def placed(self, events: Sequence[Event]) -> tuple[Place, ...]:
        """The places with their roles: where an event is, or what a statement is about; the others as they were."""
        held = {event.where for event in events}
        return tuple(self._with_role(place, place.id in held) for place in self.places)

    def _with_role(self, place: Place, held: bool) -> Place:
        if held:
            return msgspec.structs.replace(place, role=PlaceRole.EVENT)
        told_of = place.role is None and place.kind is PlaceKind.LITERAL
        if told_of and any(run.holds(place.span) for said in self.statements for run in said.content):
            return msgspec.structs.replace(place, role=PlaceRole.ABOUT)
        return place


_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "through", "throughout",
                                 "on", "over", "off", "along", "into"})  # fmt: skip


def _counted(word: Token) -> Iterator[Token]:
    """Those of whom a number or part is told, and the body that a gathering is of."""
    if word.pos_ in {"NUM", "PRON", "DET", "ADJ"} or word.lemma_.lower() in light()["portions"]:
        yield from objects_after(word, "of", "from", "among")
    if word.lemma_.lower() in light()["gatherings"]:
        yield from children(word, "compound", "nmod", "poss")
        yield from objects_after(word, "of")


_OWNING = frozenset({"poss", "compound", "amod", "nmod", "pobj"})


def _is_each_other(word: Token) -> bool:
    """ "Each other", "one another"."""
    return word.lower_ in {"other", "another"} and any(
        child.lower_ in {"each", "one"} for child in word.lefts
    )


_NEUTER = frozenset({"it", "this", "that"})
"""What is criticised, backed or refused as "it" is a plan or a deed far more often than a party."""
_VISITS = frozenset({"042", "087", "0871", "0872", "0873", "0874"})
"""Codes whose other side may be told as a place: visits, and withdrawals from it."""


def _charges(accusation: Token) -> Iterator[Token]:
    """What somebody is accused of: "charged him with killing two men and burning the shop"."""
    for preposition in children(accusation, "prep"):
        if preposition.lower_ in {"of", "with"}:
            for deed in children(preposition, "pcomp"):
                yield from coordinated(deed)


def _place_words(head: Token) -> list[Token]:
    return [
        thing
        for preposition in head.children
        if preposition.dep_ == "prep" and preposition.lower_ in _PLACE_PREPOSITIONS
        for named in objects_of(preposition)
        for thing in (named, *children(named, "compound", "appos", "nmod"))
    ]


def _fits(
    token: Token, frame: Frame, actors: tuple[str, ...], recipients: tuple[str, ...], parties: Parties
) -> bool:
    unnamed = frame.party and "obj" in frame.recipient and bool(actors) and _done_to_a_body(token)
    if (frame.party and not recipients and not unnamed) or (frame.both and not (actors and recipients)):
        return False
    if token.pos_ != "VERB":
        if token.lemma_.lower() in light()["standing"] and parties.carrier is None:
            return False
        aimed = any(child.lower_ in frame.recipient for child in children(token, "prep"))
        return not is_topic(token, bool(recipients or (actors and (parties.carrier or aimed))))
    wants_party = frame.party_only or (frame.reciprocal and "obj" in frame.recipient)
    if wants_party and not recipients and any(children(token, "dobj")):
        return False  # "the schools met the guidelines", "threatened the deal"
    return object_fits(token, frame)


def _done_to_a_body(verb: Token) -> bool:
    """Whether the object is somebody whom no actor stands for: "thanked the forensic teams", "expelled embassy staff"."""
    things = list(children(verb, "dobj", "nsubjpass"))
    return (
        bool(things)
        and all(is_body(thing.lemma_.lower()) for thing in things if thing.pos_ == "NOUN")
        and all(thing.pos_ == "NOUN" for thing in things)
    )


def _told_of_both(token: Token, parties: Parties, frame: Frame, holding: Sequence[Statement]) -> Status:
    """How an event is told; a noun's own words add to its verb's: "conducts regular air strikes" is a habit."""
    status = told(parties.carrier or token, holding)
    if status is not Status.HAPPENED:
        return status
    if parties.carrier is not None:
        own = status_of(token)
        return own if own in _OF_THE_NOUN else status
    things = children(token, "dobj") if "_" in frame.lemma and token.pos_ == "VERB" else ()
    return Status.HABITUAL if any(status_of(thing) is Status.HABITUAL for thing in things) else status


_OF_THE_NOUN = frozenset({Status.HABITUAL, Status.PLANNED, Status.POSSIBLE, Status.DENIED})


def _missing(actors: tuple[str, ...], recipients: tuple[str, ...], frame: Frame) -> tuple[Side, ...]:
    sides = []
    if not actors:
        sides.append(Side.ACTOR)
    if not recipients and (frame.recipient or not actors):
        sides.append(Side.RECIPIENT)
    return tuple(sides)


def _evidence(token: Token, parties: Parties) -> tuple[Span, ...]:
    found = {
        span_of(t) for t in (token, *parties.actors, *parties.recipients, *filter(None, (parties.carrier,)))
    }
    return tuple(sorted(found))
