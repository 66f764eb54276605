"""A text and what is known of it, made into a report with a deterministic id."""

from onrecord.config import Settings
from onrecord.errors import EmptyInput, MalformedInput, OversizedInput, UsageError
from onrecord.reading.dates import read_date
from onrecord.record import Report, report_id, text_hash

_DEFAULTS = Settings()
_INVISIBLE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u200b\u200c\u200d\u2060\ufeff"
"""White space and marks without width."""


def report_of(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    id: str | None = None,  # noqa: A002  the key of the format
    settings: Settings = _DEFAULTS,
    source: str | None = None,
) -> Report:
    """The report of a text. `source` names the input in errors and warnings.

    Raises:
        EmptyInput: there is nothing but white space.
        OversizedInput: the text is longer than `settings.max_chars`.
        MalformedInput: the text holds half a surrogate pair, which no encoding can carry.
        UsageError: the text is no string.
    """
    name = source or id or "the text"
    _check(text, name, settings.max_chars)
    day = read_date(published, source=name)
    sha256 = text_hash(text)
    return Report(
        id=id or report_id(sha256, outlet, url, day),
        url=url,
        outlet=outlet,
        title=title,
        byline=byline,
        published=day,
        text=text,
        sha256=sha256,
    )


def _check(text: str, name: str, limit: int) -> None:
    if not isinstance(text, str):
        raise UsageError(f"a report is a string, not {type(text).__name__}.", source=name)
    if len(text) > limit:
        raise OversizedInput(
            f"has {len(text):,} characters, over the limit of {limit:,}.",
            source=name,
            remedy="Split it into its reports, or raise max_chars.",
        )
    if not text.strip(_INVISIBLE):
        raise EmptyInput("holds no text.", source=name, remedy="Leave it out, or check how it was made.")
    if (at := _half_pair(text)) is not None:
        raise MalformedInput(
            f"holds half a surrogate pair at character {at}.",
            source=name,
            remedy="Write the whole character.",
        )


def _half_pair(text: str) -> int | None:
    try:
        text.encode()
    except UnicodeEncodeError as failure:
        return failure.start
    return None
