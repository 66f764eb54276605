"""Which language a text is in, by py3langid (Lui & Baldwin 2012). What is too short to tell is English."""

import functools
import re
import unicodedata
from typing import Any

ENGLISH = "en"
_LIKE_ENGLISH = frozenset({"en", "pcm"})
"""Headlines in capitalised words are taken for Nigerian Pidgin, which shares their words."""
_READ = 3_000
"""The language shows within the first paragraphs; reading on costs time and changes nothing."""
_FEW = 40
_SOME = 250
_SURE = 0.5
"""Below `_FEW` characters only the script tells; below `_SOME` another language must be likely: of 8,000 English
headlines none reaches 0.4, while sentences of five words in ten European languages all do."""
_COMMON = frozenset({
    "the", "and", "of", "to", "that", "with", "for", "from", "by", "at", "has", "have", "said", "is",
})  # fmt: skip
_COMMON_SHARE = 0.1
"""English prose has one of these in five words, no other language two of them in one of ten."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The ISO 639 code of the text's language."""
    head = text[:_READ].strip()
    latin = _is_latin(head)
    if (latin and len(head) < _FEW) or _reads_english(head):
        return ENGLISH
    code, score = _identifier().classify(head)
    if code in _LIKE_ENGLISH or (latin and len(head) < _SOME and score < _SURE):
        return ENGLISH
    return str(code)


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its tables take most of a second to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_latin(text: str) -> bool:
    letters = [mark for mark in text[:_SOME] if mark.isalpha()]
    other = sum(not (mark.isascii() or unicodedata.name(mark, "").startswith("LATIN")) for mark in letters)
    return other <= len(letters) / 2


def _reads_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    common = [word for word in words if word in _COMMON]
    return len(set(common)) > 1 and "the" in common and len(common) >= _COMMON_SHARE * len(words)
