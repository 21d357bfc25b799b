"""The packet on the tablet: given out and taken back, read and written on with the service gone."""

import asyncio
import re

import pytest
from playwright.async_api import expect

from service.model import Item, Role
from service.protocol import commands as c
from tests.browser.devices import LANDSCAPE, PORTRAIT
from tests.browser.kept import unsent_in_the_cupboard
from tests.browser.offline import (
    cached,
    has_app,
    ink_is_kept,
    leaves,
    packet_is,
    rooms,
    until_no_leaves,
)
from tests.browser.seats import MEMBER, NEIGHBOUR, seat
from tests.browser.tablet import LOST_NETWORK, REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.support.readable import readable
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

UPPER = ((0.45, 0.3), (0.55, 0.3))
LOWER = ((0.45, 0.6), (0.55, 0.6))
NO_BYTES = 400_000
"""Less than the app itself takes: nothing more finds room, not even a note."""


async def test_a_packet_that_is_given_out_is_read_before_the_meeting_and_gone_when_recalled(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, opened=False) as room:
        secretary = await tablets.unpack(LANDSCAPE)
        await secretary.enter(await desk_link(room))
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        await expect(member.see("waiting")).to_be_visible()
        await expect(member.see("may-read")).to_have_count(0)
        await expect(secretary.see("given")).to_have_attribute("data-given", "false")

        await secretary.tap("packet-publish")
        await secretary.tap("confirm-yes")
        await expect(secretary.see("given")).to_have_attribute("data-given", "true")
        await expect(member.see("packet-kept")).to_have_attribute("data-stage", "ready")
        assert len(await leaves(member)) == 3 * 3 + 1
        await member.tap("read-ahead")
        await member.shows("d1.1.1")
        await member.tap("next-page")
        await member.shows("d1.1.2")
        await member.pen.draw(*UPPER)
        await member.sheet.carries(1)

        member.forgive(REFUSED)
        await secretary.tap("packet-recall")
        await secretary.tap("confirm-yes")
        await expect(member.see("recalled")).to_be_visible()
        await expect(member.see("room")).to_have_count(0)
        await until_no_leaves(member)

        await room.steer(c.OpenMeeting)
        await member.shows("d1.1.1")
        await member.tap("next-page")
        await member.shows("d1.1.2")
        await member.sheet.carries(1)


async def desk_link(room: Sitting) -> str:
    """A secretary's link to this meeting's desk."""
    return str((await room.link(Role.SECRETARY, name="간사"))["url"])


