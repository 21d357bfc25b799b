"""Small sound documents for the bench of memory, each one different; made without a library.

A library in the bench's own process would stand in the figures.
"""

import random
import zlib
from typing import Final

WIDE: Final = (595, 100)
"""Points: a strip of A4's width, so that 10,000 of them are drawn in minutes."""

FONT: Final = b"/Font<</F 3 0 R>>"
PICTURE_SIDE: Final = 48


def document(seed: int, pages: int) -> bytes:
    """A PDF of that many pages: of four, two are text, one a table, one has a picture."""
    rng = random.Random(seed)  # noqa: S311  a fixed seed, no secret
    first = 5
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 %d %d]/Resources<<%s/XObject<</I 4 0 R>>>>>>"
        % (kids, pages, *WIDE, FONT),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        _picture(rng),
    ]
    for number in range(pages):
        page = (_text, _table, _text, _shown)[number % 4](rng)
        marks = b"BT /F 9 Tf 560 8 Td (%d-%d) Tj ET\n" % (seed, number + 1) + page
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (first + 2 * number + 1))
        objects.append(_stream(b"/Filter/FlateDecode", zlib.compress(marks)))
    return _file(objects)


def _text(rng: random.Random) -> bytes:
    lines = [b"(%s) Tj T*" % _words(rng) for _ in range(5)]
    return b"BT /F 11 Tf 16 TL 40 80 Td\n" + b"\n".join(lines) + b"\nET"


def _table(rng: random.Random) -> bytes:
    cells = []
    for row in range(4):
        for column in range(5):
            left, low = 40 + column * 100, 20 + row * 20
            cells.append(b"%d %d 100 20 re S" % (left, low))
            amount = b"(%d)" % rng.randrange(10**8)
            cells.append(b"BT /F 9 Tf %d %d Td %s Tj ET" % (left + 5, low + 6, amount))
    return b"\n".join(cells)


def _shown(rng: random.Random) -> bytes:
    side = rng.randrange(40, 70)
    return b"q %d 0 0 %d 40 20 cm /I Do Q" % (side * 4, side)


def _picture(rng: random.Random) -> bytes:
    size = b"/Width %d/Height %d" % (PICTURE_SIDE, PICTURE_SIDE)
    kind = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8"
    return _stream(kind + size, rng.randbytes(PICTURE_SIDE * PICTURE_SIDE * 3))


def _words(rng: random.Random) -> bytes:
    return b" ".join(b"%x" % rng.randrange(16 ** rng.randrange(2, 9)) for _ in range(12))


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<</Length %d%s>>stream\n" % (len(data), entries) + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    entries = b""
    for number, content in enumerate(objects, 1):
        entries += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count + entries
    return (
        out
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            count,
            len(out),
        )
    )
