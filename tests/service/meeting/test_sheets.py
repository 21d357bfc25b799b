"""A page's ink: what stands comes in the order of its entries, in answers of a bounded size."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.meeting.sheet import MAX_FRAME_BYTES, Draft, Sheet, Stood
from service.meeting.sheets import Sheets
from service.model import page_key
from service.protocol.events import DocumentRemoved
from storage.memory import MemoryStore
from storage.records import DropMarks, DropSheets, MarkLine, PutMark
from tests.service.meeting.streams import open_desk, together
from tests.support.values import page

STREAM = "meeting:m1"


def stood(seq: int, size: int = 10) -> Stood:
    """A stroke of so many bytes."""
    return Stood(seq, "s", bytes(size))


def line(mark_id: str, seq: int, size: int = 10) -> MarkLine:
    """A mark of so many bytes."""
    return MarkLine(mark_id, seq, "s", bytes(size))


def asked_to_the_end(sheet: Sheet) -> list[int]:
    """The sizes of all marks, as a tablet gets them that asks as often as it takes."""
    seqs = {len(body): seq for seq, body in standing(sheet)}
    got: list[int] = []
    after, more = 0, True
    while more:
        marks, more = sheet.after(after)
        sizes = [len(mark) for mark in marks]
        assert sum(sizes) <= MAX_FRAME_BYTES or len(sizes) == 1, sizes
        assert sizes or not more, "it would ask for ever"
        got += sizes
        after = seqs[sizes[-1]] if sizes else after
    return got


def standing(sheet: Sheet) -> list[tuple[int, bytes]]:
    """All strokes of a sheet, which has them as k0, k1 and so on."""
    found = [sheet.get(f"k{number}") for number in range(len(sheet))]
    return [(one.seq, one.body) for one in found if one is not None]


class TestAnswers:
    def test_come_after_the_entry_that_was_had(self) -> None:
        sheet = Sheet((f"k{n}", stood(n + 1, n + 1)) for n in range(5))
        assert [len(mark) for mark in sheet.after(0)[0]] == [1, 2, 3, 4, 5]
        assert [len(mark) for mark in sheet.after(3)[0]] == [4, 5]
        assert sheet.after(5) == ((), False)

    @pytest.mark.parametrize(
        ("sizes", "first", "more"),
        [
            ([MAX_FRAME_BYTES - 1, 1], 2, False),
            ([MAX_FRAME_BYTES - 1, 2], 1, True),
            ([MAX_FRAME_BYTES + 7], 1, False),
            ([MAX_FRAME_BYTES + 7, 1], 1, True),
            ([1, MAX_FRAME_BYTES], 1, True),
            ([], 0, False),
        ],
    )
    def test_are_bounded_and_hold_one_mark_at_least(
        self, sizes: list[int], first: int, more: bool
    ) -> None:
        sheet = Sheet((f"k{n}", stood(n + 1, size)) for n, size in enumerate(sizes))
        for _ in range(2):  # the second time it is at hand
            marks, further = sheet.after(0)
            assert ([len(mark) for mark in marks], further) == (sizes[:first], more)
        assert asked_to_the_end(sheet) == sizes

    @settings(deadline=None, derandomize=True, max_examples=60)
    @given(st.sets(st.integers(1, MAX_FRAME_BYTES + 100), max_size=12))
    def test_asked_for_again_and_again_tell_everything_once(self, sizes: set[int]) -> None:
        sheet = Sheet((f"k{n}", stood(3 * n + 1, size)) for n, size in enumerate(sizes))
        assert asked_to_the_end(sheet) == list(sizes)

    def test_are_of_the_ink_as_it_is_now(self) -> None:
        sheet = Sheet([("k1", stood(1, 1))])
        sheet.after(0)
        sheet.add("k2", stood(2, 2))
        assert [len(mark) for mark in sheet.after(0)[0]] == [1, 2]
        sheet.drop(("k1", "gone"))
        assert [len(mark) for mark in sheet.after(0)[0]] == [2]
        assert (len(sheet), sheet.byte_count) == (1, 2)

    def test_stay_in_order_when_a_stroke_is_told_late(self) -> None:
        sheet = Sheet([("k3", stood(3, 3))])
        sheet.add("k1", stood(1, 1))
        sheet.add("k2", stood(2, 2))
        assert [len(mark) for mark in sheet.after(0)[0]] == [1, 2, 3]


class TestSheetsAtHand:
    def held(self, sheets: Sheets) -> list[str]:
        return [key for key in "abcd" if sheets.held(STREAM, key) is not None]

    def test_are_the_latest_used_ones(self) -> None:
        sheets = Sheets(most_bytes=30)
        for key in "abc":
            sheets.hold(STREAM, key, [line(f"k{key}", 1)])
        assert sheets.held(STREAM, "a") is not None
        sheets.hold(STREAM, "d", [line("kd", 1)])
        assert self.held(sheets) == ["a", "c", "d"]

    def test_make_room_for_ink_that_is_added(self) -> None:
        sheets = Sheets(most_bytes=30)
        for key in "abc":
            sheets.hold(STREAM, key, [line(f"k{key}", 1)])
        sheets.fold(STREAM, [PutMark("c", "more", 2, "s", bytes(10))])
        assert self.held(sheets) == ["b", "c"]
        sheets.fold(STREAM, [DropMarks("c", ("more", "kc")), PutMark("b", "k", 3, "s", bytes(10))])
        sheets.hold(STREAM, "d", [line("kd", 1)])
        assert self.held(sheets) == ["b", "c", "d"]

    def test_keep_one_however_large_it_is(self) -> None:
        sheets = Sheets(most_bytes=30)
        sheets.hold(STREAM, "a", [line("ka", 1)])
        sheets.hold(STREAM, "b", [line("kb", 1, 1_000)])
        assert self.held(sheets) == ["b"]
        sheets.hold(STREAM, "c", [line("kc", 1)])
        assert self.held(sheets) == ["c"]

    def test_of_a_page_read_twice_count_once(self) -> None:
        sheets = Sheets(most_bytes=30)
        sheets.hold(STREAM, "a", [line("ka", 1)])
        for _ in range(5):
            sheets.hold(STREAM, "b", [line("kb", 1)])
        assert self.held(sheets) == ["a", "b"]

    def test_of_other_streams_are_others(self) -> None:
        sheets = Sheets()
        sheets.hold("one", "a.1.1", [line("k", 1)])
        sheets.hold("two", "a.1.1", [line("k", 1)])
        sheets.fold("one", [DropSheets("a.")])
        assert sheets.held("one", "a.1.1") is None
        two = sheets.held("two", "a.1.1")
        assert two is not None
        assert len(two) == 1
        sheets.forget("two")
        assert sheets.held("two", "a.1.1") is None

    def test_told_a_change_twice_count_it_once(self) -> None:
        sheets = Sheets()
        sheet = sheets.hold(STREAM, "a", [line("k1", 1)])
        for _ in range(2):
            sheets.fold(STREAM, [PutMark("a", "k2", 2, "s", bytes(7))])
        assert (len(sheet), sheet.byte_count) == (2, 17)
        for _ in range(2):
            sheets.fold(STREAM, [DropMarks("a", ("k1",))])
        assert (len(sheet), sheet.byte_count) == (1, 7)


@dataclass(frozen=True, slots=True)
class Act:
    """Draws or erases a stroke on a page, or drops the page's document."""

    kind: str
    stroke: str
    document: str
    number: int


