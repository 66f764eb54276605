"""The floors: figures that must not fall. They only rise: lowering one is an edit by hand, seen in review."""

import math
import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
_HEAD = """# Floors on the development files, held by `python -m benchmarks.accuracy --check`.
# source: measured with the small model; written by `python -m benchmarks.accuracy --raise`, which lowers none.
"""

MARGIN = 0.004
"""Another processor's arithmetic may turn a close decision; one report more or less must not fail a build."""

Figures = dict[str, dict[str, float]]


def floors(path: Path = FILE) -> Figures:
    """The floors by task and figure."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def broken(measured: Figures, held: Figures) -> list[str]:
    """Which measured figures are under their floor, as sentences. What was not measured cannot be."""
    return [
        f"{task} {figure} is {got[figure]:.4f}, under its floor {floor:.3f}"
        for task, got in measured.items()
        for figure, floor in held.get(task, {}).items()
        if figure in got and got[figure] < floor
    ]


def raised(measured: Figures, held: Figures) -> Figures:
    """The floors lifted to the measured figures less the margin, rounded down to three places.

    Raises:
        ValueError: a figure is under its floor; floors are not lowered.
    """
    if fallen := broken(measured, held):
        raise ValueError("floors only rise: " + "; ".join(fallen))
    lifted = {task: dict(figures) for task, figures in held.items()}
    for task, got in measured.items():
        for figure, value in got.items():
            floor = max(math.floor(round((value - MARGIN) * 1000, 6)) / 1000, 0.0)
            lifted.setdefault(task, {})[figure] = max(floor, held.get(task, {}).get(figure, 0.0))
    return lifted


def write(figures: Figures, path: Path = FILE) -> None:
    """Write the floors, sorted."""
    tables = [
        f"\n[{task}]\n" + "".join(f'"{name}" = {value:.3f}\n' for name, value in sorted(held.items()))
        for task, held in sorted(figures.items())
    ]
    path.write_text(_HEAD + "".join(tables), encoding="utf-8")
