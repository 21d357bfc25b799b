"""A packet searched while its texts are still being read, by many, within bounds."""

import asyncio
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from service.errors import Code, Unavailable
from service.search.found import MOST_PAGES, Found, Sheaf
from service.search.index import LONGEST_PAGE, Index
from service.search.query import wanted
from service.search.searching import MOST_AT_ONCE, Searches
from service.search.slices import SLICE_SECONDS
from tests.support.letters import TextsInMemory, korean_pages, page_text

A, B = "a" * 64, "b" * 64


class Hands:
    """A clock that stands still unless it is told to run."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def sheaf(document_id: str, content: str, pages: int) -> Sheaf:
    """A document's first version."""
    return Sheaf(document_id, 1, content, pages)


async def search(searches: Searches, typed: str, *sheaves: Sheaf, seat: str = "s1") -> Found:
    """What a seat gets."""
    return await searches.search(seat, sheaves, wanted(typed))


async def test_hits_come_by_document_and_page_in_packet_order() -> None:
    texts = TextsInMemory(
        {A: ["예산안 표지", "예산을 편성, 예산의 집행", ""], B: ["조례", "예산 부서", "예산 과목"]}
    )
    searches = Searches(texts, Hands())
    found = await search(searches, "예산", sheaf("d2", B, 3), sheaf("d1", A, 3))
    assert (found.read, found.of, found.unlettered, found.hits) == (6, 6, 1, 5)
    assert [(row.document_id, hits) for row, hits in found.documents] == [("d2", 2), ("d1", 3)]
    assert [(row.document_id, row.page, row.hits) for row in found.pages] == [
        *(("d2", 2, 1), ("d2", 3, 1), ("d1", 1, 1), ("d1", 2, 2))
    ]
    assert (found.pages[3].first.match, found.pages[3].first.after) == (
        "예산",
        "을 편성, 예산의 집행",
    )
    assert not found.more


async def test_what_is_not_read_yet_is_wished_for_and_found_later() -> None:
    texts = TextsInMemory({A: ["예산"] * 40})
    texts.unread = {(A, 1), (A, 33)}
    searches = Searches(texts, Hands())
    found = await search(searches, "예산", sheaf("d1", A, 40))
    assert (found.read, found.of, found.hits) == (16, 40, 16)
    assert texts.wishes == [(A, 1), (A, 33)]
    texts.unread = set()
    found = await search(searches, "예산", sheaf("d1", A, 40))
    assert (found.read, found.hits) == (40, 40)
    assert texts.asked.count((A, 17)) == 1


async def test_a_content_under_two_documents_is_read_once() -> None:
    texts = TextsInMemory({A: ["예산"] * 3})
    found = await search(Searches(texts, Hands()), "예산", sheaf("d1", A, 3), sheaf("d2", A, 3))
    assert found.hits == 6
    assert texts.asked == [(A, 1)]


async def test_nothing_wanted_tells_how_far_the_texts_are_read() -> None:
    texts = TextsInMemory({A: ["예산", " \n", "예산"]})
    found = await search(Searches(texts, Hands()), "", sheaf("d1", A, 3))
    assert (found.read, found.unlettered, found.hits, found.pages) == (3, 1, 0, [])


async def test_only_the_first_pages_are_listed_but_all_are_counted() -> None:
    pages = MOST_PAGES + 5
    texts = TextsInMemory({A: ["예산 예산"] * pages})
    found = await search(Searches(texts, Hands()), "예산", sheaf("d1", A, pages))
    assert (len(found.pages), found.more, found.hits) == (MOST_PAGES, True, 2 * pages)


async def test_a_late_answer_comes_early_and_the_next_ones_go_further() -> None:
    clock = Hands()
    clock.step = 0.02  # any look at the clock takes a third of the time there is
    searches = Searches(TextsInMemory({A: ["예산"] * 400}), clock)
    read = [(await search(searches, "예산", sheaf("d1", A, 400))).read for _ in range(4)]
    assert 0 < read[0] < read[1] < read[2] <= 400
    assert read[-1] == 400


async def test_a_packet_beyond_the_memory_is_gone_through_to_its_end() -> None:
    clock = Hands()
    clock.step = 0.02
    index = Index(most_bytes=6_000)
    searches = Searches(TextsInMemory({A: ["예산"] * 400}), clock, index=index)
    read = [(await search(searches, "예산", sheaf("d1", A, 400))).read for _ in range(12)]
    assert read[-1] == 400
    assert index.evicted > 0


async def test_the_index_keeps_its_bound() -> None:
    pages = korean_pages(64, seed=1)
    texts = TextsInMemory({A: pages})
    index = Index(most_bytes=300_000)
    await search(Searches(texts, Hands(), index=index), "예산", sheaf("d1", A, 64))
    held = [index.find(A, first) for first in range(1, 64, 16)]
    sizes = [sum(page.byte_count for page in run) for run in held if run is not None]
    assert 0 < sum(sizes) <= 300_000
    assert held[-1] is not None
    assert held[0] is None


