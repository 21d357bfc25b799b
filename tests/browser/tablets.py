"""All tablets of a story: unpacked together, put away together, none of them complaining."""

import asyncio
from types import TracebackType

import pytest
from playwright.async_api import Browser

from tests.browser.devices import Device
from tests.browser.tablet import Tablet


class Tablets:
    """Hands out fresh tablets; leaving it fails when a page had an error nobody expected."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._all: list[Tablet] = []

    async def unpack(self, device: Device) -> Tablet:
        """One more tablet."""
        tablet = await Tablet.unpack(self._browser, device)
        self._all.append(tablet)
        return tablet

    async def __aenter__(self) -> "Tablets":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.gather(*(tablet.put_away() for tablet in self._all))
        complaints = [said for tablet in self._all for said in tablet.complaints]
        said = f"errors on the consoles: {complaints}"
        if error is not None and complaints:
            error.add_note(said)
        elif complaints:
            pytest.fail(said)
