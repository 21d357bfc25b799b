"""PDFs with text, made by hand: every word's place is known, every font is a name only."""

from collections.abc import Sequence

from tests.support.pdfs import pdf, stream, tree

FIRST_PAGE = 11
"""The object number of the first page; its content stream is the next, and so on."""

SIZE = (600, 800)
DESCRIPTOR = (
    b"/FontDescriptor<</Type/FontDescriptor/FontName/Batang/Flags 6/FontBBox[0 -120 1000 880]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>"
)

SAME_UNICODE = (
    b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap"
)


def _composite(
    number: int, encoding: bytes, collection: bytes, entries: bytes = b""
) -> list[bytes]:
    """A font of that collection without a font file; codes are UTF-16, full width is 1 em."""
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 2>>" % collection
    return [
        b"<</Type/Font/Subtype/Type0/BaseFont/Batang/Encoding/%s/DescendantFonts[%d 0 R]%s>>"
        % (encoding, number + 1, entries),
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/Batang/DW 1000/W[1 94 500]%s%s>>"
        % (system, DESCRIPTOR),
    ]


def written(
    *contents: bytes,
    size: tuple[int, int] = SIZE,
    entries: bytes = b"",
    catalog: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """A PDF with a page for each content stream.

    Its fonts: `/K` is Korean, `/J` Japanese downwards, `/L` Helvetica, `/U` means by each
    code the character of that number. `entries` go into every page, `catalog` into the
    catalog, `more` are objects from `FIRST_PAGE + 2 * pages` on.
    """
    numbers = range(FIRST_PAGE, FIRST_PAGE + 2 * len(contents), 2)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        tree(numbers),
        *_composite(3, b"UniKS-UTF16-H", b"Korea1"),
        *_composite(5, b"UniJIS-UTF16-V", b"Japan1"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *_composite(8, b"Identity-H", b"Identity", b"/ToUnicode 10 0 R"),
        stream(SAME_UNICODE),
    ]
    for number, content in zip(numbers, contents, strict=True):
        fonts = b"/Font<</K 3 0 R/J 5 0 R/L 7 0 R/U 8 0 R>>"
        if b"/Resources" not in entries:
            fonts = b"/Resources<<%s>>" % fonts
        box = b"" if b"/MediaBox" in entries else b"/MediaBox[0 0 %d %d]" % size
        objects.append(
            b"<</Type/Page/Parent 2 0 R%s%s%s/Contents %d 0 R>>" % (box, fonts, entries, number + 1)
        )
        objects.append(stream(content))
    return pdf([*objects, *more])


def text(
    words: str,
    left: float,
    base: float,
    size: float = 10,
    font: str = "K",
    *,
    turned: tuple[float, float] = (1, 0),
    mode: int = 0,
) -> bytes:
    """Content that writes the words from a point on, in PDF's own space, bottom up.

    `turned` is the way the line runs, a vector of length 1; `mode` is PDF's rendering mode.
    """
    across, up = turned
    code = words.encode("latin-1") if font == "L" else words.encode("utf-16-be", "surrogatepass")
    place = b"%g %g %g %g %g %g Tm" % (across, up, -up, across, left, base)
    return b"BT /%s %g Tf %d Tr %s <%s> Tj ET\n" % (
        font.encode(),
        size,
        mode,
        place,
        code.hex().encode(),
    )


def scattered(words: str, left: float, base: float, size: float = 10, blank: float = 0.5) -> bytes:
    """The words glyph by glyph, each with its own place, and no glyph for a blank."""
    content = b""
    for sign in words:
        if sign != " ":
            content += text(sign, left, base, size)
        left += size * (blank if sign == " " else 1)
    return content


def picture(width: int, height: int, left: int = 0, bottom: int = 0) -> bytes:
    """Content that draws a black picture of one pixel over that rectangle."""
    return b"q %d 0 0 %d %d %d cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q\n" % (
        width,
        height,
        left,
        bottom,
    )
