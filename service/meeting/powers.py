"""Who may: the guards that the policy table names; pure.

A guard answers None (yes) or the code of its no.
"""

from collections.abc import Callable

from service.errors import Code
from service.meeting.decision import Request
from service.model import Actor, Phase, Role
from service.protocol.state import Snapshot

SERVICE_SEAT = "service"
"""The seat id that signs the service's own entries; no tablet can hold it."""

STEERING = frozenset({Role.SECRETARY, Role.CHAIR})
LEADING = frozenset({Role.SECRETARY, Role.CHAIR, Role.PRESENTER, Role.MEMBER})
"""Whom the lead can be handed to: an observer or a wall never leads."""

Guard = Callable[[Snapshot, Request], Code | None]


def service(state: Snapshot, request: Request) -> Code | None:
    """Only the service's own rooms."""
    return None if request.actor.seat_id == SERVICE_SEAT else Code.NOT_ALLOWED


def secretary(state: Snapshot, request: Request) -> Code | None:
    """Only the secretary."""
    return None if request.actor.role is Role.SECRETARY else Code.NOT_ALLOWED


def steering(state: Snapshot, request: Request) -> Code | None:
    """The secretary and the chair."""
    return None if request.actor.role in STEERING else Code.NOT_ALLOWED


def anyone_who_may_lead(state: Snapshot, request: Request) -> Code | None:
    """A presenter while nobody leads or who leads stays away; chair and secretary at any time."""
    if request.actor.role in STEERING or leads(state, request.actor):
        return None
    if request.actor.role is not Role.PRESENTER:
        return Code.NOT_ALLOWED
    return None if state.lead is None or request.leader_away else Code.ALREADY_LED


def may_ask_for_lead(state: Snapshot, request: Request) -> Code | None:
    """Those the lead can be handed to."""
    return None if request.actor.role in LEADING else Code.NOT_ALLOWED


def leader(state: Snapshot, request: Request) -> Code | None:
    """Who leads now."""
    return None if leads(state, request.actor) else Code.NOT_LEADING


def leader_or_steering(state: Snapshot, request: Request) -> Code | None:
    """Who leads now, the chair and the secretary."""
    if leads(state, request.actor) or request.actor.role in STEERING:
        return None
    return Code.NOT_LEADING if request.actor.role in LEADING else Code.NOT_ALLOWED


def writer(state: Snapshot, request: Request) -> Code | None:
    """Whose ink may go to everyone now."""
    return may_write(state, request.actor)


def may_write(state: Snapshot, actor: Actor) -> Code | None:
    """Whether this seat's ink may go to everyone now: None, or why not."""
    if leads(state, actor) or actor.role in STEERING:
        return None
    if actor.role not in LEADING:
        return Code.NOT_ALLOWED
    return None if state.members_may_write else Code.WRITING_NOT_ALLOWED


def leads(state: Snapshot, actor: Actor) -> bool:
    """Whether this seat holds the lead."""
    return state.lead is not None and state.lead.seat_id == actor.seat_id


def may_see_pages(state: Snapshot, role: Role) -> bool:
    """Whether a role gets page images now: always those who prepare, else what is given out."""
    if role in STEERING | {Role.PRESENTER}:
        return True
    return state.phase is not Phase.PREPARING if state.published is None else state.published
