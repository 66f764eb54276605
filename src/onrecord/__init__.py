"""onrecord: news reports into a record of who did or said what, to whom, when, where, and according to whom.

    >>> import onrecord
    >>> record = onrecord.code("Ana Ruiz met Ben Okafor in Lima on Friday.", published="2024-05-05")
    >>> [str(event.type) for event in record.events]
    ['CONSULT']

Names are imported when they are first used: `import onrecord` alone loads no model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.calls import code, link_mentions, open, relate, status, stories  # noqa: A004
    from onrecord.config import ModelSize, Settings
    from onrecord.errors import InputError, OnrecordError
    from onrecord.pipeline import Coder
    from onrecord.record import (
        Actor,
        Coding,
        Event,
        Figure,
        Place,
        Record,
        Report,
        Span,
        Statement,
        Status,
        Time,
    )

_HOMES = {
    "onrecord.calls": ("code", "link_mentions", "open", "relate", "status", "stories"),
    "onrecord.config": ("ModelSize", "Settings"),
    "onrecord.errors": ("InputError", "OnrecordError"),
    "onrecord.pipeline": ("Coder",),
    "onrecord.record": (
        "Actor", "Coding", "Event", "Figure", "Place", "Record", "Report", "Span", "Statement", "Status",
        "Time",
    ),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)


__all__ = [
    "Actor",
    "Coder",
    "Coding",
    "Event",
    "Figure",
    "InputError",
    "ModelSize",
    "OnrecordError",
    "Place",
    "Record",
    "Report",
    "Settings",
    "Span",
    "Statement",
    "Status",
    "Time",
    "__version__",
    "code",
    "link_mentions",
    "open",
    "relate",
    "status",
    "stories",
]
