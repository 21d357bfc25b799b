"""Carries out the steps of a session, mostly without waiting for what comes of them."""

import asyncio
from collections.abc import Callable, Sequence
from random import Random

from msgspec.structs import replace

from service.protocol import commands as c
from tests.chaos import steps as s
from tests.chaos.room import Room
from tests.chaos.tablet import TriedTablet
from tests.support.until import until

PACES = (1, 4, 16)
"""Commands on their way at the same time, at most, before the next step is taken."""


class Stuck(Exception):
    """The room did not do what it must; the text is what is still missing."""


class Player:
    """Takes steps in a room; `taken` counts them, for the trace."""

    def __init__(self, room: Room, seed: int) -> None:
        self.room, self.taken = room, 0
        self._chance = Random(seed)  # noqa: S311  repeatable on purpose
        self._pace = self._chance.choice(PACES)

    async def play(self, steps: Sequence[s.Step]) -> None:
        """Take all steps. Raises Stuck when a tablet on a good link is not answered."""
        for step in steps:
            await self._take(step)
            self.taken += 1
            await asyncio.sleep(0)
            await reached(lambda: unanswered(self.room, most=self._pace))

    async def _take(self, step: s.Step) -> None:
        match step:
            case s.Upload():
                self.room.upload(step)
            case s.Replace():
                self.room.replace(step)
            case s.Kill():
                await self.room.kill()
            case s.Restart():
                await self.room.start()
            case s.Give():
                await self._give(step)
            case _:
                await self._befall(step, self.room.tablets[step.tablet])

    async def _give(self, step: s.Give) -> None:
        command = step.command
        if isinstance(command, c.HandOver | c.DropRequest):
            seat = self.room.seats[s.number_of(command.seat_id)]
            command = replace(command, seat_id=seat.seat_id)
        copied = step.beside is not None
        await self.room.tablets[step.tablet].says(command, step.times, copied=copied)
        if step.beside is not None:
            await self.room.tablets[step.beside].says(command, copied=True, beside=True)

    async def _befall(self, step: s.OfTablet, tablet: TriedTablet) -> None:
        match step:
            case s.OpenSheet(page=page, stream=stream):
                if question := tablet.open_sheet(page, stream):
                    await tablet.passes(question)
            case s.Signal(signal=signal):
                await tablet.passes(signal)
            case s.Greet():
                await tablet.greets()
            case s.LoseNext():
                tablet.lose_next = True
            case s.Leave():
                await tablet.switch_off()
            case s.Return():
                tablet.switch_on()
            case s.Wait():
                await reached(lambda: unsettled(self.room, [tablet], most=0))
            case _:
                self._trouble(step, tablet)

    def _trouble(self, step: s.OfTablet, tablet: TriedTablet) -> None:
        match step:
            case s.Cut(shuffled=shuffled):
                if shuffled:
                    tablet.shuffles = self._chance
                tablet.link.cut()
            case s.Stall(up=up, down=down):
                tablet.link.stall(up=up, down=down)
            case s.Flow():
                tablet.link.flow()
            case s.Swallow():
                tablet.link.swallow()
            case s.Repeat():
                tablet.may_be_copied()
                tablet.link.repeat()
            case _:
                raise TypeError(step)


async def reached(missing: Callable[[], list[str]]) -> None:
    """Wait until nothing is missing. Raises Stuck with what still is."""
    try:
        await until(lambda: not missing())
    except TimeoutError:
        raise Stuck("\n".join(missing())) from None


def unanswered(room: Room, *, most: int) -> list[str]:
    """What waits for an answer on good links, once it is more than `most` commands.

    Raises Stuck at once when a tablet has stopped for good.
    """
    stopped = [trouble for tablet in room.tablets if (trouble := tablet.trouble())]
    if stopped:
        raise Stuck("\n".join(stopped))
    return unsettled(room, room.tablets, most=most)


def unsettled(room: Room, tablets: Sequence[TriedTablet], *, most: int) -> list[str]:
    """What these tablets wait for, if the service can know it and it is more than `most`."""
    waiting = [
        f"{tablet.name} has no answer to {name}"
        for tablet in tablets
        if room.up and tablet.on and tablet.link.open
        for name in tablet.unsettled
    ]
    return waiting if len(waiting) > most else []
