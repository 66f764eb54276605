"""What the exit codes mean."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every verb."""

    DONE = 0
    ERROR = 1
    USAGE = 2
    SKIPPED = 3
    INTERRUPTED = 130
