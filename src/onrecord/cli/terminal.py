"""What a terminal can show: its width, its colour, and no control characters of a hostile text."""

import os
import re
import shutil
import sys
from enum import StrEnum
from typing import NamedTuple, TextIO

# C0 and C1 controls move cursors and recolour; bidirectional overrides make a text read as another one.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[ \t\r\n\u2028\u2029]+")
_STYLE = re.compile("\x1b\\[[0-9]*m")
_WIDEST = 110  # longer lines are hard to read


class Ink(StrEnum):
    """The few styles that the views use, as SGR parameters."""

    BOLD = "1"
    DIM = "2"
    ACTOR = "36"
    WORDS = "32"
    TRIGGER = "33"


class Page(NamedTuple):
    """How wide to write and whether in colour."""

    width: int = 88
    colour: bool = False

    def ink(self, text: str, style: Ink) -> str:
        """The text in a style, or as it is where colour is off."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text

    def wrap(self, text: str, *, label: str = "", indent: int = 0) -> list[str]:
        """The text in lines of the page's width, the label hanging in the indent."""
        lines, line = [], label.ljust(indent)
        for word in text.split():
            if line[indent:].strip() and _seen(line) + 1 + _seen(word) > self.width:
                lines.append(line)
                line = " " * indent
            line += word if not line[indent:].strip() else f" {word}"
        return [*lines, line.rstrip()]


def page_of(stream: TextIO) -> Page:
    """The page that a stream makes: a terminal's own width; colour on a terminal only, and not with NO_COLOR."""
    tty = is_terminal(stream)
    width = max(40, min(shutil.get_terminal_size((88, 24)).columns, _WIDEST)) if tty else 88
    return Page(width, tty and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream."""
    return bool(getattr(stream, "isatty", lambda: False)())


def safe(text: str) -> str:
    """The text on one line, its control characters shown as escapes instead of obeyed."""
    return _UNSAFE.sub(_shown, _BREAKS.sub(" ", text)).strip()


def safe_json(text: str) -> str:
    """JSON with the controls that JSON itself lets pass written as escapes: the value stays the same."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _shown(found: re.Match[str]) -> str:
    point = ord(found[0])
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}"


def _seen(text: str) -> int:
    """How many columns the text takes: the styles take none."""
    return len(_STYLE.sub("", text))


def out(text: str) -> None:
    """Write data."""
    sys.stdout.write(text)
