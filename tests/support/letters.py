"""Texts as the reading room would give them, made in memory; some may be unread yet."""

import random
from collections.abc import Iterable, Sequence
from typing import Final

from service.render.paper import Box, PageText
from service.render.work import READ_RUN

NOUNS: Final = (
    *("시정", "주요", "업무", "보고", "예산안", "집행", "현황", "향후", "추진", "계획", "부서별"),
    *("소요", "재원", "검토", "결과", "회의", "자료", "사업비", "공사", "도로", "정비", "주민"),
    *("설명회", "위원회", "조례", "개정", "안전", "점검", "관광", "축제", "복지", "시설", "확충"),
)
ENDINGS: Final = ("", "", "", "을", "의", "에", "에서", "으로", "과", "도", "부터")


def page_text(page: int, text: str) -> PageText:
    """A page with this text; its words stand in a row, each letter 100 units wide."""
    return PageText(page=page, text=text, boxes=row_of_boxes(text))


def row_of_boxes(text: str) -> tuple[Box, ...]:
    """A box for each word: line n lies at 200 n, each letter and space is 100 wide."""
    return tuple(
        (100 * start, 200 * line, 100 * (start + len(word)), 200 * line + 100)
        for line, row in enumerate(text.split("\n"))
        for start, word in _words(row)
    )


def korean_pages(count: int, seed: int, *, lines: int = 34) -> list[str]:
    """Pages of Korean words with particles, figures and a Latin word here and there."""
    rng = random.Random(seed)  # noqa: S311  a fixed seed, no secret
    pages = []
    for _ in range(count):
        rows = []
        for _ in range(lines):
            words = [rng.choice(NOUNS) + rng.choice(ENDINGS) for _ in range(9)]
            words.append(f"{rng.randrange(10**7):,}천원")
            words.append(rng.choice(("TF", "AI", "MOU", "및", "등")))
            rows.append(" ".join(words))
        pages.append("\n".join(rows))
    return pages


class TextsInMemory:
    """The promise of `render.texts.Texts`, kept for some contents; `unread` runs are missing."""

    def __init__(self, pages: dict[str, Sequence[str]]) -> None:
        self._pages = pages
        self.unread: set[tuple[str, int]] = set()
        self.wishes: list[tuple[str, int]] = []
        self.asked: list[tuple[str, int]] = []

    async def words_so_far(self, sha256: str, first: int) -> tuple[str, ...] | None:
        """The texts of a run, unless it is unread."""
        self.asked.append((sha256, first))
        if (sha256, first) in self.unread:
            return None
        return tuple(self._pages[sha256][first - 1 : first - 1 + READ_RUN])

    def want_texts(self, sha256: str, firsts: Iterable[int]) -> None:
        """Note the wish."""
        self.wishes += ((sha256, first) for first in firsts)


def _words(row: str) -> list[tuple[int, str]]:
    places, start = [], 0
    for word in row.split(" "):
        if word:
            places.append((start, word))
        start += len(word) + 1
    return places