ACTS = st.builds(
    Act,
    st.sampled_from(["draw", "draw", "draw", "erase", "drop"]),
    st.sampled_from([f"k{n}" for n in range(4)]),
    st.sampled_from(["d1", "d11"]),
    st.integers(1, 2),
)
PAGES = [page(number, document_id) for document_id in ("d1", "d11") for number in (1, 2)]
Model = dict[str, list[str]]


def modelled(batches: Sequence[Sequence[Act]]) -> Model:
    """The strokes of every page, the oldest first."""
    model: Model = {page_key(on): [] for on in PAGES}
    for act in (act for batch in batches for act in batch):
        here = model[page_key(page(act.number, act.document))]
        if act.kind == "draw" and act.stroke not in here:
            here.append(act.stroke)
        elif act.kind == "erase" and act.stroke in here:
            here.remove(act.stroke)
        elif act.kind == "drop":
            for on in PAGES:
                if on.document_id == act.document:
                    model[page_key(on)].clear()
    return model


@pytest.mark.parametrize("most_bytes", [1, 64 * 1024])
@settings(deadline=None, derandomize=True, max_examples=60)
@given(batches=st.lists(st.lists(ACTS, max_size=6), max_size=6))
def test_a_pages_ink_is_what_was_drawn_and_not_taken_away(
    most_bytes: int, batches: list[list[Act]]
) -> None:
    async def lived() -> None:
        desk = await open_desk(MemoryStore(), Sheets(most_bytes))
        number = 0
        for batch in batches:
            asked = []
            for act in batch:
                number += 1
                on = page(act.number, act.document)
                if act.kind == "draw":
                    asked.append(desk.draw(act.stroke, on, f"c{number}"))
                elif act.kind == "erase":
                    asked.append(desk.erase(act.stroke, on=on, command_id=f"c{number}"))
                else:
                    gone = DocumentRemoved(document_id=act.document)
                    asked.append(desk.do(f"c{number}", gone))
            await together(*asked)
        expected = modelled(batches)
        for on in PAGES:
            assert await desk.ink(on) == await desk.stored_ink(on) == expected[page_key(on)]
        counts = {key: len(ink) for key, ink in expected.items() if ink}
        assert desk.state.inked == counts

    asyncio.run(lived())


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    st.sets(st.sampled_from("abcd")),
    st.lists(st.tuples(st.sampled_from(["add", "drop"]), st.sampled_from("abcd")), max_size=12),
)
def test_a_draft_is_the_sheet_as_it_will_be(
    at_first: set[str], acts: list[tuple[str, str]]
) -> None:
    sheet, will_be = (Sheet((key, stood(1, ord(key))) for key in at_first) for _ in range(2))
    draft = Draft(sheet)
    for seq, (act, key) in enumerate(acts, 2):
        for each in (draft, will_be):
            if act == "add":
                each.add(key, stood(seq, seq))
            else:
                each.drop((key, "gone"))
        assert (len(draft), draft.byte_count) == (len(will_be), will_be.byte_count)
        assert [draft.get(one) for one in "abcd"] == [will_be.get(one) for one in "abcd"]
    assert {key for key in "abcd" if sheet.get(key) is not None} == at_first
