"""Turning without waiting: every frame around a turn shows one page whole, with its own ink."""

from collections.abc import AsyncIterator, Mapping

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.devices import LANDSCAPE
from tests.browser.frames import Frame, frame, look, stop, watch, without_repeats
from tests.browser.seats import MEMBER
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support import values
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, is_settled, page, sitting
from tests.support.tablet import Tablet as Presenter

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PAGES = 12

BUDGET = (96 + 12) * 1024 * 1024
"""Bytes of decoded pages and of those that stand in for them; see `pages.ts` of the client."""

Known = Mapping[str, Frame]
"""What a page looks like, by its key."""

_BITMAPS = """() => {
  const make = window.createImageBitmap;
  const close = ImageBitmap.prototype.close;
  window.bitmaps = { held: 0, made: 0 };
  window.createImageBitmap = async (...given) => {
    // Made to size before, a page is a hair another than scaled while it is painted.
    if (given.at(-1)?.resizeWidth !== undefined) throw new Error("not here");
    const image = await make(...given);
    const bytes = image.width * image.height * 4;
    window.bitmaps.held += bytes;
    window.bitmaps.made += bytes;
    return image;
  };
  ImageBitmap.prototype.close = function () {
    window.bitmaps.held -= this.width * this.height * 4;
    close.call(this);
  };
}"""

_HEARD = """() => {
  const Plain = window.WebSocket;
  window.turns = [];
  let frame = 0;
  const count = () => { frame += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (typeof data !== "string" || !data.includes('"PageTurned"')) return;
        const heard = frame;
        const host = document.querySelector(".stage-host");
        const before = host?.dataset.painted;
        const look = () => {
          if (host.dataset.painted === before) requestAnimationFrame(look);
          else window.turns.push(frame - heard);
        };
        if (host !== null) requestAnimationFrame(look);
      });
    }
  };
}"""

_DRAWN = """() => {
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  window.drawnOn = [];
  CanvasRenderingContext2D.prototype.drawImage = function (...given) {
    window.drawnOn.push(this.canvas.dataset.layer);
    return draw.apply(this, given);
  };
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(service: RunningService) -> AsyncIterator[Sitting]:
    """A meeting of twelve drawn pages; pages 2 and 5 carry ink for everyone."""
    async with sitting(service, pages=PAGES) as room:
        yield room


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def presenter(room: Sitting) -> Presenter:
    """Who turns, at the first page; two pages are written on."""
    presenter = await room.leading()
    await presenter.sees(lambda: is_settled(presenter))
    for number in (2, 5):
        stroke = values.stroke(f"s{number}", on=page(number))
        assert await presenter.ask(c.AddStroke, stream="meeting", stroke=stroke) is None
    assert await presenter.ask(c.TurnPage, page=page(1)) is None
    return presenter


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def member(room: Sitting, presenter: Presenter, browser: Browser) -> AsyncIterator[Tablet]:
    """A member who follows, and has seen no page but the first."""
    async with Tablets(browser) as tablets:
        tablet = await tablets.unpack(LANDSCAPE)
        await tablet.page.add_init_script(f"({_HEARD})()")
        await tablet.page.add_init_script(f"({_BITMAPS})()")
        await tablet.enter((await room.link(Role.MEMBER))["url"], MEMBER)
        await tablet.shows("d1.1.1")
        yield tablet


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def known(presenter: Presenter, member: Tablet) -> Known:
    """What each page looks like once it stands, with its ink, by its key."""
    known: dict[str, Frame] = {}
    for number in (*range(2, PAGES + 1), 1):
        await goes(presenter, member, number)
        await member.sheet.carries(1 if number in {2, 5} else 0)
        known[f"d1.1.{number}"] = await look(member)
    assert len({each.paper for each in known.values()}) == PAGES, "two pages look alike"
    return known


async def turn(presenter: Presenter, number: int) -> None:
    """Everyone goes to a page."""
    assert await presenter.ask(c.TurnPage, page=page(number)) is None


async def goes(presenter: Presenter, member: Tablet, number: int) -> None:
    """Everyone goes to a page, sees it, and has what may be turned to from there."""
    await turn(presenter, number)
    await member.shows(f"d1.1.{number}")
    await frame(member.page)
    await expect(member.sheet.host).to_have_attribute("data-ahead", "true")


async def test_a_turn_is_one_frame_and_shows_page_and_ink_together(
    presenter: Presenter, member: Tablet, known: Known
) -> None:
    await member.page.evaluate("() => { window.turns = []; }")
    await watch(member)
    for number in (2, 3, 2, 1, 2):
        await goes(presenter, member, number)
    frames = without_repeats(await stop(member))
    assert [each.page for each in frames] == [f"d1.1.{number}" for number in (1, 2, 3, 2, 1, 2)]
    assert [each for each in frames if each != known[each.page]] == []
    # The count of frames may step before or after the look at them within one frame.
    late: list[int] = await member.page.evaluate("() => window.turns")
    assert len(late) == 5
    assert sorted(late)[len(late) // 2] <= 2


async def test_rapid_turns_show_nothing_but_whole_pages(
    presenter: Presenter, member: Tablet, known: Known
) -> None:
    await goes(presenter, member, 1)
    await watch(member)
    for number in (2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5):
        await turn(presenter, number)
    await member.shows("d1.1.5")
    frames = without_repeats(await stop(member))
    for each in frames:
        if each.painted:
            assert each == known[each.page]
        else:
            await stands_in(each, known)
    assert frames[-1] == known["d1.1.5"]


async def test_a_jump_shows_no_other_page_and_no_other_ink(
    presenter: Presenter, member: Tablet, known: Known
) -> None:
    await goes(presenter, member, 2)
    await watch(member)
    await turn(presenter, 12)
    await member.shows("d1.1.12")
    frames = without_repeats(await stop(member))
    assert frames[0] == known["d1.1.2"]
    assert frames[-1] == known["d1.1.12"]
    for each in frames[1:-1]:
        await stands_in(each, known)


async def test_the_page_that_comes_lies_ready_and_is_not_painted_again(
    presenter: Presenter, member: Tablet, known: Known
) -> None:
    await goes(presenter, member, 1)
    await member.sheet.has_ready("d1.1.2")
    await member.page.evaluate(_DRAWN)
    for number in (2, 3):
        await turn(presenter, number)
        await member.shows(f"d1.1.{number}")
        await member.sheet.has_ready(f"d1.1.{number + 1}")
        assert await look(member) == known[f"d1.1.{number}"]
    drawn = "() => window.drawnOn.includes('paper')"
    assert not await member.page.evaluate(drawn)
    await goes(presenter, member, 9)
    assert await member.page.evaluate(drawn)
    # Whoever goes back goes on going back.
    await goes(presenter, member, 8)
    await member.sheet.has_ready("d1.1.7")


async def test_pages_decoded_ahead_keep_to_their_budget(
    presenter: Presenter, member: Tablet, known: Known
) -> None:
    for number in range(1, PAGES + 1):
        await goes(presenter, member, number)
    held, made = await member.page.evaluate("() => [window.bitmaps.held, window.bitmaps.made]")
    assert made > BUDGET, "too few pages to tell"
    assert held <= BUDGET
    assert known


async def stands_in(frame: Frame, known: Known) -> None:
    """A page that is still on its way: neither another page's picture nor another one's ink."""
    assert frame.painted == ""
    others = [each for key, each in known.items() if key != frame.page]
    assert frame.paper not in {each.paper for each in others}
    assert frame.ink in {known[frame.page].ink, known["d1.1.1"].ink}
