"""Names in rare syllables and Hanja on a tablet that has no Korean letters of its own."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import msgspec
import pytest
import pytest_asyncio
from playwright.async_api import Browser

from service.model import Role, Tool
from service.protocol import commands as c
from tests.browser.chromium import chromium
from tests.browser.devices import LANDSCAPE
from tests.browser.frames import frame, look
from tests.browser.house import invite
from tests.browser.seats import MEMBER
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support import values
from tests.support.running_service import RunningService
from tests.support.sitting import is_settled, page, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

COMMON: Final = "조은별노을정한결"
RARE: Final = "뷁쀓갏똠힣쌰南宮䂨龘金昊旻"
"""Rare syllables, most of them beyond the first face's 2,780; Hanja of Korea and beyond."""

NOWHERE: Final = "\U000f1234"
"""A letter of no face: what is drawn for it is the sign for what cannot be shown."""

LATIN_ONLY: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <cachedir>{folder}</cachedir>
</fontconfig>
"""

_NOT_SHOWN = """async ([letters, nowhere, faces]) => {
  await document.fonts.load(faces, letters);
  const drawn = (letter) => {
    const pen = new OffscreenCanvas(64, 64).getContext("2d");
    pen.font = faces;
    pen.fillText(letter, 8, 48);
    return pen.getImageData(0, 0, 64, 64).data.join();
  };
  const sign = drawn(nowhere);
  return [...letters].filter((letter) => drawn(letter) === sign).join("");
}"""

_FACES = "() => `40px ${getComputedStyle(document.querySelector('.person')).fontFamily}`"

_LIST_IS_THERE = """() => [...document.styleSheets].some(
  (each) => each.href !== null && each.href.includes("rare_letters"))"""

_HANJA_ARE_HERE = """() => [...document.fonts].some(
  ({ family, status }) => family.includes("Noto Sans HK") && status === "loaded")"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browser]:
    """A Chromium on a machine with Latin letters alone."""
    folder: Path = tmp_path_factory.mktemp("fonts")
    settings = folder / "fonts.conf"
    settings.write_text(LATIN_ONLY.format(folder=folder))
    async with chromium(FONTCONFIG_FILE=str(settings)) as browser:
        yield browser


async def at_the_door(service: RunningService, tablet: Tablet, names: str) -> list[str]:
    """Look at a list of people with these names; the faces fetched for it, by their files."""
    fetched: list[str] = []
    tablet.page.on("request", lambda asked: fetched.append(asked.url.rpartition("/")[2]))
    async with sitting(service) as room:
        await invite(room, [(name, "총무과", "과장") for name in names])
        await tablet.open((await room.link(Role.MEMBER))["url"])
        await tablet.see(f"join-person-{names[0]}").wait_for()
        await tablet.page.wait_for_function(_LIST_IS_THERE)
        await tablet.page.evaluate("() => document.fonts.ready.then(() => true)")
    return [each for each in fetched if each.endswith(".woff2")]


async def not_shown(tablet: Tablet, letters: str, faces: str) -> str:
    """Which of these letters come out as the sign for what cannot be shown."""
    return str(await tablet.page.evaluate(_NOT_SHOWN, [letters, NOWHERE, faces]))


async def test_rare_names_are_shown_with_our_own_letters(
    service: RunningService, tablets: Tablets
) -> None:
    tablet = await tablets.unpack(LANDSCAPE)
    fetched = await at_the_door(service, tablet, RARE)
    faces = await tablet.page.evaluate(_FACES)
    assert await not_shown(tablet, RARE, "40px sans-serif") == RARE
    assert await not_shown(tablet, RARE, '40px "Pretendard GOV"') != ""
    assert await not_shown(tablet, RARE + COMMON, faces) == ""
    assert any(each.startswith("noto-sans-kr") for each in fetched)
    assert any(each.startswith("noto-sans-hk") for each in fetched)


async def test_common_names_fetch_no_letters_but_the_common_ones(
    service: RunningService, tablets: Tablets
) -> None:
    tablet = await tablets.unpack(LANDSCAPE)
    fetched = await at_the_door(service, tablet, COMMON)
    assert fetched
    assert [each for each in fetched if not each.startswith("PretendardGOV")] == []


async def test_a_note_painted_before_its_letters_came_is_painted_anew(
    service: RunningService, tablets: Tablets
) -> None:
    tablet = await tablets.unpack(LANDSCAPE)
    async with sitting(service) as room:
        presenter = await room.leading()
        await presenter.sees(lambda: is_settled(presenter))
        words = {"tool": Tool.NOTE, "width": 300, "points": (3000, 3000, 0), "text": "龘쀓"}
        note = msgspec.structs.replace(values.stroke("n1", on=page(1)), **words)
        assert await presenter.ask(c.AddStroke, stream="meeting", stroke=note) is None
        await tablet.enter((await room.link(Role.MEMBER))["url"], MEMBER)
        await tablet.sheet.carries(1)
        # The note stands nowhere but on the canvas: without another paint nobody asks for them.
        await tablet.page.wait_for_function(_HANJA_ARE_HERE)
        await frame(tablet.page)
        painted = await look(tablet)
        for number in (2, 1):
            assert await presenter.ask(c.TurnPage, page=page(number)) is None
            await tablet.shows(f"d1.1.{number}")
        await tablet.sheet.carries(1)
        assert (await look(tablet)).ink == painted.ink
