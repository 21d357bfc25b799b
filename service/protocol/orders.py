"""Orders: commands from the service's own rooms, never accepted from a tablet; pure."""

from service.model import Carried, Document, FailedPage, Id, Milliseconds, PageNumber, Text, Title
from service.protocol.commands import Command


class CreateMeeting(Command, frozen=True):
    meeting_id: Id
    title: Title
    place: Text
    starts_at: Milliseconds


class RegisterDocument(Command, frozen=True):
    """A PDF has been received, inspected and stored; it joins the end of its item."""

    document: Document


class ReportPages(Command, frozen=True):
    """Pages of a document were drawn, or could not be."""

    document_id: Id
    drawn: tuple[PageNumber, ...] = ()
    failed: tuple[FailedPage, ...] = ()
    reduced: tuple[PageNumber, ...] = ()


class ReportSurvey(Command, frozen=True):
    """What a document brings besides its pages is known."""

    document_id: Id
    carries: tuple[Carried, ...]


class ReportReading(Command, frozen=True):
    """A document was read through."""

    document_id: Id
    scanned: tuple[PageNumber, ...]


AnyOrder = CreateMeeting | RegisterDocument | ReportPages | ReportSurvey | ReportReading
