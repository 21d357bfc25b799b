"""The list of meetings, and a new one."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from service.api.gate import Gate
from service.errors import AccessRefused, Code, InputRefused, Refusal
from service.identity.seats import Seat
from service.ids import new_id
from service.meeting.registry import Registry
from service.model import Phase
from service.protocol.orders import CreateMeeting
from service.protocol.state import Snapshot
from storage.ports import Catalog

ONE_LINE_HERE = r"^[^\x00-\x1f\x7f]*$"
"""`model.ONE_LINE` for pydantic, whose regular expressions know no look-ahead."""


class NewMeeting(BaseModel):
    """A meeting to be; `starts_at` in ms, `meeting_id` only for scripts that run again."""

    model_config = ConfigDict(extra="forbid")

    meeting_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")] | None = None
    title: Annotated[str, Field(min_length=1, max_length=200, pattern=ONE_LINE_HERE)]
    place: Annotated[str, Field(max_length=200, pattern=ONE_LINE_HERE)] = ""
    starts_at: Annotated[int, Field(ge=0, le=2**53 - 1)]


class MeetingRow(BaseModel):
    """A meeting as lists show it; `starts_at` in ms."""

    meeting_id: str
    title: str
    place: str
    starts_at: int
    phase: Phase


class MeetingRows(BaseModel):
    """All meetings, the latest start first."""

    meetings: list[MeetingRow]


def row_of(state: Snapshot) -> MeetingRow:
    """A live meeting as lists show it."""
    return MeetingRow(
        meeting_id=state.meeting_id,
        title=state.title,
        place=state.place,
        starts_at=state.starts_at,
        phase=state.phase,
    )


def meeting_routes(gate: Gate, catalog: Catalog, registry: Registry) -> APIRouter:
    """`/api/meetings`, for secretaries of the whole hall."""
    routes = APIRouter(tags=["meetings"])

    @routes.get("/api/meetings")
    async def meetings(seat: Annotated[Seat, Depends(gate.secretary)]) -> MeetingRows:
        rows = [
            MeetingRow(
                meeting_id=record.meeting_id,
                title=record.title,
                place=record.place,
                starts_at=record.starts_at,
                phase=Phase(record.phase),
            )
            for record in await catalog.meetings()
            if seat.belongs_to(record.meeting_id)
        ]
        return MeetingRows(meetings=rows)

    @routes.post("/api/meetings", status_code=201)
    async def create(
        body: NewMeeting, seat: Annotated[Seat, Depends(gate.secretary)]
    ) -> MeetingRow:
        if seat.meeting_id is not None:
            raise AccessRefused(Code.NOT_ALLOWED)
        meeting_id = body.meeting_id or new_id()
        outcome = await registry.order(
            meeting_id,
            CreateMeeting(
                command_id=new_id(),
                meeting_id=meeting_id,
                title=body.title,
                place=body.place,
                starts_at=body.starts_at,
            ),
        )
        if isinstance(outcome, Refusal):
            raise InputRefused(outcome.code)
        return row_of((await registry.meeting(meeting_id)).state)

    return routes
