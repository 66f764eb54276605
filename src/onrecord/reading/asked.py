"""What a caller asks of every input, and what a reader of a format gives back."""

import io
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.config import Settings
from onrecord.errors import InputError

Fields = dict[str, str]
"""The `text` of one input, and what is declared of it: title, outlet, url, published, byline, id."""

Found = tuple[str, Fields | InputError]
"""The name of one input, with its fields or the error that stands in its place."""


class Asked(NamedTuple):
    """What the caller asks of every input; `given` fills what an input lacks."""

    settings: Settings
    given: Fields
    encoding: str | None
    fetch: bool = False
    """Whether addresses may be fetched at all."""
    allow_private: bool = False
    """Whether they may lead into private networks."""


Reader = Callable[[io.BufferedReader, str, Asked], Iterator[Found]]
"""The inputs of one open file, in order. An `InputError` that it raises ends that file, not the others."""
