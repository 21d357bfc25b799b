"""Pages with one picture, a black disc on white, under the codes of scanners: sound and broken."""

import io
import struct
import zlib
from typing import Final

from PIL import Image, ImageDraw

from tests.support.pdfs.parts import SQUARE, one_page, stream

SIDE: Final = 128
PLACE: Final = b"300 0 0 300 250 450 cm /P Do"


def disc(ink: int = 0) -> Image.Image:
    """The picture all codes carry, black on white; fax codes call black 1."""
    picture = Image.new("1", (SIDE, SIDE), 1 - ink)
    ImageDraw.Draw(picture).ellipse((20, 20, 108, 108), fill=ink)
    return picture


def ccitt_data() -> bytes:
    """The disc under ITU-T T.6 (fax group 4)."""
    out = io.BytesIO()
    disc(ink=1).save(out, "TIFF", compression="group4", tiffinfo={278: SIDE})
    with Image.open(io.BytesIO(out.getvalue())) as written:
        # Pillow's types know pictures, not that this one is a TIFF.
        (offset,), (length,) = written.tag_v2[273], written.tag_v2[279]  # type: ignore[attr-defined]
    return out.getvalue()[offset : offset + length]


def jbig2_data() -> bytes:
    """The disc as one generic region in MMR, as ITU-T T.88 puts it: 7.2, 7.4.6, 7.4.8."""
    page = struct.pack(">IIIIBH", SIDE, SIDE, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", SIDE, SIDE, 0, 0, 0, 1) + ccitt_data()
    return _segment(0, 48, page) + _segment(1, 38, region) + _segment(2, 49, b"")


def jpx_data() -> bytes:
    """The disc as JPEG 2000."""
    out = io.BytesIO()
    disc().convert("L").save(out, "JPEG2000")
    return out.getvalue()


def jpeg_data() -> bytes:
    """The disc as JPEG."""
    out = io.BytesIO()
    disc().convert("L").save(out, "JPEG", quality=90)
    return out.getvalue()


CODES: Final = {
    "JBIG2": (jbig2_data, b"/Filter/JBIG2Decode/BitsPerComponent 1/ColorSpace/DeviceGray"),
    "JPX": (jpx_data, b"/Filter/JPXDecode"),
    "CCITT": (
        ccitt_data,
        b"/Filter/CCITTFaxDecode/BitsPerComponent 1/ColorSpace/DeviceGray"
        b"/DecodeParms<</K -1/Columns %d/Rows %d>>" % (SIDE, SIDE),
    ),
    "JPEG": (jpeg_data, b"/Filter/DCTDecode/BitsPerComponent 8/ColorSpace/DeviceGray"),
}


def with_picture(code: str, cut: int | None = None, side: int = SIDE) -> bytes:
    """A page with a square and the disc; `cut` breaks its data off, `side` lies about its size."""
    make, entries = CODES[code]
    data = make()[:cut]
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (side, side) + entries
    return _page(stream(data, head))


def with_rubbish(code: str, seed: int = 7) -> bytes:
    """A page with a square and a picture whose data are noise behind a sound beginning."""
    make, entries = CODES[code]
    noise = zlib.compress(bytes(value * seed % 251 for value in range(4_000)))
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (SIDE, SIDE) + entries
    return _page(stream(make()[:60] + noise, head))


def _page(picture: bytes) -> bytes:
    resources = b"/Resources<</XObject<</P 5 0 R>>>>"
    return one_page(SQUARE + b" q " + PLACE + b" Q", entries=resources, more=[picture])


def _segment(number: int, kind: int, data: bytes) -> bytes:
    return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data
