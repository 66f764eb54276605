"""Which predicates are worth a question: those that may tell an event, the likeliest first, so many of a report and no more."""

from conftest import parse_of, told_at
from onrecord.actors import find_actors, load_registry
from onrecord.events.alone import FEWEST, WORDS, candidates, worth_asking
from onrecord.events.asking import hope, is_askable
from onrecord.events.find import Findings, find_events
from onrecord.parsing import Parse

REGISTRY = load_registry()


def found_in(parse: Parse) -> Findings:
    return find_events(parse, find_actors(parse, REGISTRY), (), (), ())


def test_verbs_with_somebody_and_nouns_of_acts_may_tell_something():
    parse = parse_of("The crackdown by police on traders went on. Lamps glowed. It rained.")
    askable = {token.text for token in parse.doc if is_askable(token)}
    assert "crackdown" in askable
    assert not askable & {"police", "traders", "Lamps"}


def test_a_deed_of_soldiers_has_more_hope_than_a_thing_that_lies():
    parse = parse_of("Burundian soldiers ransacked a clinic. The valley lies below the town.")
    cast = find_actors(parse, REGISTRY)
    hopes = {token.text: hope(token, cast) for token in parse.doc}
    assert hopes["ransacked"] > hopes["lies"]


def test_questions_are_bounded_and_in_order_of_the_text():
    parse = parse_of("Burundian soldiers upended the market and its traders wept. " * 60)
    found = found_in(parse)
    asked = [one.word.i for one in worth_asking(parse, found)]
    assert len(list(candidates(parse, found))) > len(asked)
    assert len(asked) <= FEWEST + len(parse.doc) // WORDS
    assert asked == sorted(asked)


def test_what_is_asked_for_is_not_told_as_done():
    text = "Mexico urged Cuba on Tuesday to repatriate the stowaways."
    parse = parse_of(text, "2024-05-14")
    assert "repatriate" not in {one.word.text for one in candidates(parse, found_in(parse))}


def test_a_side_that_nobody_named_enters_the_cast():
    _, recipients = told_at("Rebels ambushed a convoy near Gao on Tuesday.", "ambushed")
    assert recipients == ["a convoy"]
