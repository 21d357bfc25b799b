"""What is worth a look: nothing on an ordinary day, and each thing by its own number."""

from typing import Any

import pytest

from service.observability.attention import Attention, worth_a_look
from service.observability.recent import Spell

WELL: dict[str, Any] = {
    "parts": {"stopping": True, "storage_read": True, "storage_write": True, "drawing": True},
    "disk_free": 50 * 10**9,
    "memory_available": 4 * 1024**3,
    "commit": Spell(100, 0.0007, 0.4),
    "fan_out": Spell(100, 0.025, 0.2),
    "lag": Spell(1_200, 0.001, 0.3),
    "slow_closes": 2,
}


def test_an_ordinary_day_is_worth_no_look() -> None:
    assert worth_a_look(**WELL) == ()


def test_a_quiet_service_on_an_unknown_machine_is_well() -> None:
    quiet = {"memory_available": None, "commit": None, "fan_out": None, "lag": None}
    assert worth_a_look(**WELL | quiet) == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"parts": {"storage_write": False}}, Attention.STORAGE_WRITE),
        ({"parts": {"storage_read": False}}, Attention.STORAGE_READ),
        ({"parts": {"drawing": False}}, Attention.DRAWING),
        ({"parts": {"stopping": False}}, Attention.STOPPING),
        ({"disk_free": 1_999_999_999}, Attention.DISK_LOW),
        ({"memory_available": 100 * 1024**2}, Attention.MEMORY_LOW),
        ({"commit": Spell(9, 0.2, 0.3)}, Attention.COMMIT_SLOW),
        ({"fan_out": Spell(9, 0.2, 0.3)}, Attention.FAN_OUT_SLOW),
        ({"lag": Spell(9, 0.06, 0.3)}, Attention.LOOP_LATE),
        ({"slow_closes": 3}, Attention.TABLETS_SLOW),
    ],
    ids=str,
)
def test_each_thing_is_seen(changed: dict[str, Any], said: Attention) -> None:
    assert worth_a_look(**WELL | changed) == (said,)


def test_the_gravest_comes_first() -> None:
    bad = {"slow_closes": 9, "disk_free": 0, "parts": {"storage_write": False}}
    assert worth_a_look(**WELL | bad) == (
        Attention.STORAGE_WRITE,
        Attention.DISK_LOW,
        Attention.TABLETS_SLOW,
    )
