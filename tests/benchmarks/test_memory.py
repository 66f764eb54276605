"""Memory noted at shares of the work."""

from benchmarks.memory import Memory, resident


def test_memory_at_takes_the_first_note_at_or_after_the_share() -> None:
    memory = Memory()
    memory.noted = {0.3: 100.0, 0.6: 110.0, 1.0: 111.0}
    assert memory.at(0.25, 0.5, 1.0) == {0.25: 100.0, 0.5: 110.0, 1.0: 111.0}


def test_memory_resident_is_no_more_than_the_peak() -> None:
    assert 1 < resident() <= Memory().peak() + 1
