"""What is drawn next: who waits, then neighbours, then first pages, then the rest."""

from hypothesis import given
from hypothesis import strategies as st

from service.render.schedule import MAX_NEAR, RUN_LENGTH, Schedule
from service.render.work import Place, Run, Tile, Whole, Work


def handed_out(schedule: Schedule, count: int = 1_000) -> list[tuple[str, int]]:
    """The next pages, each as done as soon as it is handed out."""
    out: list[tuple[str, int]] = []
    while len(out) < count and (place := schedule.next()) is not None:
        schedule.done(place)
        assert isinstance(place, Place)
        out.append((place.sha256, place.page))
    return out


def test_a_document_is_drawn_in_page_order() -> None:
    schedule = Schedule()
    schedule.add("a", [3, 1, 2])
    assert handed_out(schedule) == [("a", 1), ("a", 2), ("a", 3)]
    assert schedule.next() is None


def test_first_pages_go_before_the_rest() -> None:
    schedule = Schedule()
    schedule.add("a", range(1, 6))
    assert handed_out(schedule, 2) == [("a", 1), ("a", 2)]
    schedule.add("b", range(1, 6))
    schedule.add("c", range(1, 6))
    assert handed_out(schedule, 3) == [("b", 1), ("c", 1), ("a", 3)]


def test_the_latest_wish_goes_first_then_its_neighbours() -> None:
    schedule = Schedule()
    schedule.add("a", range(1, 101))
    schedule.add("b", range(1, 101))
    schedule.want(Place("a", 50))
    schedule.want(Place("b", 70))
    wished = [("b", 70), ("a", 50), ("b", 71), ("b", 69), ("b", 72), ("a", 51), ("a", 49)]
    assert handed_out(schedule, 8) == [*wished, ("a", 52)]


def test_a_look_at_a_drawn_page_brings_its_neighbours() -> None:
    schedule = Schedule()
    schedule.add("a", [1, 2, 9, 11])
    schedule.want(Place("a", 10))
    assert handed_out(schedule, 2) == [("a", 11), ("a", 9)]


def test_a_strip_of_thumbnails_does_not_overtake_a_wish() -> None:
    schedule = Schedule()
    schedule.add("a", range(1, 101))
    schedule.want(Place("a", 40))
    for page in range(60, 80):
        schedule.hint(Place("a", page))
    assert handed_out(schedule, 2) == [("a", 40), ("a", 79)]


def test_hints_are_bounded_and_the_oldest_forgotten() -> None:
    schedule = Schedule()
    schedule.add("a", range(1, 2_000))
    for page in range(2, MAX_NEAR + 4):
        schedule.hint(Place("a", page))
    near = handed_out(schedule, MAX_NEAR)
    assert near == [("a", page) for page in range(MAX_NEAR + 3, 3, -1)]


def test_documents_take_turns_of_a_few_pages() -> None:
    schedule = Schedule()
    schedule.add("a", range(2, 100))
    schedule.add("b", range(2, 100))
    turns = [sha for sha, _ in handed_out(schedule, 3 * RUN_LENGTH)]
    assert turns == ["a"] * RUN_LENGTH + ["b"] * RUN_LENGTH + ["a"] * RUN_LENGTH


def test_a_page_handed_out_is_not_handed_out_again_before_it_is_done() -> None:
    schedule = Schedule()
    schedule.add("a", [1])
    place = schedule.next()
    assert place is not None
    schedule.add("a", [1])
    assert schedule.next() is None
    schedule.done(place)
    schedule.add("a", [1])
    assert schedule.next() == place


def test_a_document_at_rest_is_passed_over_unless_somebody_asks() -> None:
    schedule = Schedule()
    schedule.add("a", [1, 2, 3])
    schedule.add("b", [2])
    schedule.want(Place("a", 3))
    assert schedule.rest("a")
    assert not schedule.rest("a")
    assert handed_out(schedule) == [("b", 2)]
    schedule.want(Place("a", 2))
    assert handed_out(schedule) == [("a", 2)]
    schedule.wake("a")
    assert handed_out(schedule) == [("a", 3), ("a", 1)]


wishes = st.lists(st.tuples(st.sampled_from("abc"), st.integers(-1, 25)), max_size=30)


@given(st.dictionaries(st.sampled_from("abc"), st.sets(st.integers(1, 20))), wishes)
def test_every_page_is_handed_out_once_whatever_is_wished(
    documents: dict[str, set[int]], wished: list[tuple[str, int]]
) -> None:
    schedule = Schedule()
    for sha256, pages in documents.items():
        schedule.add(sha256, pages)
    out = []
    for sha256, page in wished:
        schedule.want(Place(sha256, page))
        out += handed_out(schedule, 1)
    out += handed_out(schedule)
    assert sorted(out) == sorted((sha, page) for sha, ps in documents.items() for page in ps)
    assert len(schedule) == 0


def test_pages_and_everything_beside_them_in_one_order() -> None:
    schedule = Schedule()
    schedule.add("a", [1, 2, 3, 9])
    for aside in (Whole("a"), Run("a", 1), Run("a", 17)):
        schedule.asides.add(aside)
    tile = Tile("a", 3, 2, 0, 0)
    schedule.asides.want(tile)
    schedule.asides.want(Run("a", 17))
    schedule.want(Place("a", 9))
    schedule.hint(Place("a", 3))
    order: list[Work] = []
    while (work := schedule.next()) is not None:
        order.append(work)
    assert schedule.next() is None, "a page is still being drawn: texts wait"
    for work in order:
        schedule.done(work)
    while (work := schedule.next()) is not None:
        order.append(work)
    assert order == [
        Place("a", 9),
        Run("a", 17),
        tile,
        Place("a", 3),
        Place("a", 1),
        Place("a", 2),
        Whole("a"),
        Run("a", 1),
    ]


def test_a_late_wish_is_all_that_the_express_takes() -> None:
    schedule = Schedule()
    schedule.add("a", [1, 2])
    schedule.asides.add(Whole("a"))
    assert schedule.next_wanted() is None
    schedule.want(Place("a", 2))
    assert schedule.next_wanted() == Place("a", 2)
    assert schedule.next_wanted() is None
