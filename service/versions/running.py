"""Running lines: page numbers, dates and names that head or foot many pages; pure.

A line among the outermost of its page is running when the same line, or the same but
for one number that counts with the pages, is found there on several pages. What runs in
one version runs in the other: pages put in another order still bear their old numbers.
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
_HERE: Final = "\0"
"""Stands in a line for the number that counts."""

Form = tuple[bool, str]
"""Whether at the foot, and the line, the number that counts taken out."""


def running_forms(texts: Sequence[str]) -> frozenset[Form]:
    """The forms of a document's running lines."""
    found: Counter[tuple[Form, int]] = Counter()
    for number, text in enumerate(texts):
        lines = _lines(text)
        found.update({each for at in _edges(lines) for each in _forms(lines, at, number)})
    need = max(2, min(ENOUGH, -(-len(texts) // 4)))
    return frozenset(form for (form, _), count in found.items() if count >= need)


def body_of(text: str, running: frozenset[Form]) -> str:
    """A page's text without its running lines."""
    lines = _lines(text)
    edges = _edges(lines)
    kept = []
    for at, line in enumerate(lines):
        forms = {form for form, _ in _forms(lines, at, 0)} if at in edges else set()
        if running.isdisjoint(forms):
            kept.append(line)
    return "\n".join(kept)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _edges(lines: list[str]) -> set[int]:
    """Places of the lines that may be running."""
    count = len(lines)
    return {*range(min(EDGE, count)), *range(max(0, count - EDGE), count)}


def _forms(lines: list[str], at: int, number: int) -> Iterator[tuple[Form, int]]:
    """The line whole, and under every guess of which number counts, with how far it is ahead."""
    line = " ".join(lines[at].split())
    if len(line) > LONGEST:
        return
    head, foot = at < EDGE, at >= len(lines) - EDGE
    for low in {not head, foot}:
        yield (low, line), 0
        for found in _NUMBER.finditer(line):
            form = line[: found.start()] + _HERE + line[found.end() :]
            yield (low, form), int(found.group()) - number
