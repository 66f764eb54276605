"""Which country a report is mostly about: the country of officials and bodies that it names without one.

"The Justice Department said" in a report about Texas is the United States' department. Where no country stands out,
nothing is concluded.
"""

from collections import Counter
from collections.abc import Iterable

from onrecord.actors.names import Name
from onrecord.actors.registry import Registry, State

_CLEAR_SHARE = 0.6
_FEWEST = 2


def country_of_report(names: Iterable[Name], registry: Registry, day: str | None) -> str | None:
    """The country (ISO alpha-3) that most of the report's national names belong to."""
    votes: Counter[str] = Counter()
    for name in names:
        if state := state_behind(name.text, registry, day):
            votes[state.iso3] += 1
    ranked = votes.most_common(1)
    if not ranked or ranked[0][1] < max(_FEWEST, _CLEAR_SHARE * votes.total()):
        return None
    return ranked[0][0]


def state_behind(text: str, registry: Registry, day: str | None) -> State | None:
    """The state that a name belongs to: its own name, a people, a seat of government, a city, an office holder."""
    state = registry.state(text) or registry.house(text) or registry.seat(text)
    if state is None and (code := registry.code(text, day)):
        state = registry.state_of_code(code)
    return state
