"""How good: ours, the floor and the peers on the development files.

    python -m benchmarks.accuracy [--gold DIR] [--tasks …] [--check | --raise] [--json OUT]

The gold folder comes in ONRECORD_GOLD; its own score.py counts. Without it only our own sentences are measured.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import floors

_PEERS = Path(__file__).with_name("peers.toml")
_NEWS = "events"
"""The task that no file of the gold folder states: labels of our own over its news sample."""
_OWN = "own"
"""The task that needs no gold folder: the dev split of our own sentences."""
_UNMEASURED = "only our own sentences are measured: ONRECORD_GOLD names no folder with a score.py"


def measured(name: str, gold: Path | None) -> dict[str, float]:
    """The figures of one task."""
    from benchmarks import news_events, own
    from benchmarks.tasks import TASKS, rows_of

    if gold is None or name == _OWN:
        return own.measured()
    if name == _NEWS:
        return news_events.measured(gold)

    task = TASKS[name]
    with tempfile.TemporaryDirectory() as folder:
        run, answers = Path(folder) / "run.jsonl", Path(folder) / "gold.jsonl"
        rows = rows_of(gold / task.file)
        answers.write_bytes(b"".join(json.dumps(task.gold(row)).encode() + b"\n" for row in rows))
        run.write_bytes(b"".join(line + b"\n" for line in task.answer(rows)))
        scored = _scored(gold, task.score, answers, run)
    return {figure: _figure(scored, figure) for figure in task.figures}


def _scored(gold: Path, score: str, answers: Path, run: Path) -> dict[str, Any]:
    command = [sys.executable, str(gold / "score.py"), score, str(answers), str(run)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        sys.exit(f"score.py {score} failed: {told.stderr.strip()}")
    scored: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return scored


def _figure(scored: dict[str, Any], dotted: str) -> float:
    head, _, tail = dotted.partition(".")
    return float(scored[head][tail] if tail else scored[head])


def table(ours: floors.Figures, held: floors.Figures, peers: dict[str, Any]) -> str:
    """Ours, the floor, and the peers beneath each task."""
    lines = [f"{'task':21}{'figure':22}{'ours':>7}{'floor':>7}   peers"]
    for task, figures in ours.items():
        rows = peers.get(task, {}).get("peer", [])
        for figure, value in figures.items():
            floor = held.get(task, {}).get(figure)
            told = "; ".join(f"{row['name']} {row[figure]:.2f}" for row in rows if figure in row)
            lines.append(
                f"{task:21}{figure:22}{value:7.3f}{'–' if floor is None else f'{floor:.3f}':>7}   {told}"
            )
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a floor is broken."""
    asked = _parser().parse_args(argv)
    gold = asked.gold if asked.gold is not None and (asked.gold / "score.py").is_file() else None
    tasks = asked.tasks or (_all_tasks() if gold is not None else [_OWN])
    if unknown := [task for task in tasks if task not in _all_tasks()]:
        sys.exit(f"no such task: {', '.join(unknown)}; there are {', '.join(_all_tasks())}")
    if gold is None:
        if tasks != [_OWN]:
            sys.exit(f"{_UNMEASURED}; name it with --gold or ONRECORD_GOLD")
        print(_UNMEASURED)
    ours = {task: _timed(task, gold) for task in tasks}
    held = floors.floors()
    print(table(ours, held, tomllib.loads(_PEERS.read_text("utf-8"))))
    if asked.json:
        asked.json.write_text(json.dumps(ours, indent=1) + "\n", encoding="utf-8")
    return _held(ours, held, asked)


def _held(ours: floors.Figures, held: floors.Figures, asked: argparse.Namespace) -> int:
    fallen = floors.broken(ours, held)
    if asked.lift and not fallen:
        floors.write(floors.raised(ours, held))
    if asked.check or asked.lift:
        print("\n".join(fallen) or "every floor holds")
        return 1 if fallen else 0
    return 0


def _timed(task: str, gold: Path | None) -> dict[str, float]:
    started = time.perf_counter()
    figures = measured(task, gold)
    print(f"{task}: {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)
    return figures


def _all_tasks() -> list[str]:
    from benchmarks.tasks import TASKS

    return [*TASKS, _NEWS, _OWN]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description=__doc__.splitlines()[0])
    given = os.environ.get("ONRECORD_GOLD")
    parser.add_argument("--gold", type=Path, default=Path(given) if given else None, help="the gold folder")
    parser.add_argument("--tasks", nargs="+", metavar="TASK", help="these tasks alone")
    parser.add_argument("--check", action="store_true", help="fail where a figure is under its floor")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="write the measured figures as new floors"
    )
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures to a file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
