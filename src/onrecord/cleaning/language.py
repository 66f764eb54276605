"""Which language a text is in, by py3langid (Lui & Baldwin 2012)."""

import functools
from typing import Any

ENGLISH = "en"
_READ = 3_000
"""The language shows within the first paragraphs; reading on costs time and changes nothing."""
_FEW = 60
"""Shorter texts are mostly names; they are taken as English."""


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language."""
    head = text[:_READ].strip()
    if len(head) < _FEW:
        return ENGLISH
    code: str = _identifier().classify(head)[0]
    return code
