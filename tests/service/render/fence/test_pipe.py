"""What a child sends through a pipe is bounded."""

import asyncio
import os

import pytest

from service.errors import Code, FileRefused
from service.render.fence.pipe import pipe_into
from service.render.fence.pipe_end import PipeEnd


async def test_everything_written_has_reached_the_sink_at_the_end() -> None:
    got = bytearray()

    async def keep(chunk: bytes) -> None:
        got.extend(chunk)

    async with pipe_into(keep, limit=2_000_000) as descriptor:
        end = PipeEnd(descriptor)
        await asyncio.to_thread(end.write, b"x" * 1_500_000)
        assert end.tell() == 1_500_000
    assert bytes(got) == b"x" * 1_500_000


async def test_more_than_the_limit_is_refused_and_the_writer_freed() -> None:
    async def forget(chunk: bytes) -> None:
        """Take it and drop it."""

    def write_on(descriptor: int) -> None:
        # More than the limit and all that a pipe holds: the last bytes find nobody.
        with pytest.raises(BrokenPipeError):
            PipeEnd(descriptor).write(bytes(8 * 1024 * 1024))

    with pytest.raises(FileRefused) as refused:
        async with pipe_into(forget, limit=100_000) as descriptor:
            await asyncio.to_thread(write_on, descriptor)
    assert refused.value.code is Code.FILE_TOO_LARGE


async def test_a_child_that_keeps_the_pipe_keeps_nobody_waiting() -> None:
    async def forget(chunk: bytes) -> None:
        """Take it and drop it."""

    kept = -1
    try:
        with pytest.raises(FileRefused) as refused:
            async with pipe_into(forget, limit=100, last_seconds=0.05) as descriptor:
                kept = os.dup(descriptor)
        assert refused.value.code is Code.BROKEN_PDF
        with pytest.raises(BrokenPipeError):
            os.write(kept, b"more")
    finally:
        os.close(kept)
