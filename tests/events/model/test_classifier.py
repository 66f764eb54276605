"""The classifier answers with classes and shares; it is loaded only when asked."""

import subprocess
import sys

import pytest

import onrecord
from onrecord.events.model.classifier import answers
from onrecord.events.model.marking import Question
from onrecord.record import EventType, Span

PLAIN = [
    ("Kenya accused Somalia of sheltering the raiders.", "Kenya", "Somalia", EventType.ACCUSE),
    ("Chad sent 40 trucks of grain to Niger.", "Chad", "Niger", EventType.AID),
    ("Serbian gunners shelled Bosnian villages overnight.", "Serbian gunners", "Bosnian villages", EventType.ASSAULT),
    ("Peru's president met the foreign minister of Chile in Lima.", "Peru's president", "the foreign minister of Chile",
     EventType.CONSULT),
]  # fmt: skip


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(("text", "actor", "recipient", "kind"), PLAIN)
def test_classifier_names_a_plain_event(text, actor, recipient, kind):
    (answer,) = answers([Question(text, span(text, actor), span(text, recipient))])
    assert answer.opinions[0].type is kind


def test_opinions_are_shares_in_order():
    found = answers([Question("Kenya met Somalia.", Span(0, 5), Span(10, 17))])[0].opinions
    assert len(found) == len(EventType) + 1
    assert sum(opinion.score for opinion in found) == pytest.approx(1, abs=0.02)
    assert [o.score for o in found] == sorted((o.score for o in found), reverse=True)


def test_relate_says_what_the_lexicon_said_where_they_differ():
    text = "Norway wired 3 million euros to flooded Mozambique."
    best = onrecord.relate(text, actor=span(text, "Norway"), recipient=span(text, "Mozambique"))[0]
    assert best.type is EventType.AID
    assert best.reason.model
    if best.reason.rule is None:
        assert best.reason.refused, "the lexicon's answer stands beside the classifier's"


def test_classifier_is_not_loaded_where_it_is_off():
    program = (
        "import onrecord, sys; from onrecord.config import SecondOpinion, Settings; "
        "coder = onrecord.Coder(Settings(second_opinion=SecondOpinion.OFF)); "
        "next(coder.pipe(['Kenya met Somalia on Friday.'])); print('onnxruntime' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
