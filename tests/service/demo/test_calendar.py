"""Mondays in Seoul, and dates as an office writes them."""

from datetime import UTC, date, datetime

import pytest

from service.demo.calendar import SEOUL, begins, full, next_monday, short


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 11, 21, 23, 0, tzinfo=SEOUL), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 8, 59, tzinfo=SEOUL), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 9, 0, tzinfo=SEOUL), date(2026, 11, 30)),
        (datetime(2026, 12, 29, 12, 0, tzinfo=SEOUL), date(2027, 1, 4)),
        # Sunday evening in London is Monday morning in Seoul.
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 0, 30, tzinfo=UTC), date(2026, 11, 30)),
    ],
)
def test_the_next_monday_is_the_one_whose_nine_o_clock_is_ahead(
    now: datetime, monday: date
) -> None:
    assert next_monday(now) == monday


def test_the_meeting_begins_at_nine_in_seoul() -> None:
    assert begins(date(2026, 11, 23)) == datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


def test_dates_are_written_as_an_office_writes_them() -> None:
    assert full(date(2026, 11, 23)) == "2026. 11. 23."
    assert short(date(2026, 12, 6)) == "12. 6.(일)"
