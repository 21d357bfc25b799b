"""Commands over HTTP: the same as on the socket, for scripts and for other systems."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from service.api.gate import Gate
from service.errors import Code, InputRefused, Refusal
from service.identity.seats import Seat, Seats
from service.meeting.decision import Request as MeetingRequest
from service.meeting.meeting import Meeting
from service.meeting.sequencer import Outcome
from service.model import Actor
from service.observability.watch import ACCEPTED
from service.protocol.codec import decode_command
from service.protocol.commands import AnyCommand, HandOver


class Counted(BaseModel):
    """The command counts."""

    command_id: str


async def ask(meeting: Meeting, seats: Seats, actor: Actor, command: AnyCommand) -> Outcome:
    """Give a tablet's command to its meeting, with the seat it names looked up."""
    target = None
    if isinstance(command, HandOver):
        target = await seats.actor(command.seat_id, meeting.meeting_id)
    outcome = await meeting.ask(MeetingRequest(actor=actor, command=command, target=target))
    said = outcome.code.value if isinstance(outcome, Refusal) else ACCEPTED
    meeting.audience.watch.answered(said)
    return outcome


def command_routes(gate: Gate, seats: Seats) -> APIRouter:
    """`POST /api/meetings/{meeting_id}/commands`, for every seat of the meeting."""
    routes = APIRouter(tags=["commands"])
    (schema,), _ = _schemas()
    body = {"content": {"application/json": {"schema": schema}}, "required": True}

    @routes.post("/api/meetings/{meeting_id}/commands", openapi_extra={"requestBody": body})
    async def give(
        meeting_id: str, request: Request, seat: Annotated[Seat, Depends(gate.seat)]
    ) -> Counted:
        meeting = await gate.enter(seat, meeting_id)
        try:
            command = decode_command(await request.body())
        except msgspec.DecodeError as error:
            raise InputRefused(Code.MALFORMED) from error
        outcome = await ask(meeting, seats, seat.actor, command)
        if isinstance(outcome, Refusal):
            raise InputRefused(outcome.code)
        return Counted(command_id=command.command_id)

    return routes


def command_schemas() -> dict[str, Any]:
    """JSON Schemas of every command, for the OpenAPI document's components."""
    return _schemas()[1]


def _schemas() -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    return msgspec.json.schema_components([AnyCommand], ref_template="#/components/schemas/{name}")
