"""Orders: commands from the service's own rooms, never accepted from a tablet; pure."""

from service.model import (
    Carried,
    Document,
    FailedPage,
    Id,
    Milliseconds,
    NextPage,
    PageNumber,
    Text,
    Title,
    VersionNumber,
)
from service.protocol.commands import Command


class CreateMeeting(Command, frozen=True):
    meeting_id: Id
    title: Title
    place: Text
    starts_at: Milliseconds


class RegisterDocument(Command, frozen=True):
    """A PDF has been received, inspected and stored; it joins the end of its item."""

    document: Document


class ReplaceDocument(Command, frozen=True):
    """A new version of a document has been received, inspected, stored and compared.

    `pages` and `changed` as in `DocumentReplaced`.
    """

    document: Document
    pages: tuple[NextPage, ...]
    changed: tuple[PageNumber, ...]


class ReportPages(Command, frozen=True):
    """Pages of a document's version were drawn, or could not be."""

    document_id: Id
    version: VersionNumber
    drawn: tuple[PageNumber, ...] = ()
    failed: tuple[FailedPage, ...] = ()
    reduced: tuple[PageNumber, ...] = ()


class ReportSurvey(Command, frozen=True):
    """What a document's version brings besides its pages is known."""

    document_id: Id
    version: VersionNumber
    carries: tuple[Carried, ...]


class ReportReading(Command, frozen=True):
    """A document's version was read through."""

    document_id: Id
    version: VersionNumber
    scanned: tuple[PageNumber, ...]


AnyOrder = (
    CreateMeeting | RegisterDocument | ReplaceDocument | ReportPages | ReportSurvey | ReportReading
)
