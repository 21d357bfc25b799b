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
    """What a stroke was drawn with."""

    PEN = "pen"
    HIGHLIGHTER = "highlighter"


class Colour(StrEnum):
    """The closed set of inks; the client's style sheet says what each looks like."""

    BLACK = "black"
    RED = "red"
    BLUE = "blue"
    YELLOW = "yellow"
    GREEN = "green"


class PageRef(Value, frozen=True):
    """One page of one version of one document: never a bare page index."""

    document_id: Id
    version: Annotated[int, Meta(ge=1, le=10_000)]
    page: PageNumber


def page_key(page: PageRef) -> str:
    """The page as a dictionary key, for example `"d7.1.12"`; the client makes the same."""
    return f"{page.document_id}.{page.version}.{page.page}"


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
    (대외비): its title, pages and ink never reach an observer or a wall.
    """

    item_id: Id
    title: Title
    department: Text
    reporter: Text
    minutes: Minutes
    embargoed: bool = False
    closed: bool = False


class PageSize(Struct, frozen=True, array_like=True):
    """Width and height of a page as it is shown, in PDF points, rounded to whole ones."""

    width: Annotated[int, Meta(ge=1, le=100_000)]
    height: Annotated[int, Meta(ge=1, le=100_000)]


Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}(?!\n)$")]


class Document(Value, frozen=True):
    """A PDF under an agenda item; `content` names its bytes, `sizes` has one entry a page."""

    document_id: Id
    version: Annotated[int, Meta(ge=1, le=10_000)]
    item_id: Id
    name: Title
    content: Sha256
    sizes: tuple[PageSize, ...]


class FailedPage(Value, frozen=True):
    """A page that could not be drawn, and the error code that says why."""

    page: PageNumber
    code: Id


class Stroke(Value, frozen=True):
    """One line of ink on one page."""

    stroke_id: Id
    page: PageRef
    tool: Tool
    colour: Colour
    width: Annotated[int, Meta(ge=1, le=1_000)]  # in 1/10,000 of the page's width
    points: Points


class Mark(Value, frozen=True):
    """A stroke that stands on a page, who drew it, and the entry of its log that added it."""

    stroke: Stroke
    by: Author
    seq: Annotated[int, Meta(ge=1, le=2**53 - 1)]
