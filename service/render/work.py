"""What there is to be done for a PDF: pages, tiles of pages, texts, a survey; pure."""

from typing import Final, Literal, NamedTuple

READ_RUN: Final = 16
"""Pages read by one job: a page of text takes 3 to 10 ms, a job's own cost is about one."""


class Place(NamedTuple):
    """A page of a document, by content: its image and thumbnail are to be drawn."""

    sha256: str
    page: int


class Tile(NamedTuple):
    """A square of a page at a level of detail, as `limits.tile_box` counts them."""

    sha256: str
    page: int
    level: int
    column: int
    row: int


class Run(NamedTuple):
    """READ_RUN pages from `first` on, fewer at the document's end: their text is to be read."""

    sha256: str
    first: int
    kind: Literal["text"] = "text"
    """Tells a run from the Place of its first page: tuples of equal members are equal."""


class Whole(NamedTuple):
    """A document: its outline, labels and what it carries are to be looked at."""

    sha256: str


Aside = Tile | Run | Whole
"""Work beside the pages' images: done when somebody asks, or when nothing else is left."""

Work = Place | Aside


def run_of(page: int) -> int:
    """The first page of the run a page belongs to."""
    return page - (page - 1) % READ_RUN


def run_pages(run: Run, page_count: int) -> tuple[int, ...]:
    """The pages of a run in a document of that many pages."""
    return tuple(range(run.first, min(run.first + READ_RUN, page_count + 1)))


def runs_of(sha256: str, page_count: int) -> list[Run]:
    """All runs of a document, in order."""
    return [Run(sha256, first) for first in range(1, page_count + 1, READ_RUN)]
