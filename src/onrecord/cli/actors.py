"""`onrecord actors learn`: what offices a corpus tells of whom, as rows for a person to review."""

import argparse
from collections.abc import Iterable, Iterator

from onrecord.cli.code import add_run_options, settings_of
from onrecord.cli.exits import Exit
from onrecord.cli.messages import Progress, say
from onrecord.cli.terminal import out
from onrecord.errors import InputError
from onrecord.record import Actor, Report

_HEAD = (
    "# Offices told in the reports, for review: keep what is right, then name this file with --registry.\n"
)


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verb and its options."""
    verb = verbs.add_parser("actors", help="what reports tell of who holds which office")
    deeds = verb.add_subparsers(metavar="learn", required=True)
    learn = deeds.add_parser(
        "learn",
        help="list the offices that a corpus tells of people, as a registry file for review",
        description="Read reports and list who was called what, since which day, as a registry file for review.",
    )
    learn.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file, a folder, or '-' for standard input"
    )
    learn.add_argument("--fewest", type=int, default=2, metavar="N", help="in how many reports (default: 2)")
    add_run_options(learn)
    learn.set_defaults(run=run)


def run(options: argparse.Namespace) -> Exit:
    """Print the candidates; inputs that cannot be read are told and skipped."""
    from onrecord.actors.learning import as_toml, candidates

    failed: list[InputError] = []
    found = candidates(_told(options, failed), options.fewest)
    out(_HEAD + "".join(f"\n{row}\n" for row in as_toml(found)))
    if not found:
        say("onrecord: no office was told of one name in that many reports; try --fewest 1.")
    return Exit.SKIPPED if failed else Exit.DONE


def _told(
    options: argparse.Namespace, failed: list[InputError]
) -> Iterator[tuple[str | None, str | None, Iterable[Actor]]]:
    from onrecord.pipeline import Coder
    from onrecord.reading import read

    coder, progress = Coder(settings_of(options)), Progress()
    for outcome in coder.casts(read(options.sources, settings=coder.settings)):
        progress.clear()
        if isinstance(outcome, InputError):
            failed.append(outcome)
            say(f"onrecord: {outcome}")
        else:
            report, cast = outcome
            yield _day(report), report.outlet, cast.actors
        progress.step()
    progress.clear()


def _day(report: Report) -> str | None:
    return report.published[:10] if report.published else None
