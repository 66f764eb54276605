"""WordNet's classes of verbs and nouns (`data/word_classes.tsv.gz`, by `scripts/build_word_classes.py`)."""

import functools
import gzip
from collections.abc import Mapping
from importlib.resources import files

THOUGHT, SPEECH, FEELING = "F", "G", "L"
"""Letters of WordNet's verbs of cognition, communication and emotion."""
_BODIES = "os"
_IDEAS = "ejkmf"
WORDS = "k"
"""Letter of its nouns of communication."""


@functools.cache
def _classes() -> Mapping[tuple[str, str], str]:
    packed = (files("onrecord.parsing") / "data" / "word_classes.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {(lemma, kind): letters for lemma, kind, letters in rows}


def verb_classes(lemma: str) -> str:
    """Letters of the lexicographer files of a verb's first senses, most frequent first; empty where unknown."""
    return _classes().get((lemma, "v"), "")


def noun_classes(lemma: str) -> str:
    """The same for a noun, where its first sense is an act, a thought, words, a feeling, a group or a person."""
    return _classes().get((lemma, "n"), "")


def is_body(lemma: str) -> bool:
    """Whether a noun's first sense is a person or a group of persons."""
    return noun_classes(lemma)[:1] in _BODIES and bool(noun_classes(lemma))


def is_idea(lemma: str) -> bool:
    """Whether a noun's first sense is an act, a thought, words, a feeling or an attribute: nobody bombs them."""
    return noun_classes(lemma)[:1] in _IDEAS and bool(noun_classes(lemma))
