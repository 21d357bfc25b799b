"""What the folds of the two logs hold, as a Welcome carries them; pure."""

from msgspec import Struct

from service.model import (
    Author,
    Carried,
    Document,
    FailedPage,
    Following,
    Former,
    Item,
    PageRef,
    Person,
    Phase,
    Region,
)


class Progress(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a document's pages are; once `complete`, `drawn` is empty and means all.

    `carries` is None until the document was surveyed, `scanned` until it was read through.
    """

    complete: bool = False
    drawn: tuple[int, ...] = ()
    failed: tuple[FailedPage, ...] = ()
    reduced: tuple[int, ...] = ()
    carries: tuple[Carried, ...] | None = None
    scanned: tuple[int, ...] | None = None


class Snapshot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a live tablet shows: the fold of a meeting's entries up to `seq`.

    `items` and `documents` stand in agenda order. `inked` counts the strokes that stand on
    a page, by `model.page_key`; the ink itself is asked for page by page (`ReadInk`).
    `opened` are the embargoed items that were opened. `published`: whether the packet was
    given out, or taken back since; None: as the phase says. `former` are the versions that
    were replaced, by document, oldest first. `region` is the part of `page` to look at;
    `dark`: every screen is black. `veils` counts, by item, the pages
    that the reader of this state may not see; `veiled` is such an item when the meeting is
    at it, and `page` is then None.
    """

    seq: int = 0
    meeting_id: str = ""
    title: str = ""
    place: str = ""
    starts_at: int = 0
    phase: Phase = Phase.PREPARING
    published: bool | None = None
    opened_at: int | None = None
    people: tuple[Person, ...] = ()
    items: tuple[Item, ...] = ()
    opened: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    former: dict[str, tuple[Former, ...]] = {}
    progress: dict[str, Progress] = {}
    lead: Author | None = None
    requests: tuple[Author, ...] = ()
    following: Following = Following.FOLLOW
    page: PageRef | None = None
    region: Region | None = None
    dark: bool = False
    members_may_write: bool = False
    inked: dict[str, int] = {}
    veils: dict[str, int] = {}
    veiled: str | None = None


class Notes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A seat's own ink: the fold of one of its logs up to `seq`; `inked` as in a Snapshot."""

    seq: int = 0
    inked: dict[str, int] = {}
