"""Many hands and one budget: nobody waits forever, nothing is larger than it may be."""

from service.model import Colour, PageRef, Points, Tool
from service.protocol.signals import StrokeProgress
from service.realtime.connection import Connection
from service.realtime.writing_hands import SMALLEST, STROKES_OF_ONE, WritingHands
from tests.support.hall import Hall
from tests.support.values import page

WIDE = (-20_000, 1_000_000, 1_000_000)


def told(stroke_id: str, points: Points = WIDE, on: PageRef | None = None) -> StrokeProgress:
    """A signal of a stroke."""
    return StrokeProgress(
        stroke_id=stroke_id,
        page=on or page(),
        tool=Tool.HIGHLIGHTER,
        colour=Colour.YELLOW,
        width=1_000,
        start=2_000,
        points=points,
    )


def tablets(number: int) -> list[Connection]:
    """So many tablets of as many seats."""
    hall = Hall()
    return [hall.come(f"s{n}").connection for n in range(number)]


def test_the_longest_head_and_two_points_fit_the_smallest_share() -> None:
    hands, [tablet] = WritingHands(), tablets(1)
    far = PageRef(document_id="d" * 64, version=10_000, page=100_000)
    hands.progress(tablet, "s" * 64, told("k" * 64, WIDE * 600, on=far))
    [(_, part)] = hands.deal(far, SMALLEST)
    assert len(part) <= SMALLEST
    assert part.count(b"-20000") >= 2


def test_shares_keep_within_the_budget_and_every_hand_has_its_turn() -> None:
    hands, writers = WritingHands(), tablets(50)
    budget, waited = 8 * 1024, dict.fromkeys(writers, 0)
    for _ in range(30):
        for number, writer in enumerate(writers):
            # Unequal hands: some tell two points a tick, some forty.
            hands.progress(writer, f"s{number}", told(f"k{number}", WIDE * (2 + number % 5 * 10)))
            waited[writer] += 1
        parts = hands.deal(page(), budget)
        assert sum(len(part) + 1 for _, part in parts) <= budget
        waited |= {writer: 0 for writer, _ in parts if writer is not None}
        assert max(waited.values()) <= 5


def test_what_one_hand_does_not_need_another_has() -> None:
    hands, [little, much] = WritingHands(), tablets(2)
    hands.progress(little, "s0", told("k0", WIDE))
    hands.progress(much, "s1", told("k1", WIDE * 200))
    (_, first), (_, second) = hands.deal(page(), 4_096)
    assert len(first) < 400
    assert len(second) > 3_000


def test_no_hand_takes_more_than_its_share_while_others_need_theirs() -> None:
    hands, writers = WritingHands(), tablets(4)
    for number, writer in enumerate(writers):
        hands.progress(writer, f"s{number}", told(f"k{number}", WIDE * 500))
    sizes = [len(part) for _, part in hands.deal(page(), 8_192)]
    assert len(sizes) == 4
    assert 1_700 <= min(sizes) <= max(sizes) <= 2_200


def test_a_finished_stroke_and_a_tablet_that_left_wait_no_more() -> None:
    hands, [one, other] = WritingHands(), tablets(2)
    hands.progress(one, "s0", told("k0"))
    hands.progress(other, "s1", told("k1", on=page(2)))
    hands.finished("k0")
    hands.finished("unknown")
    assert list(hands.pages) == [page(2)]
    hands.left(other)
    hands.left(other)
    assert list(hands.pages) == []


def test_one_tablet_holds_few_unfinished_strokes_and_each_on_one_page() -> None:
    hands, [tablet] = WritingHands(), tablets(1)
    for number in range(100):
        hands.progress(tablet, "s0", told(f"k{number}", on=page(1 + number)))
    assert len(hands.pages) == STROKES_OF_ONE
    hands.progress(tablet, "s0", told("k99", on=page(1)))
    assert hands.pages == (page(97), page(98), page(99), page(1))
