"""The places of a report: toponyms, each resolved to the place it most likely means, with what was refused."""

import msgspec

from onrecord.actors import Cast, load_registry
from onrecord.cleaning import find_dateline
from onrecord.parsing import Parse, span_of
from onrecord.places.choice import Choice, settle
from onrecord.places.context import key_of, names_of
from onrecord.places.evidence import Toponym
from onrecord.places.gazetteer import Candidate, Gazetteer
from onrecord.places.toponyms import toponyms
from onrecord.record import Place, PlaceKind, PlaceRole, Span, numbered


def find_places(parse: Parse, cast: Cast, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places of a report in order, ids `p1`, `p2`, …; a name that is not known keeps no coordinates."""
    registry = load_registry()
    dateline = find_dateline(parse.report)
    filed = dateline.place_span if dateline else None
    found = toponyms(parse, cast, registry, gazetteer, filed)
    senses = settle(names_of(parse, found, registry, gazetteer, filed))
    made = (_place(position, one, senses[key_of(one)], parse) for position, one in enumerate(found))
    return tuple(_with_role(place, filed) for place in made)


def _place(position: int, toponym: Toponym, choice: Choice, parse: Parse) -> Place:
    span = span_of(toponym.tokens)
    chosen = choice.chosen
    if chosen is None:
        return Place(id=numbered("p", position), span=span, name=span.of(parse.text), kind=toponym.kind)
    return Place(
        id=numbered("p", position),
        span=span,
        name=span.of(parse.text),
        kind=_kind(toponym, chosen),
        country=chosen.country,
        admin1=chosen.admin1,
        lat=chosen.lat,
        lon=chosen.lon,
        geonameid=chosen.id if chosen.id > 0 else None,
        precision=chosen.precision,
        refused=choice.refused,
    )


def _kind(toponym: Toponym, chosen: Candidate) -> PlaceKind:
    """A government is meant by a state or its seat: a division or another town of the name is itself."""
    governs = chosen.kind in {"country", "capital", "region"}
    return PlaceKind.LITERAL if toponym.kind is PlaceKind.METONYM and not governs else toponym.kind


def _with_role(place: Place, dateline: Span | None) -> Place:
    if dateline is not None and dateline.overlaps(place.span):
        return msgspec.structs.replace(place, role=PlaceRole.DATELINE)
    if place.kind is PlaceKind.METONYM:
        return msgspec.structs.replace(place, role=PlaceRole.SPEAKER)
    return place
