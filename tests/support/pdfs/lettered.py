"""Pages written in fonts that are named and not there."""

from tests.support.pdfs.parts import one_page

KOREAN_FONTS = {
    "Dotum": "UniKS-UCS2-H",
    "HYSMyeongJo-Medium": "UniKS-UTF16-H",
    "HYGoThic-Medium": "UniKS-UCS2-H",
    "Batang": "KSCms-UHC-H",
    "Gulim": "KSC-EUC-H",
}
"""Fonts that Korean offices never embed, with the encodings they come in."""


def korean(text: str, font: str, encoding: str) -> bytes:
    """A page with one large line in a Korean font that is not embedded."""
    codec = "utf-16-be" if encoding.startswith("Uni") else "cp949"
    resources = b"/Resources<</Font<</K 5 0 R>>>>"
    name = font.encode()
    composed = b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/%s/DescendantFonts[6 0 R]>>"
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/FontDescriptor 7 0 R/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Korea1)/Supplement 2>>>>"
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/%s/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
    )
    line = text.encode(codec).hex().encode()
    contents = b"BT /K 100 Tf 50 400 Td <" + line + b"> Tj ET"
    more = [composed % (name, encoding.encode()), descendant % name, descriptor % name]
    return one_page(contents, entries=resources, more=more)


def latin(font: str, text: str = "Hanjang") -> bytes:
    """A page with one large line in a Latin font that is not embedded."""
    resources = b"/Resources<</Font<</L 5 0 R>>>>"
    named = b"<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding>>" % font.encode()
    contents = b"BT /L 100 Tf 50 400 Td (" + text.encode() + b") Tj ET"
    return one_page(contents, entries=resources, more=[named])
