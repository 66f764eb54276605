"""The role of a place: where an event is, what a statement is about, who speaks, where the report was filed."""

from conftest import parse_of
from onrecord.pipeline import Coder

TEXT = (
    "NAIROBI, May 12 (Lake Wire) - Moscow said the fighting in Sudan must end. Kenyan police arrested ten men in Mombasa "
    "on Monday. Turkish Foreign Minister Hakan Yilmaz met Iraqi President Hassan Jabr in Erbil."
)


def test_places_have_their_roles():
    record = Coder().record(parse_of(TEXT, "2024-05-13"))
    roles = {place.name: place.role for place in record.places}
    assert roles["NAIROBI"] == "dateline"
    assert roles["Moscow"] == "speaker"
    assert roles["Sudan"] == "about"
    assert roles["Mombasa"] == roles["Erbil"] == "event"


def test_a_visited_city_stands_for_its_state():
    record = Coder().record(
        parse_of("Turkish Foreign Minister Hakan Yilmaz visited Baku on Monday.", "2024-05-13")
    )
    (visit,) = record.events
    actors = {actor.id: actor for actor in record.actors}
    assert [actors[ref].country for ref in visit.recipients] == ["AZE"]
