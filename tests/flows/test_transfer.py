"""A person goes on with another tablet: the same seat and notes there, and nothing for a thief."""

from service.model import Role
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.support.http_client import HttpClient
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, page, sitting
from tests.support.values import stroke


async def moved(room: Sitting, seat: HttpClient, **by: str) -> HttpClient:
    """The other tablet, with the seat it was given."""
    other = room.stranger()
    taken = await other.post("/api/transfer", by)
    other.token = taken["token"]
    assert taken["seat"]["seat_id"] == seat.seat_id
    assert taken["meeting_title"] == "간부회의"
    return other


async def test_the_seat_goes_on_elsewhere_with_its_notes_and_role(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        seat = await room.seat(Role.PRESENTER, "김유성 과장")
        old = await room.tablet_of(seat)
        note = {"stream": StreamName.NOTES, "stroke": stroke("k1", on=page(2))}
        assert await old.ask(c.AddStroke, **note) is None
        offer = await seat.post("/api/seat/transfer", status=201)
        assert offer["url"].endswith(f"/move#{offer['token']}")
        assert offer["qr"].startswith("data:image/svg+xml,")
        new = await room.tablet_of(await moved(room, seat, code=offer["code"]))
        assert new.you is not None
        assert (new.you.seat_id, new.you.role) == (seat.seat_id, Role.PRESENTER)
        ink = await new.open_ink(page(2), StreamName.NOTES)
        assert [mark.stroke.stroke_id for mark in ink] == ["k1"]
        look = await seat.post("/api/seat/transfer/look", {"token": offer["token"]})
        assert look == {"taken": True}
        # Both tablets go on until the person leaves one.
        assert await new.ask(c.TakeLead) is None
        await old.sees(lambda: old.state.lead is not None)


async def test_an_offer_opens_once_and_not_at_all_when_withdrawn(service: RunningService) -> None:
    async with sitting(service) as room:
        seat = await room.seat(Role.MEMBER)
        offer = await seat.post("/api/seat/transfer", status=201)
        await moved(room, seat, token=offer["token"])
        for by in ({"token": offer["token"]}, {"code": offer["code"]}):
            answer = await room.stranger().ask("POST", "/api/transfer", json=by)
            assert (answer.status, answer.code) == (410, "transfer_gone")
        again = await seat.post("/api/seat/transfer", status=201)
        assert (await seat.ask("DELETE", "/api/seat/transfer")).status == 204
        gone = await room.stranger().ask("POST", "/api/transfer", json={"code": again["code"]})
        assert gone.code == "transfer_gone"


async def test_a_link_taken_back_ends_the_offer_with_the_seat(service: RunningService) -> None:
    async with sitting(service) as room:
        link = await room.link(Role.MEMBER)
        seat = await room.seat_by(link["token"], Role.MEMBER, "하나")
        offer = await seat.post("/api/seat/transfer", status=201)
        path = f"/api/meetings/{room.meeting_id}/links/{link['link_id']}"
        assert (await room.secretary.ask("DELETE", path)).status == 204
        answer = await room.stranger().ask("POST", "/api/transfer", json={"token": offer["token"]})
        assert (answer.status, answer.code) == (410, "link_revoked")


async def test_without_a_seat_nothing_is_offered_and_other_bodies_are_refused(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        stranger = room.stranger()
        for method, path in (("POST", "/api/seat/transfer"), ("DELETE", "/api/seat/transfer")):
            assert (await stranger.ask(method, path)).code == "not_joined"
        for body in ({}, {"code": "1234567"}, {"code": "abcdefgh"}, {"code": "1", "token": "x"}):
            answer = await stranger.ask("POST", "/api/transfer", json=body)
            assert (answer.status, answer.code) == (422, "malformed")
