"""The whole way of `hanjang compare`: two files in, their page map out; every child ended."""

import asyncio
from dataclasses import dataclass

from service.compare.reading import Paper, Reader
from service.errors import Code, FileRefused
from service.render.inspection import Inspector
from service.render.limits import ChildLimits, FileLimits
from service.render.press import Press
from service.versions.mapping import page_map
from service.versions.page_map import PageMap, identity


@dataclass(frozen=True, slots=True)
class Compared:
    """Two files as they were named, their pages counted, and the map from old to new."""

    old: str
    new: str
    old_pages: int
    new_pages: int
    page_map: PageMap


@dataclass(frozen=True, slots=True)
class Refused:
    """One of the files cannot be compared."""

    name: str
    code: Code


async def compare_files(
    old: str, new: str, files: FileLimits, child: ChildLimits
) -> Compared | Refused:
    """Compare two files, both read at once. Raises NoChild."""
    inspector = Inspector(files, child, at_once=1)
    presses = [Press(child, files.page_seconds) for _ in range(2)]
    readers = [Reader(inspector, press, files) for press in presses]
    try:
        async with asyncio.TaskGroup() as reading:
            first, second = (
                reading.create_task(_read(reader, name))
                for reader, name in zip(readers, (old, new), strict=True)
            )
    except ExceptionGroup as group:
        error = group.exceptions[0]
        if isinstance(error, _Unfit):
            return Refused(error.name, error.code)
        raise error from None
    finally:
        await inspector.aclose()
        for press in presses:
            await press.aclose()
    before, after = first.result(), second.result()
    pages = len(before.leaves), len(after.leaves)
    if before.digest == after.digest:
        return Compared(old, new, *pages, identity(pages[0]))
    return Compared(old, new, *pages, page_map(before.leaves, after.leaves))


class _Unfit(Exception):
    """A file cannot be read, so the other one need not be."""

    def __init__(self, name: str, code: Code) -> None:
        self.name = name
        self.code = code
        super().__init__(code.value)


async def _read(reader: Reader, name: str) -> Paper:
    try:
        return await reader.read(name)
    except FileRefused as refused:
        raise _Unfit(name, refused.code) from refused
