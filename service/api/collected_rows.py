"""What was collected, as its door tells it: rows without any seat's id."""

from typing import Any

from pydantic import BaseModel

from service.model import Tool


class WriterRow(BaseModel):
    """Somebody who wrote: a word for them in these answers, the place in the order they began.

    `name` is None unless names were asked for.
    """

    writer: str
    number: int
    name: str | None


class WrittenPage(BaseModel):
    """A page with collected marks, how many, and who left them."""

    document_id: str
    version: int
    page: int
    marks: int
    writers: list[str]


class WordsRow(BaseModel):
    """The words of a text note, or which stamp."""

    document_id: str
    version: int
    page: int
    writer: str
    tool: Tool
    text: str


class CollectedAnswer(BaseModel):
    """All that was collected; `tag` changes with it. `more`: there are words besides these."""

    tag: str
    named: bool
    writers: list[WriterRow]
    pages: list[WrittenPage]
    words: list[WordsRow]
    more: bool


class WrittenMark(BaseModel):
    """A stroke as the wire has it, and who drew it."""

    writer: str
    stroke: dict[str, Any]


class PageAnswer(BaseModel):
    """Everybody's collected marks on one page, those of whoever began first below the others."""

    marks: list[WrittenMark]
    more: bool
