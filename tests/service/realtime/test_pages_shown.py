"""Tablets by the page they show, and nothing kept of pages nobody shows."""

from service.realtime.pages_shown import PagesShown
from tests.support.hall import Hall
from tests.support.values import page


def test_a_tablet_is_on_one_page_or_none_and_pages_left_are_forgotten() -> None:
    hall, shown = Hall(), PagesShown()
    one, other = hall.come("a").connection, hall.come("b").connection
    assert shown.put(one, page(1)) is None
    assert shown.put(other, page(1)) is None
    assert list(shown.tablets_on(page(1))) == [one, other]
    for number in range(2, 100):
        assert shown.put(one, page(number)) == page(number - 1)
    assert (shown.page_of(one), shown.page_of(other)) == (page(99), page(1))
    assert list(shown.tablets_on(page(1))) == [other]
    for connection in (one, other):
        shown.put(connection, None)
        assert shown.page_of(connection) is None
    assert [held for held in vars(shown).values() if held] == []
