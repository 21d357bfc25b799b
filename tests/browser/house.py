"""A house with a meeting in every phase, for looking at all its screens."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count

from service.model import Item, PageRef, Person, Role
from service.protocol import commands as c
from tests.browser.scenes import House
from tests.support.readable import readable
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

PEOPLE = (
    ("조은별", "안전총괄과", "과장"),
    ("노을", "교통행정과", "과장"),
    ("정한결", "한장시", "시장"),
)

_numbers = count(1)


@asynccontextmanager
async def furnished(service: RunningService) -> AsyncIterator[House]:
    """Meetings preparing, open and closed, one with a paper to read, one at an item kept back."""
    async with AsyncExitStack() as stack:
        preparing = await stack.enter_async_context(sitting(service, opened=False))
        closed = await stack.enter_async_context(sitting(service))
        opened = await stack.enter_async_context(sitting(service))
        kept = await stack.enter_async_context(sitting(service))
        for room in (preparing, closed, opened):
            await invite(room, PEOPLE)
            await room.add_item("i2", "겨울철 자연재난 종합대책과 제설 취약구간 현장점검 결과 보고")
        answer = await opened.secretary.upload(
            opened.meeting_id, "d2", readable(), item_id="i2", name="본예산 편성 방향.pdf"
        )
        assert answer.status == 201, answer.body
        await closed.steer(c.CloseMeeting)
        await led(opened, "d1")
        await keep_back(kept)
        yield House(opened, preparing, closed, kept, await revoked(opened))


async def keep_back(room: Sitting) -> None:
    """Be at a second item that members may not see yet, and guests never."""
    item = Item(
        item_id="i2",
        title="인사 운영 방향",
        department="총무과",
        reporter="",
        minutes=15,
        embargoed=True,
        closed=True,
    )
    await invite(room, PEOPLE)
    await room.steer(c.AddItem, item=item, index=10)
    data = readable()
    answer = await room.secretary.upload(room.meeting_id, "d2", data, item_id="i2", name="인사.pdf")
    assert answer.status == 201, answer.body
    await led(room, "d2")


async def invite(room: Sitting, people: Sequence[tuple[str, str, str]]) -> None:
    """Put people on the list of participants."""
    for name, department, position in people:
        person = Person(
            person_id=f"p{next(_numbers)}", name=name, department=department, position=position
        )
        await room.steer(c.AddPerson, person=person)


async def led(room: Sitting, document_id: str) -> None:
    """Have somebody lead who turned to the first page of a document."""
    presenter = await room.leading("박서진 팀장")
    first = PageRef(document_id=document_id, version=1, page=1)
    assert await presenter.ask(c.TurnPage, page=first) is None


async def revoked(room: Sitting) -> str:
    """The address of a link that was taken back."""
    link = await room.link(Role.MEMBER)
    path = f"/api/meetings/{room.meeting_id}/links/{link['link_id']}"
    assert (await room.secretary.ask("DELETE", path)).status == 204
    return str(link["url"])
