"""The cast: who stands behind a word."""

from typing import Any

from onrecord.actors import Cast, find_actors, load_registry
from onrecord.record import Span

TEXT = "Chilean President Rosa Ibarra spoke with Peruvian President Hugo Quispe. The two leaders agreed."


def test_plural_mention_has_several_holders(parse: Any) -> None:
    found = parse(TEXT)
    cast = find_actors(found, load_registry())
    leaders = next(token for token in found.doc if token.text == "leaders")
    names = [cast[actor].name for actor in cast.holders(leaders)]
    assert names == ["Rosa Ibarra", "Hugo Quispe"]
    assert cast.holder(leaders) == cast.holders(leaders)[0]


def test_no_mention_no_holder(parse: Any) -> None:
    found = parse(TEXT)
    assert Cast().holders(found.doc[0]) == ()
    assert Cast().holder(found.doc[0]) is None


def test_admitted_actor_holds_its_span(parse: Any) -> None:
    found = parse("A reader wrote.")
    cast, newcomer = Cast().admit("A reader", Span(0, 8), "a reader writes")
    assert cast.ids(found.doc[0:2]) == (newcomer,)
