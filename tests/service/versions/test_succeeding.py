"""What a page map, or the want of one, means for a document that is replaced."""

from service.versions.page_map import Change, Lone, PageMap, Pair
from service.versions.succeeding import Succession, by_map, by_number


def counts(succession: Succession) -> tuple[int, int, int, int]:
    return succession.same, succession.altered, succession.added, succession.removed


def test_pages_go_where_their_pairs_say() -> None:
    page_map = PageMap(
        pairs=(
            Pair(old=3, new=1, moved=True),
            Pair(old=1, new=2, change=Change.TEXT),
            Pair(old=4, new=4, change=Change.MARGINS),
        ),
        added=(Lone(page=3),),
        removed=(Lone(page=2, within=2),),
    )
    succession = by_map(page_map, 4)
    assert (succession.pages, succession.changed) == ((2, 0, 1, 4), (2, 3))
    assert succession.compared
    assert counts(succession) == (2, 1, 1, 1)


def test_a_page_that_was_turned_takes_no_ink_along() -> None:
    page_map = PageMap(pairs=(Pair(old=1, new=1), Pair(old=2, new=2, turned=90)))
    succession = by_map(page_map, 2)
    assert (succession.pages, succession.changed) == ((1, 0), (2,))
    assert counts(succession) == (1, 0, 1, 1)


def test_without_a_comparison_as_many_pages_stay_by_number() -> None:
    succession = by_number(3, 3)
    assert (succession.pages, succession.changed) == ((1, 2, 3), ())
    assert not succession.compared


def test_without_a_comparison_other_pages_take_nothing_along() -> None:
    succession = by_number(3, 2)
    assert (succession.pages, succession.changed) == ((0, 0, 0), (1, 2))
    assert counts(succession) == (0, 0, 2, 3)
    assert not succession.compared
