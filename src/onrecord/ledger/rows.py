"""The rows that people and programs ask for: a record's things with names in the place of ids."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.record import Actor, Event, Figure, Place, Record, Role, Span, Statement

_LONGEST = 600
"""Code points of the words quoted around an event."""
_ENDS = re.compile(r"(?<=[.!?][\"”’')]) +|(?<=[.!?]) +(?=[\"“‘'(]?[A-Z])|\n+")


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as it stands in a row."""

    id: str
    name: str
    kind: str
    country: str | None = None
    code: str | None = None


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """The place of an event."""

    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of an event; ids bear the report's id before a colon, spans are code points of its text."""

    id: str
    report: str
    outlet: str | None
    url: str | None
    published: str | None
    type: str
    mode: str | None
    cameo: str | None
    quad: int
    goldstein: float | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    missing: tuple[str, ...]
    reciprocal: bool
    start: str | None
    end: str | None
    precision: str | None
    basis: str | None
    place: Where | None
    sources: tuple[str, ...]
    """Who says it, outermost first; empty where the reporter does."""
    attribution: tuple[str, ...]
    same_as: str | None
    trigger: Span
    words: str
    """The sentence that tells it."""


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with its speakers."""

    id: str
    report: str
    outlet: str | None
    url: str | None
    published: str | None
    speakers: tuple[Party, ...]
    carried_by: tuple[Party, ...]
    source: str
    anonymous: bool
    form: str
    stance: str
    within: str | None
    cue: str
    content: str
    span: Span | None


class FigureRow(msgspec.Struct, frozen=True, kw_only=True):
    """One figure, what it counts, and who gives it."""

    id: str
    report: str
    outlet: str | None
    url: str | None
    published: str | None
    low: float | None
    high: float | None
    comparator: str
    unit: str | None
    counts: str | None
    event: str | None
    type: str | None
    start: str | None
    sources: tuple[str, ...]
    span: Span
    words: str


class Rows:
    """The rows of one record; names are looked up once.

    Args:
        record: what was coded.
        report: the id that its report has in the ledger.
    """

    def __init__(self, record: Record, report: str) -> None:
        self.record, self.report, self.text = record, report, record.report.text
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in record.actors}
        self.places: Mapping[str, Place] = {place.id: place for place in record.places}
        self.said: Mapping[str, Statement] = {statement.id: statement for statement in record.statements}
        self.told: Mapping[str, Event] = {event.id: event for event in record.events}

    def events(self) -> Iterator[EventRow]:
        """One row per telling."""
        head = self.record.report
        for event in self.record.events:
            yield EventRow(
                id=self.named(event.id), report=self.report, outlet=head.outlet, url=head.url,
                published=head.published, type=event.type.value, mode=event.mode, cameo=event.cameo,
                quad=event.quad, goldstein=event.goldstein, status=event.status.value,
                actors=self.parties(event.actors), recipients=self.parties(event.recipients),
                missing=tuple(side.value for side in event.missing), reciprocal=event.reciprocal,
                start=event.start, end=event.end, precision=event.precision and event.precision.value,
                basis=event.basis and event.basis.value, place=self._where(event),
                sources=self.sources(event.attribution), attribution=tuple(map(self.named, event.attribution)),
                same_as=event.same_as and self.named(event.same_as), trigger=event.trigger,
                words=sentence_at(self.text, event.trigger),
            )  # fmt: skip

    def statements(self) -> Iterator[StatementRow]:
        """One row per statement."""
        head = self.record.report
        for told in self.record.statements:
            runs = [*told.cue, *told.content]
            yield StatementRow(
                id=self.named(told.id), report=self.report, outlet=head.outlet, url=head.url,
                published=head.published, speakers=self.parties(told.speakers), carried_by=self.parties(told.outlets),
                source=self._speaker(told), anonymous=told.anonymous, form=told.form.value,
                stance=told.stance.value, within=told.within and self.named(told.within),
                cue=self._words(told.cue), content=self._words(told.content),
                span=Span(min(run.start for run in runs), max(run.end for run in runs)) if runs else None,
            )  # fmt: skip

    def figures(self) -> Iterator[FigureRow]:
        """One row per figure; its day is its event's."""
        head = self.record.report
        for figure in self.record.figures:
            event = self.told.get(figure.event or "")
            yield FigureRow(
                id=self.named(figure.id), report=self.report, outlet=head.outlet, url=head.url,
                published=head.published, low=figure.low, high=figure.high, comparator=figure.comparator.value,
                unit=figure.unit, counts=_counted(figure, event), event=figure.event and self.named(figure.event),
                type=event.type.value if event else None, start=event.start if event else None,
                sources=self.sources(figure.attribution), span=figure.span,
                words=sentence_at(self.text, figure.span),
            )  # fmt: skip

    def named(self, thing: str) -> str:
        """The id of a thing in the ledger."""
        return f"{self.report}:{thing}"

    def parties(self, ids: Sequence[str]) -> tuple[Party, ...]:
        """The actors behind the ids."""
        known = [self.actors[ref] for ref in ids if ref in self.actors]
        return tuple(
            Party(id=a.id, name=a.name, kind=a.kind.value, country=a.country, code=a.code) for a in known
        )

    def sources(self, attribution: Sequence[str]) -> tuple[str, ...]:
        """Who says it, outermost first."""
        return tuple(self._speaker(self.said[ref]) for ref in attribution if ref in self.said)

    def _speaker(self, told: Statement) -> str:
        names = [_lowered(party.name) for party in self.parties(told.speakers)]
        if not names:
            return "unnamed"
        return " and ".join(names) + (" (unnamed)" if told.anonymous else "")

    def _where(self, event: Event) -> Where | None:
        place = self.places.get(event.where or "")
        if place is None:
            return None
        return Where(
            name=place.name, country=place.country, admin1=place.admin1, lat=place.lat, lon=place.lon,
            geonameid=place.geonameid,
        )  # fmt: skip

    def _words(self, spans: Sequence[Span]) -> str:
        return " … ".join(span.of(self.text) for span in spans)


def spoken_roles(roles: Sequence[Role]) -> list[str]:
    """The titles of an actor, once each."""
    return list(dict.fromkeys(role.title for role in roles))


def sentence_at(text: str, span: Span, longest: int = _LONGEST) -> str:
    """The sentence around a span, white space as it stands, cut to a bound."""
    low, high = max(0, span.start - longest // 2), min(len(text), span.end + longest // 2)
    before = [found.end() for found in _ENDS.finditer(text, low, span.start)]
    after = next((found.start() for found in _ENDS.finditer(text, span.end, high)), None)
    start = before[-1] if before else _at_a_word(text, low)
    words = " ".join(text[start : high if after is None else after].split())
    return f"{'…' if start and not before else ''}{words}{'…' if after is None and high < len(text) else ''}"


def _at_a_word(text: str, start: int) -> int:
    while 0 < start < len(text) and not text[start - 1].isspace():
        start += 1
    return start


def _lowered(name: str) -> str:
    """ "A senior diplomat" inside a line is "a senior diplomat"."""
    first = name.split(" ", 1)[0]
    return (
        name[0].lower() + name[1:]
        if first in {"A", "An", "The", "Two", "Some", "Its", "His", "Her"}
        else name
    )


def _counted(figure: Figure, event: Event | None) -> str | None:
    """What a figure counts: the words it stands with, else the class of the event that it measures."""
    return figure.of or (event.type.value.lower() if event else None)
