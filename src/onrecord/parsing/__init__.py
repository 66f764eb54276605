"""Parsing: the model, the carrier, and readings of the parse. The one stage that touches spaCy.

Later stages take `Token`, `TokenSpan` and `Doc` from here, and never load a model themselves.
"""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from onrecord.parsing.model import PACKAGES, load
from onrecord.parsing.parse import Parse, Parser, span_of
from onrecord.parsing.phrases import (
    addressee_of,
    agent_of,
    base_phrase,
    children,
    clause_verb,
    coordinated,
    having,
    is_lone,
    is_negated,
    is_passive,
    is_undergone,
    objects_after,
    objects_of,
    sentence_start,
    subject_of,
    subtree,
    words_of,
)

__all__ = [
    "PACKAGES",
    "Doc",
    "Parse",
    "Parser",
    "Token",
    "TokenSpan",
    "addressee_of",
    "agent_of",
    "base_phrase",
    "children",
    "clause_verb",
    "coordinated",
    "having",
    "is_lone",
    "is_negated",
    "is_passive",
    "is_undergone",
    "load",
    "objects_after",
    "objects_of",
    "sentence_start",
    "span_of",
    "subject_of",
    "subtree",
    "words_of",
]
