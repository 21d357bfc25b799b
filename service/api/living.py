"""What lives in this process now: tablets, what waits for them, meetings, pages to draw."""

from collections import Counter
from collections.abc import Callable, Iterable

from service.meeting.registry import Registry
from service.model import Role
from service.observability.census import Census
from service.realtime.connection import Connection
from service.render.pages import Pages


def connected(registry: Registry) -> Iterable[Connection]:
    """Every tablet of every meeting."""
    for meeting in registry.live():
        yield from meeting.audience.connections


def take_census(registry: Registry, pages: Pages, written: Callable[[], tuple[int, int]]) -> Census:
    """Count; `written` as `storage.open.Storage` has it."""
    roles: Counter[str] = Counter()
    frames = byte_count = lagging = 0
    for connection in connected(registry):
        roles[connection.actor.role.value] += 1
        waiting = connection.waiting
        frames += waiting.frames
        byte_count += waiting.byte_count
        lagging += connection.lags
    syncs, synced_writes = written()
    return Census(
        connections={role.value: roles[role.value] for role in Role},
        frames=frames,
        byte_count=byte_count,
        lagging=lagging,
        meetings=len(tuple(registry.live())),
        to_draw=pages.to_draw,
        syncs=syncs,
        synced_writes=synced_writes,
    )
