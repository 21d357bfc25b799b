"""Memory of the real service, in a process of its own, while a file of 499 MB arrives."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Final

from tests.support import pdfs
from tests.support.http_client import upload_path
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

FILE_BYTES: Final = 499_000_000
"""Just below the limit of one file."""

MIB: Final = 1024 * 1024
LINE: Final = b"%" + b" " * 4_094 + b"\n"
"""A comment (ISO 32000-1, 7.2.3): it pads, and nobody has to read it."""

LOOK_EVERY: Final = 20
"""Pieces of a quarter of a megabyte between two looks at the memory."""


async def growth(folder: Path) -> float:
    """MiB by which resident memory grows at most from the first byte until it is drawn."""
    service = RunningService(folder / "served")
    await asyncio.to_thread(service.start)
    try:
        async with sitting(service) as room:
            await room.secretary.page(room.meeting_id, "d1")
            before = service.memory()
            seen = [before]
            head, padding, tail = _parts()
            answer = await room.secretary.ask(
                "PUT",
                upload_path(room.meeting_id, "d2", "i1", "큰 자료.pdf"),
                content=_body(head, padding, tail, look=lambda: seen.append(service.memory())),
                headers={
                    "Content-Type": "application/pdf",
                    "Content-Length": str(len(head) + padding * len(LINE) + len(tail)),
                },
            )
            assert answer.status == 201, answer.body
            await room.secretary.page(room.meeting_id, "d2")
            return (max(*seen, service.memory()) - before) / MIB
    finally:
        await asyncio.to_thread(service.stop)


def _parts() -> tuple[bytes, int, bytes]:
    """A sound PDF in two parts, and how many lines of padding go between them."""
    whole = pdfs.good(1, seed=500)
    at = whole.rindex(b"xref\n0 ")
    padding = (FILE_BYTES - len(whole)) // len(LINE)
    table, _, _ = whole[at:].rpartition(b"startxref")
    moved = at + padding * len(LINE)
    return whole[:at], padding, table + b"startxref\n%d\n%%%%EOF\n" % moved


async def _body(
    head: bytes, padding: int, tail: bytes, look: Callable[[], None]
) -> AsyncIterator[bytes]:
    yield head
    piece = 64
    for done in range(0, padding, piece):
        if done // piece % LOOK_EVERY == 0:
            look()
        yield LINE * min(piece, padding - done)
    look()
    yield tail
