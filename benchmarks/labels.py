"""What readers said of predicates in the news sample (`training/news/labels.tsv`), and whether a coded event agrees.

A row is a digest of the report's first part, the offsets of sentence and predicate, class, status and parties: no word of the
news is in the repository. `scripts/event_sheets.py` makes the table, `training/GUIDELINES.md` is what its readers went by.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from onrecord.record import Actor, MentionKind, Span

LABELS = Path(__file__).parents[1] / "training" / "news" / "labels.tsv"
JUDGED = LABELS.with_name("judged.tsv")
"""Events that the program told, judged by readers, and what was wrong of them put right: they weigh the encoder, which never sees
them while it learns."""
LONGEST = 4_000
"""Code points of a report that were read."""
HELD = 5
"""One labelled report in so many is not shown to the encoder while it learns: figures are measured there."""
_SURE = 1.5
"""Factuality from which a predicate is a fact, and under the negative of which it is denied."""
NOTHING = "NONE"
_TAIL = re.compile(r",| (?:of|in|from|for|who|that|which|at|on|with|and|near|inside) ")
_OWNER = re.compile(r"['’]s?$")
_INITIAL = 3


class Party(NamedTuple):
    """A party's words, and for a pronoun whom it means; offsets into the report's text."""

    span: Span
    meant: str | None


class Label(NamedTuple):
    """What a reader says of one predicate; the spans are offsets into the report's text."""

    digest: str
    sentence: Span
    trigger: Span
    kinds: tuple[str, ...]
    """Classes that fit, the best first; NONE alone where no event is told."""
    status: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]

    @property
    def tells(self) -> bool:
        """Whether an event is told."""
        return self.kinds != (NOTHING,)


def class_of(degree: float) -> int:
    """The class of a degree of factuality, -3 to 3, among `onrecord.events.telling.CLASSES`: fact, open or denied."""
    return 0 if degree >= _SURE else 2 if degree <= -_SURE else 1


def digest_of(text: str) -> str:
    """The name that a report's first part goes by."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def is_held(digest: str) -> bool:
    """Whether a labelled report is held back from the encoder."""
    return int(digest[:8], 16) % HELD == 0


def news(path: str | Path, longest: int | None = LONGEST) -> list[dict[str, Any]]:
    """The reports of the sample, each with its first part as its text; None gives the whole."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row | {"text": row["text"][:longest]} for row in rows]


def line_of(label: Label) -> str:
    """A row of the table."""

    def side(told: Sequence[Party]) -> str:
        return (
            ";".join(f"{p.span.start}-{p.span.end}" + (f"={p.meant}" if p.meant else "") for p in told) or "-"
        )

    spans = (f"{span.start}-{span.end}" for span in (label.sentence, label.trigger))
    told = [side(label.actors), side(label.recipients)]
    return "\t".join([label.digest, *spans, "/".join(label.kinds), label.status or "-", *told])


def labels(path: Path = LABELS) -> Iterator[Label]:
    """The rows of the table."""
    for line in path.read_text(encoding="utf-8").splitlines():
        digest, sentence, trigger, kinds, status, *sides = line.split("\t")
        told = (tuple(map(_party, side.split(";"))) if side != "-" else () for side in sides)
        yield Label(
            digest, _span(sentence), _span(trigger), tuple(kinds.split("/")),
            None if status == "-" else status, *told,
        )  # fmt: skip


def _party(written: str) -> Party:
    span, _, meant = written.partition("=")
    return Party(_span(span), meant or None)


def _span(written: str) -> Span:
    start, end = written.split("-")
    return Span(int(start), int(end))


class Telling(Protocol):
    """As much of an event as is held against a label."""

    @property
    def type(self) -> str:
        """The PLOVER class."""

    @property
    def actors(self) -> Sequence[str]:
        """The ids of those who act."""

    @property
    def recipients(self) -> Sequence[str]:
        """The ids of those to whom it is done."""


def agrees(event: Telling, actors: Mapping[str, Actor], label: Label, text: str) -> bool:
    """Whether class, actor and recipient of an event are those of the label."""
    return event.type in label.kinds and all(
        side_agrees((actors[ref] for ref in ids), told, text)
        for ids, told in ((event.actors, label.actors), (event.recipients, label.recipients))
    )


def side_agrees(coded: Iterable[Actor], told: Sequence[Party], text: str) -> bool:
    """Whether a side names nobody but those that the reader names, and somebody where the reader does."""
    found = [any(_is(actor, party, text) for party in told) for actor in coded]
    return all(found) and bool(found) == bool(told)


def _is(actor: Actor, party: Party, text: str) -> bool:
    if party.meant is not None and party.meant != "?":
        return _alike(actor.name, party.meant) or any(
            _alike(mention.span.of(text), party.meant)
            for mention in actor.mentions
            if mention.kind is not MentionKind.PRONOUN
        )
    words, end = party.span.of(text), head_of(party.span, text).end
    return any(m.span.start < end <= m.span.end for m in actor.mentions) or (
        words[:1].isupper() and _alike(actor.name, words)
    )


def head_of(party: Span, text: str) -> Span:
    """The last word of a party's words before what only says more of it: "the mayor of Pisa" > "mayor"."""
    words = _OWNER.sub("", _TAIL.split(party.of(text), maxsplit=1)[0].rstrip())
    start = words.rfind(" ") + 1
    return Span(party.start + start, party.start + len(words))


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word that is a name's."""
    return not _words(one).isdisjoint(_words(other))


def _words(name: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w+", name.lower()) if len(word) > _INITIAL}
