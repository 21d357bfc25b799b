"""The words of pages with their boxes, in reading order, and the links on them."""

import mmap
from typing import Any

from msgspec import msgpack

from service.render.messages import Read, Written
from service.render.paper import PageText


def read(job: Read, document: Any, memory: int) -> Written:
    """Write as many of the pages' texts as there is room for, at least the first."""
    texts = tuple(PageText(page=page) for page in job.pages)
    body = msgpack.encode(texts)
    with mmap.mmap(memory, job.room) as written:
        written[: len(body)] = body
    return Written(byte_count=len(body))
