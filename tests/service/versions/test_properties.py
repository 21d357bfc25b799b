"""What holds of every page map: each page once, the same read backwards, edits recovered."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from service.versions.leaf import Leaf
from service.versions.mapping import page_map
from service.versions.page_map import Change, PageMap, identity, reversed_map
from tests.support.leaves import BLANK, leaf, picture, scanned

PLACE = st.integers(0, 40)
EDIT = st.one_of(
    st.tuples(st.just("insert"), PLACE),
    st.tuples(st.just("remove"), PLACE),
    st.tuples(st.just("change"), PLACE),
)
MOVE = st.tuples(st.just("move"), PLACE, st.integers(1, 6), PLACE)

SAME_OFTEN = [BLANK, leaf(1), leaf(2), leaf(1, edited=True), Leaf("", picture(3)), Leaf("제목 둘")]
"""Few different pages, so that most are copies of others."""

COPIES = st.lists(st.sampled_from(SAME_OFTEN), max_size=9)

Page = tuple[int, bool]
"""A page's number and whether it was edited."""


def edited(pages: int, script: Sequence[tuple[object, ...]]) -> list[Page]:
    """A document of pages numbered from 0 after these edits; new pages have new numbers."""
    document = [(page, False) for page in range(pages)]
    fresh = 1_000
    for kind, *places in script:
        first, *more = (int(str(place)) for place in places)
        at = first % (len(document) + 1)
        if kind == "insert":
            document.insert(at, (fresh, False))
            fresh += 1
        elif kind == "remove":
            del document[at : at + 1]
        elif kind == "change":
            document[at : at + 1] = [(page, True) for page, _ in document[at : at + 1]]
        else:
            block = document[at : at + more[0]]
            del document[at : at + more[0]]
            to = more[1] % (len(document) + 1)
            document[to:to] = block
    return document


def check_recovered(pages: int, document: list[Page]) -> PageMap:
    """Compare with the original; every page must be found, or be said to be new or gone."""
    found = page_map(
        [leaf(page) for page in range(pages)], [leaf(p, edited=e) for p, e in document]
    )
    places = {page: at for at, (page, _) in enumerate(document, 1)}
    assert {(pair.old, pair.new) for pair in found.pairs} == {
        (page + 1, places[page]) for page in range(pages) if page in places
    }
    for pair in found.pairs:
        assert (pair.change is Change.TEXT) == document[pair.new - 1][1]
    assert [lone.page for lone in found.added] == [at for p, at in places.items() if p >= 1_000]
    assert [lone.page for lone in found.removed] == [
        page + 1 for page in range(pages) if page not in places
    ]
    return found


def check_whole(old: Sequence[Leaf], new: Sequence[Leaf], found: PageMap) -> None:
    """Every page of both versions stands in the map exactly once."""
    olds = [pair.old for pair in found.pairs] + [lone.page for lone in found.removed]
    news = [pair.new for pair in found.pairs] + [lone.page for lone in found.added]
    assert sorted(olds) == list(range(1, len(old) + 1))
    assert sorted(news) == list(range(1, len(new) + 1))
    assert [pair.new for pair in found.pairs] == sorted(pair.new for pair in found.pairs)
    stayed = [pair.old for pair in found.pairs if not pair.moved]
    assert stayed == sorted(stayed)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 25), st.lists(EDIT, max_size=8))
def test_edits_are_recovered_and_nothing_is_called_moved(
    pages: int, script: list[tuple[object, ...]]
) -> None:
    found = check_recovered(pages, edited(pages, script))
    assert not any(pair.moved for pair in found.pairs)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 25), st.lists(st.one_of(EDIT, MOVE), max_size=8))
def test_moves_among_other_edits_are_recovered(
    pages: int, script: list[tuple[object, ...]]
) -> None:
    document = edited(pages, script)
    found = check_recovered(pages, document)
    check_whole([BLANK] * pages, [BLANK] * len(document), found)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(COPIES, COPIES)
def test_every_page_stands_there_once_and_backwards_is_the_reverse(
    old: list[Leaf], new: list[Leaf]
) -> None:
    found = page_map(old, new)
    check_whole(old, new, found)
    assert page_map(new, old) == reversed_map(found)
    assert page_map(old, new) == found


@settings(max_examples=100, deadline=None, derandomize=True)
@given(COPIES, COPIES)
def test_copies_never_cross(old: list[Leaf], new: list[Leaf]) -> None:
    pairs = page_map(old, new).pairs
    for one in pairs:
        for other in pairs:
            if old[one.old - 1] == old[other.old - 1] and new[one.new - 1] == new[other.new - 1]:
                assert (one.old < other.old) == (one.new < other.new)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(COPIES)
def test_a_document_is_itself(pages: list[Leaf]) -> None:
    assert page_map(pages, pages) == identity(len(pages))


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 30), unique=True, max_size=12), st.data())
def test_scans_are_found_again_wherever_they_are(pages: list[int], data: st.DataObject) -> None:
    again = data.draw(st.permutations(pages))
    old = [Leaf("", picture(page)) for page in pages]
    new = [Leaf("", scanned(picture(page), page)) for page in again]
    found = page_map(old, new)
    assert [again[pair.new - 1] for pair in found.pairs] == again
    assert [pages[pair.old - 1] for pair in found.pairs] == again
