"""Meetings hear how far drawing is: live ones at once, others when they are loaded."""

import pytest

from service.errors import Code, Refusal, Unavailable
from service.meeting.decision import Request
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry
from service.model import Carried, FailedPage
from service.progress import Progress
from service.protocol.commands import AddItem
from service.protocol.orders import AnyOrder, CreateMeeting, RegisterDocument
from service.protocol.state import Progress as Standing
from service.render.pages import Pages
from service.render.standing import Outcome
from storage.blobs.memory import MemoryBlobs
from storage.records import ContentRecord, PageRecord
from tests.support.failing_disk import FailingDisk
from tests.support.values import CONTENT, SECRETARY, document, item


class House:
    """Meetings and what tells them of drawing, on one store."""

    def __init__(self, disk: FailingDisk) -> None:
        self.disk = disk
        self.progress = Progress(Pages(disk, MemoryBlobs(), []))
        self.registry = Registry(disk, lambda: 1_000, self.progress.catch_up)

    async def tell(self, outcome: Outcome, content: str = CONTENT) -> None:
        """There is news of a content."""
        await self.progress.tell(self.registry, content, outcome)

    async def furnish(self) -> Meeting:
        """A meeting with one item and one document of three pages."""
        orders: list[AnyOrder | AddItem] = [
            CreateMeeting(command_id="c", meeting_id="m1", title="회의", place="", starts_at=0),
            AddItem(command_id="i", item=item(), index=0),
            RegisterDocument(command_id="d", document=document(pages=3)),
        ]
        for order in orders:
            if isinstance(order, AddItem):
                meeting = await self.registry.meeting("m1")
                outcome = await meeting.ask(Request(actor=SECRETARY, command=order))
            else:
                outcome = await self.registry.order("m1", order)
            assert not isinstance(outcome, Refusal)
        return await self.registry.meeting("m1")


async def test_a_live_meeting_hears_of_pages_drawn_and_failed() -> None:
    house = House(FailingDisk())
    meeting = await house.furnish()
    await house.tell(Outcome((1, 3), ()))
    assert meeting.state.progress["d1"] == Standing(drawn=(1, 3))
    broken = FailedPage(page=2, code="page_broken")
    await house.tell(Outcome((), (broken,)))
    assert meeting.state.progress["d1"] == Standing(complete=True, failed=(broken,))


async def test_a_live_meeting_hears_what_a_document_carries_and_which_pages_are_scans() -> None:
    house = House(FailingDisk())
    meeting = await house.furnish()
    await house.tell(Outcome((), (), carries=(Carried.LAUNCH,)))
    await house.tell(Outcome((1, 2, 3), (), reduced=(2,), scanned=(3, 4)))
    assert meeting.state.progress["d1"] == Standing(
        complete=True, reduced=(2,), carries=(Carried.LAUNCH,), scanned=(3,)
    )


async def test_pages_of_another_content_are_none_of_its_business() -> None:
    house = House(FailingDisk())
    meeting = await house.furnish()
    await house.tell(Outcome((1,), ()), "b" * 64)
    assert meeting.state.progress["d1"] == Standing()


async def test_a_meeting_loaded_later_hears_what_was_drawn_meanwhile() -> None:
    disk = FailingDisk()
    await House(disk).furnish()
    await disk.put(
        ContentRecord(CONTENT, 4, ((595, 842),) * 3, 1),
        PageRecord(CONTENT, 1, None),
        PageRecord(CONTENT, 2, "page_too_slow"),
    )
    meeting = await House(disk).registry.meeting("m1")
    slow = FailedPage(page=2, code="page_too_slow")
    assert meeting.state.progress["d1"] == Standing(drawn=(1,), failed=(slow,))


async def test_what_cannot_be_kept_now_is_told_again() -> None:
    house = House(FailingDisk())
    meeting = await house.furnish()
    house.disk.full = True
    with pytest.raises(Unavailable) as refused:
        await house.tell(Outcome((1,), ()))
    assert refused.value.code is Code.STORAGE_FULL
    house.disk.full = False
    await house.tell(Outcome((1,), ()))
    assert meeting.state.progress["d1"] == Standing(drawn=(1,))


async def test_a_full_disk_keeps_nobody_from_reading() -> None:
    disk = FailingDisk()
    await House(disk).furnish()
    await disk.put(ContentRecord(CONTENT, 4, ((595, 842),) * 3, 1), PageRecord(CONTENT, 1, None))
    disk.full = True
    meeting = await House(disk).registry.meeting("m1")
    assert meeting.state.title == "회의"
