"""A pipe whose one end goes into a child, and whose other end flows into storage."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from service.errors import Code, FileRefused

CHUNK: Final = 256 * 1024

LAST_SECONDS: Final = 30.0
"""For the last chunk and what stands in the pipe, 320 KiB, on a slow disk; then a child has
kept an end for itself, and the upload would wait for as long as that child lives."""

Sink = Callable[[bytes], Awaitable[None]]
"""Takes the next bytes; slow storage slows the child down, memory does not grow."""


@asynccontextmanager
async def pipe_into(
    sink: Sink, limit: int, last_seconds: float = LAST_SECONDS
) -> AsyncIterator[int]:
    """The writing end, as long as the block runs; at its end everything has reached the sink.

    Raises what the sink raises, FileRefused(FILE_TOO_LARGE) past `limit` bytes, and
    FileRefused(BROKEN_PDF) when somebody keeps the pipe open behind the end of the block:
    the child then writes into the void and is not believed.
    """
    reading, writing = os.pipe()
    drain = asyncio.create_task(_drain(reading, sink, limit))
    try:
        yield writing
    finally:
        os.close(writing)
        try:
            async with asyncio.timeout(last_seconds):
                await drain
        except TimeoutError:
            raise FileRefused(Code.BROKEN_PDF) from None


async def _drain(reading: int, sink: Sink, limit: int) -> None:
    stream = asyncio.StreamReader(limit=CHUNK)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(reading, "rb", buffering=0)
    )
    try:
        seen = 0
        while chunk := await stream.read(CHUNK):
            seen += len(chunk)
            if seen > limit:
                raise FileRefused(Code.FILE_TOO_LARGE)
            await sink(chunk)
    finally:
        transport.close()
