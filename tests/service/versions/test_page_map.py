"""Edits that are easy to get wrong, with made-up pages."""

import pytest

from service.versions.leaf import Leaf
from service.versions.likeness import likeness
from service.versions.mapping import page_map
from service.versions.page_map import Change, Kind, Lone, PageMap, Pair, identity
from service.versions.traits import Traits
from tests.support.leaves import BLANK, leaf, lined, picture, scanned, words


def places(found: PageMap) -> list[tuple[int, int]]:
    """Old and new page of every pair, by new page."""
    return [(pair.old, pair.new) for pair in found.pairs]


def form(number: int, title: str = "현장점검표") -> Leaf:
    """A filled form: like all the others but for a few letters."""
    filled = (
        *words(0, 45),
        title,
        *words(0, 90)[45:],
        f"접수번호 {number * 7_919} 담당 {words(number, 3)}",
    )
    return Leaf(lined(filled), picture(0))


def test_nothing_against_nothing_and_something() -> None:
    assert page_map([], []) == PageMap()
    assert page_map([], [leaf(1)]) == PageMap(added=(Lone(page=1),))
    assert page_map([leaf(1)], []) == PageMap(removed=(Lone(page=1),))
    assert page_map([leaf(1)], [leaf(2)]) == PageMap(added=(Lone(page=1),), removed=(Lone(page=1),))


def test_forms_that_differ_by_a_few_letters_keep_their_order() -> None:
    old = [form(at) for at in range(30)]
    new = [*old[:4], *old[5:12], form(77), *old[12:]]
    found = page_map(old, new)
    assert [lone.page for lone in found.removed] == [5]
    assert [lone.page for lone in found.added] == [12]
    assert {pair.kind for pair in found.pairs} == {Kind.SAME}


def test_forms_that_all_changed_keep_their_order() -> None:
    old = [form(at) for at in range(30)]
    new = [form(at, "현장점검표(개정)") for at in range(30)]
    found = page_map([leaf(1), *old], [leaf(1), leaf(2), *new])
    assert places(found) == [(1, 1), *((at, at + 1) for at in range(2, 32))]
    assert [pair.kind for pair in found.pairs] == [Kind.SAME] + [Kind.CHANGED] * 30


