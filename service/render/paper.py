"""What a PDF says besides its pictures: text of pages, outline, labels; pure values.

They come out of the fence as MessagePack and are decoded strictly, so every bound here
is checked before anything else looks at a value. Places on a page are integers in
1/10,000 of the page's width as it is shown, from its top left (see `model.Ordinate`).
"""

from typing import Annotated

from msgspec import Meta, Struct

from service.model import Carried, Ordinate, PageNumber

MAX_WORDS = 20_000
"""Words of one page: the densest page of a printed law has about 2,000."""

MAX_LINKS = 2_000
MAX_OUTLINE = 3_000
MAX_LABELS = 10_000

Box = tuple[Ordinate, Ordinate, Ordinate, Ordinate]
"""Left, top, right, bottom."""


class Paper(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value about a PDF."""


class Link(Paper, frozen=True):
    """A place on a page that leads to a page of the same document, or to a web address.

    Exactly one of `page` and `url` is set; an address is http or https.
    """

    box: Box
    page: PageNumber | None = None
    url: Annotated[str, Meta(max_length=2_000, pattern=r"^https?://\S+(?!\n)$")] | None = None


class PageText(Paper, frozen=True):
    """One page in reading order.

    `text`: words parted by a space, lines by one line feed, blocks by two; a word holds no
    white space, so `text.split()` are the words. `boxes` has one entry a word, in the same
    order. `scanned`: the page has no text and a picture covers it. `cut`: it had more
    words or links than allowed. `unreadable`: its text could not be read.
    """

    page: PageNumber
    text: Annotated[str, Meta(max_length=1_000_000)] = ""
    boxes: Annotated[tuple[Box, ...], Meta(max_length=MAX_WORDS)] = ()
    links: Annotated[tuple[Link, ...], Meta(max_length=MAX_LINKS)] = ()
    scanned: bool = False
    cut: bool = False
    unreadable: bool = False


class Chapter(Paper, frozen=True):
    """A line of the document's outline; `level` counts from 1, `page` is None without aim."""

    level: Annotated[int, Meta(ge=1, le=20)]
    title: Annotated[str, Meta(max_length=200)]
    page: PageNumber | None = None


class Contents(Paper, frozen=True):
    """What a document says of itself; `labels` is empty, or has one label a page."""

    outline: Annotated[tuple[Chapter, ...], Meta(max_length=MAX_OUTLINE)] = ()
    labels: Annotated[
        tuple[Annotated[str, Meta(max_length=40)], ...], Meta(max_length=MAX_LABELS)
    ] = ()
    carries: Annotated[tuple[Carried, ...], Meta(max_length=len(Carried))] = ()
