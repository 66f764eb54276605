"""A person's search words as an FTS5 query: words and "phrases" that all must stand, nothing of FTS5's own grammar."""

import re

from onrecord.errors import UsageError

_PARTS = re.compile(r'"([^"]+)"|(\S+)')


def query_of(words: str) -> str:
    """The FTS5 query for words and quoted phrases; a star at a word's end finds what begins so.

    Raises:
        UsageError: there is no word to look for.
    """
    parts = [_quoted(phrase or word) for phrase, word in _PARTS.findall(words)]
    found = [part for part in parts if part]
    if not found:
        raise UsageError(
            f"{words!r} holds no word to look for.", remedy='Give words, or a "phrase" in quotation marks.'
        )
    return " ".join(found)


def _quoted(part: str) -> str:
    bare = part.replace('"', " ").strip()
    if not re.search(r"\w", bare):
        return ""
    return f'"{bare.rstrip("*")}"' + ("*" if bare.endswith("*") else "")
