"""A piece of HTML that is all article, as feeds and e-mails carry it, to its text: one paragraph a line."""

import re
from typing import Any

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset(
    "script style noscript template head title iframe object svg math figcaption button select".split()
)
"""No words of the report: programs, styles, buttons, and the captions of pictures."""
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--|&(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_SPACE = re.compile(r"\s+")


def text_of(markup: str) -> str:
    """The words of the markup, paragraphs on lines of their own; "" where there are none."""
    pieces: list[str] = []
    if (root := _parsed(markup)) is not None:
        _gather(root, pieces)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def line_of(words: str) -> str:
    """The words on one line, freed of markup where there is any: a title, a name."""
    return _SPACE.sub(" ", text_of(words) if is_markup(words) else words).strip()


def is_markup(words: str) -> bool:
    """Whether the words hold a tag or a character reference."""
    return bool(_MARKUP.search(words))


def _parsed(markup: str) -> Any:
    from lxml import etree  # loads slowly, and texts need none of it

    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser) if data.strip() else None
    except etree.LxmlError:  # nothing in it but what was taken out
        return None


def _gather(root: Any, pieces: list[str]) -> None:
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        edge = _edge(element.tag)
        if event == "start":
            if element.tag in _UNREAD:
                walk.skip_subtree()
            else:
                pieces += (edge, _flat(element.text))
        else:
            pieces += (edge, _flat(element.tail))


def _edge(tag: object) -> str:
    return "\n" if tag in _BLOCKS else " " if tag in _CELLS else ""


def _flat(words: str | None) -> str:
    return _SPACE.sub(" ", words) if words else ""
