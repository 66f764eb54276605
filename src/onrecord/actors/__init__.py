"""Actors: who is in a report, what each is, and which words mean whom.

Decides: names and their kind over the whole report, titles and roles, what descriptions and pronouns go back to, when
a country or a capital stands for a government. Refuses: a country that is only a place, `it` that means nothing.
"""

from onrecord.actors.cast import Cast
from onrecord.actors.find import find_actors
from onrecord.actors.registry import Registry, State, load_registry
from onrecord.actors.walkons import dismissed, let_in

__all__ = ["Cast", "Registry", "State", "dismissed", "find_actors", "let_in", "load_registry"]
