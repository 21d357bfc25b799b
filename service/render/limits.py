"""How much one PDF, one page and one child process may ask for; pure.

Both sides of the fence hold these: the child to fail early and in words, the service
because it does not believe the child.
"""

from dataclasses import dataclass
from typing import Final

TABLET_WIDTH: Final = 1_600
"""Pixels: the wider side of a 10 to 11 inch tablet is 2,000 to 2,400, its page 1,500 to 1,700."""

THUMBNAIL_WIDTH: Final = 240
"""Pixels: a strip of thumbnails is 120 wide on screens with two pixels a point."""

MAX_DRAWING_SIDE: Final = 16_383
"""Pixels: the longest side a WebP image can have (RFC 9649, 14 bits)."""

MAX_DRAWING_PIXELS: Final = 16_000_000
"""Pixels of one drawing: an A4 page has 3.6 million, a page four times as tall as wide 10."""

MAX_PAGE_SIDE: Final = 14_400
"""PDF points (5.08 m): the largest page side of ISO 32000-1 Annex C."""

STAND_IN: Final = (595, 842)
"""PDF points (A4): the size shown for a page that cannot be measured."""

CHANNELS: Final = 3
"""Samples a pixel: red, green, blue, one byte each."""


TILE: Final = 800
"""Pixels: the side of a tile; a page at level n is 2n tiles wide, so 1,600 n pixels."""

LARGE_PAGE: Final = 1_200
"""PDF points: a longer side than A3's 1,191 is a plan or a map, worth the finest level."""

MAX_DETAIL: Final = 64
"""Pixels a PDF point: 4,600 dots an inch, beyond what any drawing holds."""

WALLS: Final = (
    "no-privileges",
    "no-new-privileges",
    "dies-with-service",
    "no-network",
    "no-files",
    "no-signals",
    "few-calls",
)
"""What a kernel may grant a child beyond its limits; each child reports which ones stand.

No capability is left; no program can give one back; the child is killed when the service
ends; no machine can be reached; nothing can be opened; no other process can be signalled;
no system call can be made that is not in `calls.py`.
"""

SHARED_ROOM: Final = 256 * 1024 * 1024
"""Bytes of address space beside memory and document: the libraries' code takes 40 MiB, the
largest drawing 48 MB, its images as much again."""


@dataclass(frozen=True, slots=True)
class FileLimits:
    """What a PDF may be; above it, a named refusal."""

    pages: int = 1_000
    byte_count: int = 500_000_000
    inspect_seconds: float = 20.0
    page_seconds: float = 20.0
    document_seconds: float = 1_800.0


EXPRESS_NICE: Final = 1
"""Niceness of a child whose page somebody waits for: nine times the share of one at 10."""


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What one child process may take before the kernel or the service ends it.

    `memory` is the child's own memory in bytes: PyMuPDF needs 0.15 GiB to be loaded at
    all, its store up to 0.25, the largest drawing 0.05; the rest is for the page's own
    pictures. `mapped` is the largest file it may be handed, in bytes: mapped, so that it
    takes addresses and no memory. `cpu_seconds` is for the child's whole life, which ends
    in good order at half of it or after `jobs`: whatever a page leaks is gone then.
    `open_files` leaves half of them free: standard ones, the line, a document, what is
    drawn into, and one more while each of these two is mapped. `nice` (nice(2)): page turns
    keep priority over drawing, and a page somebody waits for over those nobody does.
    """

    memory: int = 1024 * 1024 * 1024
    mapped: int = 500_000_000
    cpu_seconds: int = 1_200
    open_files: int = 16
    nice: int = 10
    jobs: int = 400
    start_seconds: float = 30.0

    @property
    def address_space(self) -> int:
        """Bytes of addresses: memory, the document and what is shared with the service."""
        return self.memory + self.mapped + SHARED_ROOM


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int

    @property
    def byte_count(self) -> int:
        """Bytes of a drawing of this size."""
        return self.width * self.height * CHANNELS


def drawing_size(page: tuple[float, float], width: int = TABLET_WIDTH) -> Size:
    """How large a page of that many points is drawn: `width` pixels wide, unless that is too much.

    A page so tall that its drawing would pass the caps is drawn narrower; no side is
    ever less than one pixel.
    """
    across, down = max(page[0], 1e-3), max(page[1], 1e-3)
    scale = min(
        width / across,
        MAX_DRAWING_SIDE / down,
        (MAX_DRAWING_PIXELS / (across * down)) ** 0.5,
    )
    return Size(
        max(1, min(width, round(across * scale))),
        max(1, min(MAX_DRAWING_SIDE, round(down * scale))),
    )


def tile_levels(page: tuple[int, int]) -> tuple[int, ...]:
    """How many times the tablet's width a page of that many points can be had in tiles.

    4 times for every page, 6 for plans, level 1 for those whose whole image is smaller
    than the tablet. Its twin is in `tablet_client/src/pages/tiling.ts`.
    """
    levels = (1, 2, 4, 6) if max(page) > LARGE_PAGE else (1, 2, 4)
    return tuple(level for level in levels if TABLET_WIDTH * level <= MAX_DETAIL * page[0])


def tile_box(
    page: tuple[int, int], level: int, column: int, row: int
) -> tuple[int, int, int, int] | None:
    """Left, top, width and height in pixels of a tile at a level; None when there is none."""
    if level not in tile_levels(page):
        return None
    across = TABLET_WIDTH * level
    down = -(-across * page[1] // page[0])
    left, top = column * TILE, row * TILE
    if not (0 <= left < across and 0 <= top < down):
        return None
    return left, top, min(TILE, across - left), min(TILE, down - top)


def thumbnail_size(drawing: Size) -> Size:
    """The size of the thumbnail made from a drawing."""
    scale = min(THUMBNAIL_WIDTH / drawing.width, 1.0)
    return Size(max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))


def halved(drawing: Size) -> Size:
    """The size of the second try after a page took too much memory or time."""
    return Size(max(1, drawing.width // 2), max(1, drawing.height // 2))


def too_large(page: tuple[int, int]) -> bool:
    """Whether a page's box is beyond what any PDF should have."""
    return max(page) > MAX_PAGE_SIDE