async def test_an_endless_page_is_searched_as_far_as_is_bearable() -> None:
    texts = TextsInMemory({A: ["가" * (LONGEST_PAGE - 2) + "예산" + "조례"]})
    searches = Searches(texts, Hands())
    assert (await search(searches, "예산", sheaf("d1", A, 1))).hits == 1
    assert (await search(searches, "조례", sheaf("d1", A, 1))).hits == 0


async def test_others_have_their_turn_after_every_slice() -> None:
    clock = Hands()
    clock.step = 2 * SLICE_SECONDS  # every look at the clock finds the slice used up
    searches = Searches(TextsInMemory({A: ["예산"] * 16}), clock)
    passes = count()
    beating = asyncio.create_task(_beat(passes))
    await search(searches, "예산", sheaf("d1", A, 16))
    beating.cancel()
    assert next(passes) >= 16


async def test_two_searches_share_one_slice() -> None:
    clock = Hands()
    clock.step = 2 * SLICE_SECONDS
    texts = TextsInMemory({A: ["예산"] * 16})
    searches = Searches(texts, clock)
    passes = count()
    beating = asyncio.create_task(_beat(passes))
    await asyncio.gather(
        *(search(searches, "예산", sheaf("d1", A, 16), seat=f"s{seat}") for seat in range(4))
    )
    beating.cancel()
    assert next(passes) >= 4 * 16


async def test_a_newer_search_of_a_seat_ends_its_older_one() -> None:
    clock = Hands()
    clock.step = 2 * SLICE_SECONDS
    searches = Searches(TextsInMemory({A: ["예산"] * 16}), clock)
    older = asyncio.create_task(search(searches, "예", sheaf("d1", A, 16)))
    other = asyncio.create_task(search(searches, "예", sheaf("d1", A, 16), seat="s2"))
    await asyncio.sleep(0)
    newer = asyncio.create_task(search(searches, "예산", sheaf("d1", A, 16)))
    with pytest.raises(Unavailable) as refused:
        await older
    assert refused.value.code is Code.BUSY
    assert (await newer).hits == 16
    assert (await other).hits == 16


async def test_more_than_a_hall_of_searches_is_refused() -> None:
    gate = asyncio.Event()
    searches = Searches(Slow(gate), Hands())
    asking = [
        asyncio.create_task(search(searches, "예산", sheaf("d1", A, 1), seat=f"s{seat}"))
        for seat in range(MOST_AT_ONCE)
    ]
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await search(searches, "예산", sheaf("d1", A, 1), seat="late")
    gate.set()
    assert {found.hits for found in await asyncio.gather(*asking)} == {1}
    assert (await search(searches, "예산", sheaf("d1", A, 1), seat="late")).hits == 1


async def test_who_hangs_up_holds_nobody_back() -> None:
    gate = asyncio.Event()
    searches = Searches(Slow(gate), Hands())
    leaving = asyncio.create_task(search(searches, "예산", sheaf("d1", A, 1)))
    waiting = asyncio.create_task(search(searches, "예산", sheaf("d1", A, 1), seat="s2"))
    await asyncio.sleep(0)
    leaving.cancel()
    gate.set()
    assert (await waiting).hits == 1
    with pytest.raises(asyncio.CancelledError):
        await leaving
    assert (await search(searches, "예산", sheaf("d1", A, 1))).hits == 1


async def test_a_failing_store_holds_nobody_back() -> None:
    texts = Failing({A: ["예산"]})
    searches = Searches(texts, Hands())
    with pytest.raises(OSError, match="disk"):
        await search(searches, "예산", sheaf("d1", A, 1))
    texts.works = True
    assert (await search(searches, "예산", sheaf("d1", A, 1))).hits == 1


async def test_boxes_of_a_page() -> None:
    searches = Searches(TextsInMemory({}), Hands())
    page = page_text(1, "총 예산안\n예 산은")
    assert await searches.boxes(page, wanted("예산")) == [
        *((200, 0, 400, 100), (0, 200, 100, 300), (200, 200, 300, 300))
    ]
    assert await searches.boxes(page, wanted("조례")) == []
    assert await searches.boxes(page, wanted("")) == []


class Slow(TextsInMemory):
    """Texts that come when the gate opens."""

    def __init__(self, gate: asyncio.Event) -> None:
        super().__init__({A: ["예산"]})
        self._gate = gate

    async def words_so_far(self, sha256: str, first: int) -> tuple[str, ...] | None:
        await self._gate.wait()
        return await super().words_so_far(sha256, first)


class Failing(TextsInMemory):
    """Texts on a broken disk."""

    works = False

    async def words_so_far(self, sha256: str, first: int) -> tuple[str, ...] | None:
        if not self.works:
            raise OSError("disk")
        return await super().words_so_far(sha256, first)


async def _beat(passes: Iterator[int]) -> None:
    """Count the passes of the loop."""
    tick: Callable[[], int] = passes.__next__
    while True:
        tick()
        await asyncio.sleep(0)
