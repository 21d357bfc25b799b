"""Ink comes page by page: none in a greeting, a dense page in parts, all of it after a kill."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from service.meeting.sheet import MAX_FRAME_BYTES
from service.model import MAX_POINTS, Mark, Role, Stroke
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.support.running_service import RunningService, running_service, until_gone
from tests.support.sitting import page, sitting
from tests.support.tablet import Tablet
from tests.support.values import stroke

BIG = 30
"""Strokes of about 33 KB on one page: four answers."""

SHARED = {"stream": StreamName.MEETING}


@pytest.fixture
def own_service(tmp_path: Path) -> Iterator[RunningService]:
    with running_service(tmp_path / "data") as service:
        yield service


async def test_a_greeting_counts_strokes_and_carries_none(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        for number in (1, 1, 3):
            await draw(presenter, stroke(f"k{presenter.state.seq}", on=page(number)))
        for role in Role:
            tablet = await room.tablet(role)
            assert tablet.state.inked == {"d1.1.1": 2, "d1.1.3": 1}
            assert '"points"' not in "".join(tablet.heard)
            assert [len(await tablet.open_ink(page(number))) for number in (1, 2, 3)] == [2, 0, 1]


@pytest.mark.parametrize("stream", StreamName)
async def test_a_dense_page_comes_in_parts_of_bounded_size(
    service: RunningService, stream: StreamName
) -> None:
    async with sitting(service) as room:
        seat = await room.seat(Role.PRESENTER)
        presenter = await room.tablet_of(seat)
        assert await presenter.ask(c.TakeLead) is None
        drawn = [f"k{number}" for number in range(BIG)]
        for name in drawn:
            assert await presenter.ask(c.AddStroke, stream=stream, stroke=big(name)) is None
        other = await room.tablet_of(seat)
        ink = await other.open_ink(page(), stream)
        assert [mark.stroke for mark in ink] == [big(name) for name in drawn]
        parts = [text for text in other.heard if text.startswith('{"type":"Ink"')]
        assert len(parts) == 4
        # The envelope around the marks takes less than 200 bytes, the commas one each.
        assert max(map(len, parts)) <= MAX_FRAME_BYTES + 200 + BIG
        assert [json.loads(text)["more"] for text in parts] == [True, True, True, False]


async def test_ink_drawn_and_erased_between_two_parts_is_as_it_stands(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        for number in range(BIG):
            await draw(presenter, big(f"k{number}"))

        async def alter() -> None:
            for number in range(0, BIG, 3):
                gone = (f"k{number}",)
                erased = {"page": page(), "stroke_ids": gone}
                assert await presenter.ask(c.EraseStrokes, **erased, **SHARED) is None
                await draw(presenter, stroke(f"late{number}", on=page()))

        await asyncio.gather(alter(), member.open_ink(page()))
        await member.reaches(presenter.state.seq)
        fresh = await room.tablet(Role.OBSERVER)
        assert member.marks(page()) == await fresh.open_ink(page())
        assert len(member.marks(page())) == BIG == member.state.inked["d1.1.1"]


async def test_after_a_kill_the_ink_of_every_page_is_there(own_service: RunningService) -> None:
    async with sitting(own_service) as room:
        presenter = await room.leading(stays=True)
        member = await room.tablet(Role.MEMBER, stays=True)
        for number in (1, 2):
            for name in ("a", "b", "c"):
                await draw(presenter, stroke(f"k-{number}-{name}", on=page(number)))
        note = stroke("k-note", on=page(2))
        assert await member.ask(c.AddStroke, stream=StreamName.NOTES, stroke=note) is None
        erased = {"page": page(2), "stroke_ids": ("k-2-b",)}
        assert await presenter.ask(c.EraseStrokes, **erased, **SHARED) is None
        before = list(await member.open_ink(page(1)))

        children = own_service.children()
        own_service.kill()
        await until_gone(children)
        await asyncio.to_thread(own_service.start)

        await draw(presenter, stroke("k-2-d", on=page(2)))
        after = list(await member.open_ink(page(2)))
        assert names(after) == ["k-2-a", "k-2-c", "k-2-d"]
        assert [mark.seq for mark in after] == sorted(mark.seq for mark in after)
        assert list(await member.open_ink(page(1))) == before
        assert names(await member.open_ink(page(2), StreamName.NOTES)) == ["k-note"]
        fresh = await room.tablet(Role.SCREEN)
        assert list(await fresh.open_ink(page(1))) == before
        assert list(await fresh.open_ink(page(2))) == after
        presenter.stays = member.stays = False


def big(name: str) -> Stroke:
    """As long a line as one may be."""
    return replace(stroke(name, on=page()), points=(12_345, 12_345, 123) * MAX_POINTS)


async def draw(tablet: Tablet, ink: Stroke) -> None:
    """Have a tablet write for everyone."""
    assert await tablet.ask(c.AddStroke, stroke=ink, **SHARED) is None


def names(ink: Sequence[Mark]) -> list[str]:
    """The strokes' ids, in their order."""
    return [mark.stroke.stroke_id for mark in ink]
