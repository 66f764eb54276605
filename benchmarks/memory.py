"""Resident memory of this process over a run, in MiB. Flat means: no more at the end than at a quarter."""

import resource
import sys
from pathlib import Path

_MIB = 1024 * 1024
_STATUS = Path("/proc/self/statm")


class Memory:
    """Notes resident memory at shares of the work."""

    def __init__(self) -> None:
        self.noted: dict[float, float] = {}

    def note(self, share: float) -> None:
        """Remember how much is resident now."""
        self.noted[share] = resident()

    def at(self, *shares: float) -> dict[float, float]:
        """What was noted first at or after each share."""
        return {
            share: self.noted[min(done for done in self.noted if done >= share - 1e-9)] for share in shares
        }

    def peak(self) -> float:
        """The most that this process ever held."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / _MIB if sys.platform == "darwin" else most / 1024


def resident() -> float:
    """MiB resident now; the peak where the system does not tell."""
    if not _STATUS.exists():
        return Memory().peak()
    pages = int(_STATUS.read_text("ascii").split()[1])
    return pages * resource.getpagesize() / _MIB
