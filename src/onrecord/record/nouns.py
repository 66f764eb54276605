"""The nouns of the record: immutable, typed, without behaviour beyond their own consistency.

They are msgspec structs: frozen, compared by value, encoded to JSON ten times faster than dataclasses,
decoded with validation, and the source of the JSON Schema, so that types, bytes and schema agree.

Every span is a half-open pair of code-point offsets into `Report.text`. Unknown is `None`, `False` or `()`.
Dates are ISO 8601 strings, `start` inclusive and `end` exclusive.
"""

from typing import NamedTuple

import msgspec

from onrecord.record.vocabulary import (
    ActorKind,
    BlockKind,
    Comparator,
    EventType,
    MentionKind,
    PlaceKind,
    PlacePrecision,
    PlaceRole,
    Precision,
    Quad,
    RoleBasis,
    Side,
    Stance,
    StatementForm,
    Status,
    TimeBasis,
    TimeMod,
    TimeType,
)

SCHEMA = "onrecord/1"


class Span(NamedTuple):
    """Half-open code-point offsets into the report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span points at."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


class Block(msgspec.Struct, frozen=True):
    """A paragraph of the text, or a run of paragraphs of one kind."""

    span: Span
    kind: BlockKind
    reason: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One news report as it was read; `blocks` are empty until it is cleaned."""

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()


class Role(msgspec.Struct, frozen=True):
    """An office or title that an actor holds, for a time where that is known."""

    title: str
    country: str | None = None
    organization: str | None = None
    start: str | None = None
    end: str | None = None
    basis: RoleBasis = RoleBasis.TEXT
    span: Span | None = None


class Mention(msgspec.Struct, frozen=True):
    """One place in the text where an actor is referred to."""

    span: Span
    kind: MentionKind


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who acts, is acted upon, or speaks; `code` is a CAMEO chain of country and sector: ISRGOV."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    wikidata: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reason: str


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression: TIMEX3 value and modifier, and the interval it stands for."""

    id: str
    span: Span
    text: str
    type: TimeType
    value: str
    mod: TimeMod | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    anchor: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A toponym and what it was resolved to; `refused` names the candidates not chosen."""

    id: str
    span: Span
    name: str
    kind: PlaceKind
    role: PlaceRole | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: PlacePrecision | None = None
    refused: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Words or thoughts that the report passes on: who, by which cue, and what."""

    id: str
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    speaker_span: Span | None = None
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    form: StatementForm
    stance: Stance
    anonymous: bool = False
    within: str | None = None
    reason: str


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """How an event came to be: the rule or model, its score, and what was refused on the way."""

    rule: str | None = None
    model: str | None = None
    score: float | None = None
    refused: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of who did what to whom."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: Quad
    goldstein: float | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    missing: tuple[Side, ...] = ()
    reciprocal: bool = False
    trigger: Span
    evidence: tuple[Span, ...] = ()
    status: Status
    when: str | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    basis: TimeBasis | None = None
    where: str | None = None
    attribution: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    same_as: str | None = None
    reason: Reason


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number, what it counts and who gives it; `of` is the text of `of_span`, `unit` a currency."""

    id: str
    span: Span
    low: float | None = None
    high: float | None = None
    comparator: Comparator = Comparator.EXACT
    unit: str | None = None
    of: str | None = None
    of_span: Span | None = None
    event: str | None = None
    attribution: tuple[str, ...] = ()


class Skipped(msgspec.Struct, frozen=True):
    """What was looked at and refused, with a typed reason."""

    span: Span
    reason: str
    detail: str | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one report."""

    schema: str = SCHEMA
    report: Report
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to which event is told between two given parties; `score` in [0, 1] ranks the answers."""

    type: EventType
    mode: str | None = None
    status: Status
    cameo: str | None = None
    score: float
    reason: Reason
