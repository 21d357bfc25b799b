"""Hits in the folded text of one page, a stretch at a time; pure."""

from collections.abc import Iterator
from typing import Final

from service.search.query import Pattern

STRETCH: Final = 1_500
"""Letters looked through in one go: a full page, 3 us; 3 ms where each letter begins what
could be a hit of a hundred letters."""

REACH: Final = 500
"""Letters a hit may take beyond its stretch: a query of 100 with the white space in it."""

MOST_HITS: Final = 1_000
"""Hits of one page that are counted and shown: one letter stands that often on a dense page."""

Span = tuple[int, int]


def stretches(pattern: Pattern, compared: str) -> Iterator[list[Span]]:
    """Hits that do not overlap, in order, by stretch of the page; whoever asks may rest between.

    An empty list is a stretch without hits. Ends after MOST_HITS.
    """
    start, left = 0, MOST_HITS
    while start < len(compared) and left > 0:
        end = start + STRETCH
        found: list[Span] = []
        for hit in pattern.finditer(compared, start, end + REACH):
            if hit.start() >= end or len(found) == left:
                break
            found.append(hit.span())
        left -= len(found)
        start = max(end, found[-1][1]) if found else end
        yield found
