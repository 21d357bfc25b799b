"""`GET /api/status`: how the service is, for the person who runs it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from service.api.gate import Gate
from service.api.health import FRESH
from service.identity.seats import Seat
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry
from service.model import Phase
from service.observability import attention, machine
from service.observability.census import Census
from service.observability.closes import close_word
from service.observability.metrics import Metrics
from service.observability.readiness import SERVING, Fitness, Readiness
from service.observability.recent import MINUTES, RecentTimes
from service.protocol.closing import CloseCode

MOST_MEETINGS = 50
"""Rows on one page; a city hall holds about as many meetings a day, not at once."""


class MeetingNow(BaseModel):
    """A meeting in memory: tablets in it, how many go along, its log's end, its last turn (ms)."""

    meeting_id: str
    title: str
    phase: Phase
    tablets: int
    following: int
    seq: int
    turned_at: int | None


class Took(BaseModel):
    """How long something took lately, in milliseconds: the median to a tenth, the exact worst."""

    count: int
    median: float
    worst: float


class Disk(BaseModel):
    """Bytes left and in all where the data lies."""

    free: int
    total: int


class Held(BaseModel):
    """Bytes of memory the serving process holds, and what the machine could still give."""

    held: int | None
    available: int | None


class Status(BaseModel):
    """Everything on one page; times in ms since 1970, what is recent in the last `minutes`."""

    version: str
    now: int
    since: int
    minutes: int
    attention: list[attention.Attention]
    meetings: list[MeetingNow]
    more_meetings: int
    connections: dict[str, int]
    lagging: int
    fan_out: Took | None
    commit: Took | None
    lag: Took | None
    closes: dict[str, int]
    to_draw: int
    disk: Disk
    memory: Held


@dataclass(frozen=True, slots=True)
class Watched:
    """Where a status is read off; `clock` gives ms, `folder` is where the data lies."""

    version: str
    since: int
    clock: Callable[[], int]
    folder: Path
    registry: Registry
    census: Callable[[], Census]
    metrics: Metrics
    readiness: Readiness


def status_routes(gate: Gate, watched: Watched) -> APIRouter:
    """For a secretary of the whole hall: who prepares one meeting sees nothing of the others."""
    routes = APIRouter(tags=["service"])

    @routes.get("/api/status")
    async def status(_: Annotated[Seat, Depends(gate.house)], response: Response) -> Status:
        response.headers.update(FRESH)
        return await status_now(watched)

    return routes


async def status_now(watched: Watched) -> Status:
    """Read everything off; a disk that hangs makes the answer late, not the service."""
    fitness = await watched.readiness.parts()
    disk = await asyncio.to_thread(machine.room_at, watched.folder)
    memory = machine.memory()
    metrics = watched.metrics
    census = watched.census()
    meetings = sorted(map(_meeting_now, watched.registry.live()), key=lambda one: -one.tablets)
    closes = metrics.closes_lately()
    works = {name: how is Fitness.OK for name, how in fitness.items()}
    return Status(
        version=watched.version,
        now=watched.clock(),
        since=watched.since,
        minutes=MINUTES,
        attention=list(
            attention.worth_a_look(
                parts={**works, attention.Attention.STOPPING: works[SERVING]},
                disk_free=disk.free,
                memory_available=memory.available,
                commit=metrics.commits.spell(),
                fan_out=metrics.fan_outs.spell(),
                lag=metrics.lags.spell(),
                slow_closes=closes.get(close_word(CloseCode.SLOW), 0),
            )
        ),
        meetings=meetings[:MOST_MEETINGS],
        more_meetings=max(0, len(meetings) - MOST_MEETINGS),
        connections=dict(census.connections),
        lagging=census.lagging,
        fan_out=_took(metrics.fan_outs),
        commit=_took(metrics.commits),
        lag=_took(metrics.lags),
        closes=closes,
        to_draw=census.to_draw,
        disk=Disk(free=disk.free, total=disk.total),
        memory=Held(held=memory.held, available=memory.available),
    )


def _meeting_now(meeting: Meeting) -> MeetingNow:
    tablets = meeting.audience.connections
    return MeetingNow(
        meeting_id=meeting.meeting_id,
        title=meeting.state.title,
        phase=meeting.state.phase,
        tablets=len(tablets),
        following=sum(tablet.following for tablet in tablets),
        seq=meeting.state.seq,
        turned_at=meeting.audience.turned_at,
    )


def _took(times: RecentTimes) -> Took | None:
    spell = times.spell()
    if spell is None:
        return None
    return Took(count=spell.count, median=spell.median * 1_000, worst=spell.worst * 1_000)
