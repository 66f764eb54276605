"""What of a text is story, what is the publisher's notice, and what is furniture.

Decides: the language, the kind of every paragraph, the byline and the dateline. Refuses: reports that are not
in English. A notice is known by what it does (addresses the reader, asks, speaks of its own outlet, stands at
the end), never by an outlet's name.

Score: 55 of 60 notices and 60 of 60 look-alikes of our own gold; over 1,200 news articles 2 of 27,000 story
paragraphs are set aside wrongly; two thirds of forms never seen before are found (docs/cleaning.md). 1 ms an article.
"""

from onrecord.cleaning.clean import clean
from onrecord.cleaning.datelines import Dateline, find_dateline

__all__ = ["Dateline", "clean", "find_dateline"]
