"""Furnishes the demo meeting through the service's own door, like any other client would.

Every id and command id is fixed, so a run that was cut off is gone on with by the next,
and a run over a finished meeting only makes fresh links.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import count
from pathlib import Path
from typing import Any

from service.demo.agenda import AGENDA, ATTENDANTS, MEETING_ID, PLACE, PRESENTER, TITLE
from service.demo.calendar import begins, next_monday
from service.demo.client import Client
from service.demo.drawing import draw_papers
from service.model import Phase, Role

_UPLOADS_AT_ONCE = 4
_SECRETARY = "간사"


@dataclass(frozen=True, slots=True)
class Furnished:
    """The demo's meeting, and the address each role opens; keys are role names."""

    meeting_id: str
    links: dict[str, str]


async def furnish(
    origin: str, secretary_link: str, folder: Path, say: Callable[[str], None], now: datetime
) -> Furnished:
    """Makes the demo meeting at `origin`, or finds it, and gives fresh links to it.

    `secretary_link` is the token of a link that opens every meeting; the papers are drawn
    into `folder` and stay there; `say` hears what is going on; `now` knows its time zone.
    Raises DemoFailed.
    """
    joined = await Client(origin).post("/api/join", {"link": secretary_link, "name": _SECRETARY})
    client = Client(origin, joined["token"])
    meeting = await _meeting(client, now)
    if meeting["phase"] == Phase.PREPARING:
        await _prepare(client, meeting, folder, say, now.tzinfo)
    return Furnished(MEETING_ID, await _links(client, secretary_link))


async def _meeting(client: Client, now: datetime) -> dict[str, Any]:
    for meeting in (await client.get("/api/meetings"))["meetings"]:
        if meeting["meeting_id"] == MEETING_ID:
            return dict(meeting)
    made = await client.post(
        "/api/meetings",
        {
            "meeting_id": MEETING_ID,
            "title": TITLE,
            "place": PLACE,
            "starts_at": int(begins(next_monday(now), now.tzinfo).timestamp() * 1000),
        },
    )
    return dict(made)


async def _prepare(
    client: Client,
    meeting: dict[str, Any],
    folder: Path,
    say: Callable[[str], None],
    zone: tzinfo | None,
) -> None:
    """All that lies between an empty meeting and an open one; opening it is the last step."""
    monday = datetime.fromtimestamp(meeting["starts_at"] / 1000, zone).date()
    say("회의자료를 그립니다. / Drawing the papers of the demo meeting.")
    await draw_papers(folder, monday)
    for number, person in enumerate(ATTENDANTS, start=1):
        await client.command(
            MEETING_ID,
            {
                "type": "AddPerson",
                "command_id": f"demo-person-{number}",
                "person": {
                    "person_id": f"person-{number}",
                    "name": person.name,
                    "department": person.department,
                    "position": person.position,
                },
            },
        )
    for index, entry in enumerate(AGENDA):
        await client.command(
            MEETING_ID,
            {
                "type": "AddItem",
                "command_id": f"demo-item-{index + 1}",
                "index": index,
                "item": {
                    "item_id": f"item-{index + 1}",
                    "title": entry.title.format(year=monday.year + 1),
                    "department": entry.department,
                    "reporter": entry.reporter,
                    "minutes": entry.minutes,
                },
            },
        )
    say("회의자료를 올립니다. / Uploading the papers.")
    pages = await _upload(client, folder)
    await client.command(MEETING_ID, {"type": "OpenMeeting", "command_id": "demo-open"})
    say(f"회의자료 {pages}쪽을 올렸습니다. / {pages} pages are uploaded.")


async def _upload(client: Client, folder: Path) -> int:
    """Uploads item by item, so that papers stand in their order; gives the number of pages.

    Items go up side by side, the papers under one item one after the other.
    """
    turns = asyncio.Semaphore(_UPLOADS_AT_ONCE)
    numbers = count(1)

    async def under_item(item_id: str, papers: list[tuple[str, str]]) -> int:
        async with turns:
            return sum(
                [
                    await client.upload(MEETING_ID, document_id, item_id, folder / name)
                    for document_id, name in papers
                ]
            )

    loads = [
        under_item(f"item-{at}", [(f"paper-{next(numbers)}", name) for name in entry.files])
        for at, entry in enumerate(AGENDA, start=1)
    ]
    return sum(await asyncio.gather(*loads))


async def _links(client: Client, secretary_link: str) -> dict[str, str]:
    """One address a role; the presenter's carries a name, the member's asks for one."""
    wishes: dict[Role, dict[str, str]] = {
        Role.PRESENTER: {"name": PRESENTER},
        Role.MEMBER: {},
        Role.SCREEN: {},
    }
    made: dict[str, str] = {}
    for role, wish in wishes.items():
        link = await client.post(f"/api/meetings/{MEETING_ID}/links", {"role": role.value, **wish})
        made[role.value] = link["url"]
    # The service alone knows the address tablets use; its own links tell it.
    public, _, _ = made[Role.MEMBER].partition("/join#")
    secretary = f"{public}/join?meeting={MEETING_ID}#{secretary_link}"
    return {Role.SECRETARY.value: secretary, **made}
