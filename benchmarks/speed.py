"""How fast: articles and words a second, memory, time per stage, as a ratio to bare spaCy in the same run.

    python -m benchmarks.speed [--articles N] [--news FILE] [--slices K] [--json OUT]

Bare spaCy is the same model with all its components, at its best of batch 16, 32 and 64. The texts are cut into
slices, and on each slice every competitor runs in turn, so that a busy machine slows all alike.
"""

import argparse
import gzip
import itertools
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import onrecord
from benchmarks.memory import Memory
from onrecord import pipeline
from onrecord.config import SecondOpinion, Settings
from onrecord.errors import InputError
from onrecord.parsing import load
from onrecord.reading import read, report_of
from onrecord.record import Report

BATCHES = (16, 32, 64)
STAGES = ("clean", "find_actors", "find_times", "find_places", "find_statements", "find_events", "link")
_EXAMPLES = Path(__file__).parent.parent / "examples"
_FIRST_RESULT = (
    "import onrecord; onrecord.code('Ana Ruiz met Ben Okafor in Lima on Friday.', published='2024-05-05')"
)


class Times(NamedTuple):
    """Seconds of ours, of bare spaCy by batch size, and of each stage of ours."""

    ours: float
    bare: dict[int, float]
    stages: dict[str, float]


def reports(news: Path | None, articles: int) -> list[Report]:
    """That many reports: of the news sample, or else the examples over and over."""
    if news is None:
        found = [item for item in read([_EXAMPLES]) if isinstance(item, Report)]
        return list(itertools.islice(itertools.cycle(found), articles))
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in itertools.islice(lines, articles))
        return [report_of(row["text"], published=row.get("published")) for row in rows]


def default_news() -> Path | None:
    """The gold folder's news sample, where there is one."""
    gold = os.environ.get("ONRECORD_GOLD")
    sample = Path(gold) / "news" / "sample.jsonl.gz" if gold else None
    return sample if sample and sample.is_file() else None


def timed(given: Sequence[Report], slices: int, memory: Memory, settings: Settings) -> Times:
    """Ours and bare spaCy on each slice in turn; memory is noted after each of our slices."""
    coder, nlp = onrecord.Coder(settings), load()
    stages = _clocked()
    ours, bare = 0.0, dict.fromkeys(BATCHES, 0.0)
    _warm(coder, given)
    stages.clear()
    for at, part in enumerate(_slices(given, slices)):
        turns: list[tuple[int, Callable[[], None]]] = [(0, lambda part=part: _drain(coder.outcomes(part)))]  # type: ignore[misc]
        texts = [report.text for report in part]
        turns += [(size, lambda size=size, texts=texts: _bare(nlp, texts, size)) for size in BATCHES]  # type: ignore[misc]
        for size, turn in turns[at % len(turns) :] + turns[: at % len(turns)]:
            spent = _seconds(turn)
            if size:
                bare[size] += spent
            else:
                ours += spent
        memory.note((at + 1) / slices)
    return Times(ours, bare, stages)


def _warm(coder: onrecord.Coder, given: Sequence[Report]) -> None:
    _drain(coder.outcomes(given[:2]))


def _bare(nlp: Any, texts: list[str], size: int) -> None:
    with nlp.memory_zone():
        _drain(nlp.pipe(texts, batch_size=size))


def _drain(items: Iterator[Any]) -> None:
    for item in items:
        if isinstance(item, InputError):
            print(f"speed: {item}", file=sys.stderr)


def _seconds(turn: Callable[[], None]) -> float:
    started = time.perf_counter()
    turn()
    return time.perf_counter() - started


def _slices(given: Sequence[Report], slices: int) -> Iterator[Sequence[Report]]:
    size = max(1, -(-len(given) // slices))
    return (given[at : at + size] for at in range(0, len(given), size))


def _clocked() -> dict[str, float]:
    """Wrap the stage functions that the pipeline calls, so that each counts its seconds."""
    spent: dict[str, float] = defaultdict(float)
    for name in STAGES:
        setattr(pipeline, name, _counting(getattr(pipeline, name), name, spent))
    return spent


def _counting(stage: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def counted(*given: Any, **named: Any) -> Any:
        started = time.perf_counter()
        try:
            return stage(*given, **named)
        finally:
            spent[name] += time.perf_counter() - started

    return counted


def cold_start() -> float:
    """Seconds from a new interpreter to the first record."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", _FIRST_RESULT], check=True)
    return time.perf_counter() - started


def figures(given: Sequence[Report], slices: int, settings: Settings) -> dict[str, Any]:
    """Every figure of one run."""
    cold, memory = cold_start(), Memory()
    times = timed(given, slices, memory, settings)
    best = min(times.bare, key=times.bare.__getitem__)
    words = sum(len(report.text.split()) for report in given)
    return {
        "articles": len(given),
        "words_per_article": round(words / len(given)),
        "articles_per_second": round(len(given) / times.ours, 2),
        "words_per_second": round(words / times.ours),
        "bare_articles_per_second": {
            size: round(len(given) / spent, 2) for size, spent in times.bare.items()
        },
        "ratio_to_bare": round(times.bare[best] / times.ours, 3),
        "bare_best_batch": best,
        "cold_start_seconds": round(cold, 2),
        "peak_mib": round(memory.peak()),
        "mib_at": {f"{share:.0%}": round(mib) for share, mib in memory.at(0.25, 0.5, 1.0).items()},
        "stage_ms_per_article": {
            name: round(1000 * spent / len(given), 2) for name, spent in sorted(times.stages.items())
        },
    }


def _fair(slices: int, articles: int) -> int:
    """No more slices than leave each a whole batch of the largest size: a cut batch would slow bare spaCy."""
    return max(1, min(slices, articles // max(BATCHES)))


def table(told: dict[str, Any]) -> str:
    """The figures as lines."""
    return "\n".join(f"{name.replace('_', ' '):26} {_line(value)}" for name, value in told.items())


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {held}" for name, held in value.items())
    return f"{value}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    asked = _parser().parse_args(argv)
    settings = Settings(second_opinion=SecondOpinion(asked.second_opinion))
    told = figures(reports(asked.news, asked.articles), _fair(asked.slices, asked.articles), settings)
    print(table(told))
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__.splitlines()[0])
    known = default_news()
    parser.add_argument("--articles", type=int, default=512, metavar="N", help="how many (default 512)")
    parser.add_argument(
        "--news", type=Path, default=known, help="JSON lines, gzipped (default: the gold folder's)"
    )
    parser.add_argument("--slices", type=int, default=8, help="turns between the competitors (default 8)")
    choices = [str(one) for one in SecondOpinion]
    parser.add_argument(
        "--second-opinion",
        choices=choices,
        default=Settings().second_opinion,
        help="how much the encoder must trust (default: as of the program)",
    )
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures to a file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
