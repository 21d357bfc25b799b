"""Mondays by the clocks of the hall, and dates as an office writes them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from service.demo.calendar import begins, full, next_monday, short

SEOUL = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 11, 21, 23, 0, tzinfo=SEOUL), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 8, 59, tzinfo=SEOUL), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 9, 0, tzinfo=SEOUL), date(2026, 11, 30)),
        (datetime(2026, 12, 29, 12, 0, tzinfo=SEOUL), date(2027, 1, 4)),
        (datetime(2026, 11, 23, 8, 59, tzinfo=UTC), date(2026, 11, 23)),
    ],
)
def test_the_next_monday_is_the_one_whose_nine_o_clock_is_ahead(
    now: datetime, monday: date
) -> None:
    assert next_monday(now) == monday


def test_the_meeting_begins_at_nine_where_the_hall_is() -> None:
    assert begins(date(2026, 11, 23), SEOUL) == datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
    assert begins(date(2026, 11, 23), UTC) == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_dates_are_written_as_an_office_writes_them() -> None:
    assert full(date(2026, 11, 23)) == "2026. 11. 23."
    assert short(date(2026, 12, 6)) == "12. 6.(일)"
