"""Drafts of one paper: each page is known by its letter, and may be written anew."""

from functools import cache

from tests.support.korean_paper import korean_paper

_WORDS = (
    "예산",
    "도로",
    "하천",
    "공원",
    "제설",
    "복지",
    "주차",
    "교통",
    "청사",
    "민원",
    "급식",
    "축제",
)


@cache
def draft(pages: str, revised: str = "") -> bytes:
    """A PDF with a page for each letter; those of `revised` say something else at one place.

    Pages of one letter are the same sheet in every draft, whatever their number.
    """
    return korean_paper([_lines(letter, revised=letter in revised) for letter in pages])


def _lines(letter: str, *, revised: bool) -> list[str]:
    at = ord(letter)
    lines = [f"제{letter}장 {_WORDS[at % 12]} 보고"]
    for row in range(8):
        words = [_WORDS[(at * 5 + row * 3 + step * step) % 12] for step in range(3)]
        lines.append(f"{letter}{row} {' '.join(words)} {at * 37 + row * 11} 건")
    if revised:
        lines[4] = f"{letter}4 추가로 확정한 금액 {at * 91} 백만 원"
    return lines
