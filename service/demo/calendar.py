"""Days of the demo: the Monday of the meeting, and dates as a Korean office writes them; pure."""

from datetime import date, datetime, time, timedelta, tzinfo

_WEEKDAYS = "월화수목금토일"
_BEGINS = time(9, 0)


def next_monday(now: datetime) -> date:
    """The Monday whose 09:00 comes next where `now` is: it knows its time zone."""
    monday = now.date() + timedelta(days=-now.weekday() % 7)
    return monday if now < begins(monday, now.tzinfo) else monday + timedelta(days=7)


def begins(monday: date, zone: tzinfo | None) -> datetime:
    """When the meeting of that Monday starts, by the clocks of the hall."""
    return datetime.combine(monday, _BEGINS, zone)


def full(day: date) -> str:
    """The day with its year: `2026. 11. 23.` for example."""
    return f"{day.year}. {day.month}. {day.day}."


def short(day: date) -> str:
    """The day with its weekday: `11. 23.(월)` for example."""
    return f"{day.month}. {day.day}.({_WEEKDAYS[day.weekday()]})"


def after(monday: date, days: int) -> date:
    """The day so many days after (before, when negative) the meeting."""
    return monday + timedelta(days=days)
