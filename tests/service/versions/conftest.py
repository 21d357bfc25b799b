"""The demo's papers and their edited versions, read by real children, once for all tests."""

import asyncio
from pathlib import Path

import pytest

from service.compare.reading import Reader
from service.render.inspection import Inspector
from service.render.limits import ChildLimits, FileLimits
from service.render.press import Press
from service.versions.leaf import Leaf
from tests.support.edited_papers import write_papers

Papers = dict[str, tuple[Leaf, ...]]


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Each paper's leaves by the name of its file, without the suffix."""
    folder = tmp_path_factory.mktemp("edited")
    write_papers(folder)
    return asyncio.run(read_all(sorted(folder.glob("*.pdf"))))


async def read_all(paths: list[Path]) -> Papers:
    """These PDFs, one after the other."""
    files, child = FileLimits(), ChildLimits()
    inspector, press = Inspector(files, child, at_once=1), Press(child, files.page_seconds)
    reader = Reader(inspector, press, files)
    try:
        return {path.stem: (await reader.read(str(path))).leaves for path in paths}
    finally:
        await inspector.aclose()
        await press.aclose()
