"""The elements of a feed by their names, whichever of the feeds' own namespaces, or none, they are in.

Elements of other namespaces (pictures, podcasts) bear the same names and mean other things; they are none.
"""

from collections.abc import Iterator
from typing import Any

Part = Any
"""An lxml element."""

_OURS = frozenset(
    {
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    }
)
_PREFIXES = frozenset({"atom", "content", "dc", "dcterms", "rss", "rdf"})
"""Of the same namespaces, where a feed forgets to declare them."""


def name_of(part: Part) -> str:
    """The plain name of an element of the feeds' namespaces; "" for any other."""
    tag = part.tag
    if not isinstance(tag, str):
        return ""
    if tag.startswith("{"):
        space, _, name = tag[1:].partition("}")
        return name if space in _OURS else ""
    prefix, mark, name = tag.rpartition(":")
    return name if not mark or prefix in _PREFIXES else ""


def children(part: Part, *names: str) -> list[Part]:
    """The elements right below with one of the names, in order."""
    return [below for below in part if name_of(below) in names]


def child(part: Part, name: str) -> Part | None:
    """The first element right below with the name."""
    return next(iter(children(part, name)), None)


def words_of(part: Part, name: str) -> str:
    """The words of the first element below with the name that has any."""
    return next((words for words in _words(part, name) if words), "")


def _words(part: Part, name: str) -> Iterator[str]:
    return ("".join(below.itertext()).strip() for below in children(part, name))
