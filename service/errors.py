"""What can be refused or go wrong: stable codes, their sentences, and the tree that carries them.

    Refusal                a value: an expected no, handed back by pure rules
    ServiceError           raised; every one carries a Code
    +-- InputRefused       what came in is not acceptable: mend it and send it again
    |   +-- FileRefused    a PDF that cannot be taken in, or a page that cannot be drawn
    +-- AccessRefused      who asks may not have it
    +-- Unavailable        the service cannot do it just now; nothing old is lost

Every sentence may be shown to the person who asked: it says what happened and what to
do next, and holds no path, id or detail of the machine. Those go to the log alone.
Texts are Korean first, English second; `service.sentences` has them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from storage.errors import StorageError, StorageFull, StorageReadOnly


class Code(StrEnum):
    """Stable names of refusals; a code once shipped is never renamed."""

    # files
    NOT_A_PDF = "not_a_pdf"
    EMPTY_FILE = "empty_file"
    BROKEN_PDF = "broken_pdf"
    PASSWORD_NEEDED = "password_needed"
    WRONG_PASSWORD = "wrong_password"
    UNKNOWN_PROTECTION = "unknown_protection"
    NO_PAGES = "no_pages"
    TOO_MANY_PAGES = "too_many_pages"
    FILE_TOO_LARGE = "file_too_large"
    TOO_HEAVY = "too_heavy"
    UPLOAD_CUT_OFF = "upload_cut_off"
    ALREADY_THERE = "already_there"
    NOT_A_FILE = "not_a_file"
    UNREADABLE_FILE = "unreadable_file"
    FILE_CHANGED = "file_changed"
    TOO_MANY_UPLOADS = "too_many_uploads"
    # pages
    PAGE_TOO_LARGE = "page_too_large"
    PAGE_BROKEN = "page_broken"
    PAGE_TOO_SLOW = "page_too_slow"
    PAGE_TOO_HEAVY = "page_too_heavy"
    PAGE_LEFT_OUT = "page_left_out"
    # who may
    NOT_JOINED = "not_joined"
    LINK_FORGED = "link_forged"
    LINK_EXPIRED = "link_expired"
    LINK_REVOKED = "link_revoked"
    TRANSFER_GONE = "transfer_gone"
    TOO_MANY_TRIES = "too_many_tries"
    FOREIGN_ORIGIN = "foreign_origin"
    NOT_ALLOWED = "not_allowed"
    NOT_OPEN = "not_open"
    NOT_FOUND = "not_found"
    WRONG_METHOD = "wrong_method"
    # commands
    MALFORMED = "malformed"
    ALREADY_EXISTS = "already_exists"
    ALREADY_LED = "already_led"
    NOT_LEADING = "not_leading"
    NO_SUCH_MEETING = "no_such_meeting"
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_DOCUMENT = "no_such_document"
    NO_SUCH_PAGE = "no_such_page"
    NO_SUCH_PERSON = "no_such_person"
    NO_SUCH_SEAT = "no_such_seat"
    HELD = "held"
    WRITING_NOT_ALLOWED = "writing_not_allowed"
    NOT_YOUR_STROKE = "not_your_stroke"
    STROKE_EMPTY = "stroke_empty"
    TOO_MUCH = "too_much"
    # the service itself
    STORAGE_FULL = "storage_full"
    STORAGE_READ_ONLY = "storage_read_only"
    STORAGE_FAILED = "storage_failed"
    BUSY = "busy"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An expected no: the command or file is not taken, and nothing has changed."""

    code: Code


class ServiceError(Exception):
    """Anything the service refuses or fails at; `code` picks status and sentences."""

    default: ClassVar[Code] = Code.INTERNAL

    def __init__(self, code: Code | None = None) -> None:
        self.code = code or self.default
        super().__init__(self.code.value)


class InputRefused(ServiceError):
    """What came in is malformed, too much, or does not fit what stands."""

    default = Code.MALFORMED


class FileRefused(InputRefused):
    """A PDF cannot be taken in, or one page of it cannot be drawn."""

    default = Code.BROKEN_PDF


class AccessRefused(ServiceError):
    """Who asks has not joined, joined with a dead link, or may not do or see this."""

    default = Code.NOT_ALLOWED


class Unavailable(ServiceError):
    """The service cannot do it now: a full disk, a read-only folder, too much at once."""

    default = Code.BUSY


def storage_code(error: StorageError) -> Code:
    """How a failure of storage is told to people: full, read-only, or just failed."""
    if isinstance(error, StorageFull):
        return Code.STORAGE_FULL
    return Code.STORAGE_READ_ONLY if isinstance(error, StorageReadOnly) else Code.STORAGE_FAILED
