"""A ledger of a small crisis in our own words, coded once; tests that write work on a copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger import Ledger, add, makings_of
from onrecord.pipeline import Coder
from onrecord.reading import report_of
from onrecord.record import Report

REPORTS = (
    ("sado-1", "Strait Times Wire", "2031-03-03", "https://wire.example/1",
     "TALLINN - Estonian Foreign Minister Liis Tamm telephoned Georgian President Vakhtang Abuladze on Sunday "
     "to discuss the border crisis. Georgia has asked Estonia to mediate in its conflict with Armenia, "
     "a senior Georgian official said. Twelve soldiers were killed near the border on Saturday, the defence ministry said."),
    ("sado-2", "Caucasus Herald", "2031-03-05", "https://herald.example/2",
     "YEREVAN - Estonian Foreign Minister Liis Tamm met Armenian Prime Minister Ani Sargsyan in Yerevan on Tuesday. "
     "Armenia denied that its army had shelled Georgia. Fifteen soldiers were killed on Saturday, Armenia's "
     "government said."),
    ("sado-3", "Caucasus Herald", "2031-03-06", "https://herald.example/3",
     "TBILISI - Georgia accused Armenia of shelling its territory. Armenian forces shelled Georgia on Saturday, "
     "the Georgian interior ministry said. Finland visited nobody this week."),
    ("sado-4", "Second Wire", "2031-03-06", "https://second.example/3",
     "TBILISI - Georgia accused Armenia of shelling its territory. Armenian forces shelled Georgia on Saturday, "
     "the Georgian interior ministry said. Finland visited nobody this week."),
)  # fmt: skip


def reports() -> Iterator[Report]:
    for name, outlet, published, url, text in REPORTS:
        yield report_of(text, id=name, outlet=outlet, published=published, url=url)


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def kept(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the crisis; nobody writes to it."""
    path = tmp_path_factory.mktemp("ledger") / "crisis.db"
    with Ledger(path, create=True) as ledger:
        add(ledger, reports(), coder, makings_of(coder.settings), asked=["crisis"])
    return path


@pytest.fixture
def ledger(kept: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy that a test may write to."""
    copy = tmp_path / "copy.db"
    shutil.copy(kept, copy)
    with Ledger(copy) as opened:
        yield opened
