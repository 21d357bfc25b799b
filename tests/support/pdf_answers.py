"""What the drawing child would say of a PDF, asked in this process."""

import mmap
import os
from collections.abc import Sequence
from typing import Any

import pymupdf
from msgspec import msgpack

from service.render.fence.messages import Read, Survey, Written
from service.render.paper import Contents, PageText
from service.render.pdf.reading import read
from service.render.pdf.surveying import survey

_pymupdf: Any = pymupdf

ROOM = 8 * 1024 * 1024


def opened(file: bytes) -> Any:
    """The document as the child has it."""
    return _pymupdf.open(stream=file, filetype="pdf")


def texts(file: bytes, pages: Sequence[int] = (1,), room: int = ROOM) -> tuple[PageText, ...]:
    """The texts of those pages."""
    memory = _memory(room)
    try:
        job = Read(document="d", pages=tuple(pages), room=room)
        with opened(file) as document:
            written = read(job, document, memory)
        return msgpack.decode(_taken(memory, written), type=tuple[PageText, ...])
    finally:
        os.close(memory)


def contents(file: bytes, room: int = ROOM) -> Contents:
    """What the document says of itself."""
    memory = _memory(room)
    try:
        with opened(file) as document:
            written = survey(Survey(document="d", room=room), document, memory)
        return msgpack.decode(_taken(memory, written), type=Contents)
    finally:
        os.close(memory)


def _memory(room: int) -> int:
    memory = os.memfd_create("answer")
    os.ftruncate(memory, room)
    return memory


def _taken(memory: int, written: Written) -> bytes:
    with mmap.mmap(memory, 0) as room:
        return room[: written.byte_count]