async def test_with_the_service_gone_a_reload_opens_the_room_and_nothing_written_is_lost(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        member.forgive(LOST_NETWORK)
        await member.shows("d1.1.1")
        await member.pen.draw(*UPPER)
        await member.sheet.carries(1)
        await packet_is(member, "ready")
        assert "/" in await has_app(member)
        await ink_is_kept(member)

        await asyncio.to_thread(service.kill)
        await member.page.reload()
        await expect(member.see("away-banner")).to_contain_text("이 태블릿에 있습니다")
        await member.shows("d1.1.1")
        await member.sheet.carries(1)
        await member.press("ArrowRight")
        await member.shows("d1.1.2")
        await member.press("ArrowRight")
        await member.shows("d1.1.3")
        await member.pen.draw(*LOWER)
        await member.sheet.keeps(unsent=1)
        assert await unsent_in_the_cupboard(member) == 1

        await member.page.reload()
        await member.shows("d1.1.3")
        await member.sheet.keeps(unsent=1)

        await asyncio.to_thread(service.start)
        await member.is_live()
        await member.sheet.carries(1)
        await expect(member.see("away-banner")).to_have_count(0)
        await member.press("Home")
        await member.shows("d1.1.1")
        await member.sheet.carries(1)


@pytest.mark.parametrize("how", [{"closed": True}, {"no_store": True}, {"embargoed": True}])
async def test_what_no_device_may_keep_is_on_none(
    service: RunningService, tablets: Tablets, how: dict[str, bool]
) -> None:
    async with sitting(service) as room:
        item = Item(item_id="i2", title="인사", department="", reporter="", minutes=0, **how)
        await room.steer(c.AddItem, item=item, index=10)
        answer = await room.secretary.upload(room.meeting_id, "d2", readable(), item_id="i2")
        assert answer.status == 201
        chair = await seat(room, tablets, Role.CHAIR, LANDSCAPE, MEMBER)
        await chair.shows("d1.1.1")
        await packet_is(chair, "ready")
        await chair.press("End")
        await expect(chair.sheet.host).to_have_attribute("data-painted", lies_in("d2"))
        await chair.pen.draw(*UPPER)
        await chair.sheet.carries(1)
        await chair.tap("menu")
        await expect(chair.see("packet-kept")).to_contain_text("저장하지 않는 자료")
        await chair.press("Escape")

        documents = {each["document_id"]: each for each in await documents_of(room)}
        kept = await leaves(chair)
        assert any(documents["d1"]["content"] in key for key in kept)
        assert not any(documents["d2"]["content"] in key for key in kept)
        assert not any("/pages/" in url for url in await cached(chair))


def lies_in(document_id: str) -> re.Pattern[str]:
    """Any page of a document."""
    return re.compile(rf"^{document_id}\.")


async def documents_of(room: Sitting) -> list[dict[str, str]]:
    """The packet's documents, as a tablet of the secretary's knows them."""
    tablet = await room.tablet_of(room.secretary)
    return [
        {"document_id": each.document_id, "content": each.content}
        for each in tablet.state.documents
    ]


async def test_who_was_revoked_while_away_loses_the_packet_on_return(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        link = await room.link(Role.MEMBER)
        member = await tablets.unpack(PORTRAIT)
        member.forgive(LOST_NETWORK)
        member.forgive(REFUSED)
        await member.enter(link["url"], MEMBER)
        await member.shows("d1.1.1")
        await packet_is(member, "ready")
        await has_app(member)

        await member.page.context.set_offline(True)
        await expect(member.see("away-banner")).to_be_visible()
        await member.pen.draw(*UPPER)
        await member.sheet.keeps(unsent=1)
        path = f"/api/meetings/{room.meeting_id}/links/{link['link_id']}"
        assert (await room.secretary.ask("DELETE", path)).status == 204

        await member.page.context.set_offline(False)
        await expect(member.see("ended")).to_be_visible()
        await until_no_leaves(member)
        assert await rooms(member) == []
        assert await unsent_in_the_cupboard(member) == 1


async def test_a_packet_removed_by_hand_stays_away_until_it_is_wanted_again(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, NEIGHBOUR)
        await member.shows("d1.1.1")
        await packet_is(member, "ready")
        await member.tap("menu")
        await member.tap("packet-remove")
        await member.tap("confirm-yes")
        await expect(member.see("packet-kept")).to_have_attribute("data-stage", "removed")
        await member.page.reload()
        await member.shows("d1.1.1")
        await packet_is(member, "removed")
        assert [key for key in await leaves(member) if key.endswith("tablet")] == []
        await member.tap("menu")
        await member.tap("packet-keep")
        await expect(member.see("packet-kept")).to_have_attribute("data-stage", "ready")


async def test_a_document_that_is_removed_leaves_the_tablets_too(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, NEIGHBOUR)
        await packet_is(member, "ready")
        await room.steer(c.RemoveItem, item_id="i1")
        await until_no_leaves(member)


async def finds(tablet: Tablet, words: str) -> None:
    """Look for words and wait for a page that has them."""
    await tablet.tap("find-open")
    await tablet.see("find-field").fill(words)
    await expect(tablet.see("found-count").first).to_be_visible()


async def test_words_are_found_in_what_is_kept(service: RunningService, tablets: Tablets) -> None:
    async with sitting(service, pages=0) as room:
        answer = await room.secretary.upload(room.meeting_id, "d1", readable(), item_id="i1")
        assert answer.status == 201
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, NEIGHBOUR)
        member.forgive(LOST_NETWORK)
        await member.shows("d1.1.1")
        await packet_is(member, "ready")
        await member.page.context.set_offline(True)
        await expect(member.see("away-banner")).to_be_visible()
        await finds(member, "예산")


async def test_a_full_storage_is_told_and_so_is_a_note_that_cannot_be_kept(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await tablets.unpack(LANDSCAPE)
        member.forgive(LOST_NETWORK)
        cdp = await member.page.context.new_cdp_session(member.page)
        quota = {"origin": service.origin, "quotaSize": NO_BYTES}
        await cdp.send("Storage.overrideQuotaForOrigin", quota)
        await member.enter((await room.link(Role.MEMBER))["url"], MEMBER)
        await member.shows("d1.1.1")
        await packet_is(member, "full")
        assert not [key for key in await leaves(member) if key.endswith("tablet")]

        await member.page.context.set_offline(True)
        await expect(member.see("away-banner")).to_be_visible()
        await member.pen.draw(*UPPER)
        await member.sheet.keeps(unsent=1)
        await expect(member.see("storage-note")).to_be_visible()

        await cdp.send("Storage.overrideQuotaForOrigin", {"origin": service.origin})
        await member.pen.draw(*LOWER)
        await member.sheet.keeps(unsent=2)
        await expect(member.see("storage-note")).to_have_count(0)
