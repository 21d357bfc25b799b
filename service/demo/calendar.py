"""Days of the demo: the Monday of the meeting, and dates as a Korean office writes them; pure."""

from datetime import date, datetime, time, timedelta, timezone

SEOUL = timezone(timedelta(hours=9))
"""Korea has had one offset and no summer time since 1988: no time zone data is needed."""

_WEEKDAYS = "월화수목금토일"
_BEGINS = time(9, 0)


def next_monday(now: datetime) -> date:
    """The Monday whose 09:00 in Seoul comes next; `now` knows its time zone."""
    here = now.astimezone(SEOUL)
    monday = here.date() + timedelta(days=-here.weekday() % 7)
    return monday if here < begins(monday) else monday + timedelta(days=7)


def begins(monday: date) -> datetime:
    """When the meeting of that Monday starts."""
    return datetime.combine(monday, _BEGINS, SEOUL)


def full(day: date) -> str:
    """The day with its year: `2026. 11. 23.` for example."""
    return f"{day.year}. {day.month}. {day.day}."


def short(day: date) -> str:
    """The day with its weekday: `11. 23.(월)` for example."""
    return f"{day.month}. {day.day}.({_WEEKDAYS[day.weekday()]})"


def after(monday: date, days: int) -> date:
    """The day so many days after (before, when negative) the meeting."""
    return monday + timedelta(days=days)
