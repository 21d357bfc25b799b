"""The heaviest chain, against trying every choice of links."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.versions.chain import Link, heaviest_chain

PLACE = st.integers(0, 5)
LINKS = st.lists(st.builds(Link, PLACE, PLACE, st.integers(1, 9)), max_size=8)


def rises(links: tuple[Link, ...] | list[Link]) -> bool:
    """Whether no two of them cross or share a page."""
    return all(a.old < b.old and a.new < b.new for a, b in pairwise(links))


def heaviest_of_all(links: list[Link]) -> int:
    """The greatest weight of any rising choice."""
    choices = (c for size in range(len(links) + 1) for c in combinations(sorted(links), size))
    return max(sum(link.weight for link in choice) for choice in choices if rises(choice))


@given(LINKS)
def test_it_rises_and_nothing_is_heavier(links: list[Link]) -> None:
    chain = heaviest_chain(links)
    assert rises(chain)
    assert set(chain) <= set(links)
    assert sum(link.weight for link in chain) == heaviest_of_all(links)


@given(LINKS)
def test_the_order_of_the_links_says_nothing(links: list[Link]) -> None:
    assert heaviest_chain(links[::-1]) == heaviest_chain(sorted(links))


def test_no_links_make_no_chain() -> None:
    assert heaviest_chain([]) == []
