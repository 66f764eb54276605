"""The bookkeeping of the speed benchmark; its figures are for quiet machines."""

from benchmarks import speed


def test_speed_slices_hold_a_whole_batch_of_the_largest_size() -> None:
    assert speed._fair(8, 512) == 8
    assert speed._fair(8, 200) == 3
    assert speed._fair(8, 10) == 1


def test_speed_without_a_sample_repeats_the_examples() -> None:
    assert len(speed.reports(None, 30)) == 30


def test_speed_table_has_a_line_per_figure() -> None:
    assert speed.table({"a_b": 1, "c": {16: 2.0}}).splitlines() == [f"{'a b':26} 1", f"{'c':26} 16 2.0"]
