"""The view for people: a report's head, then events, statements, figures, and what was set aside."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from onrecord.cli.dates import day
from onrecord.cli.sentences import Teller, shortened
from onrecord.cli.terminal import Ink, Page, safe
from onrecord.record import Block, BlockKind, Place, Record, Stance

_INDENT = 6
_FIRST_WORDS = 60


def table(record: Record, page: Page) -> list[str]:
    """The lines of one record."""
    teller = Teller(record, page)
    sections = (
        ("Events", _events(teller)),
        ("Statements", _statements(teller)),
        ("Figures", _figures(teller)),
        ("Times and places", _circumstances(teller)),
        ("Set aside", _set_aside(teller)),
    )
    lines = list(head(record, page))
    for title, rows in sections:
        body = [line for label, text in rows for line in page.wrap(text, label=f"  {label}", indent=_INDENT)]
        if body:
            lines += ["", page.ink(title, Ink.BOLD), *body]
    return lines


def head(record: Record, page: Page) -> Iterator[str]:
    """Title or first words, then outlet, day, byline, length and id."""
    report = record.report
    story = next(
        (block.span.of(report.text) for block in report.blocks if block.kind is BlockKind.STORY), report.text
    )
    title = safe(report.title) if report.title else shortened(safe(story), page.width - 4)
    yield page.ink("─" * page.width, Ink.DIM)
    yield from (page.ink(line, Ink.BOLD) for line in page.wrap(title))
    facts = (
        report.outlet,
        day(report.published) if report.published else "day of publication unknown",
        f"by {report.byline}" if report.byline else None,
        f"{len(report.text.split()):,} words",
        f"report {report.id}",
    )
    yield from page.wrap(" · ".join(safe(fact) for fact in facts if fact))
    if report.url:
        yield safe(report.url)


def _events(teller: Teller) -> Iterator[tuple[str, str]]:
    """One row per occurrence; retellings are counted on the first telling."""
    events = teller.record.events
    tellings = Counter(event.same_as or event.id for event in events)
    known = {event.id for event in events}
    for event in events:
        if event.same_as not in known:
            yield event.id, teller.event(event, tellings[event.id])
    if not events:
        yield "–", "none is told"


def _statements(teller: Teller) -> Iterator[tuple[str, str]]:
    for statement in teller.record.statements:
        stance = "" if statement.stance is Stance.ASSERTS else f" ({statement.stance})"
        yield statement.id, f"{teller.chain(statement)}{stance}: “{teller.quote(statement)}”"


def _figures(teller: Teller) -> Iterator[tuple[str, str]]:
    for figure in teller.record.figures:
        yield figure.id, teller.figure(figure)


def _circumstances(teller: Teller) -> Iterator[tuple[str, str]]:
    times = dict.fromkeys(f"{safe(time.text)} ({time.value})" for time in teller.record.times)
    places = dict.fromkeys(_placed(place) for place in teller.record.places)
    for noun, found in (("times", times), ("places", places)):
        if found:
            yield "·", f"{noun}: {'; '.join(found)}"


def _placed(place: Place) -> str:
    where = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{safe(place.name)} ({where})" if where else f"{safe(place.name)} (not resolved)"


def _set_aside(teller: Teller) -> Iterator[tuple[str, str]]:
    """Notices and furniture by their first words; refused spans grouped by reason."""
    runs = groupby(teller.record.report.blocks, key=lambda block: (block.kind, block.reason))
    for (kind, _), run in runs:
        if kind is not BlockKind.STORY:
            yield "·", _noticed(list(run), teller)
    refused: dict[str, list[str]] = defaultdict(list)
    for skipped in teller.record.skipped:
        refused[skipped.reason].append(teller.words(skipped.span))
    for reason, words in refused.items():
        yield "·", f"{_spoken(reason)}: {_some(words)}"


def _noticed(run: list[Block], teller: Teller) -> str:
    """A run of paragraphs of one kind, by its first words and its length."""
    first, words = run[0], sum(len(block.span.of(teller.text).split()) for block in run)
    kind = _spoken(f"{first.kind}, {first.reason}" if first.reason else first.kind)
    paragraphs = f"{len(run)} paragraphs, " if len(run) > 1 else ""
    opening = shortened(teller.words(first.span), _FIRST_WORDS)
    return f"{kind}: “{opening}” ({paragraphs}{words:,} words)"


def _spoken(reason: str) -> str:
    return safe(reason.replace("_", " "))


def _some(words: Iterable[str]) -> str:
    counted = Counter(shortened(word, _FIRST_WORDS) for word in words)
    return ", ".join(f"“{word}”" + (f" ×{times}" if times > 1 else "") for word, times in counted.items())
