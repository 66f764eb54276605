"""`onrecord actors`: who is in the ledger. `onrecord actors learn`: the offices that a corpus tells of whom, for review."""

import argparse
from collections.abc import Iterable, Iterator

from onrecord.cli.code import add_run_options, settings_of
from onrecord.cli.exits import Exit
from onrecord.cli.ledgers import Column, add_db, add_filters, add_format, asked, opened, print_answer
from onrecord.cli.messages import Progress, say
from onrecord.cli.terminal import out
from onrecord.errors import InputError
from onrecord.record import Actor, Report

_HEAD = (
    "# Offices told in the reports, for review: keep what is right, then name this file with --registry.\n"
)

_COLUMNS: tuple[Column, ...] = (
    ("name", lambda row: row.name), ("code", lambda row: row.code or row.country), ("kind", lambda row: row.kind),
    ("reports", lambda row: str(row.reports)), ("mentions", lambda row: str(row.mentions)),
    ("first", lambda row: (row.first or "")[:10]), ("last", lambda row: (row.last or "")[:10]),
    ("called", lambda row: "; ".join(row.roles)),
)  # fmt: skip


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verb and its options."""
    verb = verbs.add_parser(
        "actors",
        help="who is in the ledger",
        description="List the actors of the ledger, the most reported first.",
    )
    add_db(verb)
    add_filters(verb, ("since", "until", "actor", "outlet", "text", "report"))
    add_format(verb)
    verb.set_defaults(run=run_list)
    deeds = verb.add_subparsers(metavar="learn")
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


def run_list(options: argparse.Namespace) -> Exit:
    """Print the actors of the ledger."""
    with opened(options) as ledger:
        return print_answer(
            ledger.actors(**asked(options)), _COLUMNS, options, "the ledger holds no such actor."
        )


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
