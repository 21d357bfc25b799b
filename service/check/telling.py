"""A verdict in words: lines for people, or one line of JSON for machines; pure."""

import json
import os
from collections.abc import Iterator
from typing import Final

from service.check.cells import cells, safe, shortened, wrapped
from service.check.verdict import Tally, Verdict
from service.errors import Code
from service.sentences import sentence_of

INDENT: Final = " " * 6
WIDEST: Final = 100
"""Columns: longer lines of prose are hard to read."""

_GREEN, _YELLOW, _RED, _DIM, _PLAIN = "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[2m", "\x1b[0m"


class ForMachines:
    """One JSON object a line, in UTF-8, with nothing in it that a terminal would obey."""

    def verdict(self, verdict: Verdict) -> str:
        """The object and its line end."""
        said = {
            # A name may be any bytes; those that are no UTF-8 are spelled \\xNN.
            "file": os.fsencode(verdict.name).decode("utf-8", "backslashreplace"),
            "accepted": verdict.accepted,
            "code": verdict.code,
            "reason": None if verdict.code is None else _reason(verdict.code),
            "pages": verdict.pages,
            "ms": verdict.milliseconds,
            "failed": [{"page": grey.page, "code": grey.code} for grey in verdict.grey],
        }
        line = json.dumps(said, ensure_ascii=False)
        return "".join(it if it.isprintable() else json.dumps(it)[1:-1] for it in line) + "\n"

    def beginning(self, folder: str) -> str:
        """Nothing: every line is about a file."""
        return ""

    def end(self, tally: Tally, seconds: float) -> str:
        """Nothing: every line is about a file."""
        return ""


class ForPeople:
    """A calm line a file, the reason below it where there is one, the sum at the end."""

    def __init__(self, columns: int | None, *, colours: bool) -> None:
        """Fit into that many columns; None leaves names whole."""
        self._columns = columns
        self._prose = min(columns or WIDEST, WIDEST) - len(INDENT)
        self._colours = colours

    def beginning(self, folder: str) -> str:
        """What the words in the first column mean."""
        name = safe(folder)
        title = f"한장 check  {name}"
        if self._columns is not None:
            title = shortened(title, self._columns)
        return (
            f"{title}\n"
            "받음 accepted · 일부 accepted, some pages grey · 거절 refused\n"
            f"{'':4}쪽 pages{'ms':>9}  파일 file\n\n"
        )

    def verdict(self, verdict: Verdict) -> str:
        """The file's line, and why it or pages of it are refused."""
        word, colour = ("거절", _RED) if verdict.code else ("받음", _GREEN)
        if verdict.grey:
            word, colour = "일부", _YELLOW
        pages = f"{verdict.pages:,}" if verdict.accepted else "-"
        figures = f"{pages:>8}{verdict.milliseconds:>9,}"
        name = safe(verdict.name)
        if self._columns is not None:
            room = self._columns - cells(word) - cells(figures) - 2
            name = shortened(name, max(8, room))
        reasons = "".join(self._dimmed(line) for line in self._reasons(verdict))
        return f"{self._coloured(word, colour)}{figures}  {name}\n{reasons}"

    def end(self, tally: Tally, seconds: float) -> str:
        """The sum of all."""
        return (
            f"\n파일 {tally.files:,}개: 받음 {tally.accepted:,}개(회색 쪽이 있는 것 "
            f"{tally.with_grey:,}개), 거절 {tally.refused:,}개, {seconds:.1f}초\n"
            f"{tally.files:,} files: {tally.accepted:,} accepted ({tally.with_grey:,} with grey "
            f"pages), {tally.refused:,} refused, {seconds:.1f} s\n"
        )

    def _reasons(self, verdict: Verdict) -> Iterator[str]:
        if verdict.code is not None:
            sentence = sentence_of(verdict.code)
            yield from wrapped(sentence.ko, self._prose)
            yield from wrapped(sentence.en, self._prose)
        for code in dict.fromkeys(grey.code for grey in verdict.grey):
            pages = ", ".join(str(grey.page) for grey in verdict.grey if grey.code is code)
            sentence = sentence_of(code)
            yield from wrapped(f"{pages}쪽: {sentence.ko}", self._prose)
            yield from wrapped(f"Page {pages}: {sentence.en}", self._prose)

    def _dimmed(self, line: str) -> str:
        return f"{INDENT}{self._coloured(line, _DIM)}\n"

    def _coloured(self, text: str, colour: str) -> str:
        return f"{colour}{text}{_PLAIN}" if self._colours else text


def _reason(code: Code) -> str:
    sentence = sentence_of(code)
    return f"{sentence.ko} / {sentence.en}"
