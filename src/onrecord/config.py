"""The settings of a run, in one immutable struct."""

from enum import StrEnum

import msgspec


class ModelSize(StrEnum):
    """Which English model parses: figures are quoted on the small one."""

    SM = "sm"
    MD = "md"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a user may set; the defaults are what the figures are quoted on."""

    model: ModelSize = ModelSize.SM
    batch_size: int = 16
    """Reports parsed together; 16 to 32 is fastest on a laptop (docs/speed.md)."""
    max_chars: int = 1_000_000
    """The longest text, in code points, that is coded."""
