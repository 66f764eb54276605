"""What of a text is story, what is the publisher's notice, and what is furniture.

Decides: the language, the kind of every paragraph, the byline and the dateline. Refuses: reports that are not
in English. A notice is known by what it does (addresses the reader, asks, speaks of its own outlet, stands at
the end), never by an outlet's name.

Score: 56 of 60 notices and 60 of 60 look-alikes of our own gold; over 8,000 news articles about 1 of 6,000
story paragraphs is set aside wrongly; of notices in forms never seen before a third to two thirds are found, in
stock forms of other outlets more (docs/cleaning.md). 1.5 ms an article.
"""

from onrecord.cleaning.clean import clean
from onrecord.cleaning.datelines import Dateline, find_dateline

__all__ = ["Dateline", "clean", "find_dateline"]
