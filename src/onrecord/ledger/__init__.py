"""The ledger: one SQLite file of reports, what was coded of them, and what people judged.

It decides when two reports are one (the same text, outlet, url and day), which are copies (the same text from elsewhere)
and which are versions (another text of the same url). It refuses to overwrite: a coding is superseded by a later one,
a correction is a judgement beside it, and only `redact` takes words away.
"""

from onrecord.ledger.adding import RunReport, Told, add, recode
from onrecord.ledger.answers import Answer
from onrecord.ledger.care import backup, check, merge, redact
from onrecord.ledger.filters import Filter
from onrecord.ledger.judging import Judgement, Verdict, judge, judgements
from onrecord.ledger.ledger import DEFAULT, ActorRow, Ledger, ReportRow, RunRow
from onrecord.ledger.makings import Makings, makings_of
from onrecord.ledger.rows import EventRow, FigureRow, Party, Rows, StatementRow

__all__ = [
    "DEFAULT",
    "ActorRow",
    "Answer",
    "EventRow",
    "FigureRow",
    "Filter",
    "Judgement",
    "Ledger",
    "Makings",
    "Party",
    "ReportRow",
    "Rows",
    "RunReport",
    "RunRow",
    "StatementRow",
    "Told",
    "Verdict",
    "add",
    "backup",
    "check",
    "judge",
    "judgements",
    "makings_of",
    "merge",
    "recode",
    "redact",
]
