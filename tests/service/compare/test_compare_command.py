"""`hanjang compare` as people and programs meet it: a map, or one sentence and exit code 2."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.__main__ import commands
from service.compare.running import Compared, Refused, compare_files
from service.demo.draw.book import Book
from service.demo.draw.sheet import Sheet
from service.errors import Code
from service.render.limits import ChildLimits, FileLimits
from service.sentences import sentence_of
from service.versions.page_map import Change, Lone
from tests.support import pdfs
from tests.support.leaves import LINE, words

ROOT = Path(__file__).parents[3]


def compare(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "service", "compare", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def bound(path: Path, pages: Sequence[int], edited: Sequence[int] = ()) -> str:
    """A PDF of these pages; an edited one has another last line."""
    book = Book("시험", "한장시")
    for page in pages:
        sheet = Sheet()
        told = words(page)
        if page in edited:
            told = (*told[:-LINE], *words(-page, LINE))
        for row in range(0, len(told), LINE):
            sheet.text(50, 90 + row * 4, " ".join(told[row : row + LINE]), 11)
        book.add(sheet)
    book.save(path)
    return str(path)


def test_people_are_told_in_korean_first(tmp_path: Path) -> None:
    old = bound(tmp_path / "old.pdf", [1, 2, 3, 4, 5, 6])
    new = bound(tmp_path / "new.pdf", [1, 9, 2, 4, 5, 6], edited=[5])
    before = sorted(tmp_path.iterdir())
    done = compare(old, new, HANJANG_DATA=str(tmp_path / "data"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout.splitlines()[1] == "6쪽 → 6쪽: 그대로 4쪽, 바뀜 1쪽, 새 쪽 1쪽, 없어진 쪽 1쪽"
    )
    assert "  쪽 2 → 3  쪽 번호나 머리글만 다름 page number or running line only" in done.stdout
    assert "  쪽 5 → 5  내용이 다름 other words" in done.stdout
    # Nothing was stored anywhere near.
    assert sorted(tmp_path.iterdir()) == before


def test_programs_are_told_in_one_line_of_json(tmp_path: Path) -> None:
    old = bound(tmp_path / "old.pdf", range(12))
    new = bound(tmp_path / "new.pdf", [*range(3), *range(7, 12), *range(3, 7)])
    done = compare(old, new, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    moved = [(p["old"], p["new"]) for p in said["pairs"] if p["kind"] == "moved"]
    assert moved == [(4, 9), (5, 10), (6, 11), (7, 12)]
    assert (said["added"], said["removed"]) == ([], [])


def a_text(folder: Path) -> Path:
    return written(folder, b"no PDF at all")


def an_empty_file(folder: Path) -> Path:
    return written(folder, b"")


def a_locked_file(folder: Path) -> Path:
    return written(folder, pdfs.protected("secret"))


def a_long_file(folder: Path) -> Path:
    return written(folder, pdfs.good(9))


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.pdf")
    return folder / "pipe.pdf"


def a_folder(folder: Path) -> Path:
    return folder


def written(folder: Path, data: bytes) -> Path:
    (folder / "bad.pdf").write_bytes(data)
    return folder / "bad.pdf"


@pytest.mark.parametrize(
    ("bad", "code", "old"),
    [
        (a_text, Code.NOT_A_PDF, True),
        (an_empty_file, Code.EMPTY_FILE, False),
        (a_locked_file, Code.PASSWORD_NEEDED, False),
        (a_long_file, Code.TOO_MANY_PAGES, True),
        (a_pipe, Code.NOT_A_FILE, True),
        (a_folder, Code.UNREADABLE_FILE, False),
    ],
)
async def test_a_bad_file_is_refused_whichever_it_is(
    bad: Callable[[Path], Path], code: Code, old: bool, tmp_path: Path
) -> None:
    name = str(bad(tmp_path))
    (tmp_path / "good.pdf").write_bytes(pdfs.good(2))
    names = (name, str(tmp_path / "good.pdf"))
    first, second = names if old else names[::-1]
    found = await compare_files(first, second, FileLimits(pages=8), ChildLimits())
    assert found == Refused(name, code)


def test_a_refusal_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    name = str(a_text(tmp_path))
    done = compare(name, name)
    sentence = sentence_of(Code.NOT_A_PDF)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{name}: {sentence.ko} / {sentence.en}\n"


def test_a_name_that_is_none_is_said_so(tmp_path: Path) -> None:
    name = str(tmp_path / "nowhere.pdf")
    done = CliRunner().invoke(commands, ["compare", name, name])
    assert done.exit_code == 2
    assert done.output == f"그런 파일이 없습니다: {name} / There is no such file: {name}\n"


async def test_a_file_is_itself_even_where_it_cannot_be_drawn(tmp_path: Path) -> None:
    for name in ("one.pdf", "same.pdf"):
        (tmp_path / name).write_bytes(pdfs.with_broken_page())
    found = await compare_files(
        str(tmp_path / "one.pdf"), str(tmp_path / "same.pdf"), FileLimits(), ChildLimits()
    )
    assert isinstance(found, Compared)
    assert [(p.old, p.new, p.change) for p in found.page_map.pairs] == [
        (page, page, Change.NONE) for page in (1, 2, 3)
    ]


async def test_a_page_that_takes_too_long_does_not_hold_the_others_up(tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(pdfs.translucent_path(200_000))
    new = bound(tmp_path / "new.pdf", [1])
    found = await compare_files(
        str(tmp_path / "slow.pdf"), new, FileLimits(page_seconds=0.5), ChildLimits()
    )
    assert isinstance(found, Compared)
    assert found.page_map.pairs == ()
    assert found.page_map.removed == (Lone(page=1),)