@pytest.mark.parametrize("between", [BLANK, Leaf("붙임", picture(5)), Leaf("참고", b"")])
def test_dividers_stay_with_the_pages_around_them(between: Leaf) -> None:
    old, new = [], []
    for chapter in range(12):
        old += [leaf(chapter), between]
        new += [leaf(chapter), leaf(chapter + 100), between]
    found = page_map(old, new)
    assert not any(pair.moved for pair in found.pairs)
    assert places(found) == [(at + 1, at // 2 * 3 + (1, 3)[at % 2]) for at in range(24)]


def test_a_row_of_blank_pages_holds_nothing_in_place() -> None:
    old = [leaf(1), leaf(2), *[BLANK] * 9]
    found = page_map(old, [*[BLANK] * 9, leaf(1), leaf(2)])
    assert [pair.old for pair in found.pairs if not pair.moved] == [1, 2]


def test_blank_pages_by_the_hundred() -> None:
    assert page_map([BLANK] * 300, [BLANK] * 300) == identity(300)
    found = page_map([BLANK] * 300, [BLANK] * 280)
    assert len(found.pairs) == 280
    assert not any(pair.moved for pair in found.pairs)


def test_a_page_that_moved_finds_its_place_although_another_resembles_it() -> None:
    similar = Leaf(lined((*words(3)[:60], *words(33, 60))), picture(33))
    old = [leaf(1), leaf(2), leaf(3), leaf(4), leaf(5), leaf(6)]
    new = [leaf(1), leaf(2), similar, leaf(4), leaf(5), leaf(3), leaf(6)]
    found = page_map(old, new)
    assert Pair(old=3, new=6, moved=True) in found.pairs
    assert [lone.page for lone in found.added] == [3]


def test_copies_that_moved_do_not_cross() -> None:
    twin, other = leaf(1), leaf(1, edited=True)
    found = page_map([twin, other, leaf(3), twin], [other, twin, twin])
    assert places(found) == [(2, 1), (1, 2), (4, 3)]


def test_a_page_moved_and_changed() -> None:
    old = [leaf(at) for at in range(8)]
    found = page_map(old, [*old[:1], *old[2:], leaf(1, edited=True)])
    (moved,) = [pair for pair in found.pairs if pair.moved]
    assert (moved.old, moved.new, moved.kind) == (2, 8, Kind.MOVED_AND_CHANGED)


def test_two_chapters_moved_keep_their_inner_order() -> None:
    old = [leaf(at) for at in range(30)]
    new = [*old[:4], *old[12:30], *old[4:8], *old[8:12][::-1]]
    found = page_map(old, new)
    assert found.added == found.removed == ()
    assert [pair.old - 1 for pair in found.pairs] == [
        *range(4), *range(12, 30), *range(4, 8), 11, 10, 9, 8,
    ]  # fmt: skip


def test_text_that_flows_on_keeps_every_page_in_place() -> None:
    told = [word for page in range(10) for word in words(page)]
    old = [Leaf(lined(tuple(told[at : at + 120]))) for at in range(0, 1_200, 120)]
    told[50:50] = words(99, 45)
    new = [Leaf(lined(tuple(told[at : at + 120]))) for at in range(0, 1_245, 120)]
    found = page_map(old, new)
    assert places(found) == [(at, at) for at in range(1, 11)]
    assert {pair.change for pair in found.pairs} == {Change.TEXT}
    assert [lone.page for lone in found.added] == [11]


def test_merged_pages_lead_to_the_whole() -> None:
    whole = Leaf(lined((*words(1, 70), *words(2, 50))))
    found = page_map(
        [leaf(0), Leaf(lined(words(1, 70))), Leaf(lined(words(2, 50)))], [leaf(0), whole]
    )
    assert places(found) == [(1, 1), (2, 2)]
    assert found.removed == (Lone(page=3, within=2),)


def test_mended_spaces_are_a_change_and_broken_lines_are_none() -> None:
    text = leaf(1).text
    page = [Leaf(text, picture(1))]
    assert page_map(page, [Leaf(text.replace("\n", "\n\n"), picture(1))]) == identity(1)
    mended = [Leaf(text.replace(" ", "", 1), picture(1))]
    assert page_map(page, mended).pairs[0].change is Change.TEXT


def test_a_seal_on_the_page_is_seen() -> None:
    pages = [leaf(1), Leaf(lined(words(2)), BLANK.print)]
    sealed = bytearray(BLANK.print)
    sealed[700] = 225
    found = page_map(pages, [leaf(1), Leaf(lined(words(2)), bytes(sealed))])
    assert [pair.change for pair in found.pairs] == [Change.NONE, Change.LOOKS]


def test_a_scan_of_a_written_page_is_that_page() -> None:
    old = [leaf(at) for at in range(4)]
    new = [Leaf("", scanned(picture(at), at)) for at in range(4)]
    found = page_map(old, new)
    assert places(found) == [(at, at) for at in range(1, 5)]
    assert {pair.change for pair in found.pairs} == {Change.TEXT}


def test_captions_do_not_make_one_of_two_photographs() -> None:
    old = [leaf(0), Leaf("현장 사진 1", picture(1)), Leaf("현장 사진 2", picture(2))]
    new = [leaf(0), Leaf("현장 사진 2", picture(2)), Leaf("현장 사진 1", picture(1))]
    found = page_map(old, new)
    assert places(found) == [(1, 1), (3, 2), (2, 3)]
    assert {pair.change for pair in found.pairs} == {Change.NONE}


def test_photographs_under_one_caption_are_told_by_their_pictures() -> None:
    around = [leaf(at) for at in range(12)]
    photographs = [Leaf("현장 사진", picture(at)) for at in (1, 2)]
    found = page_map([*around, *photographs], [*around, *photographs[::-1]])
    assert places(found)[12:] == [(14, 13), (13, 14)]


def test_pages_nobody_could_read_or_draw_have_no_partner() -> None:
    found = page_map([leaf(1), Leaf("")], [leaf(1), Leaf("")])
    assert places(found) == [(1, 1)]
    assert found.added == found.removed == (Lone(page=2),)


def test_a_print_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="a print of 3 bytes"):
        Leaf("", b"abc")


def test_the_map_is_asked_from_either_side() -> None:
    found = page_map([leaf(1), leaf(2)], [leaf(2), leaf(3)])
    assert found.to_new(2) == found.to_old(1) == Pair(old=2, new=1)
    assert found.to_new(1) is None
    assert found.to_old(2) is None


@pytest.mark.parametrize("kind", ["edited", "forms", "blank", "scans", "strangers"])
def test_no_document_makes_it_compare_all_with_all(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0

    def counted(old: Traits, new: Traits) -> float:
        nonlocal compared
        compared += 1
        return likeness(old, new)

    monkeypatch.setattr("service.versions.mapping.likeness", counted)
    count = 200
    old, new = {
        "edited": (
            [leaf(at) for at in range(count)],
            [leaf(at, edited=True) for at in range(count)],
        ),
        "forms": ([form(at) for at in range(count)], [form(at, "개정") for at in range(count)]),
        "blank": ([BLANK] * count, [BLANK] * count),
        "scans": (
            [Leaf("", scanned(picture(0), at, 90)) for at in range(count)],
            [Leaf("", scanned(picture(0), -at, 90)) for at in range(count)],
        ),
        "strangers": ([leaf(at) for at in range(count)], [leaf(at + 500) for at in range(count)]),
    }[kind]
    page_map(old, new)
    assert compared <= 40 * count
