"""From files, folders, standard input, addresses and strings to reports.

Decides: which text an input holds, its encoding, its format (text, page, JSON, table, feed, web archive, e-mail,
document; one file here each), and what is declared of it: title, outlet, address, byline, day of publication.
Refuses: what is binary, empty, too long, malformed, missing, or not to be fetched, each as an `InputError` in the
place of the report, so that the others go on.
For plain text and JSON lines the text is the decoded input, code point for code point.

Score: article text of 181 pages, F1 .964 (docs/reading.md).
"""

from onrecord.reading.dates import read_date
from onrecord.reading.read import read
from onrecord.reading.reports import report_of

__all__ = ["read", "read_date", "report_of"]
