"""A tablet that was away gets what it lacks, or everything, whichever is smaller."""

import asyncio

from service.model import Role
from service.protocol import commands as c
from service.protocol.message import Position, StreamName
from tests.support.running_service import RunningService
from tests.support.sitting import is_settled, page, sitting
from tests.support.values import stroke


async def test_a_short_absence_is_a_tail(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        await presenter.sees(lambda: is_settled(presenter))
        for number in range(10):
            await presenter.ask(
                c.AddStroke, stream=StreamName.MEETING, stroke=stroke(f"k{number}", on=page())
            )
        member = await room.tablet(Role.MEMBER)
        assert member.greetings == ["Welcome", "NotesWelcome", "NotesWelcome"]
        assert len(await member.open_ink(page())) == 10
        await member.go()
        await presenter.ask(c.TurnPage, page=page(2))
        erased = {"stream": StreamName.MEETING, "page": page(), "stroke_ids": ("k3", "k7")}
        await presenter.ask(c.EraseStrokes, **erased)
        await member.come_in()
        assert member.greetings[3:] == ["Tail", "Tail", "Tail"]
        assert member.state == presenter.state
        assert member.marks(page()) == await presenter.open_ink(page())
        assert len(member.marks(page())) == 8


async def test_a_long_absence_is_a_fresh_start(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        await presenter.sees(lambda: is_settled(presenter))
        await member.reaches(presenter.state.seq)
        shared = {"stream": StreamName.MEETING}
        await presenter.ask(c.AddStroke, stroke=stroke("k-before", on=page()), **shared)
        assert len(await member.open_ink(page())) == 1
        await member.go()
        erased = {"page": page(), "stroke_ids": ("k-before",)}
        await presenter.ask(c.EraseStrokes, **erased, **shared)
        await presenter.ask(c.AddStroke, stroke=stroke("k-after", on=page()), **shared)
        for number in range(60):
            await presenter.ask(c.TurnPage, page=page(number % 3 + 1))
        await member.come_in()
        assert member.greetings[3:] == ["Welcome", "Tail", "Tail"]
        assert member.state == presenter.state
        # A fresh start carries no ink: the page that is open is asked for once more.
        ink = await member.open_ink(page())
        assert [mark.stroke.stroke_id for mark in ink] == ["k-after"]


async def test_a_gap_is_repaired_by_hello_on_the_same_socket(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        await presenter.sees(lambda: is_settled(presenter))
        member = await room.tablet(Role.MEMBER)
        member.lose_next = True
        await presenter.ask(c.TurnPage, page=page(2))
        await presenter.ask(c.TurnPage, page=page(3))
        await member.sees_page(page(3))
        assert member.greetings[:4] == ["Welcome", "NotesWelcome", "NotesWelcome", "Tail"]
        assert member.closed_with is None
        assert member.state == presenter.state
        await presenter.ask(c.TurnPage, page=page(1))
        await member.sees_page(page(1))


async def test_a_position_in_another_life_of_the_log_is_not_continued(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        member = await room.tablet(Role.MEMBER)
        await member.sees(lambda: is_settled(member))
        here = member.position
        assert here is not None
        for position in (
            Position(epoch="another-life", seq=here.seq),
            Position(epoch=here.epoch, seq=here.seq + 1_000),
        ):
            member.greetings.clear()
            member.position = position
            await member.greeted_again()
            assert member.greetings == ["Welcome", "Tail", "Tail"]
            assert member.position == here


async def test_a_command_sent_twice_counts_once(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        await presenter.sees(lambda: is_settled(presenter))
        turn = presenter.command(c.TurnPage, page=page(2))
        assert await presenter.outcome(await presenter.give(turn)) is None
        seq = presenter.state.seq
        assert await presenter.ask(c.TurnPage, page=page(3)) is None
        presenter.settled.clear()
        assert await presenter.outcome(await presenter.give(turn)) is None
        assert presenter.state.page == page(3)
        assert presenter.state.seq == seq + 1


async def test_the_same_command_counts_once_over_both_doors(service: RunningService) -> None:
    async with sitting(service) as room:
        seat = await room.seat(Role.PRESENTER)
        tablet = await room.tablet_of(seat)
        await tablet.ask(c.TakeLead)
        turn = tablet.command(c.TurnPage, page=page(2))
        await tablet.outcome(await tablet.give(turn))
        seq = tablet.state.seq
        answer = await seat.command(room.meeting_id, turn)
        assert (answer.status, answer.body) == (200, {"command_id": turn.command_id})
        assert (await room.tablet(Role.MEMBER)).state.seq >= seq
        assert tablet.state.page == page(2)


async def test_a_hello_in_the_middle_of_turns_doubles_nothing(service: RunningService) -> None:
    async with sitting(service) as room:
        leader = await room.leading()
        follower = await room.tablet(Role.MEMBER)

        async def turn() -> None:
            for number in range(40):
                assert await leader.ask(c.TurnPage, page=page(1 + number % 3)) is None

        async def greet() -> None:
            for _ in range(40):
                await follower.greeted_again()

        await asyncio.gather(turn(), greet())
        await follower.reaches(leader.state.seq)
        assert follower.state == leader.state
