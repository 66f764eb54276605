"""Sentences from a record's data: who did what to whom, who says so, how many."""

from collections.abc import Iterable, Sequence

from onrecord.cli.dates import spoken, year_of
from onrecord.cli.phrases import Phrase, phrase_of, told_as
from onrecord.cli.terminal import Ink, Page, safe
from onrecord.record import Actor, ActorKind, Comparator, Event, Figure, MentionKind, Record, Span, Statement

_BOUNDS = {
    Comparator.EXACT: "",
    Comparator.ABOUT: "about ",
    Comparator.AT_LEAST: "at least ",
    Comparator.AT_MOST: "at most ",
    Comparator.MORE_THAN: "more than ",
    Comparator.LESS_THAN: "fewer than ",
}
_OPENERS = frozenset(
    "The A An One Two Three Four Five Some Several Many Most Both Its His Her Their Our My Other Another".split()
)
_LONGEST_QUOTE = 220
_QUOTES = "\"“”'‘’ "


class Teller:
    """Tells one record; names are looked up once."""

    def __init__(self, record: Record, page: Page) -> None:
        self.record, self.page = record, page
        self.text = record.report.text
        self.year = year_of(record.report.published)
        self.actors = {actor.id: actor for actor in record.actors}
        self.statements = {statement.id: statement for statement in record.statements}
        self.pronouns = {
            mention.span
            for actor in record.actors
            for mention in actor.mentions
            if mention.kind is MentionKind.PRONOUN
        }

    def event(self, event: Event, tellings: int = 1) -> str:
        """The event as a sentence: date, sides, verb as told, sources, the trigger in the report's words."""
        parts = [f"{self.date(event)}: {self._clause(event)}", *self._place(event)]
        told = ", ".join([*parts, *self.source(event.attribution)])
        again = f" (told {tellings} times)" if tellings > 1 else ""
        words = self.page.ink(f"[{self.words(event.trigger)}]", Ink.DIM)
        return f"{told}{again} {words}"

    def date(self, event: Event) -> str:
        """When it happened, as far as is known."""
        return spoken(event.start, event.end, event.precision, self.year)

    def source(self, attribution: Sequence[str]) -> list[str]:
        """`says A`, or `says A, citing B` for a chain; nothing in the reporter's own voice."""
        known = [self.statements[ref] for ref in attribution if ref in self.statements]
        if not known:
            return []
        outer, *inner = (self.speaker(statement) for statement in known)
        verb = "say" if len(known[0].speakers) > 1 else "says"
        return [f"{verb} {outer}", *(f"citing {name}" for name in dict.fromkeys(inner) if name != outer)]

    def chain(self, statement: Statement) -> str:
        """Who says it, from the outermost teller to the speaker."""
        links, seen = [statement], {statement.id}
        while (outer := self.statements.get(links[0].within or "")) and outer.id not in seen:
            links.insert(0, outer)
            seen.add(outer.id)
        return " > ".join(self.speaker(link) + (", unnamed" if link.anonymous else "") for link in links)

    def speaker(self, statement: Statement) -> str:
        """The speaker by name, or in the report's words where these say more than a pronoun."""
        names = listed(self._name(ref) for ref in statement.speakers)
        span = statement.speaker_span
        if span and span not in self.pronouns and not self._known_by_name(statement):
            names = _lowered(self.words(span))
        passed_on = listed(self._name(ref) for ref in statement.outlets)
        return self.page.ink(names or "someone", Ink.ACTOR) + (
            f" (as told by {passed_on})" if passed_on else ""
        )

    def quote(self, statement: Statement) -> str:
        """The content, in the report's words, as far as it fits."""
        content = " … ".join(self.words(span) for span in statement.content)
        bare = content.removeprefix("that ").strip(_QUOTES).rstrip(",").strip(_QUOTES)
        return self.page.ink(shortened(bare, _LONGEST_QUOTE), Ink.WORDS)

    def figure(self, figure: Figure) -> str:
        """The number, what it counts, what it belongs to, and who gives it."""
        written = self.words(figure.span)
        number = _amount(figure) or written
        event = next((event for event in self.record.events if event.id == figure.event), None)
        told = event and _between(self.words(event.trigger), figure)
        head = " ".join(part for part in (number, figure.unit, safe(figure.of or ""), told) if part)
        if figure.low != figure.high and not any(letter.isdigit() for letter in written):
            head += f" (“{written}”)"  # a reading of vague words: show the words
        speakers = [
            self.speaker(self.statements[ref]) for ref in figure.attribution if ref in self.statements
        ]
        return f"{head} — {' > '.join(speakers)}" if speakers else head

    def words(self, span: Span) -> str:
        """The report's own words, on one line and harmless."""
        return safe(span.of(self.text))

    def _clause(self, event: Event) -> str:
        phrase = phrase_of(event)
        actors = self.side(event.actors)
        if event.reciprocal and len(event.actors) > 1 and not event.recipients:
            phrase = phrase._replace(link="")
            after = "each other" if event.type == "ASSAULT" else ""
            return _joined(actors, self._verb(event, phrase), phrase.how, after)
        return _joined(
            actors or "someone", self._verb(event, phrase), phrase.how, *self._object(event, phrase)
        )

    def _verb(self, event: Event, phrase: Phrase) -> str:
        published = self.record.report.published or ""
        ahead = bool(published and event.start and event.start[:10] > published[:10])
        actors = [self.actors[ref] for ref in event.actors if ref in self.actors]
        return told_as(event.status, phrase, many=len(actors) > 1 or any(map(_is_many, actors)), ahead=ahead)

    def _object(self, event: Event, phrase: Phrase) -> list[str]:
        recipients = self.side(event.recipients)
        if not recipients and phrase.alone:
            return [phrase.after]
        return [phrase.link, recipients or "someone", phrase.after]

    def side(self, ids: Iterable[str]) -> str:
        """One side of an event, each actor with its code."""
        return listed(self._coded(ref) for ref in ids)

    def _coded(self, ref: str) -> str:
        actor = self.actors.get(ref)
        code = f" ({actor.code})" if actor and actor.code else ""
        return self.page.ink(self._name(ref), Ink.ACTOR) + code

    def _name(self, ref: str) -> str:
        return _lowered(safe(self.actors[ref].name)) if ref in self.actors else "someone"

    def _known_by_name(self, statement: Statement) -> bool:
        """Whether the actor's own name says more than the words of this statement: "the official" says less."""
        kinds = {self.actors[ref].kind for ref in statement.speakers if ref in self.actors}
        return ActorKind.PERSON in kinds or kinds == {ActorKind.UNNAMED}

    def _place(self, event: Event) -> list[str]:
        place = next((place for place in self.record.places if place.id == event.where), None)
        return [f"in {safe(place.name)}"] if place else []


