"""Which place a name means: how big, in which country the report moves, what stands beside it, one sense per report.

The weights are conventions: a city counts by the logarithm of its people, a country of the report as much as a
hundredfold of people, a containing place named right after ("Paris, Texas") beats both.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors import Registry
from onrecord.places.gazetteer import Candidate, Gazetteer
from onrecord.places.toponyms import Toponym
from onrecord.record import PlaceKind

_KINDS = {"country": 8.0, "admin1": 5.6, "region": 7.0, "city": 0.0}
_SAME_COUNTRY, _SAME_ADMIN, _NAMED_AFTER = 1.6, 2.2, 9.0
_US_STATES = {"Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado",
              "Conn.": "Connecticut", "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois",
              "Ind.": "Indiana", "Kan.": "Kansas", "Ky.": "Kentucky", "La.": "Louisiana", "Mass.": "Massachusetts",
              "Md.": "Maryland", "Mich.": "Michigan", "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri",
              "Mont.": "Montana", "N.C.": "North Carolina", "N.D.": "North Dakota", "N.H.": "New Hampshire",
              "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York", "Neb.": "Nebraska", "Nev.": "Nevada",
              "Okla.": "Oklahoma", "Ore.": "Oregon", "Pa.": "Pennsylvania", "R.I.": "Rhode Island",
              "S.C.": "South Carolina", "S.D.": "South Dakota", "Tenn.": "Tennessee", "Tex.": "Texas", "Va.": "Virginia",
              "Vt.": "Vermont", "W.Va.": "West Virginia", "Wash.": "Washington", "Wis.": "Wisconsin",
              "Wyo.": "Wyoming"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, or none, and those refused."""

    chosen: Candidate | None
    refused: tuple[str, ...]


@dataclass(frozen=True)
class Surroundings:
    """What else the report names: how often each country and each division within it."""

    countries: Counter[str]
    admins: Counter[tuple[str | None, str | None]]


def surroundings(found: Sequence[Toponym], registry: Registry, gazetteer: Gazetteer) -> Surroundings:
    """The countries and divisions that the report's surest toponyms lie in."""
    countries: Counter[str] = Counter()
    admins: Counter[tuple[str | None, str | None]] = Counter()
    for toponym in found:
        state = registry.state(toponym.name)
        if state is not None:
            countries[state.iso3] += 1
            continue
        options = candidates_of(toponym, registry, gazetteer)
        if options and (len(options) == 1 or options[0].population > 20 * options[1].population):
            if options[0].country:
                countries[options[0].country] += 1
            if options[0].admin1:
                admins[options[0].country, options[0].admin1] += 1
    return Surroundings(countries, admins)


def candidates_of(toponym: Toponym, registry: Registry, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places that a toponym may mean; a nationality means its country."""
    name = toponym.name
    if toponym.kind is PlaceKind.DEMONYM:
        state = registry.nation(name) or registry.misspelt_nation(name)
        found = gazetteer.candidates(state.name) if state else ()
        return tuple(c for c in found if c.kind == "country")
    name = _US_STATES.get(name, name)
    return gazetteer.candidates(name) or gazetteer.candidates(_bare(name))


def _bare(name: str) -> str:
    words = name.removeprefix("the ").removeprefix("The ")
    for tail in (
        " Province",
        " province",
        " Region",
        " region",
        " City",
        " city",
        " District",
        " district",
        " Oblast",
    ):
        words = words.removesuffix(tail)
    return words.removeprefix("City of ").removeprefix("Province of ")


def choose(toponym: Toponym, options: Sequence[Candidate], around: Surroundings) -> Choice:
    """The likeliest of the candidates; the next three stand as refused."""
    if not options:
        return Choice(None, ())
    after = _named_after(toponym)
    ranked = sorted(options, key=lambda c: (-_score(c, around, after), c.id))
    return Choice(ranked[0], tuple(c.label for c in ranked[1:4]))


def _score(candidate: Candidate, around: Surroundings, after: str) -> float:
    score = _KINDS[candidate.kind] + math.log10(candidate.population + 10)
    if candidate.country:
        score += _SAME_COUNTRY * min(around.countries[candidate.country], 3) / 1.5
    if candidate.admin1:
        score += _SAME_ADMIN * min(around.admins[candidate.country, candidate.admin1], 2)
    if after and after in {candidate.admin1, candidate.country} and candidate.name != after:
        score += _NAMED_AFTER
    return score


def _named_after(toponym: Toponym) -> str:
    """The containing place of "Paris, Texas" and "Gori in Georgia": a division's name or a country's code."""
    doc, end = toponym.tokens.doc, toponym.tokens.end
    if end + 1 >= len(doc) or doc[end].text not in {",", "in"}:
        return ""
    entity = doc[end + 1].ent_iob_ != "O" and next(
        (e for e in doc[end + 1].sent.ents if e.start == end + 1), None
    )
    name = entity.text if entity else doc[end + 1].text
    return _US_STATES.get(name, name)
