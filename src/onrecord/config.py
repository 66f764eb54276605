"""The settings of a run, in one immutable struct, and the file `onrecord.toml` that may set them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec

from onrecord.errors import MissingInput, UsageError

CONFIG_NAME = "onrecord.toml"
"""Looked for in the working folder."""


class ModelSize(StrEnum):
    """Which English model parses: figures are quoted on the small one."""

    SM = "sm"
    MD = "md"


class SecondOpinion(StrEnum):
    """Whether the learned encoder looks at events, and how much it must trust what it keeps: not at all, some, more, little."""

    OFF = "off"
    BALANCED = "balanced"
    PRECISION = "precision"
    RECALL = "recall"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a user may set; the defaults are what the figures are quoted on."""

    model: ModelSize = ModelSize.SM
    batch_size: int = 16
    """Reports parsed together; 16 to 32 is fastest on a laptop (docs/speed.md)."""
    max_chars: int = 1_000_000
    """The longest text, in code points, that is coded."""
    max_document_bytes: int = 64_000_000
    """The largest feed, e-mail, PDF or Word document that is read, in bytes, unpacked."""
    max_fetch_bytes: int = 16_000_000
    """The most bytes that are fetched from one address."""
    max_fetch_seconds: float = 30.0
    """The longest that fetching from one address may take, redirects included."""
    max_redirects: int = 5
    """How many redirects of one address are followed."""
    second_opinion: SecondOpinion = SecondOpinion.PRECISION
    """What the learned encoder does (docs/models/relation.md); off, it costs nothing, and fewer events are right."""
    trust: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None
    """The least trust, 0 to 1, with which an event is kept (docs/events.md): the higher, the fewer and the surer; 0 keeps
    all. None is what suits the second opinion: 0.9 for `precision`, 0.45 for `balanced`, 0.2 for `recall`, 0.12 for `off`, and
    with the encoder up to 0.35 less for texts of fewer than 300 words."""
    registry: tuple[str, ...] = ()
    """Files with a user's own actors, outlets, titles and verbs (docs/actors.md)."""

    @property
    def floors(self) -> "Floors":
        """The least trust with which events are kept."""
        if self.trust is not None:
            return Floors(self.trust, self.trust)
        floor = _FLOORS[self.second_opinion]
        return Floors(floor, floor if self.second_opinion is SecondOpinion.OFF else floor - _EASED)


class Floors(NamedTuple):
    """The least trust, 0 to 1, with which an event is kept."""

    report: float
    sentence: float
    """Of a text of one sentence: there is nothing around it to be wrong about, and more of what is kept is right."""

    def of(self, words: int) -> float:
        """The floor of a text of so many words: between a sentence and a report of ordinary length it rises evenly."""
        share = (words - _SENTENCE) / (_REPORT - _SENTENCE)
        return self.sentence + (self.report - self.sentence) * min(max(share, 0.0), 1.0)


_SENTENCE, _REPORT = 40, 300
"""Words of a sentence at most, and of a report at least: none of the news that was judged is shorter."""
_FLOORS = {
    SecondOpinion.OFF: 0.12,
    SecondOpinion.RECALL: 0.2,
    SecondOpinion.BALANCED: 0.45,
    SecondOpinion.PRECISION: 0.9,
}
"""How these were chosen stands in docs/events.md."""
_EASED = 0.35


def read_config(path: str | Path | None = None) -> Settings:
    """The settings of a file; without a path those of `onrecord.toml` in the working folder, or the defaults.

    The paths under `registry` hang on the file's own folder.

    Raises:
        MissingInput: the given file does not exist.
        UsageError: the file is no TOML, or sets what does not exist.
    """
    file = Path(path or CONFIG_NAME)
    if not file.is_file():
        if path is None:
            return Settings()
        raise MissingInput("no such configuration.", source=str(path), remedy="Check --config.")
    try:
        settings = msgspec.toml.decode(file.read_bytes(), type=_Strict)
    except (msgspec.MsgspecError, UnicodeDecodeError) as cause:
        known = ", ".join(Settings.__struct_fields__)
        raise UsageError(
            f"no configuration: {cause}.", source=str(file), remedy=f"It may set {known}."
        ) from cause
    told = {name: getattr(settings, name) for name in Settings.__struct_fields__}
    return Settings(**told | {"registry": tuple(str(file.parent / name) for name in settings.registry)})


class _Strict(Settings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same fields, none other allowed."""
