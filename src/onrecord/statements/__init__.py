"""Statements: whose words and thoughts a report passes on, by which cue, how far they reach.

Candidates come from written rules over the parse; a small learned re-ranker chooses among them. Refuses: what no cue
introduces, and scare quotes.
"""

from onrecord.statements.find import find_statements
from onrecord.statements.speakers import names_a_thing
from onrecord.statements.stance import stance_of

__all__ = ["find_statements", "names_a_thing", "stance_of"]
