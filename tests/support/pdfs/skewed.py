"""PDFs whose structure lies: tables, trees, lengths and object streams that do not fit."""

from collections.abc import Sequence

from tests.support.pdfs.parts import (
    CATALOG,
    SQUARE,
    cross_reference_stream,
    one_page,
    page,
    pdf,
    stream,
    tree,
)
from tests.support.pdfs.sound import good


def cyclic_tree() -> bytes:
    """A page tree whose only branch is itself."""
    return pdf([CATALOG, tree([3]), b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"])


def deep_tree(levels: int = 10_000) -> bytes:
    """A page tree that is one long branch with one page at its end."""
    branch = [
        b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (n - 1, n + 1)
        for n in range(2, 2 + levels)
    ]
    last = 2 + levels
    leaf = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R>>"
    return pdf([CATALOG, *branch, leaf % (last - 1, last + 1), stream(SQUARE)])


def deep_arrays(levels: int = 10_000) -> bytes:
    """A page with an entry nested beyond all reason."""
    return one_page(entries=b"/Deep" + b"[" * levels + b"]" * levels)


def deep_operands(levels: int = 10_000) -> bytes:
    """A content stream with an operand nested beyond all reason, then a square."""
    return one_page(b"[" * levels + b"]" * levels + b" TJ " + SQUARE)


def with_broken_page() -> bytes:
    """Three pages; the second is no page at all."""
    objects = [CATALOG, tree([3, 5, 6]), page(4), stream(SQUARE), b"(no page)", page(4)]
    return pdf(objects)


def xref_loop() -> bytes:
    """A cross-reference table whose predecessor is itself, over sound objects."""
    plain = one_page()
    start = plain.index(b"xref\n")
    return plain.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % start)


def xref_stream_loop() -> bytes:
    """A cross-reference stream whose predecessor is itself."""
    return _in_object_stream(loop=b"/Prev")


def hybrid_loop() -> bytes:
    """A cross-reference table whose hybrid stream is the table itself."""
    plain = one_page()
    start = plain.index(b"xref\n")
    return plain.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/XRefStm %d/Prev %d>>" % (start, start))


def lying_length() -> bytes:
    """A content stream that says it is a thousand times as long as it is."""
    return one_page().replace(b"<</Length %d" % len(SQUARE), b"<</Length %d" % (len(SQUARE) * 1000))


def short_length() -> bytes:
    """A content stream that says it is shorter than it is."""
    return one_page().replace(b"<</Length %d" % len(SQUARE), b"<</Length 3")


def endless_string() -> bytes:
    """A page with a string that never closes, and a name that fills the rest of the file."""
    return one_page(entries=b"/Title(" + b"(" * 500 + b"/" + b"A" * 70_000)


def long_name() -> bytes:
    """A page with a name of 100,000 letters and one with broken escapes, sound otherwise."""
    return one_page(entries=b"/" + b"N" * 100_000 + b" 1/A#ZZ#0 2")


def packed(
    count: int | None = None,
    first: int | None = None,
    cut: int | None = None,
    entries: bytes = b"",
) -> bytes:
    """A one-page PDF in an object stream that may lie about /N and /First or be cut off."""
    return _in_object_stream(count, first, cut, entries)


def lying_count(count: int) -> bytes:
    """A document of one page that says it has that many."""
    return one_page().replace(b"/Count 1", b"/Count %d" % count)


def boxed(media: bytes, entries: bytes = b"") -> bytes:
    """A page with a square and that media box, written as it is."""
    body = b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R%s>>" % (media, entries)
    return pdf([CATALOG, tree([3]), body, stream(SQUARE)])


def update_chain(updates: int = 3_000) -> bytes:
    """A document that was saved thousands of times, each time with its own table."""
    out = one_page()
    previous = out.rindex(b"xref\n0")
    parts, length = [out], len(out)
    for _ in range(updates):
        body = b"4 0 obj\n" + stream(SQUARE) + b"\nendobj\n"
        start = length + len(body)
        tail = (
            b"xref\n4 1\n%010d 00000 n \ntrailer<</Size 5/Root 1 0 R/Prev %d>>\n"
            b"startxref\n%d\n%%%%EOF\n" % (length, previous, start)
        )
        parts += [body, tail]
        previous, length = start, start + len(tail)
    return b"".join(parts)


def unknown_protection() -> bytes:
    """A document under a protection nobody but its maker knows."""
    lock = b"/Encrypt<</Filter/SomeDrm/V 4/R 4/Length 128>>/ID[<00><00>]"
    return pdf([CATALOG, tree([3]), page(4), stream(SQUARE)], lock)


def good_then_rubbish() -> bytes:
    """A sound document with a megabyte of zeros behind it."""
    return good() + bytes(1_000_000)


def _in_object_stream(
    count: int | None = None,
    first: int | None = None,
    cut: int | None = None,
    entries: bytes = b"",
    loop: bytes | None = None,
) -> bytes:
    inside: Sequence[bytes] = [CATALOG, tree([3]), page(4)]
    index, body = b"", b""
    for number, content in enumerate(inside, 1):
        index += b"%d %d " % (number, len(body))
        body += content + b" "
    packed_entries = b"/Type/ObjStm/N %d/First %d%s" % (
        len(inside) if count is None else count,
        len(index) if first is None else first,
        entries,
    )
    out = b"%PDF-1.7\n"
    contents = len(out)
    out += b"4 0 obj\n" + stream(SQUARE) + b"\nendobj\n"
    objects = len(out)
    out += b"5 0 obj\n" + stream((index + body)[:cut], packed_entries) + b"\nendobj\n"
    rows = [(0, 0, 0), (2, 5, 0), (2, 5, 1), (2, 5, 2), (1, contents, 0), (1, objects, 0)]
    rows.append((1, len(out), 0))
    previous = b"" if loop is None else loop + b" %d" % len(out)
    return out + cross_reference_stream(rows, 6, len(out), previous)
