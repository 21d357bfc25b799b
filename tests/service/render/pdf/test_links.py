"""Links on a page: to pages of the same document and to the web, nothing else."""

import pytest

from service.render.paper import MAX_LINKS, Link
from service.render.pdf.links import web_address
from tests.support.pdf_answers import texts
from tests.support.written_pdfs import FIRST_PAGE, text, written

SECOND = FIRST_PAGE + 2


def link(rest: bytes, rect: bytes = b"60 600 120 620") -> bytes:
    return b"<</Type/Annot/Subtype/Link/Rect[%s]%s>>" % (rect, rest)


def links(*annotations: bytes, catalog: bytes = b"", entries: bytes = b"") -> tuple[Link, ...]:
    notes = b"/Annots[%s]" % b"".join(annotations)
    content = text("a", 60, 600), text("b", 60, 600)
    return texts(written(*content, entries=notes + entries, catalog=catalog))[0].links


@pytest.mark.parametrize(
    "aim",
    [
        b"/Dest[%d 0 R/Fit]" % SECOND,
        b"/Dest[1/XYZ 0 800 0]",
        b"/A<</S/GoTo/D[%d 0 R/FitH 700]>>" % SECOND,
        b"/Dest/old",
        b"/A<</S/GoTo/D/old>>",
        b"/Dest(new)",
        b"/A<</S/GoTo/D(wrapped)>>",
    ],
)
def test_links_inside_the_document_lead_to_pages(aim: bytes) -> None:
    page = b"[%d 0 R/Fit]" % SECOND
    old = b"/Dests<</old %s>>" % page
    new = b"/Names<</Dests<</Names[(new)%s(wrapped)<</D%s>>]>>>>" % (page, page)
    (found,) = links(link(aim), catalog=old if b"old" in aim else new)
    assert (found.page, found.url) == (2, None)
    assert found.box == (1000, 3000, 2000, 3333)


def test_links_lie_where_the_page_shows_them() -> None:
    (found,) = links(link(b"/Dest[1/Fit]"), entries=b"/Rotate 90/CropBox[0 400 600 800]")
    assert found.box == (5000, 1500, 5500, 3000)


def test_web_addresses_are_kept() -> None:
    (found,) = links(link(b"/A<</S/URI/URI(HTTPS://example.org/a?b=%20c)>>"))
    assert (found.page, found.url) == (None, "https://example.org/a?b=%20c")


@pytest.mark.parametrize(
    "aim",
    [
        b"/A<</S/URI/URI(javascript:alert(1))>>",
        b"/A<</S/URI/URI(file:///etc/passwd)>>",
        b"/A<</S/URI/URI(mailto:a@b.example)>>",
        b"/A<</S/URI/URI(http://a b)>>",
        b"/A<</S/Launch/F(a.exe)>>",
        b"/A<</S/GoToR/F(b.pdf)/D[0/Fit]>>",
        b"/A<</S/JavaScript/JS(app.alert\\(1\\))>>",
        b"/A<</S/Named/N/Print>>",
        b"/Dest[99/Fit]",
        b"/Dest/nowhere",
        b"/Dest(nowhere)",
        b"",
    ],
)
def test_nothing_else_is_a_link(aim: bytes) -> None:
    assert links(link(aim)) == ()


def test_a_link_outside_the_page_is_none() -> None:
    assert links(link(b"/Dest[1/Fit]", b"700 0 800 10"), link(b"/Dest[1/Fit]", b"9 9 9 9")) == ()


def test_there_are_only_so_many_links() -> None:
    notes = b"/Annots[%s]" % (link(b"/Dest[0/Fit]") * (MAX_LINKS + 1))
    (page,) = texts(written(text("a", 60, 600), entries=notes))
    assert len(page.links) == MAX_LINKS
    assert page.cut
    assert page.text == "a"


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("http://한장.example/안건", "http://한장.example/안건"),
        (" https://a ", "https://a"),
        ("http://", None),
        ("http://a\u202eb", None),
        ("http://a\x00b", None),
        ("http://a\ud800", None),
        ("http://a\u3000b", None),
        ("ftp://a", None),
        ("http://" + "a" * 2_000, None),
    ],
)
def test_addresses_hold_nothing_unseen(uri: str, address: str | None) -> None:
    assert web_address(uri) == address


@pytest.mark.parametrize(
    "wrong", [b"<fffe68>", b"(http://a/\\377\\376)", b"(\\000)", b"7", b"/a#ff"]
)
def test_a_crooked_address_spoils_neither_the_text_nor_the_other_links(wrong: bytes) -> None:
    notes = link(b"/A<</S/URI/URI %s>>" % wrong) + link(b"/Dest[1/Fit]")
    (page,) = texts(written(text("a", 60, 600), text("b", 60, 600), entries=b"/Annots[%s]" % notes))
    assert page.text == "a"
    assert [it.page for it in page.links][-1] == 2
