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


_GENERAL = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080",
    "RETREAT": "087", "REQUEST": "020", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "SANCTION": "160", "MOBILIZE": "150", "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip


def general(kind: EventType) -> str:
    """The most general CAMEO code of a class."""
    return _GENERAL[kind.value]
