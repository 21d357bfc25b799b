"""What a document carries besides its pages is never run, started, fetched or written."""

import os
import socket
from pathlib import Path

import pytest

from tests.hostile.conftest import CHILD, FILES
from tests.support.drawing_house import DrawingHouse, drawing_house
from tests.support.pdfs import good
from tests.support.pdfs.armed import ARMED
from tests.support.pictures import has_ink, opened

pytestmark = pytest.mark.asyncio(loop_scope="package")

TELL_TALE = b"0 0 1 rg 300 500 200 200 re f"
"""A drawing: a page that followed the path would show it in blue."""


@pytest.mark.parametrize("name", ARMED)
async def test_a_document_reaches_nothing(house: DrawingHouse, name: str, tmp_path: Path) -> None:
    bait = tmp_path / "bait"
    bait.write_bytes(TELL_TALE)
    before = bait.stat()
    with socket.socket() as ear:
        ear.bind(("127.0.0.1", 0))
        ear.listen()
        ear.setblocking(False)
        address = f"http://127.0.0.1:{ear.getsockname()[1]}/page.pdf"
        taken = await house.upload(ARMED[name](address, str(bait)))
        sha256 = taken.content.sha256
        image = await house.pages.image(sha256, 1, "tablet")
        await house.pages.texts.text(sha256, 1)
        await house.pages.texts.contents(sha256)
        with pytest.raises(BlockingIOError):
            ear.accept()
    assert has_ink(image)
    picture = opened(image)
    seen = picture.getpixel((picture.width * 2 // 3, picture.height * 2 // 7))
    assert seen == (255, 255, 255), "nothing of the file that is named"
    after = bait.stat()
    assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, before.st_size)
    assert [entry.name for entry in os.scandir(tmp_path)] == ["bait"]


async def test_the_ear_hears(tmp_path: Path) -> None:
    """The trap works: somebody who does connect is heard."""
    with socket.socket() as ear, socket.socket() as caller:
        ear.bind(("127.0.0.1", 0))
        ear.listen()
        caller.connect(ear.getsockname())
        heard, who = ear.accept()
        heard.close()
        assert who == caller.getsockname()


async def test_a_house_that_met_them_all_draws_on() -> None:
    async with drawing_house(FILES, CHILD) as house:
        for name, make in ARMED.items():
            await house.upload(make("http://127.0.0.1:9/", f"/nowhere/{name}"))
        assert has_ink(await house.first_page(good(seed=300)))
