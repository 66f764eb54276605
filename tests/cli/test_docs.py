"""docs/cli.md names each verb, option, format and exit code."""

from pathlib import Path

from onrecord.cli.entry import parser
from onrecord.cli.exits import Exit

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")


def test_docs_name_every_verb_and_option() -> None:
    verbs = next(action for action in parser()._actions if action.nargs == "A...")
    assert verbs.choices
    for name, verb in dict(verbs.choices).items():  # type: ignore[call-overload]
        assert f"onrecord {name}" in PAGE
        for action in verb._actions:
            assert all(flag in PAGE for flag in action.option_strings if flag not in ("-h", "--help"))


def test_docs_name_every_exit_code() -> None:
    assert all(f"| {int(code)} |" in PAGE for code in Exit)
