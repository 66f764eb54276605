"""`onrecord code`: formats, messages, exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator

import pytest

from onrecord.cli import code, main
from onrecord.errors import EmptyInput, InputError, ModelError, UsageError
from onrecord.record import Record

BAD = EmptyInput("the input is empty.", source="b.txt", remedy="Leave it out.")


def given(monkeypatch: pytest.MonkeyPatch, *outcomes: Record | InputError) -> None:
    monkeypatch.setattr(code, "_outcomes", lambda options, form: iter(outcomes))


def test_code_prints_json_lines_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], record: Record
) -> None:
    given(monkeypatch, record, record)
    assert main(["code", "a.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["onrecord/1"] * 2


@pytest.mark.parametrize("times", [0, 1, 2])
def test_code_json_is_always_an_array(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], record: Record, times: int
) -> None:
    given(monkeypatch, BAD, *[record] * times)
    assert main(["code", "a", "--format", "json"]) == 3
    assert len(json.loads(capsys.readouterr().out)) == times


def test_code_goes_on_after_a_bad_input_and_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], record: Record
) -> None:
    given(monkeypatch, BAD, record)
    assert main(["code", "b.txt", "a.txt"]) == 3
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert "b.txt: the input is empty. Leave it out." in told.err
    assert "1 coded, 1 skipped" in told.err


def test_code_says_that_there_was_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch)
    assert main(["code", "empty-folder"]) == 1
    assert "nothing to read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "exit_code"),
    [(ModelError("no model.", remedy="Install it."), 1), (UsageError("no such encoding."), 2)],
)
def test_code_failure_before_the_first_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: Exception, exit_code: int
) -> None:
    def refuse(*_: object) -> Iterable[Record]:
        raise fault

    monkeypatch.setattr(code, "_outcomes", refuse)
    assert main(["code", "a.txt"]) == exit_code
    assert str(fault) in capsys.readouterr().err


def test_code_interrupted_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], record: Record
) -> None:
    def broken_off(*_: object) -> Iterator[Record]:
        yield record
        raise KeyboardInterrupt

    monkeypatch.setattr(code, "_outcomes", broken_off)
    assert main(["code", "a.txt"]) == 130
    told = capsys.readouterr()
    assert told.err == "onrecord: interrupted; what was printed or kept is whole.\n"
    assert json.loads(told.out)


@pytest.mark.parametrize("argv", [[], ["code"], ["nosuch"], ["code", "a", "--format", "xml"]])
def test_main_refuses_wrong_usage_with_2(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 2


def test_code_explain_is_for_people() -> None:
    assert main(["code", "a", "--explain", "--format", "jsonl"]) == 2


def test_main_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("onrecord ")


def test_code_closed_pipe_is_no_traceback() -> None:
    # the reader goes away before anything is written
    script = (
        "import sys; from onrecord.cli import code, main\n"
        "code._print = lambda *_: [sys.stdout.write('x' * 100 + chr(10)) for _ in range(100000)] and 0\n"
        "code._outcomes = lambda *_: []\n"
        "sys.exit(main(['code', 'a']))\n"
    )
    ran = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.close()
    assert ran.wait(30) == 0
    assert ran.stderr.read() == b""


def test_main_writes_utf8_whatever_the_locale() -> None:
    script = "from onrecord.cli.entry import _speak_utf8; _speak_utf8(); print('\\u017d \\u2013')"
    env = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True)
    assert ran.stdout.decode("utf-8") == "\u017d \u2013\n"
