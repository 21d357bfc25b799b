"""What is said through the fence: one job at a time goes in, one answer comes out; pure.

A message is MessagePack behind its length in four bytes, over a Unix socket; open files
travel beside it. An answer is untrusted: it is decoded strictly, then compared with what
the service asked for.
"""

import struct
from enum import StrEnum
from typing import Final

from msgspec import Struct, msgpack

HEADER: Final = struct.Struct(">I")

MAX_ANSWER: Final = 256 * 1024
"""Bytes: the sizes of 10,000 pages take 100 KB."""


class Message(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """Anything said through the fence."""


class Trouble(StrEnum):
    """What a child may report instead of a result."""

    NOT_A_PDF = "not_a_pdf"
    BROKEN = "broken"
    PASSWORD_NEEDED = "password_needed"  # noqa: S105 - the name of a trouble, no password
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the name of a trouble, no password
    UNKNOWN_PROTECTION = "unknown_protection"
    NO_PAGES = "no_pages"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_LARGE = "too_large"
    TOO_HEAVY = "too_heavy"


class Inspect(Message, frozen=True, tag="inspect"):
    """Look at a PDF. Files: the PDF, and beside a password a pipe for the copy without it."""

    max_pages: int
    password: str | None


class Draw(Message, frozen=True, tag="draw"):
    """Draw a rectangle of one page. Files: the PDF, then memory of width x height x 3 bytes.

    The whole page would be `across` x `down` pixels; the rectangle lies in it.
    """

    document: str
    page: int
    across: float
    down: float
    left: int
    top: int
    width: int
    height: int

    @property
    def is_part(self) -> bool:
        """Whether it is less than the whole page."""
        return self.width < int(self.across) or self.height < int(self.down)


class Read(Message, frozen=True, tag="read"):
    """Read the text of pages. Files: the PDF, then memory of `room` bytes.

    The answer is a `tuple[paper.PageText, ...]`, one entry for each of `pages`; where the
    room ends, texts are cut.
    """

    document: str
    pages: tuple[int, ...]
    room: int


class Survey(Message, frozen=True, tag="survey"):
    """Read what a document says of itself, as `paper.Contents`. Files: as for Read."""

    document: str
    room: int


class Encode(Message, frozen=True, tag="encode"):
    """Turn a drawing into an image and a thumbnail. Files: the drawing, then memory for both.

    A thumbnail of no width is not made.
    """

    width: int
    height: int
    thumbnail_width: int
    thumbnail_height: int
    room: int


class Print(Message, frozen=True, tag="print"):
    """Shrink a picture to grey levels. Files: the picture, then memory of `side` x `side` bytes.

    The picture is a drawing of `width` x `height` pixels, or with `byte_count` above 0 an
    image of that many bytes that Encode made.
    """

    width: int
    height: int
    byte_count: int
    side: int


class Ready(Message, frozen=True, tag="ready"):
    """The child has started; `held` names the walls the kernel granted it."""

    held: tuple[str, ...]


class Inspected(Message, frozen=True, tag="inspected"):
    """A page's size as it is shown, in whole points; (0, 0) where it cannot be read.

    `copied` says that a copy without its password was written.
    """

    sizes: tuple[tuple[int, int], ...]
    copied: bool


class Drawn(Message, frozen=True, tag="drawn"):
    """The page stands in the memory that was handed over."""

    width: int
    height: int


class Written(Message, frozen=True, tag="written"):
    """MessagePack of that many bytes stands in the memory handed over."""

    byte_count: int


class Encoded(Message, frozen=True, tag="encoded"):
    """Bytes of the two images: they stand in the memory handed over, the tablet's first."""

    tablet: int
    thumbnail: int


class Failed(Message, frozen=True, tag="failed"):
    """The job could not be done."""

    trouble: Trouble


Job = Inspect | Draw | Read | Survey | Encode | Print
Answer = Ready | Inspected | Drawn | Written | Encoded | Failed

_jobs: Final = msgpack.Decoder(Job)
_answers: Final = msgpack.Decoder(Answer)


def frame(message: Message) -> bytes:
    """A message as it goes over the socket."""
    body = msgpack.encode(message)
    return HEADER.pack(len(body)) + body


def read_job(body: bytes) -> Job:
    """A job, in the child."""
    job: Job = _jobs.decode(body)
    return job


def read_answer(untrusted: bytes | bytearray) -> Answer:
    """An answer, in the service. Raises msgspec.DecodeError when it is none of ours."""
    answer: Answer = _answers.decode(untrusted)
    return answer
