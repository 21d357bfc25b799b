"""The parts every hand-made PDF is put together from: objects, streams, pages, tables."""

import zlib
from collections.abc import Sequence

A4 = (595, 842)
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
SQUARE = b"0.2 0.3 0.6 rg 100 100 200 200 re f"
TWICE = b"/Filter[/FlateDecode/FlateDecode]"


def pdf(objects: Sequence[bytes], entries: bytes = b"") -> bytes:
    """A PDF file of these objects; the first is its catalog, `entries` go into the trailer."""
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
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, entries, len(out))
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
    catalog: bytes = CATALOG,
) -> bytes:
    """A PDF of one page; `contents` is its content stream, `more` are objects from 5 on."""
    contents_object = contents if contents.startswith(b"<<") else stream(contents)
    return pdf([catalog, tree([3]), page(4, size, entries), contents_object, *more])


def form(data: bytes, entries: bytes = b"") -> bytes:
    """A form XObject of 100 by 100 units."""
    return stream(data, b"/Type/XObject/Subtype/Form/BBox[0 0 100 100]" + entries)


def twice_packed(head: bytes, piece: bytes, times: int, tail: bytes = b"") -> bytes:
    """The content head + piece * times + tail, deflated twice, without ever making it whole."""
    packer = zlib.compressobj(1)
    parts = [packer.compress(head), *(packer.compress(piece) for _ in range(times))]
    parts += [packer.compress(tail), packer.flush()]
    return zlib.compress(b"".join(parts), 9)


def cross_reference_stream(
    rows: Sequence[tuple[int, int, int]], number: int, start: int, entries: bytes = b""
) -> bytes:
    """Object `number`, at offset `start`: rows of kind, place and index, and the file's end."""
    table = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(4, "big") + index.to_bytes(2, "big")
        for kind, where, index in rows
    )
    head = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R%s" % (len(rows), entries)
    end = b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    return b"%d 0 obj\n" % number + stream(table, head) + end
