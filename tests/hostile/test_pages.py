"""Pages that cannot be drawn: the file is taken, its other pages are drawn, the page says why."""

from collections.abc import Callable
from itertools import count

import pytest

from service.errors import Code, FileRefused
from tests.support import pdfs
from tests.support.drawing_house import DrawingHouse
from tests.support.pdfs import bombs, coded, skewed, sound
from tests.support.pictures import has_ink, opened

pytestmark = pytest.mark.asyncio(loop_scope="package")
seeds = count(101)
BLUE = (51, 77, 153)
"""The colour of `pdfs.SQUARE`; an encoder may thin it a little."""

FAILING: dict[str, tuple[Callable[[], bytes], Code]] = {
    "content bomb": (lambda: pdfs.content_bomb(500), Code.PAGE_TOO_HEAVY),
    "contents are no stream": (lambda: pdfs.one_page(b"<</Not/AStream>>"), Code.PAGE_BROKEN),
    "pattern painted with itself": (bombs.pattern_recursion, Code.PAGE_TOO_HEAVY),
    "soft masks in soft masks": (bombs.mask_tower, Code.PAGE_TOO_HEAVY),
}

ENDLESS: dict[str, Callable[[], bytes]] = {
    "6,000 translucent segments": bombs.translucent_path,
    "a tower of forms, 2 to the 40th squares": bombs.form_tower,
    "10 to the 13th tiles": bombs.tiny_tiles,
}

DRAWN: dict[str, Callable[[], bytes]] = {
    "length that lies": pdfs.lying_length,
    "length that is too short": skewed.short_length,
    "name of 100,000 letters": skewed.long_name,
    "cross-reference loop": pdfs.xref_loop,
    "cross-reference stream in a loop": skewed.xref_stream_loop,
    "hybrid cross-references in a loop": skewed.hybrid_loop,
    "object stream": skewed.packed,
    "object stream that continues itself": lambda: skewed.packed(entries=b"/Extends 5 0 R"),
    "object stream with a wrong beginning": lambda: skewed.packed(first=0),
    "3,000 updates": skewed.update_chain,
    "a page tree 10,000 levels deep": skewed.deep_tree,
    "one page that says it is two": lambda: skewed.lying_count(2),
    "a megabyte of nothing behind it": skewed.good_then_rubbish,
    "protected from changes only": lambda: sound.protected(""),
    "form that draws itself": pdfs.form_recursion,
    "glyph written in its own font": bombs.glyph_recursion,
    "soft mask masked by itself": bombs.mask_recursion,
    "shading of 20,000 parts": lambda: bombs.shading_bomb(20_000),
    "thousands of translucent segments": lambda: pdfs.translucent_path(600),
    "100,000 annotations": pdfs.many_annotations,
    "picture of 144 million pixels": lambda: pdfs.picture_bomb(12_000),
    "cut off in the table": lambda: pdfs.good(seed=99)[:-60],
    "box with a nan": lambda: skewed.boxed(b"[0 0 nan inf]"),
    "box of huge numbers": lambda: skewed.boxed(b"[-1e30 -1e30 1e38 1e38]"),
    "box that is an object of another kind": lambda: skewed.boxed(b"4 0 R"),
    "box of everything but numbers": lambda: skewed.boxed(b"[(a) /b null 3]"),
    "box of no size": lambda: skewed.boxed(b"[7 7 7 7]"),
}

BROKEN_PICTURES: dict[str, Callable[[str], bytes]] = {
    "cut": lambda code: coded.with_picture(code, cut=40),
    "empty": lambda code: coded.with_picture(code, cut=0),
    "noise": coded.with_rubbish,
    "20,000 pixels wide, it says": lambda code: coded.with_picture(code, side=20_000),
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


@pytest.mark.parametrize("name", ENDLESS)
async def test_an_endless_page_is_given_up(impatient: DrawingHouse, name: str) -> None:
    with pytest.raises(FileRefused) as refused:
        await impatient.first_page(ENDLESS[name]())
    assert refused.value.code is Code.PAGE_TOO_SLOW


async def test_operands_nested_beyond_reason_end_in_a_name(house: DrawingHouse) -> None:
    """How deep a reader's stack goes is the machine's affair; that it ends in a name is ours."""
    with pytest.raises(FileRefused) as refused:
        await house.first_page(skewed.deep_operands())
    assert refused.value.code in {Code.PAGE_TOO_HEAVY, Code.PAGE_BROKEN}


@pytest.mark.parametrize("name", DRAWN)
async def test_a_strange_page_is_drawn_all_the_same(house: DrawingHouse, name: str) -> None:
    assert has_ink(await house.first_page(DRAWN[name]()))


@pytest.mark.parametrize("code", coded.CODES)
@pytest.mark.parametrize("how", BROKEN_PICTURES)
async def test_a_broken_picture_does_not_take_its_page_along(
    house: DrawingHouse, code: str, how: str
) -> None:
    picture = opened(await house.first_page(BROKEN_PICTURES[how](code)))
    colour = picture.getpixel((picture.width // 3, picture.height * 3 // 4))
    assert isinstance(colour, tuple)
    assert max(abs(seen - meant) for seen, meant in zip(colour, BLUE, strict=True)) < 20


async def test_the_other_pages_are_there_while_one_takes_for_ever(
    impatient: DrawingHouse,
) -> None:
    taken = await impatient.upload(bombs.slow_among_good())
    sha256 = taken.content.sha256
    for page in (1, 3):
        assert has_ink(await impatient.pages.image(sha256, page, "tablet"))
    with pytest.raises(FileRefused) as refused:
        await impatient.pages.image(sha256, 2, "tablet")
    assert refused.value.code is Code.PAGE_TOO_SLOW
    outcome = await impatient.pages.outcome(sha256)
    assert outcome.drawn == (1, 3)
    assert [failed.page for failed in outcome.failed] == [2]


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
