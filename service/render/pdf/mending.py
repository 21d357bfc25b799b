"""A page's boxes as a good viewer takes them, where MuPDF would show an empty sheet.

A crop box that is no box, or lies wholly outside the media box, counts for nothing
(ISO 32000-1, 14.11.2: it is clipped to the media box); MuPDF shows US letter instead and
loses the page. A user unit that is none, or that makes the page larger than any page, counts
for nothing: a page is drawn to the tablet's width whatever its real size is. The changes are
made in memory only.
"""

import math
from typing import Any, Final

from service.render.limits import MAX_PAGE_SIDE
from service.render.pdf.library import mupdf

Box = tuple[float, float, float, float]

UNIT: Final = "UserUnit"
CROP: Final = "CropBox"
MEDIA: Final = "MediaBox"
LEAST: Final = 1e-3
"""Points: a box thinner than that shows nothing."""


def mend_boxes(document: Any, xref: int) -> None:
    """Make a page object's boxes usable, before the page is loaded."""
    page = mupdf.pdf_load_object(mupdf.pdf_document_from_fz_document(document.this), xref)
    media = _box(page, MEDIA)
    if media is not None and _is_there(page, CROP) and not _overlap(media, _box(page, CROP)):
        document.xref_set_key(xref, CROP, "[{:f} {:f} {:f} {:f}]".format(*media))
    if _is_there(page, UNIT) and not _usable_unit(page, media):
        document.xref_set_key(xref, UNIT, "null")


def _usable_unit(page: Any, media: Box | None) -> bool:
    unit = mupdf.pdf_to_real(_entry(page, UNIT))
    left, bottom, right, top = media or (0, 0, 612, 792)
    longer = unit * max(right - left, top - bottom)
    return bool(unit > 0 and math.isfinite(longer) and 1 <= longer <= MAX_PAGE_SIDE)


def _overlap(media: Box, crop: Box | None) -> bool:
    return (
        crop is not None
        and min(media[2], crop[2]) - max(media[0], crop[0]) > LEAST
        and min(media[3], crop[3]) - max(media[1], crop[1]) > LEAST
    )


def _box(page: Any, name: str) -> Box | None:
    """Left, bottom, right, top; None where the entry is no box one could see anything in."""
    entry = _entry(page, name)
    if mupdf.pdf_array_len(entry) != 4:
        return None
    sides = [mupdf.pdf_array_get(entry, index) for index in range(4)]
    if not all(mupdf.pdf_is_number(side) for side in sides):
        return None
    a, b, c, d = map(mupdf.pdf_to_real, sides)
    box = min(a, c), min(b, d), max(a, c), max(b, d)
    # MuPDF's own coordinates end at 2^24: beyond it whole points cannot be told apart.
    usable = all(abs(side) < 2**24 for side in box)
    seen = min(box[2] - box[0], box[3] - box[1]) > LEAST
    return box if usable and seen else None


def _is_there(page: Any, name: str) -> bool:
    return not mupdf.pdf_is_null(_entry(page, name))


def _entry(page: Any, name: str) -> Any:
    return mupdf.pdf_dict_get_inheritable(page, mupdf.pdf_new_name(name))
