"""`onrecord add`: read, code, keep. `onrecord recode`: code again with today's models, beside the old."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence

from onrecord.cli.code import add_inputs, add_run_options, named_inputs, settings_of
from onrecord.cli.exits import Exit
from onrecord.cli.ledgers import add_db
from onrecord.cli.messages import Progress, say
from onrecord.cli.terminal import is_terminal, out
from onrecord.errors import InputError
from onrecord.ledger import Ledger, RunReport, Told, add, makings_of, recode
from onrecord.record import Report


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verbs and their options."""
    verb = verbs.add_parser(
        "add",
        help="read reports, code them, keep them in the ledger",
        description="Read reports, code them, keep them. What is in the ledger already is not coded again; an "
        "interrupted run goes on where it stopped when it is asked again.",
    )
    add_inputs(verb)
    add_db(verb)
    add_run_options(verb)
    verb.set_defaults(run=run)
    again = verbs.add_parser(
        "recode",
        help="code the ledger's reports with today's models, beside the old",
        description="Code every report again that was coded with other models, lexicons or settings. The old codings stay.",
    )
    add_db(again)
    add_run_options(again)
    again.set_defaults(run=run_again)


def run(options: argparse.Namespace) -> Exit:
    """Add what the sources hold."""
    from onrecord.pipeline import Coder  # loads models: only once the options are right

    settings, progress, names = settings_of(options), Progress(beside_data=False), dict[str, str]()
    with Ledger(options.db, create=True) as ledger:
        items = _noted(named_inputs(options, settings), names)
        done = add(
            ledger, items, Coder(settings), makings_of(settings), asked=options.sources,
            batch_size=settings.batch_size, told=_telling(progress, names), names=names,
        )  # fmt: skip
    progress.clear()
    return _ended(done, options.db)


def run_again(options: argparse.Namespace) -> Exit:
    """Code again what the ledger holds."""
    from onrecord.pipeline import Coder

    settings, progress = settings_of(options), Progress(beside_data=False)
    with Ledger(options.db) as ledger:
        done = recode(
            ledger,
            Coder(settings),
            makings_of(settings),
            batch_size=settings.batch_size,
            told=_telling(progress),
        )
    progress.clear()
    return _ended(done, options.db)


def _noted(
    items: Iterable[tuple[str, Report | InputError]], names: dict[str, str]
) -> Iterator[Report | InputError]:
    """The items, while it is noted which file each report was read of."""
    for name, item in items:
        if isinstance(item, Report):
            names[item.id] = name
        yield item


def _telling(progress: Progress, names: dict[str, str] | None = None) -> Told:
    """Tell a person how far a run is, and what it could not take; the names of a batch are let go after it."""

    def tell(done: RunReport, errors: Sequence[InputError]) -> None:
        progress.clear()
        for error in errors:
            say(f"onrecord: {error}")
        (names or {}).clear()
        progress.show(
            f"{done.read:,} read, {done.coded:,} coded, {done.known:,} known, {done.skipped:,} skipped",
            done.read,
        )

    return tell


def _ended(done: RunReport, db: str) -> Exit:
    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(done.reasons.items()))
    told = f"{done.read:,} read, {done.coded:,} coded, {done.known:,} known already, {done.skipped:,} skipped"
    line = f"run {done.run}: {told}{f' ({reasons})' if reasons else ''}; ledger {db}\n"
    if is_terminal(sys.stdout):
        out(line)
    else:
        say(line.rstrip())
    if not done.read:
        say("onrecord: there was nothing to read. Name files, a folder with reports in it, or '-'.")
        return Exit.ERROR
    return Exit.SKIPPED if done.skipped else Exit.DONE
