"""Leading together on the screens: asking, modes of following, receipts, items kept back."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from service.model import Item, Role
from service.protocol import commands as c
from tests.browser.devices import DESKTOP, LANDSCAPE, PHONE, WALL
from tests.browser.seats import MEMBER, NEIGHBOUR, PRESENTER, seat
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support import pdfs
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

CHAIR = "정한결 시장"


@pytest_asyncio.fixture(loop_scope="module")
async def room(service: RunningService) -> AsyncIterator[Sitting]:
    """An open meeting of three pages."""
    async with sitting(service) as room:
        yield room


async def presenting(room: Sitting, tablets: Tablets) -> Tablet:
    """A presenter who leads and has turned to the first page."""
    presenter = await seat(room, tablets, Role.PRESENTER, LANDSCAPE, PRESENTER)
    await presenter.take_lead()
    await presenter.press("ArrowRight", "Home")
    await presenter.shows("d1.1.1")
    return presenter


async def test_a_member_asks_to_present_and_is_given_it(room: Sitting, tablets: Tablets) -> None:
    presenter = await presenting(room, tablets)
    member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
    await member.tap("ask-lead")
    await expect(member.see("ask-back")).to_be_visible()

    await expect(presenter.see("announcer")).to_contain_text(MEMBER)
    await expect(presenter.see("requests")).to_contain_text(MEMBER)
    await presenter.tap(f"request-give-{MEMBER}")
    await expect(member.see("lead-room")).to_have_attribute("data-leading", "true")
    await expect(presenter.see("requests")).to_have_count(0)


async def test_a_request_is_taken_back_or_declined(room: Sitting, tablets: Tablets) -> None:
    presenter = await presenting(room, tablets)
    member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
    chair = await seat(room, tablets, Role.CHAIR, PHONE, CHAIR)
    await expect(chair.see("ask-lead")).to_have_count(0)
    await member.tap("ask-lead")
    await expect(presenter.see("request")).to_have_count(1)
    await member.tap("ask-back")
    await expect(presenter.see("requests")).to_have_count(0)
    await member.tap("ask-lead")
    await chair.tap(f"request-decline-{MEMBER}")
    await expect(member.see("ask-lead")).to_be_visible()
    await expect(presenter.see("requests")).to_have_count(0)
    await expect(member.see("room")).to_be_visible()


async def test_turns_are_offered_followed_or_held(room: Sitting, tablets: Tablets) -> None:
    presenter = await presenting(room, tablets)
    member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
    chair = await seat(room, tablets, Role.CHAIR, LANDSCAPE, CHAIR)
    await member.shows("d1.1.1")

    await chair.tap("steer")
    await chair.tap("following-suggest")
    await expect(chair.see("following-suggest")).to_be_checked()
    await presenter.press("End")
    await expect(member.see("offered")).to_contain_text("발표자: 3쪽")
    await expect(member.see("sheet")).to_have_attribute("data-page", "1")
    await member.tap("offered")
    await member.shows("d1.1.3")
    await expect(member.see("offered")).to_have_count(0)

    await member.press("Home")
    await member.shows("d1.1.1")
    await chair.tap("following-hold")
    await member.shows("d1.1.3")
    await expect(member.see("held")).to_be_visible()
    await expect(member.see("announcer")).to_contain_text("고정")
    for control in ("previous-page", "page-number", "document-row"):
        await expect(member.see(control)).to_be_disabled()
    await member.press("Home")
    await presenter.press("PageUp")
    await member.shows("d1.1.2")

    await chair.tap("following-follow")
    await expect(member.see("held")).to_have_count(0)
    await member.tap("previous-page")
    await member.shows("d1.1.1")
    await expect(member.see("follow-pill")).to_contain_text("2쪽")


async def test_who_leads_sees_how_many_have_the_page_and_who_has_not(
    room: Sitting, tablets: Tablets
) -> None:
    presenter = await presenting(room, tablets)
    member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
    other = await seat(room, tablets, Role.MEMBER, PHONE, NEIGHBOUR)
    for tablet in (member, other):
        await tablet.shows("d1.1.1")
    receipts = presenter.see("receipts")
    await expect(receipts).to_have_text("2명 중 2명이 1쪽")
    await expect(receipts).to_have_attribute("aria-expanded", "false")
    await member.press("End")
    await expect(receipts).to_have_text("2명 중 1명이 1쪽")
    await presenter.tap("receipts")
    behind = presenter.see("behind")
    await expect(behind).to_have_count(1)
    await expect(behind).to_contain_text(MEMBER)
    await expect(behind).to_contain_text("3쪽")
    await expect(behind.locator(".behind-since")).to_contain_text("00:")
    await expect(member.see("receipts")).to_have_count(0)


async def add_kept_item(room: Sitting, *, closed: bool) -> None:
    """Item i2 with two pages (4 and 5), then i3 with one (6)."""
    item = Item(
        item_id="i2",
        title="인사 운영 방향",
        department="",
        reporter="",
        minutes=0,
        embargoed=not closed,
        closed=closed,
    )
    await room.steer(c.AddItem, item=item, index=10)
    await room.add_item("i3", "현안 토론")
    for document_id, item_id, pages in (("d2", "i2", 2), ("d3", "i3", 1)):
        data = pdfs.good(pages, seed=40 + pages)
        answer = await room.secretary.upload(room.meeting_id, document_id, data, item_id=item_id)
        assert answer.status == 201, answer.body


async def test_an_embargoed_item_is_a_calm_sheet_until_it_is_opened(
    room: Sitting, tablets: Tablets
) -> None:
    await add_kept_item(room, closed=False)
    presenter = await presenting(room, tablets)
    member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
    await member.shows("d1.1.1")
    kept = member.see("agenda-item").nth(1)
    await expect(kept).to_contain_text("엠바고")
    await expect(kept).to_contain_text("2쪽")
    await expect(kept.get_by_role("button")).to_be_disabled()
    await member.press("End")
    await expect(member.see("page-number")).to_contain_text("6 / 6쪽")
    await member.tap("rejoin")

    await presenter.see("thumbnails").locator("[data-page='4']").click()
    await presenter.shows("d2.1.1")
    await expect(member.see("sheet-notice")).to_contain_text("아직 공개되지 않았습니다")
    await expect(member.see("page-number")).to_contain_text("4 / 6쪽")
    await expect(member.see("announcer")).to_contain_text("아직 공개되지 않았습니다")
    await member.tap("previous-page")
    await member.shows("d1.1.3")
    await expect(member.see("follow-pill")).to_contain_text("4쪽")
    await member.tap("rejoin")

    await expect(presenter.see("embargo-note")).to_contain_text("아직 가려져 있습니다")
    await presenter.tap("open-item")
    await member.shows("d2.1.1")
    await expect(presenter.see("embargo-note")).to_have_count(0)
    await expect(member.see("mark-embargo")).to_have_count(0)


async def test_a_closed_item_is_not_for_observers_and_the_wall(
    room: Sitting, tablets: Tablets
) -> None:
    await add_kept_item(room, closed=True)
    presenter = await presenting(room, tablets)
    member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
    observer = await seat(room, tablets, Role.OBSERVER, LANDSCAPE, NEIGHBOUR)
    wall = await seat(room, tablets, Role.SCREEN, WALL, None)
    await presenter.see("thumbnails").locator("[data-page='4']").click()
    await member.shows("d2.1.1")
    await expect(member.see("mark-closed")).to_have_text("대외비")
    await expect(observer.see("sheet-notice")).to_contain_text("비공개 안건입니다")
    await expect(observer.see("agenda-item").nth(1)).to_contain_text("비공개 안건")
    await expect(wall.page.get_by_role("heading", level=1)).to_have_text("2. 비공개 안건")
    for tablet in (observer, wall):
        await expect(tablet.page.get_by_text("인사 운영 방향")).to_have_count(0)
    await presenter.press("End")
    for tablet in (member, observer, wall):
        await tablet.shows("d3.1.1")


async def test_the_secretary_marks_an_item_and_opens_it_at_the_desk(
    room: Sitting, tablets: Tablets
) -> None:
    service = room.service
    desk = await tablets.unpack(DESKTOP)
    await desk.enter(f"{service.origin}/join#{service.secretary_link}")
    await desk.see("create-meeting").wait_for()
    seat_of = desk.page.url.partition("#")[2]
    await desk.open(f"{service.origin}/desk/{room.meeting_id}#{seat_of}")
    await desk.tap("add-item")
    await desk.see("item-title").fill("인사 운영 방향")
    for switch in ("item-embargoed", "item-closed"):
        await desk.tap(switch)
        await expect(desk.see(switch)).to_have_attribute("aria-checked", "true")
    await desk.tap("item-save")
    item = desk.see("agenda-item").nth(1)
    await expect(item.get_by_test_id("mark-embargo")).to_be_visible()
    await expect(item.get_by_test_id("mark-closed")).to_be_visible()
    await item.get_by_test_id("open-item").click()
    await expect(item.get_by_test_id("mark-embargo")).to_have_count(0)
    await desk.tap("following-hold")
    await expect(desk.see("following-hold")).to_be_checked()
