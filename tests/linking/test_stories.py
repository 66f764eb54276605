"""Reports of one story share a label; the order of reports does not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onrecord.linking import stories
from onrecord.linking.clusters import clusters
from onrecord.linking.likeness import cosine, vectors
from onrecord.record import Report, text_hash

DAM = (
    "Engineers opened the spillway of the Karun dam after heavy rain, and villages downstream were evacuated."
)
DAM_AGAIN = (
    "Villages below the Karun dam were evacuated when engineers opened its spillway after days of rain."
)
STRIKE = "Dock workers in Durban walked out over unpaid overtime, and the port's cranes stood still."
TALKS = "Negotiators for the two ministries met in Oslo to discuss fishing quotas in the northern sea."


def report(number: int, text: str, published: str | None = "2024-05-05") -> Report:
    return Report(id=str(number), text=text, published=published, sha256=text_hash(text))


def grouped(reports: list[Report]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for one, label in zip(reports, stories(reports), strict=True):
        groups.setdefault(label, set()).add(one.id)
    return {frozenset(group) for group in groups.values()}


def test_stories_reports_in_like_words_are_one_story():
    given_reports = [report(n, text) for n, text in enumerate([DAM, STRIKE, DAM_AGAIN, TALKS])]
    assert grouped(given_reports) == {frozenset("02"), frozenset("1"), frozenset("3")}


def test_stories_a_month_apart_are_two():
    given_reports = [report(0, DAM), report(1, DAM, "2024-06-20"), report(2, STRIKE), report(3, TALKS)]
    assert frozenset("01") not in grouped(given_reports)


def test_stories_without_a_date_are_told_by_words_alone():
    given_reports = [report(0, DAM), report(1, DAM_AGAIN, None), report(2, STRIKE), report(3, TALKS)]
    assert frozenset("01") in grouped(given_reports)


def test_stories_label_names_the_first_report():
    assert stories([report(7, DAM), report(8, STRIKE)]) == ["story-7", "story-8"]


def test_stories_of_nothing_are_nothing():
    assert stories([]) == []


@given(some.permutations(range(4)))
def test_stories_do_not_depend_on_order(order):
    texts = [DAM, STRIKE, DAM_AGAIN, TALKS]
    assert grouped([report(n, texts[n]) for n in order]) == grouped([report(n, texts[n]) for n in range(4)])


def test_likeness_of_a_text_with_itself_is_one():
    one, other, _ = vectors([DAM, DAM, STRIKE])
    assert cosine(one, other) == pytest.approx(1.0)


def test_clusters_one_chance_link_joins_no_two_groups():
    strong = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.5}
    assert clusters(4, strong, 0.3) == [0, 0, 2, 2]
