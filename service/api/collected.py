"""What everyone wrote for the secretary: who wrote where, the words of it, and page by page.

Only a secretary of the meeting comes in. Names are withheld until they are asked for, and the
log then says who asked. Nothing behind these doors knows the way to private notes.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Sequence
from typing import Annotated

import msgspec
import structlog
from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel

from service.api.collected_rows import (
    CollectedAnswer,
    PageAnswer,
    WordsRow,
    WriterRow,
    WrittenMark,
    WrittenPage,
)
from service.api.gate import Gate, is_id
from service.errors import AccessRefused, Code, Unavailable, storage_code
from service.identity.seats import Seat, Seats
from service.meeting.collected import Hand
from service.meeting.meeting import Meeting
from service.model import PageRef, Tool
from storage.errors import StorageError

MAX_LETTERS = 1_000_000
"""Of all words in one answer: five hundred of the longest notes."""

MAX_MARKS = 20_000
"""On one page in one answer: fifty people's dense writing; a browser paints it in a second."""

WORDY = (Tool.NOTE, Tool.STAMP)

log = structlog.get_logger()
Alias = Callable[[Hand], str]


def collected_routes(gate: Gate, seats: Seats) -> APIRouter:
    """`/api/meetings/{meeting_id}/collected`, and `/{document_id}/{version}/{page}` below it."""
    routes = APIRouter(prefix="/api/meetings/{meeting_id}/collected", tags=["collected"])
    secretary = Annotated[Seat, Depends(gate.secretary)]
    # Drawn anew at every start, so that no word for a writer leads anybody to a seat.
    key = secrets.token_bytes(32)

    def alias(hand: Hand) -> str:
        return hmac.new(key, hand.writer.seat_id.encode(), hashlib.sha256).hexdigest()[:16]

    async def hands(meeting: Meeting, seat: Seat) -> list[Hand]:
        found = []
        for seat_id in await meeting.collected.standing():
            writer = await seats.actor(seat_id, meeting.meeting_id)
            if writer is not None:
                found.append(await meeting.collected.hand(writer, seat.actor.role))
        written = (hand for hand in found if hand.pages)
        return sorted(written, key=lambda hand: (hand.began_at, alias(hand)))

    @routes.get("", response_model=CollectedAnswer, responses={204: {"description": "As known"}})
    async def of_meeting(
        meeting_id: str, seat: secretary, names: bool = False, known: str = ""
    ) -> Response:
        """All of it; nothing (204) when it still is what the tag in `known` stands for."""
        meeting = await gate.enter(seat, meeting_id)
        try:
            tag = await _tag(meeting, named=names)
            if tag == known:
                return _told(None)
            if names:
                # A warning: what is read under a promise of silence is written down at every level.
                log.warning("collected_names_read", by=seat.actor.seat_id)
            written = await hands(meeting, seat)
            words, more = await _words(meeting, written, seat, alias)
        except StorageError as error:
            raise Unavailable(storage_code(error)) from error
        writers = [
            WriterRow(writer=alias(hand), number=number, name=hand.writer.name if names else None)
            for number, hand in enumerate(written, start=1)
        ]
        pages = _pages(written, alias)
        return _told(
            CollectedAnswer(
                tag=tag, named=names, writers=writers, pages=pages, words=words, more=more
            )
        )

    @routes.get("/{document_id}/{version}/{page}", response_model=PageAnswer)
    async def of_page(
        meeting_id: str,
        document_id: str,
        version: Annotated[int, Path(ge=1, le=10_000)],
        page: Annotated[int, Path(ge=1, le=100_000)],
        seat: secretary,
    ) -> Response:
        meeting = await gate.enter(seat, meeting_id)
        on = PageRef(document_id=document_id, version=version, page=page)
        if not is_id(document_id) or not meeting.collected.shows(on, seat.actor.role):
            raise AccessRefused(Code.NO_SUCH_PAGE)
        told: list[WrittenMark] = []
        cut = False
        try:
            for hand in await hands(meeting, seat):
                if on not in hand.pages:
                    continue
                marks, more = await meeting.collected.marks(hand.writer, on, seat.actor.role)
                strokes = [msgspec.to_builtins(mark.stroke) for mark in marks]
                told += [WrittenMark(writer=alias(hand), stroke=stroke) for stroke in strokes]
                cut = cut or more or len(told) > MAX_MARKS
        except StorageError as error:
            raise Unavailable(storage_code(error)) from error
        return _told(PageAnswer(marks=told[:MAX_MARKS], more=cut))

    return routes


async def _tag(meeting: Meeting, *, named: bool) -> str:
    """What all answers depend on, in few letters."""
    state = meeting.state
    papers = [(each.document_id, each.version, each.item_id) for each in state.documents]
    standing = sorted((await meeting.collected.standing()).items())
    told = json.dumps([named, papers, state.opened, standing])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _pages(written: Sequence[Hand], alias: Alias) -> list[WrittenPage]:
    pages: dict[PageRef, WrittenPage] = {}
    for hand in written:
        for page, marks in hand.pages.items():
            row = pages.setdefault(
                page,
                WrittenPage(
                    document_id=page.document_id,
                    version=page.version,
                    page=page.page,
                    marks=0,
                    writers=[],
                ),
            )
            row.marks += marks
            row.writers.append(alias(hand))
    return list(pages.values())


async def _words(
    meeting: Meeting, written: Sequence[Hand], seat: Seat, alias: Alias
) -> tuple[list[WordsRow], bool]:
    """The words of everybody, as many as one answer holds, and whether there are more."""
    rows: list[WordsRow] = []
    left = MAX_LETTERS
    cut = False
    for hand in written:
        for page in hand.pages:
            marks, more = await meeting.collected.marks(hand.writer, page, seat.actor.role)
            cut = cut or more
            for mark in marks:
                stroke = mark.stroke
                if stroke.tool not in WORDY:
                    continue
                left -= len(stroke.text)
                if left < 0:
                    return rows, True
                rows.append(
                    WordsRow(
                        document_id=page.document_id,
                        version=page.version,
                        page=page.page,
                        writer=alias(hand),
                        tool=stroke.tool,
                        text=stroke.text,
                    )
                )
    return rows, cut


def _told(answer: BaseModel | None) -> Response:
    """Written by hand: the framework would check twenty thousand strokes again."""
    headers = {"Cache-Control": "no-store"}
    if answer is None:
        return Response(status_code=204, headers=headers)
    return Response(answer.model_dump_json(), media_type="application/json", headers=headers)
