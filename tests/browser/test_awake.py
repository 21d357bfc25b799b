"""Screens that do not go dark while a meeting is open."""

import pytest

from service.model import Role
from service.protocol import commands as c
from tests.browser.devices import LANDSCAPE
from tests.browser.seats import MEMBER
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

_COUNT_LOCKS = """
  window.locks = 0;
  navigator.wakeLock.request = async () => {
    window.locks += 1;
    return { release: async () => { window.locks -= 1; } };
  };
"""


async def test_a_members_screen_stays_on_while_the_meeting_is_open(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, opened=False) as room:
        member = await tablets.unpack(LANDSCAPE)
        await member.page.add_init_script(_COUNT_LOCKS)
        await member.enter((await room.link(Role.MEMBER))["url"], MEMBER)
        await member.see("waiting").wait_for()
        assert await member.page.evaluate("() => window.locks") == 0
        await room.steer(c.OpenMeeting)
        await member.page.wait_for_function("() => window.locks === 1")
        await room.steer(c.CloseMeeting)
        await member.page.wait_for_function("() => window.locks === 0")
