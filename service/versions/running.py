"""Running lines: page numbers, dates and names that head or foot many pages; pure.

A line among the outermost of its page is running when the same line, or the same but
for one number that counts with the pages, is found there on several pages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

EDGE: Final = 2
"""Lines from the top and from the foot that may be running: a name or date, and a number."""

ENOUGH: Final = 5
"""Pages on which a line must be found in a long document; in a short one a quarter, at least 2."""

LONGEST: Final = 200
"""Letters: what is longer is text."""

_NUMBER: Final = re.compile(r"\d{1,5}")

_Place = tuple[bool, str]


def bodies(texts: Sequence[str]) -> list[str]:
    """Each page's text without its running lines."""
    pages = [[line for line in text.splitlines() if line.strip()] for text in texts]
    found: Counter[_Place] = Counter()
    for number, lines in enumerate(pages):
        found.update({key for at in _edges(lines) for key in _keys(lines, at, number)})
    need = max(2, min(ENOUGH, -(-len(pages) // 4)))
    running = {key for key, count in found.items() if count >= need}
    return ["\n".join(_kept(lines, number, running)) for number, lines in enumerate(pages)]


def _kept(lines: list[str], number: int, running: set[_Place]) -> Iterator[str]:
    edges = _edges(lines)
    for at, line in enumerate(lines):
        if at not in edges or running.isdisjoint(_keys(lines, at, number)):
            yield line


def _edges(lines: list[str]) -> set[int]:
    """Places of the lines that may be running."""
    count = len(lines)
    return {*range(min(EDGE, count)), *range(max(0, count - EDGE), count)}


def _keys(lines: list[str], at: int, number: int) -> Iterator[_Place]:
    """The line under every guess of which of its numbers counts with the pages."""
    line = " ".join(lines[at].split())
    if len(line) > LONGEST:
        return
    head, foot = at < EDGE, at >= len(lines) - EDGE
    for low in {not head, foot}:
        yield low, line
        for found in _NUMBER.finditer(line):
            counted = f"\0{int(found.group()) - number}\0"
            yield low, line[: found.start()] + counted + line[found.end() :]
