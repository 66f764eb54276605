"""Notices told from stories: the gold cases, and the rules one by one."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from onrecord.cleaning import clean
from onrecord.cleaning.cues import load_cues
from onrecord.cleaning.notices import notices_among
from onrecord.reading import report_of
from onrecord.record import BlockKind

GOLD = Path(__file__).parent.parent / "gold"
STORY = [
    "The two ministers met in the harbour town on Tuesday and agreed to reopen the ferry line.",
    "A spokesman for the port said that the first ship would sail before the end of the month.",
    "The line has been closed since the storm of November, when the pier gave way.",
    "Traders on both banks have asked for a customs post, a request that the north has so far refused.",
    "The next round of talks is planned for the spring.",
]


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).open(encoding="utf-8")]


def judged(case: dict[str, Any]) -> bool:
    """Whether the case is told apart as its gold says, and nothing of the story around it is lost."""
    at = {"start": 0, "middle": 2, "end": len(STORY)}[case["place"]]
    text = "\n".join([*STORY[:at], case["text"], *STORY[at:]])
    start = text.index(case["text"])
    end = start + len(case["text"])
    blocks = clean(report_of(text)).blocks
    inside = [block for block in blocks if start <= block.span.start < end]
    around_kept = all(block.kind is BlockKind.STORY for block in blocks if block not in inside)
    if case["kind"] == "story":
        return around_kept and all(block.kind is BlockKind.STORY for block in inside)
    reasons = {block.reason for block in inside}
    return (
        around_kept
        and None not in reasons
        and case.get("reason", min(filter(None, reasons), default=None)) in reasons
    )


@pytest.mark.parametrize("name", ["notices_set_aside.jsonl", "notices_lookalikes.jsonl"])
def test_gold_known_misses_are_exact(name: str) -> None:
    rows = cases(name)
    assert len(rows) == 60
    assert {row["id"] for row in rows if not judged(row)} == {
        row["id"] for row in rows if "known_miss" in row
    }


@pytest.mark.parametrize("name", ["notices_forms.jsonl", "notices_more.jsonl", "notices_unseen.jsonl"])
def test_forms_written_after_the_rules_are_served(name: str) -> None:
    rows = cases(name)
    assert {row["id"] for row in rows if not judged(row)} == {
        row["id"] for row in rows if "known_miss" in row
    }


def reasons_of(*tail: str) -> list[str | None]:
    return notices_among([*STORY, *tail])[len(STORY) :]


def test_run_takes_a_plain_paragraph_between_two_that_speak_along() -> None:
    run = (
        "A Message from The Harbour Gazette:",
        "We are under attack for our work.",
        "The ministry has closed eleven newspapers since the spring.",
        "Please support us, if you can.",
        "Maybe later",
    )
    assert reasons_of(*run) == ["appeal"] * 5


def test_run_ends_where_the_story_goes_on() -> None:
    run = ("Dear readers,", "We need your support for our journalism.", STORY[0], STORY[1])
    assert reasons_of(*run) == ["appeal", "appeal", None, None]


def test_letter_that_asks_for_nothing_is_a_story() -> None:
    assert reasons_of("Dear reader,", "I grew up by this river and I want to tell you of it.") == [None, None]


def test_letter_that_the_story_introduces_is_a_story() -> None:
    letter = ("The publisher's letter reads:", "Dear friends,", "We ask you to support our work.")
    assert reasons_of(*letter) == [None, None, None]


def test_quotation_over_several_paragraphs_is_story() -> None:
    plea = ('"Support our journalism, give what you can.', 'Become a member today," the editor wrote.')
    assert reasons_of(*plea) == [None, None]


def test_quotation_that_opens_anew_in_each_paragraph_is_story() -> None:
    plea = ("“Please support our newsroom with a donation.", "“Sign up for our newsletter,” she said.")
    assert reasons_of(*plea) == [None, None]


def test_prompt_that_follows_a_colon_of_read_more_is_no_letter() -> None:
    assert None not in reasons_of("Read more from the north:", "Follow us on Facebook.")


def test_prompt_with_a_day_that_recurs_is_a_prompt_and_one_that_happened_is_not() -> None:
    prompt = "Our editors pick five stories every Friday. Let us know where to send them."
    told = "Our editors, he wrote, picked five stories on Friday and would not send them."
    assert reasons_of(prompt) == ["newsletter"]
    assert reasons_of(told) == [None]


def test_correction_has_its_own_reason_before_other_notes() -> None:
    note = "Editor's note: An earlier version of this article misspelt the name of the village."
    assert reasons_of(note) == ["correction"]


def test_furniture_is_not_called_a_notice() -> None:
    text = "\n".join(["By Ana Prelog", *STORY, "* * *", "Advertisement"])
    kinds = [block.kind for block in clean(report_of(text)).blocks]
    assert kinds == [BlockKind.FURNITURE, *[BlockKind.STORY] * 5, BlockKind.FURNITURE, BlockKind.FURNITURE]


def test_title_as_the_first_line_stays_story() -> None:
    text = "\n".join(["Ministers meet in the harbour town", *STORY])
    assert (
        clean(report_of(text, title="Ministers meet in the harbour town")).blocks[0].kind is BlockKind.STORY
    )


def test_every_cue_can_be_called() -> None:
    cues = load_cues()
    assert all(word == word.lower() for word in cues.by_word)
    assert cues.firm | cues.furniture <= {
        cue.reason for called in cues.by_word.values() for cue in called
    } | {"separator"}


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "Aa ",
        "AA ",
        "and ",
        "1",
        "mar",
        "our ",
        "By A ",
        "Reporting by A",
        "share ",
        '"',
        "“",
        "support us ",
        "|",
        "A, ",
        "facebook ",
        "the A ",
        "agencies, ",
        "edited by A ",
    ],
)
def test_hostile_paragraphs_take_no_longer_than_their_length(piece: str) -> None:
    begun = time.perf_counter()
    for head in (
        "",
        "By ",
        "Updated at ",
        "Additional research: ",
        "— ",
        "Reporting by A B ",
        "Credit: ",
        "Source: ",
    ):
        notices_among([head + (piece * 230)[:220] + "!", head + (piece * 1_000_000)[:200_000] + "!"])
    assert time.perf_counter() - begun < 10


def test_a_million_short_lines_are_cut_and_judged_in_seconds() -> None:
    begun = time.perf_counter()
    text = "\n".join(STORY * 40) + "\nSign up.\n" * 60_000
    assert len(clean(report_of(text)).blocks) > 100_000 // 2
    assert time.perf_counter() - begun < 20


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "An open letter to the president:\nWe ask you to end this war.\nSupport us.",
            "a letter, but not to readers",
        ),
        ("The statement said: We regret the error and thank our readers.", "a regret that is passed on"),
        ("An earlier version of this article of the law was struck down.", "an article of a law"),
        ("Ana Prelog is a professor who fled the city and now lives in the north.", "a person of the story"),
        ("Watch: that was the order the captain gave before the boat went down.", "a colon, but no link"),
        ("The report was updated to include 14 more names, the commission said.", "somebody else's report"),
        ("By Thursday, the town had fallen silent.", "a day"),
        ("Updated figures showed 41 dead.", "figures, not a time stamp"),
        ("BY THE NUMBERS", "a heading"),
    ],
)
def test_what_only_sounds_like_a_notice_is_story(text: str, why: str) -> None:
    assert not any(reasons_of(*text.split("\n"))), why
