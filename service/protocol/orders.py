"""Orders: commands from the service's own rooms, never accepted from a tablet; pure."""

from service.model import Document, FailedPage, Id, Milliseconds, PageNumber, Text, Title
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


AnyOrder = CreateMeeting | RegisterDocument | ReportPages
