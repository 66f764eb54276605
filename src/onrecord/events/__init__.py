"""Events: who did what to whom, in PLOVER classes and CAMEO codes, how it is told, when, where, by whose account.

Decides: one event per trigger of the lexicon, its parties within its own clause, its status. Refuses: predicates with
no party, retold history, sport, fiction and metaphor (to `skipped`, with the reason).
"""

from onrecord.events.find import Findings, find_events
from onrecord.events.lexicon import with_verbs
from onrecord.events.relate import relate
from onrecord.events.status import status_of
from onrecord.events.trust import HARDLY

__all__ = ["HARDLY", "Findings", "find_events", "relate", "status_of", "with_verbs"]
