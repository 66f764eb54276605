"""Messages and progress on stderr; the library logs, only this file speaks."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.cli.terminal import is_terminal, safe

_PATIENCE = 1.5  # seconds before progress shows: a quick run stays silent


def say(message: str) -> None:
    """One message line on stderr; what the text of an input could smuggle in is escaped."""
    print(safe(message), file=sys.stderr, flush=True)


class _Once(logging.Handler):
    """Passes each warning on once. Errors are not repeated here: they come back as outcomes of their input."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno == logging.WARNING and message not in self.seen:
            self.seen.add(message)
            say(f"onrecord: warning: {message}")


@contextmanager
def listening() -> Iterator[None]:
    """Show the library's warnings while this holds."""
    logger, handler = logging.getLogger("onrecord"), _Once()
    logger.addHandler(handler)
    propagated, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


class Progress:
    """A line that counts: on a terminal only, for more than one input, after a moment.

    Args:
        beside_data: whether the verb writes data to stdout, which the line must not break where a terminal shows both.
    """

    def __init__(self, *, beside_data: bool = True) -> None:
        self.shown = False
        self.done = 0
        self.started = time.monotonic()
        self.live = is_terminal(sys.stderr) and not (beside_data and is_terminal(sys.stdout))

    def step(self) -> None:
        """Count one input."""
        self.done += 1
        self.show(f"{self.done} inputs", self.done)

    def show(self, told: str, done: int) -> None:
        """Show how far it is, and how fast, after so many inputs."""
        spent = time.monotonic() - self.started
        if self.live and done > 1 and spent > _PATIENCE:
            print(f"\r\x1b[K{told}, {done / spent:.1f} a second", end="", file=sys.stderr, flush=True)
            self.shown = True

    def clear(self) -> None:
        """Wipe the line, so that a message can stand in its place."""
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.shown = False
