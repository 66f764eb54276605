"""`onrecord check`, `backup`, `merge`, `redact`, `judge`: care for a ledger."""

import argparse
import getpass

from onrecord.cli.exits import Exit
from onrecord.cli.ledgers import add_db, opened
from onrecord.cli.messages import say
from onrecord.cli.terminal import out, safe
from onrecord.ledger import Verdict, backup, check, judge, merge, redact


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verbs and their options."""
    verb = verbs.add_parser("check", help="whether the ledger is whole", description=(
        "Check the file, the references between its rows, the search index, and every text and span."))  # fmt: skip
    verb.set_defaults(run=run_check)
    copy = verbs.add_parser(
        "backup", help="copy the ledger, also while it is in use", description="Copy the ledger."
    )
    copy.add_argument("target", metavar="FILE", help="a file that is not there yet")
    copy.set_defaults(run=run_backup)
    join = verbs.add_parser("merge", help="take in another ledger", description=(
        "Take in the reports, codings and judgements that another ledger holds and this one does not."))  # fmt: skip
    join.add_argument("other", metavar="LEDGER", help="the ledger to take in; it is left as it is")
    join.set_defaults(run=run_merge)
    out_of = verbs.add_parser("redact", help="take a report's words out of the ledger", description=(
        "Take out a report's text and all that was derived from it; a tombstone with the reason stays."))  # fmt: skip
    out_of.add_argument("id", metavar="ID", help="the report's id")
    out_of.add_argument("--reason", required=True, metavar="WORDS", help="why; it stays in the ledger")
    out_of.set_defaults(run=run_redact)
    held = verbs.add_parser("judge", help="say that a coding is right or wrong", description=(
        "Add a judgement beside a coding; nothing is overwritten."))  # fmt: skip
    held.add_argument("id", metavar="ID", help="report:e1")
    held.add_argument("verdict", choices=[str(verdict) for verdict in Verdict])
    held.add_argument("--field", metavar="NAME", help="the value that is corrected, such as type")
    held.add_argument("--value", metavar="VALUE", help="what it should be")
    held.add_argument("--note", metavar="WORDS", help="why")
    held.add_argument("--who", metavar="NAME", help="who judges (default: the user's name)")
    held.set_defaults(run=run_judge)
    for each in (verb, copy, join, out_of, held):
        add_db(each)


def run_check(options: argparse.Namespace) -> Exit:
    """Print what is wrong."""
    with opened(options) as ledger:
        faults = 0
        for fault in check(ledger):
            faults += 1
            out(safe(fault) + "\n")
    out("" if faults else "the ledger is whole\n")
    return Exit.ERROR if faults else Exit.DONE


def run_backup(options: argparse.Namespace) -> Exit:
    """Copy the ledger."""
    with opened(options) as ledger:
        backup(ledger, options.target)
    say(f"onrecord: copied to {options.target}.")
    return Exit.DONE


def run_merge(options: argparse.Namespace) -> Exit:
    """Take in another ledger."""
    with opened(options) as ledger:
        done = merge(ledger, options.other)
    say(f"onrecord: {done.coded} reports taken in, {done.known} here already.")
    return Exit.DONE


def run_redact(options: argparse.Namespace) -> Exit:
    """Take the words of a report out."""
    with opened(options) as ledger:
        redact(ledger, options.id, options.reason)
    say(f"onrecord: the words of {options.id} are gone; its tombstone stays.")
    return Exit.DONE


def run_judge(options: argparse.Namespace) -> Exit:
    """Add a judgement."""
    with opened(options) as ledger:
        judge(
            ledger, options.id, Verdict(options.verdict), options.who or getpass.getuser(),
            field=options.field, value=options.value, note=options.note,
        )  # fmt: skip
    return Exit.DONE
