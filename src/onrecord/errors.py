"""The errors of onrecord. Each says what is wrong, with which input, and what to do.

OnrecordError
├── InputError          one input cannot be read or coded; the others go on
│   ├── EmptyInput      nothing to read
│   ├── UndecodableInput   bytes that are no text in the encoding
│   ├── OversizedInput  longer than the limit
│   ├── MalformedInput  a JSON line or a page that is none
│   ├── MissingInput    no such file or folder
│   ├── UnfetchedInput  an address that was not to be fetched, or could not be
│   ├── MissingReader   the library that reads the format is not installed
│   └── UnsupportedLanguage   not English; `reason` is `language:xx`
├── LedgerError         no ledger, or one that cannot be used
├── ModelError          a language model is missing, or its files are not the pinned ones
└── UsageError          a call or an option that makes no sense
"""


class OnrecordError(Exception):
    """Base of all errors that the library raises on purpose."""

    def __init__(self, what: str, *, source: str | None = None, remedy: str | None = None) -> None:
        self.what = what
        self.source = source
        self.remedy = remedy
        super().__init__(self._message())

    def _message(self) -> str:
        where = f"{self.source}: " if self.source else ""
        advice = f" {self.remedy}" if self.remedy else ""
        return f"{where}{self.what}{advice}"


class InputError(OnrecordError):
    """One input cannot be read or coded."""

    reason = "input"


class EmptyInput(InputError):
    """The input holds no text."""

    reason = "empty"


class UndecodableInput(InputError):
    """The bytes are no text in the encoding."""

    reason = "encoding"


class OversizedInput(InputError):
    """The input is longer than the limit."""

    reason = "oversized"


class MalformedInput(InputError):
    """The input does not follow its format."""

    reason = "malformed"


class MissingInput(InputError):
    """There is no such file or folder."""

    reason = "missing"


class UnfetchedInput(InputError):
    """The address is not to be fetched, or cannot be."""

    reason = "fetch"


class MissingReader(InputError):
    """The library that reads the format is not installed; `extra` of onrecord brings it."""

    reason = "reader"

    def __init__(self, kind: str, extra: str, *, source: str) -> None:
        super().__init__(
            f"reading {kind} needs a library that is not installed.",
            source=source,
            remedy=f"Install it by: pip install 'onrecord[{extra}]'",
        )


class UnsupportedLanguage(InputError):
    """The report is not in English."""

    def __init__(self, language: str, *, source: str | None = None) -> None:
        self.language = language
        super().__init__(
            f"skipped, language:{language}.",
            source=source,
            remedy="onrecord codes English only; translate the report, or leave it out.",
        )

    @property
    def reason(self) -> str:  # type: ignore[override]
        """The typed reason, `language:xx`."""
        return f"language:{self.language}"


class FailedReport(InputError):
    """The program itself failed on one report."""

    reason = "fault"

    def __init__(self, report_id: str, fault: Exception) -> None:
        super().__init__(
            f"could not be coded: {type(fault).__name__}: {fault}.",
            source=report_id,
            remedy="This is a fault of onrecord; please report it with this text.",
        )


class LedgerError(OnrecordError):
    """There is no such ledger, or it cannot be used."""


class ModelError(OnrecordError):
    """A language model is missing or is not the pinned one."""


class UsageError(OnrecordError):
    """A call or an option that makes no sense."""