def listed(names: Iterable[str]) -> str:
    """A, B and C, each once."""
    *rest, last = list(dict.fromkeys(names)) or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word where it is too long."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _lowered(name: str) -> str:
    """A description that opened a sentence, as it stands inside one."""
    first, space, _ = name.partition(" ")
    return name[0].lower() + name[1:] if space and first in _OPENERS else name


def _is_many(actor: Actor) -> bool:
    """Whether a description in the plural names the actor: officials, police, two gunmen."""
    last = actor.name.rsplit(" ", 1)[-1]
    plural = last.endswith("s") and not last.endswith(("ss", "us")) and last[:1].islower()
    return actor.kind in (ActorKind.UNNAMED, ActorKind.GROUP) and (
        plural or last in {"police", "people", "media"}
    )


def _amount(figure: Figure) -> str:
    """The number with its bound; a range where low and high differ."""
    if figure.low is None and figure.high is None:
        return ""
    ends = dict.fromkeys(f"{value:,.10g}" for value in (figure.low, figure.high) if value is not None)
    return _BOUNDS[figure.comparator] + "–".join(ends)


def _between(trigger: str, figure: Figure) -> str:
    """The event's word, unless what is counted says it already."""
    return "" if figure.of and trigger in figure.of else f"({trigger})"
