"""`onrecord code`: read reports, print their records, store nothing."""

import argparse
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from onrecord.cli.exits import Exit
from onrecord.cli.messages import Progress, say
from onrecord.cli.printers import FORMATS, printer
from onrecord.cli.terminal import is_terminal, out
from onrecord.config import ModelSize, SecondOpinion, Settings, read_config
from onrecord.errors import InputError
from onrecord.record import Record, Report

_PROMPT_BATCH = 4  # a person waits for the first record, a pipe for the last


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the verb and its options."""
    verb = verbs.add_parser(
        "code",
        help="read reports and print their records, store nothing",
        description="Read reports and print a record of each: events, statements, figures, with their words.",
    )
    add_inputs(verb)
    verb.add_argument("--format", choices=FORMATS, help="default: table on a terminal, jsonl in a pipe")
    verb.add_argument("--explain", action="store_true", help="show the text with what was found marked in it")
    add_run_options(verb)
    verb.set_defaults(run=run)


def add_inputs(verb: argparse.ArgumentParser) -> None:
    """Declare what every verb that reads reports takes."""
    verb.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder, '-' for standard input, or a URL with --fetch",
    )
    verb.add_argument(
        "--published", metavar="DATE", help="day of publication, where an input does not say it"
    )
    verb.add_argument("--outlet", metavar="NAME", help="who publishes, where an input does not say it")
    verb.add_argument("--url", metavar="URL", help="the address, where an input does not say it")
    verb.add_argument("--encoding", metavar="NAME", help="encoding of all inputs, instead of finding it out")
    verb.add_argument(
        "--fetch", action="store_true", help="fetch sources that are URLs; nothing else is ever fetched"
    )
    verb.add_argument(
        "--allow-private", action="store_true", help="with --fetch: also from private and local addresses"
    )


_OF_INPUTS = ("published", "outlet", "url", "encoding", "fetch", "allow_private")


def told_of_inputs(options: argparse.Namespace) -> dict[str, Any]:
    """What the options say of all inputs, as `onrecord.reading.read` takes it."""
    return {key: getattr(options, key) for key in _OF_INPUTS}


def named_inputs(
    options: argparse.Namespace, settings: Settings
) -> Iterator[tuple[str, Report | InputError]]:
    """One report or error per input, in order, each with the name of its file."""
    from onrecord.reading import read
    from onrecord.reading.sources import walked

    told = told_of_inputs(options)
    for source in options.sources:
        for name in walked(source):
            if isinstance(name, InputError):
                yield source, name
            else:
                yield from ((name, item) for item in read([name], settings=settings, **told))


def add_run_options(verb: argparse.ArgumentParser) -> None:
    """Declare what every verb that codes reports takes."""
    verb.add_argument(
        "--model", choices=[str(size) for size in ModelSize], help="language model (default: sm)"
    )
    verb.add_argument(
        "--second-opinion",
        choices=[str(one) for one in SecondOpinion],
        help="how much the learned encoder must trust the events that are kept; off: it is not asked (default: precision)",
    )
    verb.add_argument(
        "--trust",
        type=_share,
        metavar="FLOOR",
        help="the least trust, 0 to 1, with which an event is kept: the higher, the fewer and the surer (default: 0.9; "
        "0.45 for balanced, 0.2 for recall, 0.12 without a second opinion)",
    )
    verb.add_argument(
        "--registry",
        action="append",
        default=[],
        metavar="FILE",
        help="more actors, outlets, titles and verbs; may stand again",
    )
    verb.add_argument(
        "--config", metavar="FILE", help="settings (default: onrecord.toml here, where there is one)"
    )


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings that the options and the configuration file give; an option goes before the file."""
    settings = read_config(options.config)
    model = ModelSize(options.model) if options.model else settings.model
    opinion = SecondOpinion(options.second_opinion) if options.second_opinion else settings.second_opinion
    trust = settings.trust if options.trust is None else options.trust
    registry = (*settings.registry, *options.registry)
    return msgspec.structs.replace(
        settings, model=model, second_opinion=opinion, trust=trust, registry=registry
    )


def _share(text: str) -> float:
    """A number from 0 to 1."""
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return share


def run(options: argparse.Namespace) -> Exit:
    """Code every input and print each record as it is made."""
    if options.explain and options.format in ("json", "jsonl"):
        say("onrecord: --explain is a view for people; leave --format out, or give --format table.")
        return Exit.USAGE
    live = is_terminal(sys.stdout)
    form = options.format or ("table" if options.explain or live else "jsonl")
    return _print(_outcomes(options, form), form, options.explain)


def _outcomes(options: argparse.Namespace, form: str) -> Iterator[Record | InputError]:
    """What becomes of each input, in order; a refusal that knows a report's id alone is told with its file."""
    from onrecord.pipeline import Coder  # loads models: only once the options are right

    settings, names = settings_of(options), deque[str]()
    items = _items(options, settings, names)
    coder = Coder(settings)
    for outcome in coder.outcomes(items, batch_size=_PROMPT_BATCH if form == "table" else None):
        yield _named(outcome, names.popleft())


def _items(
    options: argparse.Namespace, settings: Settings, names: deque[str]
) -> Iterator[Report | InputError]:
    """What is read of each file, while the file's name is put into the queue."""
    for name, item in named_inputs(options, settings):
        names.append(name)
        yield item


def _named(outcome: Record | InputError, name: str) -> Record | InputError:
    if isinstance(outcome, InputError) and name not in str(outcome):
        outcome.args = (f"{name}: {outcome}",)
    return outcome


def _print(outcomes: Iterable[Record | InputError], form: str, explain: bool) -> Exit:
    write, progress = printer(form, explain=explain), Progress()
    done = failed = 0
    out(write.head)
    try:
        for outcome in outcomes:
            progress.clear()
            if isinstance(outcome, InputError):
                failed += 1
                say(f"onrecord: {outcome}")
            else:
                out((write.between if done else "") + write.of(outcome))
                sys.stdout.flush()
                done += 1
            progress.step()
    finally:
        progress.clear()
        out(write.tail)  # an interrupted array is still JSON
    return _ended(done, failed)


def _ended(done: int, failed: int) -> Exit:
    if not done and not failed:
        say("onrecord: there was nothing to read. Name files, a folder with reports in it, or '-'.")
        return Exit.ERROR
    if failed and done + failed > 1:
        say(f"onrecord: {done} coded, {failed} skipped.")
    return Exit.SKIPPED if failed else Exit.DONE
