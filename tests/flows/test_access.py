"""Page images only for those who may see them; dead links open nothing."""

import sqlite3

import pytest

from service.model import Role
from service.protocol import commands as c
from service.protocol.closing import CloseCode
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting
from tests.support.tablet import Tablet


async def test_before_the_opening_only_who_prepares_sees_pages(service: RunningService) -> None:
    async with sitting(service, opened=False) as room:
        for role in Role:
            seat = await room.seat(role)
            prepares = role in (Role.SECRETARY, Role.CHAIR, Role.PRESENTER)
            for size in ("tablet", "thumb"):
                answer = await seat.page(room.meeting_id, "d1", size=size)
                assert answer.status == (200 if prepares else 403)
                assert answer.code == (None if prepares else "not_open")
        member = await room.tablet(Role.MEMBER)
        assert member.state.documents == (await room.tablet_of(room.secretary)).state.documents


async def test_everybody_seated_sees_pages_from_the_opening_on(service: RunningService) -> None:
    async with sitting(service) as room:
        seats = [await room.seat(role) for role in Role]
        for phase in (c.OpenMeeting, c.CloseMeeting):
            await room.steer(phase)
            for seat in seats:
                image = await seat.page(room.meeting_id, "d1", 3)
                assert image.status == 200
                assert image.headers["content-type"].startswith("image/")
                assert image.headers["cache-control"].startswith("private, max-age=31536000")


async def test_a_page_that_is_kept_already_is_not_sent_again(service: RunningService) -> None:
    async with sitting(service) as room:
        first = await room.secretary.page(room.meeting_id, "d1")
        path = f"/api/meetings/{room.meeting_id}/pages/d1/1/1/tablet"
        tag = {"If-None-Match": first.headers["etag"]}
        again = await room.secretary.ask("GET", path, headers=tag)
        assert (again.status, again.data) == (304, b"")
        assert len(first.data) > 0


@pytest.mark.parametrize("address", ["d1/1/4", "d1/2/1", "d9/1/1", "d1/1/0", "d1/0/1"])
async def test_a_page_that_is_not_there_is_not_found(service: RunningService, address: str) -> None:
    async with sitting(service) as room:
        path = f"/api/meetings/{room.meeting_id}/pages/{address}/thumb"
        answer = await room.secretary.ask("GET", path)
        assert (answer.status, answer.code) == (404, "no_such_page")


async def test_a_stranger_learns_nothing_of_a_meeting(service: RunningService) -> None:
    async with sitting(service) as room, sitting(service, pages=0) as other:
        stranger = await other.seat(Role.SECRETARY)
        for meeting_id in (room.meeting_id, "no-such-meeting"):
            answer = await stranger.page(meeting_id, "d1")
            assert (answer.status, answer.code) == (404, "no_such_meeting")
            tablet = Tablet(service.origin, stranger.token, meeting_id)
            await refused(tablet, CloseCode.ELSEWHERE)
            refusal = await stranger.command(meeting_id, c.OpenMeeting(command_id="x"))
            assert refusal.code == "no_such_meeting"
        rows = (await stranger.get("/api/meetings"))["meetings"]
        assert [row["meeting_id"] for row in rows] == [other.meeting_id]
        making = await stranger.ask("POST", "/api/meetings", json={"title": "새", "starts_at": 1})
        assert making.code == "not_allowed"


async def test_without_a_token_or_with_a_forged_one_nothing_opens(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        seat = await room.seat(Role.MEMBER)
        link = (await room.link(Role.MEMBER))["token"]
        forged = [f"{seat.token[:-2]}xx", f"other{seat.token}", link, "x" * 900]
        for token, code in (("", "not_joined"), *((token, "link_forged") for token in forged)):
            stranger = room.stranger(token)
            for path in (f"/api/meetings/{room.meeting_id}/pages/d1/1/1/tablet", "/api/seat"):
                answer = await stranger.ask("GET", path)
                assert (answer.status, answer.code) == (401, code)
                assert answer.headers["www-authenticate"] == "Bearer"
            tablet = Tablet(service.origin, token, room.meeting_id)
            await refused(tablet, CloseCode.UNAUTHORISED)
        look = await seat.ask("POST", "/api/join/look", json={"link": seat.token})
        assert look.code == "link_forged"


async def test_a_link_taken_back_ends_its_seats_at_once_and_no_others(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        link = await room.link(Role.MEMBER)
        ended = await room.seat_by(link["token"], Role.MEMBER, "하나")
        tablets = [await room.tablet_of(ended, stays=True) for _ in range(2)]
        other = await room.tablet(Role.MEMBER, "둘")
        path = f"/api/meetings/{room.meeting_id}/links/{link['link_id']}"
        assert (await room.secretary.ask("DELETE", path)).status == 204
        for tablet in tablets:
            assert await tablet.is_closed() == CloseCode.REVOKED
        assert (await ended.page(room.meeting_id, "d1")).code == "link_revoked"
        await refused(Tablet(service.origin, ended.token, room.meeting_id), CloseCode.REVOKED)
        joining = await ended.ask("POST", "/api/join", json={"link": link["token"], "name": "셋"})
        assert (joining.status, joining.code) == (410, "link_revoked")
        await other.greeted_again()
        assert (await room.secretary.ask("DELETE", path)).status == 204


async def test_a_link_past_its_hours_opens_nothing(service: RunningService) -> None:
    async with sitting(service) as room:
        link = await room.link(Role.MEMBER, hours=1)
        seat = await room.seat_by(link["token"], Role.MEMBER, "하나")
        pass_hours(room, link["link_id"])
        assert (await seat.page(room.meeting_id, "d1")).code == "link_expired"
        await refused(Tablet(service.origin, seat.token, room.meeting_id), CloseCode.EXPIRED)
        for path in ("/api/join", "/api/join/look"):
            answer = await seat.ask("POST", path, json={"link": link["token"]})
            assert (answer.status, answer.code) == (410, "link_expired")


async def refused(tablet: Tablet, code: CloseCode) -> None:
    """The tablet is shown out before it hears anything."""
    with pytest.raises(AssertionError, match="closed"):
        await tablet.come_in()
    assert await tablet.is_closed() == code
    assert tablet.heard == []


def pass_hours(room: Sitting, link_id: str) -> None:
    """Make a link two hours older, in the catalog itself: the running service has its own clock."""
    catalog = sqlite3.connect(room.service.data / "hanjang.db")
    with catalog:
        catalog.execute(
            "UPDATE links SET expires_at = expires_at - 7200000 WHERE link_id = ?", (link_id,)
        )
    catalog.close()
