"""Who may: the guards that the policy table names; pure.

A guard answers None (yes) or the code of its no.
"""

from collections.abc import Callable

from service.errors import Code
from service.model import Actor, Phase, Role
from service.protocol.state import Snapshot

SERVICE_SEAT = "service"
"""The seat id that signs the service's own entries; no tablet can hold it."""

STEERING = frozenset({Role.SECRETARY, Role.CHAIR})
LEADING = frozenset({Role.SECRETARY, Role.CHAIR, Role.PRESENTER, Role.MEMBER})
"""Whom the lead can be handed to: an observer or a wall never leads."""

Guard = Callable[[Snapshot, Actor], Code | None]


def service(state: Snapshot, actor: Actor) -> Code | None:
    """Only the service's own rooms."""
    return None if actor.seat_id == SERVICE_SEAT else Code.NOT_ALLOWED


def secretary(state: Snapshot, actor: Actor) -> Code | None:
    """Only the secretary."""
    return None if actor.role is Role.SECRETARY else Code.NOT_ALLOWED


def steering(state: Snapshot, actor: Actor) -> Code | None:
    """The secretary and the chair."""
    return None if actor.role in STEERING else Code.NOT_ALLOWED


def anyone_who_may_lead(state: Snapshot, actor: Actor) -> Code | None:
    """A presenter while nobody leads; the chair and the secretary at any time."""
    if actor.role in STEERING or leads(state, actor):
        return None
    if actor.role is not Role.PRESENTER:
        return Code.NOT_ALLOWED
    return None if state.lead is None else Code.ALREADY_LED


def leader(state: Snapshot, actor: Actor) -> Code | None:
    """Who leads now."""
    return None if leads(state, actor) else Code.NOT_LEADING


def leader_or_steering(state: Snapshot, actor: Actor) -> Code | None:
    """Who leads now, the chair and the secretary."""
    if leads(state, actor) or actor.role in STEERING:
        return None
    return Code.NOT_LEADING if actor.role in LEADING else Code.NOT_ALLOWED


def writer(state: Snapshot, actor: Actor) -> Code | None:
    """Whose ink may go to everyone now."""
    if leads(state, actor) or actor.role in STEERING:
        return None
    if actor.role not in LEADING:
        return Code.NOT_ALLOWED
    return None if state.members_may_write else Code.WRITING_NOT_ALLOWED


def leads(state: Snapshot, actor: Actor) -> bool:
    """Whether this seat holds the lead."""
    return state.lead is not None and state.lead.seat_id == actor.seat_id


def may_see_pages(state: Snapshot, role: Role) -> bool:
    """Whether a role gets page images now: before the opening, only those who prepare."""
    return state.phase is not Phase.PREPARING or role in STEERING | {Role.PRESENTER}
