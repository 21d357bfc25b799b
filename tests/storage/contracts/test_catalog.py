"""What every catalog promises."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.open import Storage
from storage.ports import Catalog
from storage.records import (
    ContentRecord,
    LinkRecord,
    MeetingRecord,
    PageRecord,
    Record,
    SeatRecord,
)

MEETING = MeetingRecord("m1", "월요 간부회의", "대회의실", 1_700_000_000_000, "preparing")
LINK = LinkRecord("l1", "m1", "member", None, 10, 20, None)
SEAT = SeatRecord("s1", "l1", "m1", "member", "p1", "김하나", 30)
CONTENT = ContentRecord("a" * 64, 1234, ((595, 842), (842, 595)), 40)


async def test_what_was_never_put_is_not_there(storage: Storage) -> None:
    assert await storage.catalog.meeting("m1") is None
    assert await storage.catalog.link("l1") is None
    assert await storage.catalog.seat("s1") is None
    assert await storage.catalog.content("a" * 64) is None
    assert await storage.catalog.meetings() == []
    assert await storage.catalog.links("m1") == []
    assert await storage.catalog.pages("a" * 64) == []
    assert await storage.catalog.unfinished() == []


async def test_putting_nothing_is_no_error(storage: Storage) -> None:
    await storage.catalog.put()


async def test_a_record_with_the_same_key_is_replaced_whole(storage: Storage) -> None:
    named = replace(LINK, name="의장", revoked_at=15)
    await storage.catalog.put(named)
    await storage.catalog.put(LINK)
    assert await storage.catalog.link("l1") == LINK
    assert await storage.catalog.links("m1") == [LINK]


async def test_of_one_key_twice_in_one_put_the_last_stands(storage: Storage) -> None:
    await storage.catalog.put(MEETING, replace(MEETING, phase="open"))
    assert await storage.catalog.meetings() == [replace(MEETING, phase="open")]


async def test_meetings_are_listed_latest_start_first(storage: Storage) -> None:
    early, late, also_late = (
        replace(MEETING, meeting_id=name, starts_at=starts)
        for name, starts in (("a", 1), ("b", 2), ("c", 2))
    )
    await storage.catalog.put(early, also_late, late)
    assert await storage.catalog.meetings() == [late, also_late, early]


async def test_links_are_of_one_meeting_oldest_first_with_the_revoked(storage: Storage) -> None:
    old, new = replace(LINK, link_id="z", created_at=1, revoked_at=2), LINK
    elsewhere = replace(LINK, link_id="x", meeting_id="m2")
    everywhere = replace(LINK, link_id="y", meeting_id=None)
    await storage.catalog.put(new, elsewhere, everywhere, old)
    assert await storage.catalog.links("m1") == [old, new]
    assert await storage.catalog.link("y") == everywhere


async def test_pages_are_of_one_content_in_page_order(storage: Storage) -> None:
    first, tenth = PageRecord("a", 1, None), PageRecord("a", 10, "page_broken")
    await storage.catalog.put(tenth, PageRecord("b", 2, None), first)
    assert await storage.catalog.pages("a") == [first, tenth]


async def test_a_content_is_unfinished_until_each_page_has_an_outcome(storage: Storage) -> None:
    sha = CONTENT.sha256
    await storage.catalog.put(CONTENT)
    assert await storage.catalog.unfinished() == [CONTENT]
    await storage.catalog.put(PageRecord(sha, 2, "page_too_slow"), PageRecord("b", 1, None))
    assert await storage.catalog.unfinished() == [CONTENT]
    await storage.catalog.put(PageRecord(sha, 3, None))  # a page it does not have
    assert await storage.catalog.unfinished() == [CONTENT]
    await storage.catalog.put(PageRecord(sha, 1, None))
    assert await storage.catalog.unfinished() == []


async def test_unfinished_contents_come_oldest_first(storage: Storage) -> None:
    newer, older = replace(CONTENT, sha256="b", created_at=2), replace(CONTENT, created_at=1)
    pageless = replace(CONTENT, sha256="c", sizes=())
    await storage.catalog.put(newer, pageless, older)
    assert await storage.catalog.unfinished() == [older, newer]


# No database keeps a lone surrogate, and PostgreSQL no NUL either.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
keys = st.text("abc가", min_size=1, max_size=2)
times = st.integers(0, 2**53)
records: st.SearchStrategy[Record] = st.one_of(
    st.builds(MeetingRecord, keys, texts, texts, times, texts),
    st.builds(
        LinkRecord, keys, st.none() | keys, texts, st.none() | texts, times, times,
        st.none() | times,
    ),
    st.builds(SeatRecord, keys, texts, st.none() | keys, texts, st.none() | texts, texts, times),
    st.builds(
        ContentRecord, keys, times,
        st.lists(st.tuples(times, times), max_size=4).map(tuple), times,
    ),
    st.builds(PageRecord, keys, st.integers(1, 1_000), st.none() | texts),
)  # fmt: skip


# The store keeps what earlier examples put: what is put last must come back all the same.
@settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(record=records)
async def test_any_record_comes_back_as_it_was_put(storage: Storage, record: Record) -> None:
    await storage.catalog.put(record)
    assert await found(storage.catalog, record) == record


async def found(catalog: Catalog, record: Record) -> Record | None:
    """The record that stands under the same key."""
    match record:
        case MeetingRecord():
            return await catalog.meeting(record.meeting_id)
        case LinkRecord():
            return await catalog.link(record.link_id)
        case SeatRecord():
            return await catalog.seat(record.seat_id)
        case ContentRecord():
            return await catalog.content(record.sha256)
        case PageRecord():
            pages = await catalog.pages(record.sha256)
            return next((page for page in pages if page.page == record.page), None)


@pytest.mark.parametrize("record", [MEETING, LINK, SEAT, CONTENT, PageRecord("a", 1, None)])
async def test_each_kind_is_kept_apart_under_one_key(storage: Storage, record: Record) -> None:
    await storage.catalog.put(MEETING, LINK, SEAT, CONTENT, PageRecord("a", 1, None))
    assert await found(storage.catalog, record) == record
