"""Real edits of real PDFs, from their bytes through the children to the page map."""

import pytest

from service.versions.leaf import Leaf
from service.versions.mapping import page_map
from service.versions.page_map import Change, Kind, PageMap, identity, reversed_map
from tests.support.edited_papers import BOOK_PAGES

Papers = dict[str, tuple[Leaf, ...]]


def places(found: PageMap) -> list[tuple[int, int]]:
    """Old and new page of every pair, by new page."""
    return [(pair.old, pair.new) for pair in found.pairs]


def changes(found: PageMap) -> dict[int, Change]:
    """What changed, by new page; pages that did not are left out."""
    return {p.new: p.change for p in found.pairs if p.change is not Change.NONE}


def lone(found: PageMap) -> tuple[list[int], list[int]]:
    """Pages added and removed."""
    return [page.page for page in found.added], [page.page for page in found.removed]


def test_every_paper_is_itself(papers: Papers) -> None:
    for name, leaves in papers.items():
        assert page_map(leaves, leaves) == identity(len(leaves)), name


def test_different_papers_have_nothing_in_common(papers: Papers) -> None:
    names = ("book", "winter", "scan", "set-11", "photograph")
    for one in names:
        for other in names:
            if one != other:
                found = page_map(papers[one], papers[other])
                assert found.pairs == (), (one, other)


def test_pages_inserted_in_the_middle(papers: Papers) -> None:
    found = page_map(papers["book"], papers["book-inserted"])
    assert places(found) == [(old, old + 2 * (old > 6)) for old in range(1, BOOK_PAGES + 1)]
    assert lone(found) == ([7, 8], [])
    assert {pair.kind for pair in found.pairs} == {Kind.SAME}
    assert changes(found) == {}


def test_pages_removed_from_the_middle(papers: Papers) -> None:
    found = page_map(papers["book"], papers["book-removed"])
    assert lone(found) == ([], [7, 8])
    assert places(found) == [(new + 2 * (new > 6), new) for new in range(1, BOOK_PAGES - 1)]
    assert changes(found) == {}


def test_a_chapter_moved_to_the_end(papers: Papers) -> None:
    found = page_map(papers["book"], papers["book-moved"])
    assert lone(found) == ([], [])
    moved = [(pair.old, pair.new) for pair in found.pairs if pair.kind is Kind.MOVED]
    assert moved == [(5, 11), (6, 12), (7, 13), (8, 14)]
    assert {pair.kind for pair in found.pairs} == {Kind.SAME, Kind.MOVED}


def test_front_matter_shifts_all_and_changes_nothing(papers: Papers) -> None:
    found = page_map(papers["winter"], papers["winter-fronted"])
    assert places(found) == [(old, old + 2) for old in range(1, len(papers["winter"]) + 1)]
    assert {pair.kind for pair in found.pairs} == {Kind.SAME}
    assert lone(found) == ([1, 2], [])


@pytest.mark.parametrize(("edit", "page"), [("winter-typo", 1), ("winter-number", 2)])
def test_a_typo_and_a_number_change_their_page_alone(papers: Papers, edit: str, page: int) -> None:
    found = page_map(papers["winter"], papers[edit])
    assert places(found) == [(at, at) for at in range(1, len(papers["winter"]) + 1)]
    assert changes(found) == {page: Change.TEXT}


def test_an_inserted_page_renumbers_the_others_and_no_more(papers: Papers) -> None:
    found = page_map(papers["winter"], papers["winter-inserted"])
    assert places(found) == [(1, 1), (2, 3), (3, 4)]
    assert lone(found) == ([2], [])
    assert changes(found) == {3: Change.MARGINS, 4: Change.MARGINS}
    assert {pair.kind for pair in found.pairs} == {Kind.SAME}


def test_a_split_page_leads_from_its_second_half_to_the_whole(papers: Papers) -> None:
    found = page_map(papers["winter"], papers["winter-split"])
    assert [pair.old for pair in found.pairs] == [1, 2, 3]
    assert places(found)[1:] == [(2, 3), (3, 4)]
    (half,) = found.added
    assert {half.page, found.pairs[0].new} == {1, 2}
    assert half.within == 1
    assert found.pairs[0].change is Change.TEXT
    # Two pages merged into one are the same, read backwards.
    assert page_map(papers["winter-split"], papers["winter"]) == reversed_map(found)


@pytest.mark.parametrize("new", ["dated-30", "final"])
def test_another_running_line_is_no_other_page(papers: Papers, new: str) -> None:
    found = page_map(papers["dated-23"], papers[new])
    assert places(found) == [(1, 1), (2, 2), (3, 3)]
    assert {pair.change for pair in found.pairs} == {Change.MARGINS}
    assert {pair.kind for pair in found.pairs} == {Kind.SAME}


def test_turned_pages_are_known_and_so_is_their_turn(papers: Papers) -> None:
    found = page_map(papers["winter"], papers["winter-turned"])
    assert [(pair.old, pair.new, pair.turned) for pair in found.pairs] == [
        (1, 1, 90),
        (2, 2, 180),
        (3, 3, 270),
    ]
    assert {pair.kind for pair in found.pairs} == {Kind.CHANGED}
    assert changes(found) == {}


def test_the_same_words_in_other_letters_look_different(papers: Papers) -> None:
    found = page_map(papers["set-11"], papers["set-14"])
    assert places(found) == [(1, 1)]
    assert changes(found) == {1: Change.LOOKS}


def test_a_picture_compressed_again_is_the_same(papers: Papers) -> None:
    assert page_map(papers["scan"], papers["scan-recompressed"]) == identity(2)


def test_another_scan_is_the_same_sheet(papers: Papers) -> None:
    found = page_map(papers["scan"], papers["scan-again"])
    assert places(found) == [(1, 1), (2, 2)]
    assert {pair.change for pair in found.pairs} <= {Change.NONE, Change.LOOKS}


def test_a_replaced_picture_is_a_page_gone_and_a_new_one(papers: Papers) -> None:
    found = page_map(papers["scan"], papers["scan-replaced"])
    assert places(found) == [(2, 2)]
    assert lone(found) == ([1], [1])
