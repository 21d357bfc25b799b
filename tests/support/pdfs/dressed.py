"""Pages of 200 by 200 points with what lies on a page: annotations, form fields, layers, boxes."""

from collections.abc import Sequence
from typing import Final

from tests.support.pdfs.parts import CATALOG, form, one_page, page, pdf, stream, tree

SIDE: Final = 200
RED_FORM: Final = form(b"1 0 0 rg 0 0 100 100 re f")
QUADS: Final = b"/QuadPoints[50 150 150 150 50 50 150 50]"
INK: Final = b"/InkList[[50 50 150 150]]/BS<</W 5>>"
LAYER: Final = b"<</Type/OCG/Name(Layer)>>"
RED_SQUARE: Final = b"1 0 0 rg 50 50 100 100 re f"


def annotated(kind: bytes, entries: bytes, catalog: bytes = CATALOG) -> bytes:
    """An annotation in the middle; object 5 is a red form for its appearance, 6 a layer."""
    annotation = b"<</Type/Annot/Subtype/%s/Rect[50 50 150 150]%s>>" % (kind, entries)
    annots = b"/Annots[%s]" % annotation
    return one_page(b"", (SIDE, SIDE), annots, [RED_FORM, LAYER], catalog)


def field(entries: bytes, *, stale: bool = False, more: Sequence[bytes] = ()) -> bytes:
    """A form field from (20, 80) to (180, 120); object 6 is a red form for its appearance.

    `stale`: viewers are told to make the appearances themselves. `more` follows from 9 on.
    """
    fonts = b"/DR<</Font<</Helv 7 0 R/ZaDb 8 0 R>>>>/DA(/Helv 20 Tf 0 g)"
    need = b"/NeedAppearances true" if stale else b""
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]%s%s>>>>" % (fonts, need)
    widget = b"<</Type/Annot/Subtype/Widget/Rect[20 80 180 120]/P 3 0 R/T(a)%s>>" % entries
    helvetica = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    dingbats = b"<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"
    objects = [widget, RED_FORM, helvetica, dingbats, *more]
    return one_page(b"", (SIDE, SIDE), b"/Annots[5 0 R]", objects, catalog)


def signed_and_not() -> bytes:
    """Two signature fields: the left one signed, with a red stamp, the right one still empty."""
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R 6 0 R]/SigFlags 1>>>>"
    widget = b"<</Type/Annot/Subtype/Widget/FT/Sig/P 3 0 R/Rect[%s]/T(%s)%s>>"
    left = widget % (b"0 50 90 150", b"a", b"/V 7 0 R/AP<</N 8 0 R>>")
    right = widget % (b"110 50 200 150", b"b", b"")
    value = b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Contents<00>>>"
    more = [left, right, value, RED_FORM]
    return one_page(b"", (SIDE, SIDE), b"/Annots[5 0 R 6 0 R]", more, catalog)


def layered(configuration: bytes, layer: bytes = LAYER, marked: bytes = b"5 0 R") -> bytes:
    """A red square in layer object 5 (or in what `marked` says), under that configuration."""
    catalog = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<<%s>>>>>>" % configuration
    resources = b"/Resources<</Properties<</L %s>>>>" % marked
    contents = b"/OC /L BDC " + RED_SQUARE + b" EMC"
    return one_page(contents, (SIDE, SIDE), resources, [layer], catalog)


def gathered(configuration: bytes, membership: bytes, objects: Sequence[bytes] = ()) -> bytes:
    """A red square under a membership (object 7) of the layers 5 and 6; `objects` follow."""
    properties = b"/OCProperties<</OCGs[5 0 R 6 0 R]/D<<%s>>>>" % configuration
    catalog = b"<</Type/Catalog/Pages 2 0 R%s>>" % properties
    resources = b"/Resources<</Properties<</L 7 0 R>>>>"
    contents = b"/OC /L BDC " + RED_SQUARE + b" EMC"
    more = [LAYER, LAYER, b"<</Type/OCMD%s>>" % membership, *objects]
    return one_page(contents, (SIDE, SIDE), resources, more, catalog)


def hiding(configuration: bytes) -> bytes:
    """The catalog of a page whose layer 6 is configured so."""
    properties = b"/OCProperties<</OCGs[6 0 R]/D<<%s>>>>" % configuration
    return b"<</Type/Catalog/Pages 2 0 R%s>>" % properties


def cornered(entries: bytes, media: bytes = b"[0 0 200 100]") -> bytes:
    """A page with a red mark of 40 by 20 points in its lower left corner."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R%s>>" % (media, entries)
    return pdf([CATALOG, tree([3]), leaf, stream(b"1 0 0 rg 0 0 40 20 re f")])


def cropped(crop: bytes) -> bytes:
    """A page of 200 by 200 with a red mark from (60, 60) to (100, 80), and that crop box."""
    leaf = page(4, (SIDE, SIDE), b"/CropBox" + crop)
    return pdf([CATALOG, tree([3]), leaf, stream(b"1 0 0 rg 60 60 40 20 re f")])
