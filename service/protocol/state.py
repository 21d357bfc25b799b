"""What the folds of the two logs hold, as a Welcome carries them; pure."""

from msgspec import Struct

from service.model import Author, Carried, Document, FailedPage, Item, Mark, PageRef, Person, Phase


class Progress(Struct, kw_only=True, forbid_unknown_fields=True):
    """How far a document's pages are; once `complete`, `drawn` is empty and means all.

    `carries` is None until the document was surveyed, `scanned` until it was read through.
    """

    complete: bool = False
    drawn: list[int] = []
    failed: list[FailedPage] = []
    reduced: list[int] = []
    carries: list[Carried] | None = None
    scanned: list[int] | None = None


class Snapshot(Struct, kw_only=True, forbid_unknown_fields=True):
    """What a live tablet shows: the fold of a meeting's entries up to `seq`.

    The only mutable value here: `meeting.state` folds entries into it in place.
    `items` and `documents` stand in agenda order; `strokes` by `model.page_key`.
    """

    seq: int = 0
    meeting_id: str = ""
    title: str = ""
    place: str = ""
    starts_at: int = 0
    phase: Phase = Phase.PREPARING
    opened_at: int | None = None
    people: list[Person] = []
    items: list[Item] = []
    documents: list[Document] = []
    progress: dict[str, Progress] = {}
    lead: Author | None = None
    page: PageRef | None = None
    members_may_write: bool = False
    strokes: dict[str, list[Mark]] = {}


class Notes(Struct, kw_only=True, forbid_unknown_fields=True):
    """A seat's private ink: the fold of its notes up to `seq`."""

    seq: int = 0
    strokes: dict[str, list[Mark]] = {}
