"""`onrecord plot`: a timeline, dyads, a map or a series of figures as HTML, SVG or PNG."""

import argparse

from onrecord.analysis.pictures import PICTURES, save
from onrecord.cli.exits import Exit
from onrecord.cli.ledgers import add_db, add_filters, asked, opened
from onrecord.cli.messages import say

_NAMES = (
    "since",
    "until",
    "actor",
    "recipient",
    "between",
    "type",
    "status",
    "place",
    "outlet",
    "counts",
    "text",
    "report",
)


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verb and its options."""
    verb = verbs.add_parser(
        "plot",
        help="pictures: timeline, dyads, map, figures",
        description="Draw what answers to the filters, as HTML, SVG or PNG by the name of the file.",
    )
    verb.add_argument("picture", choices=sorted(PICTURES))
    verb.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="a name that ends in .html, .svg or .png"
    )
    add_db(verb)
    add_filters(verb, _NAMES)
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> Exit:
    """Draw and write."""
    with opened(options) as ledger:
        filters = asked(options)
        rows = ledger.figures(**filters) if options.picture == "figures" else ledger.events(**filters)
        save(PICTURES[options.picture](rows), options.output)
    say(f"onrecord: wrote {options.output}.")
    return Exit.DONE
