"""Somebody who has a keyboard and nothing else, and looks where the focus is."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser import looks
from tests.browser.tablet import Tablet

MOST_STEPS = 80
"""More than a screen has places for the keyboard."""


class Keys:
    """The keyboard of one tablet; every stop on the way must be seen."""

    def __init__(self, tablet: Tablet) -> None:
        self.tablet = tablet

    async def walk_to(self, goal: Locator, key: str = "Tab") -> None:
        """Press Tab until this has the focus; no stop before it may be without a ring."""
        await expect(goal).to_be_visible()
        for _ in range(MOST_STEPS):
            if await goal.evaluate("goal => goal === document.activeElement"):
                return
            await self.tablet.press(key)
            at = await looks.focused(self.tablet)
            assert at is None or at.ringed, f"the focus is not seen on {at}"
        pytest.fail(f"the keyboard never gets to {goal}")

    async def press(self, testid: str, key: str = "Enter") -> None:
        """Walk to the part with this test id and press it."""
        await self.walk_to(self.tablet.see(testid).first)
        await self.tablet.press(key)

    async def write(self, testid: str, text: str) -> None:
        """Walk to a field and type."""
        await self.walk_to(self.tablet.see(testid))
        await self.tablet.page.keyboard.type(text)

    async def keeps_focus(self) -> None:
        """Wait until the focus is on something that is seen to have it."""
        await self.tablet.page.wait_for_function(
            "() => document.activeElement !== null && document.activeElement !== document.body"
        )
        at = await looks.focused(self.tablet)
        assert at is not None
        assert at.ringed, f"the focus is not seen on {at.name}"
