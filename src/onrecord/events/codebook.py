"""The codebook: CAMEO codes with their PLOVER class, quad class and Goldstein value (`data/codebook.tsv`)."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from onrecord.record import EventType, Quad

_QUADS = {
    Quad.VERBAL_COOPERATION: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    Quad.MATERIAL_COOPERATION: ("COOPERATE", "AID", "RETREAT"),
    Quad.VERBAL_CONFLICT: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    Quad.MATERIAL_CONFLICT: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF = {EventType(name): quad for quad, names in _QUADS.items() for name in names}


@dataclass(frozen=True, slots=True)
class Code:
    """One CAMEO code."""

    cameo: str
    type: EventType
    goldstein: float
    meaning: str

    @property
    def quad(self) -> Quad:
        """The quad class of the PLOVER class."""
        return _QUAD_OF[self.type]


@functools.cache
def codes() -> Mapping[str, Code]:
    """Every code of the codebook."""
    lines = (files("onrecord.events") / "data" / "codebook.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {
        cameo: Code(cameo, EventType(name), float(value), meaning) for cameo, name, value, meaning in rows
    }


def general(kind: EventType) -> str:
    """The most general code of a class that the lexicon uses; PLOVER drops the family 01."""
    return min(
        code.cameo for code in codes().values() if code.type is kind and not code.cameo.startswith("01")
    )
