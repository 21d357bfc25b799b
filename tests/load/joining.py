"""Seats for a whole hall, and the Hello each of their tablets says."""

from service.model import Role
from service.protocol.message import PROTOCOL_VERSION
from tests.support.sitting import Sitting


async def hellos(room: Sitting, tablets: int) -> list[dict[str, object] | None]:
    """A Hello for every tablet: a presenter's first, then members by one link."""
    presenter = await room.seat(Role.PRESENTER)
    members = (await room.link(Role.MEMBER))["token"]
    door = room.stranger()
    hello = {"type": "Hello", "protocol": PROTOCOL_VERSION, "meeting_id": room.meeting_id}
    said: list[dict[str, object] | None] = [{**hello, "token": presenter.token}]
    for number in range(1, tablets):
        joined = await door.post("/api/join", {"link": members, "name": f"{number}번"})
        said.append({**hello, "token": joined["token"]})
    return said
