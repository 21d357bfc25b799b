"""Pages that cannot be drawn: the file is taken, its other pages are drawn, the page says why."""

from collections.abc import Callable
from itertools import count

import pytest

from service.errors import Code, FileRefused
from tests.support import pdfs
from tests.support.drawing_house import DrawingHouse
from tests.support.pictures import has_ink

pytestmark = pytest.mark.asyncio(loop_scope="package")
seeds = count(101)

FAILING: dict[str, tuple[Callable[[], bytes], Code]] = {
    "content bomb": (lambda: pdfs.content_bomb(500), Code.PAGE_TOO_HEAVY),
    "contents are no stream": (lambda: pdfs.one_page(b"<</Not/AStream>>"), Code.PAGE_BROKEN),
    "6,000 translucent segments and far more": (
        lambda: pdfs.translucent_path(60_000),
        Code.PAGE_TOO_SLOW,
    ),
}

DRAWN: dict[str, Callable[[], bytes]] = {
    "name lying about length": pdfs.lying_length,
    "cross-reference loop": pdfs.xref_loop,
    "form that draws itself": pdfs.form_recursion,
    "thousands of translucent segments": lambda: pdfs.translucent_path(3_000),
    "100,000 annotations": pdfs.many_annotations,
    "picture of 144 million pixels": lambda: pdfs.picture_bomb(12_000),
    "cut off in the table": lambda: pdfs.good(seed=99)[:-60],
}


@pytest.mark.parametrize("name", FAILING)
async def test_a_bad_page_has_its_name_and_the_next_file_is_drawn(
    house: DrawingHouse, name: str
) -> None:
    make, code = FAILING[name]
    with pytest.raises(FileRefused) as refused:
        await house.first_page(make())
    assert refused.value.code is code
    assert has_ink(await house.first_page(pdfs.good(seed=next(seeds))))


@pytest.mark.parametrize("name", DRAWN)
async def test_a_strange_page_is_drawn_all_the_same(house: DrawingHouse, name: str) -> None:
    assert has_ink(await house.first_page(DRAWN[name]()))


async def test_one_broken_page_does_not_spoil_the_others(house: DrawingHouse) -> None:
    taken = await house.upload(pdfs.with_broken_page())
    sha256 = taken.content.sha256
    assert has_ink(await house.pages.image(sha256, 1, "tablet"))
    assert has_ink(await house.pages.image(sha256, 3, "tablet"))
    with pytest.raises(FileRefused) as refused:
        await house.pages.image(sha256, 2, "tablet")
    assert refused.value.code is Code.PAGE_BROKEN


async def test_one_giant_page_does_not_spoil_the_others(house: DrawingHouse) -> None:
    taken = await house.upload(pdfs.sized((595, 842), (90_000, 90_000)))
    sha256 = taken.content.sha256
    assert (await house.pages.image(sha256, 1, "tablet")).data
    with pytest.raises(FileRefused) as refused:
        await house.pages.image(sha256, 2, "tablet")
    assert refused.value.code is Code.PAGE_TOO_LARGE


@pytest.mark.parametrize("size", [(1, 14_400), (14_400, 1), (14_400, 14_400), (1, 1)])
async def test_an_extreme_page_is_drawn_within_the_caps(
    house: DrawingHouse, size: tuple[int, int]
) -> None:
    taken = await house.upload(pdfs.sized(size))
    for wanted in ("tablet", "thumb"):
        assert (await house.pages.image(taken.content.sha256, 1, wanted)).data
