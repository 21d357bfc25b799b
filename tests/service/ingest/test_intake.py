"""Taking files in, with real children that look at them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from service.errors import Code, FileRefused
from service.ingest.intake import Intake, Upload
from service.render.limits import ChildLimits, FileLimits
from storage.errors import StorageFull
from tests.support import pdfs
from tests.support.drawing_house import DrawingHouse, drawing_house

pytestmark = pytest.mark.asyncio(loop_scope="module")
LIMITS = FileLimits(pages=20)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house() -> AsyncIterator[DrawingHouse]:
    async with drawing_house(LIMITS, ChildLimits()) as house:
        yield house


async def test_a_file_becomes_a_content_with_its_pages(house: DrawingHouse) -> None:
    data = pdfs.sized((595, 842), (842, 595))
    taken = await house.upload(data)
    assert taken.name == "시험"
    assert not taken.known
    assert taken.content.sizes == ((595, 842), (842, 595))
    assert taken.content.byte_count == len(data)
    assert await house.blobs.get(f"source/{taken.content.sha256}") == data
    assert await house.catalog.content(taken.content.sha256) == taken.content


async def test_sizes_are_as_shown_after_rotation_crop_and_unit(house: DrawingHouse) -> None:
    entries = b"/Rotate 90/CropBox[100 100 300 400]/UserUnit 2"
    taken = await house.upload(pdfs.one_page(entries=entries))
    assert taken.content.sizes == ((600, 400),)


async def test_the_same_file_again_is_known_and_costs_no_drawing(house: DrawingHouse) -> None:
    data = pdfs.good(seed=7)
    first = await house.upload(data)
    image = await house.pages.image(first.content.sha256, 1, "tablet")
    starts, jobs = house.press.worker.started, house.inspector.children[0].started
    again = await house.upload(data)
    assert again.known
    assert again.content == first.content
    assert await house.pages.image(first.content.sha256, 1, "tablet") == image
    assert (house.press.worker.started, house.inspector.children[0].started) == (starts, jobs)


async def test_an_upload_cut_off_leaves_nothing(house: DrawingHouse) -> None:
    data = pdfs.good(seed=8)

    async def half() -> AsyncIterator[bytes]:
        yield data[: len(data) // 2]

    before = set(house.blobs._kept)
    with pytest.raises(FileRefused) as refused:
        await house.intake.ingest(Upload("반.pdf", len(data)), half())
    assert refused.value.code is Code.UPLOAD_CUT_OFF
    assert set(house.blobs._kept) == before


async def test_one_upload_too_many_is_refused_and_the_others_go_on(house: DrawingHouse) -> None:
    intake = Intake(
        house.catalog,
        house.blobs,
        house.inspector,
        house.pages,
        limits=LIMITS,
        now=lambda: 1,
        at_once=1,
    )
    data = pdfs.good(seed=9)
    going, begun = asyncio.Event(), asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield data[:100]
        begun.set()
        await going.wait()
        yield data[100:]

    first = asyncio.create_task(intake.ingest(Upload("하나.pdf"), slow()))
    await begun.wait()
    with pytest.raises(FileRefused) as refused:
        await intake.ingest(Upload("둘.pdf"), slow())
    assert refused.value.code is Code.TOO_MANY_UPLOADS
    going.set()
    assert (await first).name == "하나"


async def test_a_full_disk_is_not_the_files_fault(house: DrawingHouse) -> None:
    async def full() -> AsyncIterator[bytes]:
        yield b"%PDF-1.7"
        raise StorageFull

    with pytest.raises(StorageFull):
        await house.intake.ingest(Upload("가.pdf"), full())


async def test_a_password_is_not_shown_in_a_log() -> None:
    assert "비밀" not in repr(Upload("가.pdf", 1, "비밀"))
