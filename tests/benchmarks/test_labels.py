"""Labels of the news as offsets, and whether a coded event agrees with one."""

from pathlib import Path

import pytest
from benchmarks.labels import LABELS, Label, Party, agrees, head_of, labels, line_of

import onrecord
from onrecord.record import EventType, Span

TEXT = "Kenya's foreign minister met the mayor of Pisa. He thanked Italy."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def label(kinds: str, trigger: str, actors: list[Party], recipients: list[Party]) -> Label:
    sentence = Span(0, 47) if trigger == "met" else Span(48, len(TEXT))
    return Label(
        "0" * 16,
        sentence,
        span(trigger),
        tuple(kinds.split("/")),
        "happened",
        tuple(actors),
        tuple(recipients),
    )


MET = label(
    "CONSULT", "met", [Party(span("Kenya's foreign minister"), None)], [Party(span("mayor of Pisa"), None)]
)
THANKED = label(
    "SUPPORT/CONSULT",
    "thanked",
    [Party(span("He"), "Kenya's foreign minister")],
    [Party(span("Italy"), None)],
)


def test_a_row_is_read_as_it_is_written(tmp_path: Path) -> None:
    table = tmp_path / "labels.tsv"
    table.write_text("".join(f"{line_of(one)}\n" for one in (MET, THANKED)), encoding="utf-8")
    assert list(labels(table)) == [MET, THANKED]


@pytest.mark.parametrize(
    ("words", "head"),
    [("the mayor of Pisa", "mayor"), ("Foreign Minister Ana Ruiz", "Ruiz"), ("Oman’s", "Oman"), ("U.S.", "U.S."),
     ("Dana Lee, who leads the union", "Lee")],
)  # fmt: skip
def test_the_head_of_a_party(words: str, head: str) -> None:
    assert head_of(Span(0, len(words)), words).of(words) == head


def test_an_event_agrees_with_its_label_and_with_no_other() -> None:
    record = onrecord.code(TEXT, published="2024-05-05")
    actors = {actor.id: actor for actor in record.actors}
    met = next(event for event in record.events if event.type is EventType.CONSULT)
    assert agrees(met, actors, MET, TEXT)
    assert not agrees(met, actors, MET._replace(kinds=("AID",)), TEXT)
    assert not agrees(met, actors, MET._replace(actors=MET.recipients, recipients=MET.actors), TEXT)
    assert not agrees(met, actors, MET._replace(recipients=()), TEXT), (
        "a side that nobody tells must stay empty"
    )


def test_the_table_bears_offsets_and_no_words_of_the_news() -> None:
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        digest, sentence, trigger, kinds, *_ = line.split("\t")
        assert (
            len(digest) == 16 and sentence.replace("-", "").isdigit() and trigger.replace("-", "").isdigit()
        )
        assert set(kinds.split("/")) <= {kind.value for kind in EventType} | {"NONE"}
