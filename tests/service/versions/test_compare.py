"""Two contents of the house compared, their texts and thumbnails handed in."""

import pytest

from service.errors import Code, FileRefused, Unavailable
from service.render.image import Image, ImageSize
from service.render.limits import ChildLimits, FileLimits
from service.render.paper import PageText
from service.render.printer import Printer
from service.versions.compare import Comparer, Version
from service.versions.leaf import PRINT_SIDE, Leaf
from service.versions.mapping import page_map
from service.versions.page_map import PageMap, identity
from tests.support import pdfs
from tests.support.drawing_house import drawing_house
from tests.support.leaves import leaf

A, B = "a" * 64, "b" * 64


class Shelf:
    """Pages as the render room hands them out; a thumbnail's bytes are its print's."""

    def __init__(self, **contents: list[Leaf]) -> None:
        self._contents = {sha[0] * 64: leaves for sha, leaves in contents.items()}
        self.asked: list[tuple[str, int]] = []
        self.refused: set[tuple[str, int]] = set()
        self.busy = False

    async def text(self, sha256: str, page: int) -> PageText:
        """A page's text."""
        if self.busy:
            raise Unavailable(Code.BUSY)
        self.asked.append((sha256, page))
        return PageText(page=page, text=self._contents[sha256][page - 1].text)

    async def image(self, sha256: str, page: int, size: ImageSize) -> Image:
        """A page's thumbnail, unless it is refused."""
        assert size == "thumb"
        if (sha256, page) in self.refused:
            raise FileRefused(Code.PAGE_BROKEN)
        return Image(self._contents[sha256][page - 1].print)


async def compare(shelf: Shelf, old: int, new: int, new_sha: str = B) -> PageMap:
    """The map of A and B, of that many pages."""

    async def print_(image: bytes) -> bytes:
        return image

    return await Comparer(shelf, shelf, print_).page_map(Version(A, old), Version(new_sha, new))


async def test_all_pages_are_asked_for_once_and_mapped() -> None:
    old = [leaf(at) for at in range(40)]
    new = [*old[:7], leaf(100), *old[9:]]
    shelf = Shelf(a=old, b=new)
    assert await compare(shelf, 40, 39) == page_map(old, new)
    assert sorted(shelf.asked) == [
        *((A, at) for at in range(1, 41)),
        *((B, at) for at in range(1, 40)),
    ]


async def test_a_content_is_itself_without_a_look() -> None:
    shelf = Shelf()
    assert await compare(shelf, 3, 3, new_sha=A) == identity(3)
    assert shelf.asked == []


async def test_a_page_that_cannot_be_drawn_is_known_by_its_text() -> None:
    pages = [leaf(at) for at in range(3)]
    shelf = Shelf(a=pages, b=[*pages, leaf(9)])
    shelf.refused = {(A, 2), (B, 3)}
    found = await compare(shelf, 3, 4)
    assert found.pairs == identity(3).pairs
    assert [lone.page for lone in found.added] == [4]


async def test_the_house_compares_what_was_uploaded() -> None:
    child = ChildLimits()
    async with drawing_house(FileLimits(), child) as house:
        printer = Printer(house.press.encoder, PRINT_SIDE)
        comparer = Comparer(house.pages.texts, house.pages, printer.of_image)
        sizes = ((595, 842), (842, 595), (595, 595))
        old = (await house.upload(pdfs.sized(*sizes))).content
        new = (await house.upload(pdfs.one_page())).content
        same = Version(old.sha256, len(old.sizes))
        assert await comparer.page_map(same, same) == identity(3)
        found = await comparer.page_map(same, Version(new.sha256, 1))
    assert found.pairs == ()
    assert [lone.page for lone in found.removed] == [1, 2, 3]


async def test_texts_that_do_not_come_are_said_so() -> None:
    shelf = Shelf(a=[leaf(1)], b=[leaf(2)])
    shelf.busy = True
    with pytest.raises(Unavailable):
        await compare(shelf, 1, 1)


async def test_words_alone_say_which_page_is_which() -> None:
    old = [leaf(at) for at in range(6)]
    new = [*old[:2], leaf(100), *old[3:]]
    shelf = Shelf(a=old, b=new)
    shelf.refused = {(A, page) for page in range(1, 7)}  # no picture is looked at
    found = await by_texts(shelf, 6, 6)
    assert found is not None
    assert {(pair.old, pair.new) for pair in found.pairs} >= {(n, n) for n in (1, 2, 4, 5, 6)}
    assert all(leaf.old != 3 or leaf.new == 3 for leaf in found.pairs)


async def test_a_page_without_words_cannot_be_told_by_them() -> None:
    scan = Leaf("", leaf(1).print)
    shelf = Shelf(a=[leaf(1), scan], b=[leaf(1), leaf(2)])
    assert await by_texts(shelf, 2, 2) is None
    assert await by_texts(Shelf(a=[leaf(1)], b=[scan]), 1, 1) is None


async def by_texts(shelf: Shelf, old: int, new: int) -> PageMap | None:
    """The map of A and B by their words."""

    async def print_(image: bytes) -> bytes:
        raise AssertionError("a picture was looked at")

    return await Comparer(shelf, shelf, print_).by_texts(Version(A, old), Version(B, new))
