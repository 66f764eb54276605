"""Feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom (RFC 4287); one input an item.

The text is the item's full content where the feed carries it, else its summary. Nothing is fetched: no item's page,
no entity, no document type. A feed that breaks off gives the items before the break, and a warning.
"""

import html
import io
import logging
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from onrecord.errors import EmptyInput, MalformedInput
from onrecord.reading.asked import Asked, Fields, Found
from onrecord.reading.bounds import longest, whole
from onrecord.reading.decoding import decode_page
from onrecord.reading.feed_parts import Part, child, children, name_of, words_of
from onrecord.reading.formats import Format
from onrecord.reading.fragments import is_markup, line_of, text_of

_LOG = logging.getLogger("onrecord")

_FEEDS = frozenset({"rss", "feed", "RDF"})
_ITEMS = frozenset({"item", "entry"})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_MARKS = frozenset("&<>\"'")
_LONGEST = 300
"""No name is longer."""
_MAILBOX = re.compile(r"^\S+@\S+\s+\(([^)]+)\)$")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def items_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """Each item of a feed, named by its place, with the title of the feed as its outlet.

    Raises:
        MalformedInput: it is no feed.
        EmptyInput: the feed has no item.
    """
    data = whole(stream, longest(Format.FEED, asked.settings), source=name)
    root = _parsed(decode_page(data, source=name, encoding=asked.encoding), name)
    feed = child(root, "channel")
    feed = root if feed is None else feed
    outlet, base = line_of(words_of(feed, "title")), _link(feed, "")
    place = -1
    for place, item in enumerate(_items(root)):
        at = f"{name}[{place}]"
        fields = _fields(item, outlet, base)
        yield at, fields if fields["text"].strip() else _without_text(fields, at)
        item.clear()
    if place < 0:
        raise EmptyInput("the feed has no item.", source=name, remedy="Leave it out, or fetch it again.")


def _items(root: Part) -> list[Part]:
    return [part for part in root.iter() if name_of(part) in _ITEMS]


def _parsed(text: str, source: str) -> Part:
    from lxml import etree  # loads slowly, and texts need none of it

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        recover=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    data = _ENTITY.sub(_character, _DECLARATION.sub("", text)).lstrip().encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser) if data else None
    except etree.LxmlError:
        root = None
    if root is None or name_of(root) not in _FEEDS:
        raise MalformedInput(
            "is no RSS or Atom feed.", source=source, remedy="Give a feed, or the text in another format."
        )
    if parser.error_log.filter_from_fatals():
        _LOG.warning("%s: the feed is damaged; some of its items may be missing.", source)
    return root


def _character(entity: "re.Match[str]") -> str:
    """A character that HTML names and XML does not, as many feeds write it."""
    character = html.unescape(entity[0])
    return entity[0] if character in _MARKS else character


def _fields(item: Part, outlet: str, base: str) -> Fields:
    source = child(item, "source")
    told = {
        "title": line_of(words_of(item, "title")),
        "outlet": _outlet(source) or outlet,
        "url": _link(item, base),
        "published": _day(item),
        "byline": _byline(item),
    }
    return {"text": _text(item)} | {key: value for key, value in told.items() if value}


def _text(item: Part) -> str:
    """The full content, else the longest of what else is told."""
    contents = [_prose(part) for part in children(item, "encoded", "content")]
    full = max(contents, key=len, default="")
    return full or max(
        (_prose(part) for part in children(item, "description", "summary")), key=len, default=""
    )


def _prose(part: Part) -> str:
    if part.get("src") or part.get("type", "html").partition("/")[0] not in ("text", "html", "xhtml"):
        return ""
    if len(part):  # markup within the XML itself
        from lxml import etree

        return text_of(etree.tostring(part, encoding="unicode", method="html", with_tail=False))
    words = part.text or ""
    return text_of(words) if part.get("type") != "text" and is_markup(words) else words.strip()


def _outlet(source: Part | None) -> str:
    """Whom an item that a feed has gathered is from: RSS names it, Atom gives the feed's own head."""
    if source is None:
        return ""
    return line_of(words_of(source, "title") or source.text or "")


def _link(part: Part, base: str) -> str:
    """The address of a feed or an item, completed by that of the feed."""
    links = children(part, "link")
    ranked = sorted(links, key=lambda link: link.get("rel", "alternate") != "alternate")
    found = [link.get("href") or link.text or "" for link in ranked if link.get("rel", "alternate") != "self"]
    told = next((address.strip() for address in found if address.strip()), "")
    told = told or _permanent(child(part, "guid"))
    try:
        return urljoin(part.get(_BASE) or base, told) if told else ""
    except ValueError:  # an address that is none
        return told


def _permanent(guid: Part | None) -> str:
    told = ((guid.text if guid is not None else "") or "").strip()
    return told if told.startswith(("http://", "https://")) else ""


def _day(item: Part) -> str:
    """When it was published; where a feed tells the last change alone, that."""
    names = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
    return next((told for told in (words_of(item, name) for name in names) if told), "")


def _byline(item: Part) -> str:
    names = [
        line_of(words_of(part, "name") or part.text or "") for part in children(item, "creator", "author")
    ]
    plain = [found[1] if (found := _MAILBOX.match(name)) else name for name in names if len(name) < _LONGEST]
    return ", ".join(dict.fromkeys(name for name in plain if name and "@" not in name))


def _without_text(fields: Fields, source: str) -> EmptyInput:
    page = f"its page, {fields['url']}" if "url" in fields else "its page"
    return EmptyInput("the item has no text.", source=source, remedy=f"Read {page}, instead.")
