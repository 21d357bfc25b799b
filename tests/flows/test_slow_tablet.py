"""Tablets that never read are their own problem: the others stay prompt, memory stays bounded."""

from contextlib import AsyncExitStack

from service.model import Role
from service.realtime.outbox import MAX_BYTES
from tests.support.running_service import RunningService
from tests.support.sitting import sitting
from tests.support.slow_socket import fill, slow_socket

MIB = 1024 * 1024
STROKES = 400
"""12 MiB: more than the outbox's bound and the kernel's buffers (4 MiB) together."""

HALL = 40


async def test_a_hall_that_never_reads_is_let_go_and_holds_each_frame_once(
    service: RunningService,
) -> None:
    async with sitting(service) as room, AsyncExitStack() as stack:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        for _ in range(HALL):
            await stack.enter_async_context(slow_socket(room))
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == HALL + 2)
        before = service.memory()
        await fill(presenter, STROKES)
        await member.reaches(presenter.state.seq)
        # Were frames not shared, the hall would hold 40 times 8 MiB.
        assert service.memory() - before < 2 * MAX_BYTES + 32 * MIB + HALL * 256 * 1024
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == 2)
