"""Joining, following, turning, writing and coming back, in Firefox and in WebKit."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Final

import pytest
import pytest_asyncio

from service.model import PageRef, Role
from service.protocol import commands as c
from tests.browser.engines.engine import Engine, Point
from tests.browser.engines.firefox import firefox
from tests.browser.engines.webkit import webkit
from tests.support.running_service import ROOT, RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WIDTH, HEIGHT = 1180, 820

Engines = Callable[[int, int], AbstractAsyncContextManager[Engine]]
ENGINES: Final[dict[str, Engines]] = {"firefox": firefox, "webkit": webkit}

INKED: Final = """(() => {
  const canvas = document.querySelector("canvas[data-layer=ink]");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((each) => each > 0);
})()"""

ARRIVED: Final = """(() => {
  const { link, unsent } = document.querySelector("[data-testid=save-state]").dataset;
  return link === "live" && unsent === "0";
})()"""


@pytest_asyncio.fixture(loop_scope="module", params=ENGINES)
async def window(request: pytest.FixtureRequest) -> AsyncIterator[Engine]:
    """A window of each engine, in a browser that knows nothing yet."""
    async with ENGINES[request.param](WIDTH, HEIGHT) as window:
        yield window


def page(number: int) -> PageRef:
    """A page of the meeting's document."""
    return PageRef(document_id="d1", version=1, page=number)


def keep(name: str, picture: bytes) -> None:
    """Put a picture beside those of every screen."""
    folder = ROOT / "screens"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.png").write_bytes(picture)


async def join(window: Engine, room: Sitting, role: Role, name: str) -> None:
    """Come by a link of this role and say a name."""
    await window.go("about:blank")
    await window.go((await room.link(role))["url"])
    await window.tap("join-name")
    await window.type(name)
    await window.tap("join-submit")
    await window.until("location.hash.startsWith('#seat=')")


async def stroke(window: Engine) -> list[Point]:
    """A slanted line over the middle of the page."""
    box = await window.ask(
        "(({ x, y, width, height }) => [x + width / 2, y + height / 2])"
        "(document.querySelector('.stage-host').getBoundingClientRect())"
    )
    return [(box[0] - 80 + 8 * step, box[1] - 20 + 2 * step) for step in range(20)]


async def test_a_member_follows_writes_and_comes_back(
    service: RunningService, window: Engine
) -> None:
    async with sitting(service, pages=4) as room:
        presenter = await room.leading()
        assert await presenter.ask(c.TurnPage, page=page(1)) is None
        await join(window, room, Role.MEMBER, "Kim")
        await window.shows("d1.1.1")
        assert await presenter.ask(c.TurnPage, page=page(3)) is None
        await window.shows("d1.1.3")

        assert not await window.ask(INKED)
        await window.tap("tool-pen")
        await window.draw(await stroke(window))
        await window.until(INKED)
        await window.until(ARRIVED)

        await window.tap("next-page")
        await window.shows("d1.1.4")
        await window.tap("rejoin")
        await window.shows("d1.1.3")

        await window.reload()
        await window.shows("d1.1.3")
        await window.until(INKED)
        await window.until("document.querySelector('.stage-host').dataset.strokes === '1'")
        keep(f"engine-{window.name.lower()}-member", await window.photograph())


async def test_a_presenter_leads(service: RunningService, window: Engine) -> None:
    async with sitting(service, pages=4) as room:
        member = await room.tablet(Role.MEMBER, "노을 과장")
        await join(window, room, Role.PRESENTER, "Lee")
        await window.tap("take-lead")
        await window.until("document.querySelector('[data-leading=true]') !== null")
        await window.tap("next-page")
        await member.sees_page(page(2))
        await window.shows("d1.1.2")
        keep(f"engine-{window.name.lower()}-presenter", await window.photograph())
