"""Records built by hand: the views are tested on what a record says, not on what a model finds."""

import msgspec
import pytest

from onrecord.reading import report_of
from onrecord.record import (
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Comparator,
    Event,
    EventType,
    Figure,
    Mention,
    MentionKind,
    Place,
    PlaceKind,
    Precision,
    Quad,
    Reason,
    Record,
    Skipped,
    Span,
    Stance,
    Statement,
    StatementForm,
    Status,
    Time,
    TimeType,
)

TEXT = (
    "President Ana Ruiz telephoned Ben Okafor on Friday, the president's office said.\n"
    'A senior official said Ruiz had said: "We will help". About 2,000 people left Lima.\n'
    "Dear readers, please support us."
)


def spot(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def person(ref: str, words: str, code: str | None, *, kind: ActorKind = ActorKind.PERSON) -> Actor:
    mention = Mention(spot(words), MentionKind.NAME)
    return Actor(id=ref, name=words, kind=kind, code=code, mentions=(mention,), reason="name with a title")


def call(ref: str = "e1", **changes: object) -> Event:
    given: dict[str, object] = {
        "type": EventType.CONSULT, "cameo": "041", "mode": "phone", "quad": Quad.VERBAL_COOPERATION,
        "actors": ("a1",), "recipients": ("a2",), "trigger": spot("telephoned"), "status": Status.HAPPENED,
        "start": "2024-05-03", "end": "2024-05-04", "precision": Precision.DAY, "attribution": ("s1",),
        "reason": Reason(rule="phone call", score=0.912),
    }  # fmt: skip
    return Event(id=ref, **(given | changes))  # type: ignore[arg-type]


def record_with(*events: Event, text: str = TEXT, **report: str | None) -> Record:
    notice = spot("Dear readers, please support us.")
    told = report_of(text, published="2024-05-05", outlet="The Daily Example", **report)
    blocks = (
        Block(Span(0, notice.start), BlockKind.STORY),
        Block(notice, BlockKind.NOTICE, "appeal"),
    )
    told = msgspec.structs.replace(told, blocks=blocks)
    asserts: dict[str, object] = {
        "form": StatementForm.INDIRECT,
        "stance": Stance.ASSERTS,
        "reason": "verb of saying",
    }
    return Record(
        report=told,
        actors=(
            person("a1", "Ana Ruiz", "PERGOV"),
            person("a2", "Ben Okafor", "NGAGOV"),
            person("a3", "the president's office", "PERGOV", kind=ActorKind.ORGANIZATION),
            person("a4", "A senior official", None, kind=ActorKind.UNNAMED),
        ),
        times=(Time(id="t1", span=spot("Friday"), text="Friday", type=TimeType.DATE, value="2024-05-03"),),
        places=(Place(id="p1", span=spot("Lima"), name="Lima", kind=PlaceKind.LITERAL, country="PER"),),
        statements=(
            Statement(
                id="s1", speakers=("a3",), speaker_span=spot("the president's office"),
                cue=(spot("said."),), content=(Span(0, 50),), **asserts,  # type: ignore[arg-type]
            ),
            Statement(
                id="s2", speakers=("a4",), speaker_span=spot("A senior official"), anonymous=True,
                content=(spot("Ruiz had said: \"We will help\""),), **asserts,  # type: ignore[arg-type]
            ),
            Statement(
                id="s3", speakers=("a1",), content=(spot("\"We will help\""),), within="s2",
                form=StatementForm.DIRECT, stance=Stance.PROMISES, reason="quotation marks",
            ),
        ),
        events=events,
        figures=(
            Figure(
                id="f1", span=spot("2,000"), low=2000, high=2000, comparator=Comparator.ABOUT, of="people",
                attribution=("s1",),
            ),
        ),
        skipped=(Skipped(spot("left"), "history", None), Skipped(spot("had"), "history", None)),
    )  # fmt: skip


@pytest.fixture
def record() -> Record:
    return record_with(call(), call("e2", same_as="e1"))
