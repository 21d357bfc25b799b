"""PDFs made by hand, good and hostile, so that every byte of them is ours and known."""

import io
import zlib
from collections.abc import Sequence

import pikepdf

A4 = (595, 842)
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
SQUARE = b"0.2 0.3 0.6 rg 100 100 200 200 re f"


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF file of these objects; the first is its catalog."""
    out = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n" % (len(data), entries) + data + b"\nendstream"


def page(contents: int, size: tuple[int, int] = A4, entries: bytes = b"") -> bytes:
    """A page object whose contents are in another object."""
    box = b"/MediaBox[0 0 %d %d]" % size
    return b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R%s>>" % (box, contents, entries)


def tree(numbers: Sequence[int], count: int | None = None) -> bytes:
    """The page tree over these page objects; `count` may lie."""
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    return b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(numbers) if count is None else count)


def one_page(
    contents: bytes = SQUARE,
    size: tuple[int, int] = A4,
    entries: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """A PDF of one page; `contents` is its content stream, `more` are objects from 5 on."""
    contents_object = contents if contents.startswith(b"<<") else stream(contents)
    return pdf([CATALOG, tree([3]), page(4, size, entries), contents_object, *more])


def good(pages: int = 1, seed: int = 0) -> bytes:
    """A sound PDF whose pages differ from each other and, by `seed`, from other files'."""
    numbers = range(3, 3 + 2 * pages, 2)
    objects = [CATALOG, tree(list(numbers))]
    for index, number in enumerate(numbers):
        square = b"0.2 0.3 0.6 rg %d %d 200 200 re f" % (50 + index % 300, 50 + seed)
        objects += [page(number + 1), stream(square)]
    return pdf(objects)


def sized(*sizes: tuple[int, int]) -> bytes:
    """A PDF with an empty page of each size."""
    first = 4
    objects = [CATALOG, tree(range(first, first + len(sizes))), stream(b"")]
    return pdf([*objects, *(page(3, size) for size in sizes)])


def protected(password: str, pages: int = 2) -> bytes:
    """A PDF that opens only with its password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good(pages))) as document:
        document.save(out, encryption=pikepdf.Encryption(user=password, owner="owner"))
    return out.getvalue()


def cyclic_tree() -> bytes:
    """A page tree whose only branch is itself."""
    return pdf([CATALOG, tree([3]), b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"])


def xref_loop() -> bytes:
    """A cross-reference table whose predecessor is itself, over sound objects."""
    plain = one_page()
    start = plain.index(b"xref\n")
    return plain.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % start)


def lying_length() -> bytes:
    """A content stream that says it is a thousand times as long as it is."""
    return one_page().replace(b"<</Length %d" % len(SQUARE), b"<</Length %d" % (len(SQUARE) * 1000))


def form_recursion() -> bytes:
    """A page whose form draws itself, twice, for ever."""
    resources = b"/Resources<</XObject<</F 5 0 R>>>>"
    form = stream(b"/F Do /F Do", b"/Type/XObject/Subtype/Form/BBox[0 0 500 500]" + resources)
    return one_page(b"/F Do " + SQUARE, entries=resources, more=[form])


def twice_packed(head: bytes, piece: bytes, times: int, tail: bytes = b"") -> bytes:
    """The content head + piece * times + tail, deflated twice, without ever making it whole."""
    packer = zlib.compressobj(1)
    parts = [packer.compress(head), *(packer.compress(piece) for _ in range(times))]
    parts += [packer.compress(tail), packer.flush()]
    return zlib.compress(b"".join(parts), 9)


TWICE = b"/Filter[/FlateDecode/FlateDecode]"


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
    rows = [(0, 0), (1, len(body)), (2, 3), (1, len(body + catalog))]
    body += catalog + packed
    rows.append((1, len(body)))
    table = b"".join(bytes([kind]) + where.to_bytes(4, "big") + b"\0" for kind, where in rows)
    xref = stream(table, b"/Type/XRef/Size 5/W[1 4 1]/Root 1 0 R")
    return body + b"4 0 obj\n" + xref + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)


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


def with_broken_page() -> bytes:
    """Three pages; the second is no page at all."""
    objects = [CATALOG, tree([3, 5, 6]), page(4), stream(SQUARE), b"(no page)", page(4)]
    return pdf(objects)
