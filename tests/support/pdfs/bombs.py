"""PDFs that ask for far more work or memory than they are long."""

from tests.support.pdfs.parts import (
    CATALOG,
    SQUARE,
    TWICE,
    cross_reference_stream,
    form,
    one_page,
    page,
    pdf,
    stream,
    tree,
    twice_packed,
)


def content_bomb(megabytes: int) -> bytes:
    """A page whose content stream inflates to that much."""
    return one_page(stream(twice_packed(b"", b"q " * 500_000, megabytes), TWICE))


def picture_bomb(side: int) -> bytes:
    """A page with one black picture of side x side pixels, three bytes each."""
    rows = twice_packed(b"", bytes(side * 300), side // 100)
    picture = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceRGB"
    picture += b"/Width %d/Height %d" % (side, side) + TWICE
    resources = b"/Resources<</XObject<</P 5 0 R>>>>"
    return one_page(b"595 0 0 842 0 0 cm /P Do", entries=resources, more=[stream(rows, picture)])


def tree_bomb(megabytes: int) -> bytes:
    """A document whose page tree lies packed in an object stream and has millions of kids."""
    head = b"2 0 "
    kids = twice_packed(
        head + b"<</Type/Pages/Count 1/Kids[", b"3 0 R " * 170_000, megabytes, b"]>>"
    )
    catalog = b"1 0 obj\n" + CATALOG + b"\nendobj\n"
    entries = b"/Type/ObjStm/N 1/First %d" % len(head) + TWICE
    packed = b"3 0 obj\n" + stream(kids, entries) + b"\nendobj\n"
    body = b"%PDF-1.7\n"
    rows = [(0, 0, 0), (1, len(body), 0), (2, 3, 0), (1, len(body + catalog), 0)]
    body += catalog + packed
    rows.append((1, len(body), 0))
    return body + cross_reference_stream(rows, 4, len(body))


def translucent_path(segments: int = 6_000) -> bytes:
    """One wide translucent stroke of thousands of segments across each other: very slow."""
    points = b" ".join(
        b"%d %d l" % ((index * 7919) % 595, (index * 104729) % 842) for index in range(segments)
    )
    resources = b"/Resources<</ExtGState<</G <</CA 0.5/ca 0.5>>>>>>"
    return one_page(b"/G gs 30 w 0 0 m " + points + b" S", entries=resources)


def many_annotations(count: int = 100_000) -> bytes:
    """A page under a heap of small annotations."""
    annotation = b"<</Type/Annot/Subtype/Square/Rect[10 10 20 20]/C[1 0 0]>>"
    return one_page(entries=b"/Annots[" + annotation * count + b"]")


def form_recursion() -> bytes:
    """A page whose form draws itself, twice, for ever."""
    resources = b"/Resources<</XObject<</F 5 0 R>>>>"
    return one_page(b"/F Do " + SQUARE, entries=resources, more=[form(b"/F Do /F Do", resources)])


def form_tower(storeys: int = 40) -> bytes:
    """Forms that each draw the next one twice: 2 to the power of storeys squares."""
    resources = b"/Resources<</XObject<</F %d 0 R>>>>"
    more = [form(b"/F Do /F Do", resources % (6 + storey)) for storey in range(storeys)]
    return one_page(b"/F Do", entries=resources % 5, more=[*more, form(b"0 0 9 9 re f")])


def pattern_recursion() -> bytes:
    """A tiling pattern painted with itself."""
    resources = b"/Resources<</Pattern<</T 5 0 R>>>>"
    tile = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9" + resources
    paint = b"/Pattern cs /T scn 0 0 595 842 re f "
    return one_page(paint + SQUARE, entries=resources, more=[stream(paint, tile)])


def slow_among_good() -> bytes:
    """Three pages; the second one would take very long."""
    resources = b"/Resources<</XObject<</F %d 0 R>>>>"
    storeys = [form(b"/F Do /F Do", resources % (8 + storey)) for storey in range(40)]
    leaves = [page(6), page(5, entries=resources % 7), page(6)]
    return pdf(
        [
            CATALOG,
            tree([3, 4, 47]),
            *leaves[:2],
            stream(b"/F Do"),
            stream(SQUARE),
            *storeys,
            leaves[2],
        ]
    )


def tiny_tiles(step: bytes = b"0.0001") -> bytes:
    """A page tiled by a pattern whose step is next to nothing: 10 to the power of 13 tiles."""
    resources = b"/Resources<</Pattern<</T 5 0 R>>>>"
    tile = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/Resources<<>>"
    tile += b"/XStep %s/YStep %s" % (step, step)
    paint = b"/Pattern cs /T scn 0 0 595 842 re f "
    return one_page(
        paint + SQUARE, entries=resources, more=[stream(b"1 0 0 rg 0 0 5 5 re f", tile)]
    )


def shading_bomb(functions: int = 200_000) -> bytes:
    """A shading whose colour is a stitching function of very many parts."""
    part = b"<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0]/C1[1 1 1]>>"
    bounds = b" ".join(b"%.7f" % ((index + 1) / functions) for index in range(functions - 1))
    stitched = b"<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>" % (
        part * functions,
        bounds,
        b"0 1 " * functions,
    )
    shading = b"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 595 0]/Function %s>>" % stitched
    resources = b"/Resources<</Shading<</S %s>>>>" % shading
    return one_page(b"/S sh " + SQUARE, entries=resources)


def mask_tower(storeys: int = 60) -> bytes:
    """Soft masks whose groups are soft-masked in turn, each as large as the page."""
    more = []
    for storey in range(storeys):
        state = b"/ExtGState<</M <</SMask<</S/Luminosity/G %d 0 R>>>>>>" % (6 + storey)
        more.append(_group(b"/M gs 1 g 0 0 595 842 re f", b"/Resources<<%s>>" % state))
    more.append(_group(b"1 g 0 0 300 842 re f"))
    resources = b"/Resources<</ExtGState<</M <</SMask<</S/Luminosity/G 5 0 R>>>>>>>>"
    return one_page(b"/M gs " + SQUARE, entries=resources, more=more)


def mask_recursion() -> bytes:
    """A soft mask whose group is masked by itself."""
    state = b"/Resources<</ExtGState<</M <</SMask<</S/Luminosity/G 5 0 R>>>>>>>>"
    more = [_group(b"/M gs 1 g 0 0 595 842 re f", state)]
    return one_page(SQUARE + b" /M gs 0 0 595 842 re f", entries=state, more=more)


def glyph_recursion() -> bytes:
    """A Type 3 font whose glyph is written in that font."""
    resources = b"/Resources<</Font<</F 5 0 R>>>>"
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]"
        b"/CharProcs<</a 6 0 R>>/Encoding<</Type/Encoding/Differences[97/a]>>"
        b"/FirstChar 97/LastChar 97/Widths[1000]" + resources + b">>"
    )
    glyph = stream(b"1000 0 d0 BT /F 500 Tf (aaaa) Tj ET 0 0 500 500 re f")
    text = b"BT /F 40 Tf 100 500 Td (aaaa) Tj ET "
    return one_page(text + SQUARE, entries=resources, more=[font, glyph])


def _group(data: bytes, entries: bytes = b"") -> bytes:
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>"
    return stream(data, head + entries)
