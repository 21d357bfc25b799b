"""After the last step: everything is mended, everybody is on, and the room comes to rest."""

from collections.abc import Sequence

from service.model import PageRef, Role
from service.protocol.commands import EditMeeting
from service.protocol.message import StreamName
from service.protocol.state import Snapshot
from tests.chaos.cast import Place
from tests.chaos.commands import OWN
from tests.chaos.player import reached, unanswered
from tests.chaos.room import Room
from tests.chaos.tablet import TriedTablet
from tests.support.sitting import is_settled

LAST = EditMeeting(command_id="last", title="끝", place="중회의실", starts_at=1_000)
"""One more entry that everybody hears, so that whoever missed one before must notice."""

Latecomers = dict[str, TriedTablet]
"""A fresh tablet of each seat, by the seat's id."""


async def bring_to_rest(room: Room, places: Sequence[Place]) -> None:
    """Return when every tablet should hold what the log holds. Raises Stuck."""
    if not room.up:
        await room.start()
    for tablet in room.tablets:
        tablet.lose_next = False
        if tablet.link.swallows:
            tablet.link.cut()
        tablet.link.flow()
        if not tablet.on:
            tablet.switch_on()
    await room.uploads_end()
    await reached(lambda: unanswered(room, most=0))
    await reached(lambda: _half_drawn(room.tablets[0]))
    await room.tablets[0].says(LAST)
    await reached(lambda: unanswered(room, most=0))
    for tablet in room.tablets:
        if tablet.lost_one:
            await tablet.greets()
    tried = list(room.tablets)
    latecomers = await _latecomers(room, places)
    await reached(lambda: _behind(tried, latecomers))
    await reached(lambda: _without_ink(tried))
    await reached(lambda: _in_other_company(tried, latecomers))


async def _latecomers(room: Room, places: Sequence[Place]) -> Latecomers:
    """Who has what the service says now; each opens its notes, one a role the shared ink, too."""
    fresh: Latecomers = {}
    roles: set[Role] = set()
    for place in {place.seat: place for place in places}.values():
        tablet = await room.add(f"late {place.role.value} {place.seat}", place.seat, place.role)
        await tablet.come_in()
        fresh[tablet.seat_id] = tablet
        for page in _pages(tablet.state):
            if place.role not in roles:
                await tablet.open_ink(page)
            if place.role is not Role.SCREEN:
                for stream in OWN:
                    await tablet.open_ink(page, stream)
        roles.add(place.role)
    return fresh


def _pages(state: Snapshot) -> list[PageRef]:
    return [
        PageRef(document_id=document.document_id, version=document.version, page=number + 1)
        for document in state.documents
        for number in range(len(document.sizes))
    ]


def _half_drawn(tablet: TriedTablet) -> list[str]:
    return [
        f"{document.document_id} is not drawn, surveyed and read: {tablet.state.progress}"
        for document in tablet.state.documents
        if not is_settled(tablet, document.document_id)
    ]


def _behind(tried: Sequence[TriedTablet], latecomers: Latecomers) -> list[str]:
    return [
        f"{tablet.name} has only {stream.value} {tablet.seq(stream)} of {fresh.seq(stream)}"
        for tablet in tried
        for fresh in [latecomers[tablet.seat_id]]
        for stream in StreamName
        if tablet.seq(stream) < fresh.seq(stream)
    ]


def _without_ink(tried: Sequence[TriedTablet]) -> list[str]:
    return [
        f"{tablet.name} waits for the ink of {key} ({stream.value})"
        for tablet in tried
        for (stream, key), sheet in tablet.sheets.items()
        if not sheet.complete
    ]


def _in_other_company(tried: Sequence[TriedTablet], latecomers: Latecomers) -> list[str]:
    """Tablets whose changes of presence do not add up to what a latecomer was told whole."""
    last = list(latecomers.values())[-1]
    return [
        f"{tablet.name} sees {_company(tablet)}, who comes last sees {_company(last)}"
        for tablet in tried
        if _company(tablet) != _company(last)
    ] + ([] if _company(last)[:1] == (len(latecomers),) else [f"who is here: {_company(last)}"])


def _company(tablet: TriedTablet) -> tuple[object, ...]:
    presence = tablet.presence
    if presence is None:
        return ()
    seats = sorted((seat.seat_id, seat.following) for seat in presence.seats)
    return presence.total, presence.following, seats
