"""Days, weeks, months and years as ISO intervals, ends exclusive (ISO 8601)."""

from datetime import date, timedelta

Interval = tuple[str | None, str | None]


def day(of: date) -> Interval:
    """The day."""
    return of.isoformat(), (of + timedelta(days=1)).isoformat()


def week(of: date) -> Interval:
    """The ISO week that the day lies in."""
    monday = of - timedelta(days=of.weekday())
    return monday.isoformat(), (monday + timedelta(days=7)).isoformat()


def weekend(of: date) -> Interval:
    """Saturday and Sunday of the ISO week that the day lies in."""
    saturday = of - timedelta(days=of.weekday()) + timedelta(days=5)
    return saturday.isoformat(), (saturday + timedelta(days=2)).isoformat()


def months(year: int, month: int, count: int = 1) -> Interval:
    """`count` months from the first of a month."""
    last = year * 12 + month - 1 + count
    return f"{year:04d}-{month:02d}-01", f"{last // 12:04d}-{last % 12 + 1:02d}-01"


def years(year: int, count: int = 1) -> Interval:
    """`count` years from the first of January."""
    return f"{year:04d}-01-01", f"{year + count:04d}-01-01"


def shifted_month(of: date, by: int) -> tuple[int, int]:
    """Year and month, so many months away."""
    total = of.year * 12 + of.month - 1 + by
    return total // 12, total % 12 + 1


def iso_week(of: date) -> str:
    """`2022-W08`."""
    year, number, _ = of.isocalendar()
    return f"{year}-W{number:02d}"
