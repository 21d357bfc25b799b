"""What a document says of itself: outlines straight and crooked, labels, and bounds."""

import pytest

from service.render.paper import MAX_OUTLINE
from service.render.pdf.objects import MOST_LOOKS
from tests.support.pdf_answers import contents
from tests.support.pdfs import good
from tests.support.written_pdfs import FIRST_PAGE, text, written

PAGES = 3
MORE = FIRST_PAGE + 2 * PAGES
"""The object number of the first of ours behind the pages."""


def document(catalog: bytes, *more: bytes) -> bytes:
    """Three pages, and objects from `MORE` on."""
    return written(*[text("a", 60, 600)] * PAGES, catalog=catalog, more=more)


def outlined(*items: bytes, catalog: bytes = b"") -> list[tuple[int, str, int | None]]:
    """The outline of a document whose first item is object `MORE + 1`."""
    root = b"<</Type/Outlines/First %d 0 R>>" % (MORE + 1)
    found = contents(document(b"/Outlines %d 0 R%s" % (MORE, catalog), root, *items))
    return [(chapter.level, chapter.title, chapter.page) for chapter in found.outline]


def item(title: str, rest: bytes = b"", following: int = 0, first: int = 0) -> bytes:
    """An outline item; `following` and `first` count from 1, the first item."""
    code = ("\ufeff" + title).encode("utf-16-be", "surrogatepass").hex().encode()
    links = b"/Next %d 0 R" % (MORE + following) if following else b""
    links += b"/First %d 0 R" % (MORE + first) if first else b""
    return b"<</Title<%s>%s%s>>" % (code, links, rest)


def test_an_outline_with_every_kind_of_aim() -> None:
    second = FIRST_PAGE + 2
    names = b"/Names<</Dests<</Names[(n)[%d 0 R/Fit](w)<</D[2/Fit]>>]>>>>" % second
    assert outlined(
        item("1. 개요", b"/Dest[%d 0 R/Fit]" % FIRST_PAGE, following=4, first=2),
        item("1.1 목적", b"/A<</S/GoTo/D[%d 0 R/XYZ 0 0 0]>>" % second, following=3),
        item("1.2 범위", b"/Dest(n)"),
        item("2. 결론", b"/A<</S/GoTo/D(w)>>", following=5),
        item("다른 문서", b"/A<</S/GoToR/F(b.pdf)/D[0/Fit]>>", following=6),
        item("없는 쪽", b"/Dest[99/Fit]", following=7),
        item("목적지 없음", b""),
        catalog=names,
    ) == [
        (1, "1. 개요", 1),
        (2, "1.1 목적", 2),
        (2, "1.2 범위", 2),
        (1, "2. 결론", 3),
        (1, "다른 문서", None),
        (1, "없는 쪽", None),
        (1, "목적지 없음", None),
    ]


def test_old_names_lead_to_pages_too() -> None:
    catalog = b"/Dests<</n [1/Fit]>>"
    assert outlined(item("a", b"/Dest/n"), catalog=catalog) == [(1, "a", 2)]


def test_titles_are_cleaned_and_cut() -> None:
    found = outlined(
        item("  두\u200b 번\n\n 줄\x00 ", following=2),
        item("가" * 5_000),
    )
    assert [title for _, title, _ in found] == ["두 번 줄", "가" * 200]


def test_an_item_without_title_is_left_out_and_its_children_are_not() -> None:
    assert outlined(item("", first=2), item("아이", b"/Dest[0/Fit]")) == [(1, "아이", 1)]


def test_levels_never_jump_and_never_pass_the_deepest() -> None:
    items = [item(str(depth), first=depth + 1) for depth in range(1, 60)]
    levels = [level for level, _, _ in outlined(*items, item("end"))]
    assert levels == [min(level, 20) for level in range(1, 61)]


@pytest.mark.parametrize(
    "items",
    [
        (item("a", following=1),),
        (item("a", first=1),),
        (item("a", following=2, first=2), item("b", following=1, first=1)),
    ],
)
def test_outlines_that_run_in_circles_end(items: tuple[bytes, ...]) -> None:
    assert [title for _, title, _ in outlined(*items)] == ["a", "b"][: len(items)]


def test_a_huge_outline_is_cut() -> None:
    items = [item(str(at), following=at + 1) for at in range(1, MAX_OUTLINE + 50)]
    found = outlined(*items)
    assert len(found) == MAX_OUTLINE
    assert found[-1][1] == str(MAX_OUTLINE)


@pytest.mark.parametrize("wrong", [b"7", b"/a", b"[1 2]", b"<</First 7>>", b"<</First 999 0 R>>"])
def test_an_outline_that_is_none_is_empty(wrong: bytes) -> None:
    assert contents(document(b"/Outlines " + wrong)).outline == ()


def test_page_labels() -> None:
    catalog = b"/PageLabels<</Nums[0<</S/r>>1<</S/D/P(A-)/St 5>>]>>"
    assert contents(document(catalog)).labels == ("i", "A-5", "A-6")


def test_page_labels_in_a_tree() -> None:
    kids = b"<</Nums[0<</S/r>>]>>", b"<</Nums[2<</P<feffbd80b85d>>>]>>"
    catalog = b"/PageLabels<</Kids[%d 0 R %d 0 R]>>" % (MORE, MORE + 1)
    assert contents(document(catalog, *kids)).labels == ("i", "ii", "부록")


@pytest.mark.parametrize(
    "labels",
    [
        b"<</Nums[0<</S/D>>]>>",
        b"7",
        b"<<>>",
        b"<</Nums 7>>",
        b"<</Nums[0]>>",
        b"<</Kids[%d 0 R]>>" % MORE,
    ],
)
def test_labels_that_are_none_are_empty(labels: bytes) -> None:
    circle = b"<</Kids[%d 0 R %d 0 R]>>" % (MORE, MORE)
    assert contents(document(b"/PageLabels " + labels, circle)).labels == ()


def test_a_plain_document_says_nothing() -> None:
    found = contents(good(2))
    assert (found.outline, found.labels, found.carries) == ((), (), ())


def test_what_does_not_fit_is_left_out_and_the_warning_is_not() -> None:
    items = [item("가" * 150, following=at + 1) for at in range(1, 200)]
    root = b"<</Type/Outlines/First %d 0 R>>" % (MORE + 1)
    catalog = b"/PageLabels<</Nums[0<</S/r>>]>>/OpenAction<</S/JavaScript>>"
    file = document(b"/Outlines %d 0 R%s" % (MORE, catalog), root, *items)
    assert len(contents(file).outline) == 199
    tight = contents(file, 5_000)
    assert 0 < len(tight.outline) < 199
    assert tight.carries == ("javascript",)
    least = contents(file, 120)
    assert (least.outline, least.carries) == ((), ("javascript",))


def test_the_survey_of_a_boundless_document_ends() -> None:
    """Sixty thousand annotations, all of them in a circle with each other, on each page."""
    circle = b"<</Type/Annot/Subtype/Widget/A %d 0 R>>" % (MORE + 1)
    action = b"<</S/URI/Next[%s]>>" % (b"%d 0 R " % (MORE + 1) * 2)
    notes = b"[%s]" % (b"%d 0 R " % MORE * 60_000)
    last = b"<</S/Launch>>"
    pages = [text("a", 60, 600)] * PAGES
    file = written(
        *pages,
        entries=b"/Annots %d 0 R" % (MORE + 2),
        catalog=b"/OpenAction %d 0 R" % (MORE + 3),
        more=[circle, action, notes, last],
    )
    assert PAGES * 60_000 >= MOST_LOOKS
    assert "launch" in contents(file).carries
