"""Walk-ons: parties that nobody had named enter the cast once, and leave where nothing is told of them."""

import pytest

from conftest import parse_of
from onrecord.actors import Cast, dismissed, find_actors, let_in, load_registry
from onrecord.parsing import Parse, Token
from onrecord.record import ActorKind

REGISTRY = load_registry()


def word_of(parse: Parse, word: str) -> Token:
    return next(token for token in parse.doc if token.text == word)


def test_a_thing_that_holds_people_enters_by_its_noun_phrase():
    parse = parse_of("Gunmen fired on a supply convoy near Gao.")
    cast = let_in(word_of(parse, "convoy"), Cast(), REGISTRY)
    (actor,) = cast.actors
    assert (actor.name, actor.kind, actor.country) == ("a supply convoy", ActorKind.UNNAMED, None)
    assert cast.holder(word_of(parse, "convoy")) == actor.id


@pytest.mark.parametrize(
    ("text", "word"), [("Delhi may block the service.", "Delhi"), ("The Indian barrage held.", "Indian")]
)
def test_a_capital_and_a_nation_enter_as_their_state(text, word):
    parse = parse_of(text)
    (actor,) = let_in(word_of(parse, word), Cast(), REGISTRY).actors
    assert (actor.kind, actor.country, actor.code) == (ActorKind.STATE, "IND", "IND")


def test_a_state_that_is_there_is_seen_again():
    parse = parse_of("India protested. The envoy flew to Delhi.")
    cast = find_actors(parse, REGISTRY)
    before = [actor.id for actor in cast.actors]
    after = let_in(word_of(parse, "Delhi"), cast, REGISTRY)
    assert [actor.id for actor in after.actors] == before
    india = next(actor for actor in after.actors if actor.country == "IND")
    assert len(india.mentions) == 2


@pytest.mark.parametrize(("text", "word"), [("They left on Monday.", "Monday"), ("They left.", "They")])
def test_a_date_or_a_pronoun_is_nobody(text, word):
    assert let_in(word_of(parse_of(text), word), Cast(), REGISTRY) == Cast()


def test_those_of_whom_nothing_is_told_leave_and_the_others_close_up():
    parse = parse_of("A convoy passed the barracks and the depot.")
    cast = Cast()
    for word in ("convoy", "barracks", "depot"):
        cast = let_in(word_of(parse, word), cast, REGISTRY)
    first, second, third = (actor.id for actor in cast.actors)
    kept, renamed = dismissed(cast, 1, {third})
    assert [actor.name for actor in kept.actors] == ["A convoy", "the depot"]
    assert renamed == {third: second}
    assert kept.holder(word_of(parse, "depot")) == second
    assert kept.holder(word_of(parse, "barracks")) is None
    assert first == kept.actors[0].id
