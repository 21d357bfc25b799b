"""`kill -9` in the middle of turns and strokes: nothing acknowledged is missing or twice."""

import asyncio
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from service.meeting.state import apply, apply_note
from service.model import Role
from service.protocol import commands as c
from service.protocol.codec import decode_entry
from service.protocol.events import Entry
from service.protocol.frames import Refused
from service.protocol.message import StreamName
from service.protocol.state import Notes, Snapshot
from storage.keys import collected_stream, meeting_stream, notes_stream
from storage.open import Storage, open_storage
from tests.support.running_service import RunningService, running_service, until_gone
from tests.support.sitting import page, sitting
from tests.support.tablet import Tablet
from tests.support.until import until
from tests.support.values import stroke

MEMBERS = 5
ACTS = 60
"""Commands a tablet gives over the whole test; every one of them changes something."""

KILLS = 2
OWN = {StreamName.NOTES: notes_stream, StreamName.COLLECTED: collected_stream}


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    with running_service(tmp_path / "data") as service:
        yield service


@pytest.mark.parametrize("seed", [20_270_104])
async def test_everybody_comes_back_and_nothing_acknowledged_is_lost(
    service: RunningService, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  repeatable on purpose
    async with sitting(service) as room:
        presenter = await room.leading(stays=True)
        assert await presenter.ask(c.AllowWriting, allowed=True) is None
        members = [await room.tablet(Role.MEMBER, stays=True) for _ in range(MEMBERS)]
        tablets = [presenter, *members]
        for part in range(KILLS + 1):
            acting = [
                asyncio.create_task(act(tablet, chance.randrange(2**32), part))
                for tablet in tablets
            ]
            if part < KILLS:
                wanted = settled(tablets) + chance.randrange(20, len(tablets) * ACTS // 6)
                await until(partial(enough_settled, tablets, wanted))
                children = service.children()
                service.kill()
                await until_gone(children)
                await asyncio.to_thread(service.start)
            await asyncio.gather(*acting)
        await until(lambda: not any(tablet.unsettled for tablet in tablets))
        last = max(tablet.state.seq for tablet in tablets)
        for tablet in tablets:
            await tablet.reaches(last)
            tablet.stays = False
        service.stop()
        await check_log(service.data, room.meeting_id, tablets)


def settled(tablets: list[Tablet]) -> int:
    return sum(len(tablet.settled) for tablet in tablets)


def enough_settled(tablets: list[Tablet], wanted: int) -> bool:
    return settled(tablets) >= wanted


async def act(tablet: Tablet, seed: int, part: int) -> None:
    """A share of the tablet's commands, given without waiting for an answer."""
    chance = random.Random(seed)  # noqa: S311  repeatable on purpose
    assert tablet.you is not None
    for number in range(ACTS // (KILLS + 1)):
        name = f"{tablet.you.seat_id}-{part}-{number}"
        if tablet.you.role is Role.PRESENTER and number % 2:
            # Never the page before: a turn to where everybody is would leave no entry.
            turned = page((part + number // 2) % 3 + 1)
            await tablet.give(c.TurnPage(command_id=name, page=turned))
        else:
            stream = chance.choice(list(StreamName))
            ink = stroke(name, on=page(chance.randint(1, 3)))
            await tablet.give(c.AddStroke(command_id=name, stream=stream, stroke=ink))
        # The others get their turn, so that commands of several tablets are on their way.
        await asyncio.sleep(0)


async def check_log(data: Path, meeting_id: str, tablets: list[Tablet]) -> None:
    storage = await open_storage(data)
    entries = await read(storage, meeting_stream(meeting_id))
    state = Snapshot()
    for entry in entries:
        state = apply(state, entry)
    kept = [entry.command_id for entry in entries]
    for tablet in tablets:
        assert tablet.state == state
        assert not any(isinstance(outcome, Refused) for outcome in tablet.settled.values())
        assert tablet.you is not None
        counted = list(kept)
        for name, stream in OWN.items():
            notes = Notes()
            for entry in await read(storage, stream(meeting_id, tablet.you.seat_id)):
                notes = apply_note(notes, entry)
                counted.append(entry.command_id)
            assert tablet.own[name] == notes
        for command_id in tablet.settled:
            assert counted.count(command_id) == 1, command_id
    await storage.aclose()


async def read(storage: Storage, stream: str) -> list[Entry]:
    entries = [decode_entry(line.body) for line in await storage.log.read(stream, 0, 100_000)]
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    return entries
