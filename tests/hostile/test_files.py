"""Files that cannot be taken in: each has its own named end, and the next file is drawn."""

import struct
import zlib
from collections.abc import Callable
from itertools import count

import pytest

from service.errors import Code, FileRefused
from tests.hostile.conftest import FILES
from tests.support import pdfs
from tests.support.drawing_house import DrawingHouse
from tests.support.pdfs import skewed, sound

pytestmark = pytest.mark.asyncio(loop_scope="package")
seeds = count(1)


def png() -> bytes:
    """A white picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )


def truncated() -> bytes:
    """Cut off before the first object ends."""
    return pdfs.good()[:60]


REFUSED: dict[str, tuple[Callable[[], bytes], Code]] = {
    "empty": (bytes, Code.EMPTY_FILE),
    "text": ("그냥 글입니다".encode, Code.NOT_A_PDF),
    "png renamed": (png, Code.NOT_A_PDF),
    "png that says it is a pdf": (lambda: png() + b"%PDF-1.7\n", Code.BROKEN_PDF),
    "header too late": (lambda: b"\n" * 1_024 + pdfs.good(), Code.NOT_A_PDF),
    "truncated": (truncated, Code.BROKEN_PDF),
    "only a header": (lambda: b"%PDF-1.7\n", Code.BROKEN_PDF),
    "rubbish behind the header": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, Code.BROKEN_PDF),
    "zero pages": (lambda: pdfs.pdf([pdfs.CATALOG, pdfs.tree([])]), Code.NO_PAGES),
    "cyclic page tree": (pdfs.cyclic_tree, Code.BROKEN_PDF),
    "page tree that lies": (
        lambda: pdfs.one_page().replace(b"/Count 1", b"/Count 1000000"),
        Code.BROKEN_PDF,
    ),
    "1,001 pages": (lambda: pdfs.sized(*[(50, 50)] * 1_001), Code.TOO_MANY_PAGES),
    "giant page box": (lambda: pdfs.one_page(size=(9_999_999, 9_999_999)), Code.PAGE_TOO_LARGE),
    "page tree bomb": (lambda: pdfs.tree_bomb(400), Code.TOO_HEAVY),
    "no object in the object stream": (lambda: skewed.packed(count=0), Code.BROKEN_PDF),
    "object stream with -1 objects": (lambda: skewed.packed(count=-1), Code.BROKEN_PDF),
    "object stream that begins beyond its end": (
        lambda: skewed.packed(first=10**9),
        Code.BROKEN_PDF,
    ),
    "object stream cut off": (lambda: skewed.packed(cut=40), Code.BROKEN_PDF),
    "string without an end": (skewed.endless_string, Code.BROKEN_PDF),
    "half of a file laid out for the web": (
        lambda: sound.linearised()[: len(sound.linearised()) // 2],
        Code.BROKEN_PDF,
    ),
    "10,000 arrays in each other": (skewed.deep_arrays, Code.TOO_HEAVY),
    "2,147,483,648 pages": (lambda: skewed.lying_count(2**31), Code.BROKEN_PDF),
    "-5 pages": (lambda: skewed.lying_count(-5), Code.BROKEN_PDF),
    "box of 20 digits": (
        lambda: skewed.boxed(b"[0 0 99999999999999999999 9]"),
        Code.PAGE_TOO_LARGE,
    ),
    "protection nobody knows": (skewed.unknown_protection, Code.UNKNOWN_PROTECTION),
    "too large": (lambda: pdfs.good() + bytes(FILES.byte_count), Code.FILE_TOO_LARGE),
    "password": (lambda: pdfs.protected("비밀번호"), Code.PASSWORD_NEEDED),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_bad_file_has_its_name_and_the_next_is_drawn(
    house: DrawingHouse, name: str
) -> None:
    make, code = REFUSED[name]
    with pytest.raises(FileRefused) as refused:
        await house.upload(make())
    assert refused.value.code is code
    assert await _draws_a_good_file(house)


async def _draws_a_good_file(house: DrawingHouse) -> bool:
    image = await house.first_page(pdfs.good(seed=next(seeds)))
    return image.media_type == "image/png"


async def test_a_header_within_the_first_kilobyte_is_accepted(house: DrawingHouse) -> None:
    taken = await house.upload(b"\n" * 500 + pdfs.good(seed=next(seeds)))
    assert taken.content.sizes == (pdfs.A4,)


async def test_a_wrong_password_is_said_to_be_wrong(house: DrawingHouse) -> None:
    with pytest.raises(FileRefused) as refused:
        await house.upload(pdfs.protected("비밀번호"), password="틀림")
    assert refused.value.code is Code.WRONG_PASSWORD


async def test_the_right_password_opens_the_file_and_is_not_kept(house: DrawingHouse) -> None:
    taken = await house.upload(pdfs.protected("비밀번호"), password="비밀번호")
    stored = await house.blobs.get(f"source/{taken.content.sha256}")
    assert b"/Encrypt" not in stored
    assert len(stored) == taken.content.byte_count
    assert (await house.pages.image(taken.content.sha256, 2, "tablet")).data
    again = await house.upload(pdfs.protected("다른 암호"), password="다른 암호")
    assert again.known == (again.content.sha256 == taken.content.sha256)


async def test_a_password_nobody_asked_for_does_no_harm(house: DrawingHouse) -> None:
    data = pdfs.good(seed=next(seeds))
    assert (await house.upload(data, password="괜히")).content.byte_count == len(data)
