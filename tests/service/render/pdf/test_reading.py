"""Texts of pages through to the answer: bounds, faults, and the real child behind its walls."""

import os
from pathlib import Path

import pytest
from msgspec import msgpack

from service.render.fence import canvas
from service.render.fence.messages import Read, Survey, Written
from service.render.fence.sandbox import Sandbox
from service.render.limits import ChildLimits
from service.render.paper import MAX_WORDS, Contents, PageText
from tests.support.pdf_answers import opened, texts
from tests.support.pdfs import one_page, tree
from tests.support.written_pdfs import FIRST_PAGE, picture, text, written


def test_each_page_asked_for_has_its_text_in_that_order() -> None:
    file = written(*(text(f"쪽 {number}", 60, 700) for number in range(1, 4)))
    assert [(page.page, page.text) for page in texts(file, (3, 1))] == [(3, "쪽 3"), (1, "쪽 1")]


def test_words_and_boxes_go_together() -> None:
    (page,) = texts(written(text("가 나 다", 60, 700) + text("라 마", 60, 600)))
    assert page.text == "가 나 다\n\n라 마"
    assert len(page.boxes) == len(page.text.split()) == 5


def test_a_picture_without_text_is_a_scan() -> None:
    scan, photo = picture(590, 780, 5, 5), picture(200, 200)
    strips = b"".join(picture(600, 100, 0, top) for top in range(100, 700, 100))
    unseen = scan + text("글", 60, 700, mode=3)
    pages = texts(written(scan, photo, strips, unseen, b"0 0 600 800 re f"), range(1, 6))
    assert [page.scanned for page in pages] == [True, False, True, False, False]


def test_too_many_words_are_cut_and_said_to_be() -> None:
    row = " ".join(["가"] * 400)
    content = b"".join(text(row, 10, 790 - at * 1.4, 1) for at in range(60))
    (page,) = texts(written(content))
    assert page.cut
    assert len(page.boxes) == len(page.text.split()) == MAX_WORDS


def test_where_the_room_ends_texts_are_cut_but_every_page_is_there() -> None:
    lines = b"".join(text("첫째 둘째 셋째 넷째", 60, 700 - at * 12) for at in range(40))
    file = written(*[lines] * 4)
    whole = texts(file, range(1, 5))
    assert not any(page.cut for page in whole)
    room = len(msgpack.encode(whole)) // 2
    cut = texts(file, range(1, 5), room)
    assert [page.page for page in cut] == [1, 2, 3, 4]
    assert [page.cut for page in cut] == [False, True, True, True]
    assert len(msgpack.encode(cut)) <= room
    for page, full in zip(cut, whole, strict=True):
        assert full.text.startswith(page.text)
        assert full.boxes[: len(page.boxes)] == page.boxes
        assert len(page.text.split()) == len(page.boxes)
    assert len(cut[1].boxes) > 100


def test_the_least_room_still_has_every_page() -> None:
    file = written(*[text("글", 60, 700)] * 16)
    pages = texts(file, range(1, 17), 16 * 96 + 5)
    assert [page.page for page in pages] == list(range(1, 17))


def test_a_page_that_is_none_is_unreadable_and_the_others_come() -> None:
    file = written(text("가", 60, 700), text("나", 60, 700))
    gone = FIRST_PAGE + 2
    broken = file.replace(tree([FIRST_PAGE, gone]), tree([FIRST_PAGE, 9999, gone], 3))
    pages = texts(broken, (1, 2, 3, 77))
    assert [page.unreadable for page in pages] == [False, True, False, True]
    assert [page.text for page in pages] == ["가", "", "나", ""]


def test_a_page_of_no_size_is_no_fault() -> None:
    for box in (b"/MediaBox[0 0 0 0]", b"/MediaBox[5 5 5 900]", b"/MediaBox[0 0 1 14000]"):
        (page,) = texts(written(text("가", 0, 13_990, 1), entries=box))
        assert len(page.boxes) == len(page.text.split())


def test_reading_leaves_nothing_behind() -> None:
    file = written(*[text("글 " * 40, 60, 700)] * 4)
    with opened(file) as document:
        for _ in range(3):
            for number in range(4):
                document.load_page(number)
    before = _open_files()
    for _ in range(5):
        texts(file, range(1, 5))
    assert _open_files() == before


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - only counted


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A PDF of two pages on disk, with an outline."""
    path = tmp_path / "paper.pdf"
    first = FIRST_PAGE + 4
    outline = b"<</Title(%s)/Dest[1/Fit]/Parent %d 0 R>>" % (b"Chapter", first)
    root = b"<</Type/Outlines/First %d 0 R/Last %d 0 R>>" % (first + 1, first + 1)
    path.write_bytes(
        written(
            text("회의 자료", 60, 700),
            text("둘째 쪽", 60, 700),
            catalog=b"/Outlines %d 0 R/OpenAction<</S/JavaScript/JS(1)>>" % first,
            more=[root, outline],
        )
    )
    return path


async def test_the_child_reads_and_surveys_behind_its_walls(paper: Path) -> None:
    sandbox = Sandbox("service.render.worker", ChildLimits())
    room = 1_000_000
    try:
        with paper.open("rb") as file, canvas.canvas(room) as memory:
            files = (file.fileno(), memory)
            read = Read(document="d", pages=(1, 2, 3), room=room)
            said = await sandbox.ask(read, files, 30, Written, lambda it: it.byte_count <= room)
            assert isinstance(said, Written)
            pages = msgpack.decode(
                canvas.read(memory, 0, said.byte_count), type=tuple[PageText, ...]
            )
            assert [page.text for page in pages] == ["회의 자료", "둘째 쪽", ""]
            assert [page.unreadable for page in pages] == [False, False, True]
            survey = Survey(document="d", room=room)
            said = await sandbox.ask(survey, files, 30, Written, lambda it: it.byte_count <= room)
            assert isinstance(said, Written)
            found = msgpack.decode(canvas.read(memory, 0, said.byte_count), type=Contents)
            assert [(chapter.title, chapter.page) for chapter in found.outline] == [("Chapter", 2)]
            assert found.carries == ("javascript",)
    finally:
        await sandbox.aclose()


def test_a_page_without_a_word_says_so_plainly() -> None:
    (page,) = texts(one_page())
    assert page == PageText(page=1)


def test_too_many_letters_are_cut_at_a_word_s_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.render.pdf.reading.MAX_LETTERS", 12)
    (page,) = texts(written(text("첫째 줄", 60, 700) + text("둘째 줄의 글", 60, 680)))
    assert (page.text, len(page.boxes), page.cut) == ("첫째 줄\n\n둘째 줄의", 4, True)
    (long,) = texts(written(text("가" * 13, 60, 700)))
    assert (long.text, long.boxes, long.cut) == ("", (), True)
