"""Ids and small values that every room may speak of; pure, no I/O.

They travel inside commands and events, so each field carries the bounds that
the wire enforces: a value that exists is a value that was checked.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

# `(?!\n)$`: in Python a bare `$` would also accept a trailing newline.
Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}(?!\n)$")]
"""An opaque name made by whoever creates the thing: a tablet or the service."""

ONE_LINE = r"^[^\x00-\x1f\x7f]*(?!\n)$"
"""No control characters: what people type on one line, and nothing that hides in it."""

Title = Annotated[str, Meta(min_length=1, max_length=200, pattern=ONE_LINE)]
Text = Annotated[str, Meta(max_length=200, pattern=ONE_LINE)]
Name = Annotated[str, Meta(min_length=1, max_length=60, pattern=ONE_LINE)]
Office = Annotated[str, Meta(max_length=60, pattern=ONE_LINE)]
"""A name and a position together must fit the Text that signs an entry."""

Milliseconds = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""A moment as milliseconds since 1970-01-01 UTC; the bound is JavaScript's exact integers."""

PageNumber = Annotated[int, Meta(ge=1, le=100_000)]
Minutes = Annotated[int, Meta(ge=0, le=24 * 60)]
Index = Annotated[int, Meta(ge=0, le=10_000)]

Ordinate = Annotated[int, Meta(ge=-20_000, le=1_000_000)]
"""A place on a page in 1/10,000 of the page's width, on both axes, from the top left.
Slightly negative is allowed: a pen may start on the margin beside the sheet."""

MAX_POINTS = 2_000
"""Points in one stroke: 16 s of writing at 120 points a second; a longer line is sent as two."""

Points = Annotated[tuple[Ordinate, ...], Meta(max_length=3 * MAX_POINTS)]
"""x, y, pressure (0 to 255) of every point, one after the other: three numbers a point."""


class Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An immutable value; unknown fields are refused where it is read."""


class Role(StrEnum):
    """What a join link lets its holder do."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    PRESENTER = "presenter"
    MEMBER = "member"
    OBSERVER = "observer"
    SCREEN = "screen"


class Phase(StrEnum):
    """Where a meeting stands; only an open one can be led."""

    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"


class Following(StrEnum):
    """How tablets go along with the presenter's turns."""

    SUGGEST = "suggest"
    FOLLOW = "follow"
    HOLD = "hold"


class Carried(StrEnum):
    """What a document brings besides pages: it is never run, opened or followed."""

    JAVASCRIPT = "javascript"
    LAUNCH = "launch"
    EMBEDDED_FILES = "embedded_files"
    REMOTE = "remote"
    MULTIMEDIA = "multimedia"
    FORM_SENDING = "form_sending"


class Tool(StrEnum):
    """What a stroke was made with.

    A pen and a highlighter leave a line. A note is words at a point, a stamp one of `STAMPS`.
    A bookmark, and what a presenter means to say (`speech`), belong to the page alone and
    stand at its corner; both are private.
    """

    PEN = "pen"
    HIGHLIGHTER = "highlighter"
    NOTE = "note"
    STAMP = "stamp"
    SPEECH = "speech"
    BOOKMARK = "bookmark"


STAMPS = ("agree", "seen", "object")
"""동의, 확인, 이의: what a stamp says."""


class PointerShape(StrEnum):
    """How the presenter's pointer looks."""

    DOT = "dot"
    RING = "ring"
    ARROW = "arrow"


class PointerSize(StrEnum):
    """How large the presenter's pointer is; the client's style says how many pixels."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Colour(StrEnum):
    """The closed set of inks; the client's style sheet says what each looks like."""

    BLACK = "black"
    RED = "red"
    BLUE = "blue"
    YELLOW = "yellow"
    GREEN = "green"


VersionNumber = Annotated[int, Meta(ge=1, le=10_000)]
"""Which version of a document, counted from 1."""


class PageRef(Value, frozen=True):
    """One page of one version of one document: never a bare page index."""

    document_id: Id
    version: VersionNumber
    page: PageNumber


def page_key(page: PageRef) -> str:
    """The page as a dictionary key, for example `"d7.1.12"`; the client makes the same."""
    return f"{page.document_id}.{page.version}.{page.page}"


Extent = Annotated[int, Meta(ge=1, le=1_000_000)]
"""A length on a page, in the unit of `Ordinate`."""


class Region(Value, frozen=True):
    """The part of a page that the presenter looks at."""

    x: Ordinate
    y: Ordinate
    width: Extent
    height: Extent


class Author(Value, frozen=True):
    """Whose act something was: the seat that did it and the name shown for it."""

    seat_id: Id
    name: Text


class Actor(Value, frozen=True):
    """Who is asking: a seat, the name shown for it, and what its link lets it do."""

    seat_id: Id
    name: Text
    role: Role

    @property
    def author(self) -> Author:
        """The actor as the log remembers it."""
        return Author(seat_id=self.seat_id, name=self.name)


class Person(Value, frozen=True):
    """Somebody on the meeting's list of participants."""

    person_id: Id
    name: Name
    department: Text
    position: Office


class Item(Value, frozen=True):
    """A node of the agenda.

    `embargoed`: its pages are kept back from the room until the item is opened. `closed`
    (대외비): its title, pages and ink never reach an observer or a wall. `no_store`: no
    tablet keeps its pages for later.
    """

    item_id: Id
    title: Title
    department: Text
    reporter: Text
    minutes: Minutes
    embargoed: bool = False
    closed: bool = False
    no_store: bool = False


class PageSize(Struct, frozen=True, array_like=True):
    """Width and height of a page as it is shown, in PDF points, rounded to whole ones."""

    width: Annotated[int, Meta(ge=1, le=100_000)]
    height: Annotated[int, Meta(ge=1, le=100_000)]


Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}(?!\n)$")]


class Document(Value, frozen=True):
    """A PDF under an agenda item; `content` names its bytes, `sizes` has one entry a page."""

    document_id: Id
    version: VersionNumber
    item_id: Id
    name: Title
    content: Sha256
    sizes: tuple[PageSize, ...]


NextPage = Annotated[int, Meta(ge=0, le=100_000)]
"""Which page of the next version a page became; 0: it is gone."""


class Former(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A version of a document that was replaced, and what became of its pages.

    `pages` has an entry a page; `changed` are the pages of the next version that are new
    or say something else than before.
    """

    version: VersionNumber
    content: Sha256
    sizes: tuple[PageSize, ...]
    pages: tuple[NextPage, ...]
    changed: tuple[PageNumber, ...]


class FailedPage(Value, frozen=True):
    """A page that could not be drawn, and the error code that says why."""

    page: PageNumber
    code: Id


Words = Annotated[str, Meta(max_length=2_000, pattern=r"^[^\x00-\x09\x0b-\x1f\x7f]*$")]
"""What somebody writes with a keyboard: lines, and no other control characters."""


class Stroke(Value, frozen=True):
    """What a hand leaves on a page: a line, or words or a stamp at one point.

    `text` holds the words, or which stamp; a line has none.
    """

    stroke_id: Id
    page: PageRef
    tool: Tool
    colour: Colour
    width: Annotated[int, Meta(ge=1, le=1_000)]  # in 1/10,000 of the page's width
    points: Points
    text: Words = ""


class Mark(Value, frozen=True):
    """A stroke that stands on a page, who drew it, and the entry of its log that added it."""

    stroke: Stroke
    by: Author
    seq: Annotated[int, Meta(ge=1, le=2**53 - 1)]
