"""Tiles, surveys and texts: wishes first, the latest of them first; nothing twice."""

from service.render.asides import Asides
from service.render.work import Run, Tile, Whole

A, B = Tile("a", 1, 4, 0, 0), Tile("a", 1, 4, 1, 0)


def test_the_latest_wish_goes_first() -> None:
    asides = Asides()
    for work in (A, Run("b", 17), B):
        asides.want(work)
    assert [asides.next_wanted() for _ in range(4)] == [B, Run("b", 17), A, None]


def test_what_is_under_way_is_not_handed_out_again_until_done() -> None:
    asides = Asides()
    asides.want(A)
    assert asides.next_wanted() == A
    asides.want(A)
    assert asides.next_wanted() is None
    asides.done(A)
    asides.want(A)
    assert asides.next_wanted() == A


def test_a_tile_nobody_waits_for_is_not_drawn() -> None:
    asides = Asides()
    asides.want(A)
    asides.want(B)
    asides.leave(B)
    assert [asides.next_wanted() for _ in range(2)] == [A, None]


def test_a_wished_text_is_not_read_again_in_its_turn() -> None:
    asides = Asides()
    for first in (1, 17, 33):
        asides.add(Run("a", first))
    asides.want(Run("a", 17))
    assert asides.next_wanted() == Run("a", 17)
    assert asides.next_run(set()) == Run("a", 1)
    asides.add(Run("a", 17))
    assert [asides.next_run(set()) for _ in range(2)] == [Run("a", 33), None]


def test_a_document_at_rest_is_left_alone_unless_wished_for() -> None:
    asides = Asides()
    asides.add(Whole("a"))
    asides.add(Run("a", 1))
    asides.add(Run("b", 1))
    assert asides.next_survey({"a"}) is None
    assert asides.next_run({"a"}) == Run("b", 1)
    asides.want(Whole("a"))
    assert asides.next_wanted() == Whole("a")
    assert asides.next_survey(set()) is None
