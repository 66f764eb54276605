"""The entry point: which verb, and what its end means to the shell."""

import argparse
import os
import sys
import warnings
from collections.abc import Sequence

from onrecord.cli import actors, add, ask, code, doctor, plot, show, tending, views
from onrecord.cli.exits import Exit
from onrecord.cli.messages import listening, say
from onrecord.errors import OnrecordError, UsageError
from onrecord.version import __version__

VERBS = (code, add, ask, actors, show, views, plot, tending, doctor)


def parser() -> argparse.ArgumentParser:
    """The parser of all verbs."""
    made = argparse.ArgumentParser(
        prog="onrecord",
        description="News reports into a record of who did or said what, to whom, when, where, and according to whom.",
        epilog="Exit codes: 0 done, 1 error, 2 usage, 3 finished with skipped inputs, 130 interrupted.",
    )
    made.add_argument("--version", action="version", version=f"onrecord {__version__}")
    verbs = made.add_subparsers(metavar="VERB", required=True)
    for verb in VERBS:
        verb.add_to(verbs)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code and raises nothing but SystemExit from a wrong option."""
    _speak_utf8()
    options = parser().parse_args(argv)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # other packages' warnings are no messages to the user of this one
    try:
        with listening():
            ended: Exit = options.run(options)
            sys.stdout.flush()
    except UsageError as wrong:
        say(f"onrecord: {wrong}")
        return Exit.USAGE
    except OnrecordError as failure:
        say(f"onrecord: {failure}")
        return Exit.ERROR
    except BrokenPipeError:
        _let_go_of_stdout()
        return Exit.DONE
    except KeyboardInterrupt:
        say("onrecord: interrupted; what was printed or kept is whole.")
        return Exit.INTERRUPTED
    return ended


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; a lone surrogate of a damaged text is escaped, not fatal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_stdout() -> None:
    """Point stdout to nowhere, so that the interpreter's last flush finds no closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
