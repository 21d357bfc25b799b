"""What the stories ask of a browser, whichever way it is driven."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Final

PATIENCE_SECONDS: Final = 30.0
"""A bound for what never happens; whatever is waited for takes a fraction of a second."""

Point = tuple[float, float]

_WAITING: Final = """new Promise((done) => {
  const end = performance.now() + 250;
  const look = () => {
    const found = %s;
    if (found || performance.now() > end) done(found);
    else setTimeout(look, 20);
  };
  look();
})"""
"""The page looks by itself for a while, and stays free for its own work between two looks."""


class Engine(ABC):
    """One window of a browser."""

    name: str

    @abstractmethod
    async def go(self, url: str) -> None:
        """Load an address, and return when the page has loaded."""

    @abstractmethod
    async def reload(self) -> None:
        """Load the same address anew, and return when the page has loaded."""

    @abstractmethod
    async def ask(self, expression: str) -> Any:
        """The value of an expression in the page, as JSON has it."""

    @abstractmethod
    async def draw(self, points: Sequence[Point]) -> None:
        """Press at the first point, move over the others, let go; CSS pixels of the window."""

    @abstractmethod
    async def type(self, text: str) -> None:
        """Press and let go the key of each letter, wherever the focus is."""

    @abstractmethod
    async def photograph(self) -> bytes:
        """What the window shows, as a PNG."""

    async def until(self, expression: str) -> Any:
        """Return as soon as the expression holds in the page: its value.

        Raises TimeoutError with the expression and what the page says, when it never does.
        """
        found: Any = None
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not (found := await self.ask(_WAITING % expression)):
                    pass
        except TimeoutError:
            page = await self.ask("document.body.innerText")
            raise TimeoutError(f"{self.name}: never `{expression}`; it says: {page}") from None
        return found

    async def see(self, testid: str) -> Point:
        """Wait until the part with this test id stands on the screen: its middle."""
        part = f"document.querySelector('[data-testid={json.dumps(testid)}]')"
        box = await self.until(
            f"(({part}) ? (() => {{ const part = {part}; part.scrollIntoView({{block: 'nearest'}});"
            " const box = part.getBoundingClientRect();"
            " return box.width > 0 && !part.disabled"
            " ? [box.x + box.width / 2, box.y + box.height / 2] : null; })() : null)"
        )
        return box[0], box[1]

    async def tap(self, testid: str) -> None:
        """Press the part with this test id."""
        await self.draw([await self.see(testid)])

    async def shows(self, page: str) -> None:
        """Wait until this page is painted in full."""
        await self.until(f"document.querySelector('.stage-host')?.dataset.painted === '{page}'")
