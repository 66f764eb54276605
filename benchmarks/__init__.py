"""How good and how fast: `python -m benchmarks.accuracy`, `python -m benchmarks.speed`."""
