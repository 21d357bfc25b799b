"""The drawn files: whole, of the promised shape, and the same every time."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pikepdf import OutlineItem

from service.demo.agenda import files
from service.demo.client import DemoFailed
from service.demo.drawing import draw_papers

MONDAY = date(2026, 11, 23)
BOOK = "부서별 예산요구서.pdf"
SCAN = "제설 취약구간 현장점검표(스캔).pdf"
MAP = "한장역 역세권 위치도.pdf"
MIXED = "현안 토론 자료.pdf"


def sizes(path: Path) -> list[tuple[int, int]]:
    with pikepdf.open(path) as pdf:
        return [(int(page.mediabox[2]), int(page.mediabox[3])) for page in pdf.pages]


def outline(path: Path) -> list[OutlineItem]:
    with pikepdf.open(path) as pdf, pdf.open_outline() as found:
        return list(found.root)


def test_every_file_of_the_agenda_is_drawn_and_nothing_else(drawn: Path) -> None:
    assert {path.name for path in drawn.iterdir()} == set(files())
    assert len(files()) >= 8


def test_the_files_are_sound_and_small(drawn: Path) -> None:
    for name in files():
        with pikepdf.open(drawn / name) as pdf:
            assert pdf.check_pdf_syntax() == []
    assert sum(path.stat().st_size for path in drawn.iterdir()) < 15_000_000


def test_the_budget_book_has_sixty_pages_and_an_outline_of_bureaus(drawn: Path) -> None:
    assert len(sizes(drawn / BOOK)) == 60
    root = outline(drawn / BOOK)
    assert [item.title for item in root[:4]] == ["표지", "목차", "총괄", "기획재정국"]
    assert sum(len(item.children) for item in root) == 28


def test_the_map_is_landscape_a3(drawn: Path) -> None:
    assert sizes(drawn / MAP) == [(1191, 842), (1191, 842)]


def test_the_discussion_paper_turns(drawn: Path) -> None:
    directions = [width > height for width, height in sizes(drawn / MIXED)]
    assert directions == [False, True, False, True]


def test_a_scanned_page_is_one_picture_without_letters(drawn: Path) -> None:
    with pikepdf.open(drawn / SCAN) as pdf:
        for page in pdf.pages:
            assert len(page.get_images()) == 1
            assert "/Font" not in page.resources


def test_every_other_page_carries_its_face_cut_down(drawn: Path) -> None:
    for name in set(files()) - {SCAN}:
        with pikepdf.open(drawn / name) as pdf:
            fonts = [
                descriptor
                for thing in pdf.objects
                if isinstance(thing, pikepdf.Dictionary)
                for descriptor in [thing]
                if "/FontFile2" in descriptor
            ]
            assert fonts, name
            # The whole face takes 3.5 MB.
            assert all(len(font.FontFile2.read_bytes()) < 1_000_000 for font in fonts), name


async def test_the_same_monday_gives_the_same_bytes(drawn: Path, tmp_path: Path) -> None:
    await draw_papers(tmp_path, MONDAY)
    for name in files():
        assert (tmp_path / name).read_bytes() == (drawn / name).read_bytes(), name


async def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DemoFailed, match="폴더에 쓸 수 없습니다"):
        await draw_papers(tmp_path / "file" / "papers", MONDAY)


async def test_a_child_that_fails_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / files()[0] / "in the way").mkdir(parents=True)
    with pytest.raises(DemoFailed, match="그리지 못했습니다"):
        await draw_papers(tmp_path, MONDAY)
