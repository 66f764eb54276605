"""A time expression on its way from the grammar to the record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.record import Span, TimeType
from onrecord.times.value import Context, Value

_YEAR = re.compile(r"^(\d{4})(?:-(\d\d))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Match:
    """A time expression as the grammar found and read it."""

    span: Span
    text: str
    form: str
    groups: Mapping[str, str | None]
    context: Context
    value: Value
    paragraph: int

    @property
    def told_year(self) -> tuple[int, int | None] | None:
        """The year, and the month where told, that the expression itself names."""
        value = self.value
        if value.anchored or value.type is not TimeType.DATE or self.form == "decade":
            return None
        match = _YEAR.match(value.value)
        return (int(match[1]), int(match[2]) if match[2] else None) if match else None
