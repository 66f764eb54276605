"""What the names of a report say of each other: which stand inside which, which in one list, and where the report is from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.actors import Registry
from onrecord.parsing import Parse
from onrecord.places.choice import Name, weights
from onrecord.places.evidence import Toponym
from onrecord.places.gazetteer import Candidate, Gazetteer
from onrecord.places.lexicon import load_lexicon
from onrecord.record import PlaceKind, Span

_PEOPLE, _OUTLET, _DATELINE = 0.6, 0.8, 1.0
_INSIDE = {",", "in", "(", ", in"}
_LIST = {",", "and", "or", ", and", ", or", "&", "/", "-", "and in", "and to", "and from"}
_OUTLET_WORDS = 3


def key_of(toponym: Toponym) -> str:
    """What makes two toponyms one name: its words in any case, nationalities apart."""
    return toponym.name.casefold() + ("*" if toponym.kind is PlaceKind.DEMONYM else "")


def names_of(
    parse: Parse, found: Sequence[Toponym], registry: Registry, gazetteer: Gazetteer, dateline: Span | None
) -> dict[str, Name]:
    """The names of a report, each with its candidates and neighbours, and the places in its outlet's name."""
    weight = weights(key_of(one) for one in found)
    names = {}
    for one in found:
        people = one.kind is PlaceKind.DEMONYM
        key = key_of(one)
        if key not in names:
            home, said = registry.home(one.name), weight[key] * (_PEOPLE if people else 1.0)
            names[key] = Name(options_of(one, registry, gazetteer), said, home.iso3 if home else None)
        if dateline is not None and dateline.overlaps(Span(one.tokens.start_char, one.tokens.end_char)):
            names[key].weight += _DATELINE
    _link(found, names)
    return names | dict(_outlet(parse.report.outlet, gazetteer))


def options_of(toponym: Toponym, registry: Registry, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places that a toponym may mean; a nationality means its country."""
    name = toponym.name
    if toponym.kind is PlaceKind.DEMONYM:
        state = registry.nation(name) or registry.misspelt_nation(name)
        found = gazetteer.candidates(state.name) if state else ()
        return tuple(one for one in found if one.kind == "country")
    if house := registry.house(name):
        return tuple(one for one in gazetteer.candidates(house.capital) if one.kind == "capital")
    return gazetteer.candidates(name) or _misspelt(name, registry, gazetteer)


def _misspelt(name: str, registry: Registry, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    state = registry.misspelt_state(name)
    return tuple(one for one in gazetteer.candidates(state.name) if one.kind == "country") if state else ()


def _link(found: Sequence[Toponym], names: dict[str, Name]) -> None:
    for one, other in pairwise(found):
        between = one.tokens.doc[one.tokens.end : other.tokens.start]
        if len(between) > 2 or PlaceKind.DEMONYM in {one.kind, other.kind} or key_of(one) == key_of(other):
            continue
        left, right, words = key_of(one), key_of(other), between.text.strip()
        if words in _INSIDE:
            names[left].inside.add(right)
            names[right].holds.add(left)
        if words in _LIST:
            names[left].listed.add(right)
            names[right].listed.add(left)


def _outlet(outlet: str | None, gazetteer: Gazetteer) -> Iterator[tuple[str, Name]]:
    """The known places in the outlet's name, longest first; its words for a paper name none."""
    words = [word for word in (outlet or "").split() if word[:1].isupper()]
    taken: set[int] = set()
    for size in range(_OUTLET_WORDS, 0, -1):
        for start in range(len(words) - size + 1):
            run, name = range(start, start + size), " ".join(words[start : start + size])
            options = _of_outlet(name, gazetteer) if taken.isdisjoint(run) else ()
            if options:
                taken.update(run)
                yield f"outlet {name.casefold()}", Name(options, _OUTLET)


def _of_outlet(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places of a word of the outlet's name, or the division whose people it names ("Missourian")."""
    if name.casefold() in load_lexicon().others | {"the"}:
        return ()
    if options := tuple(one for one in gazetteer.candidates(name) if one.grade == 0):
        return options
    stems = (name.removesuffix(tail) for tail in ("n", "an", "ian") if name.endswith(tail))
    return tuple(
        one for stem in stems for one in gazetteer.candidates(stem) if one.kind == "admin1" and not one.grade
    )
