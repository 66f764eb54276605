"""A run that is killed at any moment loses nothing that was committed and doubles nothing when it is asked again."""

import random
import subprocess
import sys
import time
from pathlib import Path

from ledger.adding_slowly import COUNT
from onrecord.ledger import Ledger, check

SCRIPT = Path(__file__).with_name("adding_slowly.py")
KILLS = 20


def test_twenty_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    path, chance, held, cut = tmp_path / "k.db", random.Random(7), 0, 0
    for _ in range(KILLS):
        process = subprocess.Popen([sys.executable, str(SCRIPT), str(path)])
        waited = time.monotonic()
        while not path.exists() and time.monotonic() - waited < 10:
            time.sleep(0.005)
        time.sleep(chance.uniform(0.0, 0.12))
        cut += process.poll() is None
        process.kill()
        process.wait()
        with Ledger(path) as ledger:
            assert list(check(ledger)) == []
            now = len(ledger.reports())
            assert now >= held, "what was committed is gone"
            held = now
    subprocess.run([sys.executable, str(SCRIPT), str(path)], check=True)
    assert cut >= KILLS // 2, "most runs were killed while they ran"
    with Ledger(path) as ledger:
        assert len(ledger.reports()) == len(ledger.events()) == COUNT
        assert list(check(ledger)) == []
        assert sum(run.coded for run in ledger.runs()) == COUNT
