"""What a search answers; pure."""

from dataclasses import dataclass, field
from typing import Final

from service.search.showing import Snippet

MOST_PAGES: Final = 200
"""Pages that an answer lists: ten screens of a tablet's side panel."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A document to be searched; `content` is the SHA-256 of its bytes."""

    document_id: str
    version: int
    content: str
    page_count: int


@dataclass(frozen=True, slots=True)
class PageHits:
    """A page with hits, and the first of them with its surroundings."""

    document_id: str
    version: int
    page: int
    hits: int
    first: Snippet


@dataclass(slots=True)
class Found:
    """Hits in packet order, as far as texts were read and there was time.

    `read` of `of` pages were searched, `unlettered` of them have no text at all.
    `documents` counts hits of documents that have any, in packet order; `pages` are the
    first MOST_PAGES with hits, and `more` says that there are others.
    """

    of: int
    read: int = 0
    unlettered: int = 0
    documents: list[tuple[Sheaf, int]] = field(default_factory=list)
    pages: list[PageHits] = field(default_factory=list)
    more: bool = False

    @property
    def hits(self) -> int:
        """Hits of all documents."""
        return sum(hits for _, hits in self.documents)
