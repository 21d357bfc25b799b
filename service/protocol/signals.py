"""Signals: what passes and is forgotten, never in the log; pure."""

from typing import Annotated

from msgspec import Meta

from service.model import Colour, Id, Ordinate, PageRef, Points, Role, Text, Tool, Value
from service.protocol.message import Message


class PointerAt(Message, frozen=True):
    """The leader's pointer on a page; sent at most every 33 ms."""

    page: PageRef
    x: Ordinate
    y: Ordinate


class PointerGone(Message, frozen=True):
    """The pointer has left the page."""


class StrokeProgress(Message, frozen=True):
    """Part of a shared stroke not yet finished: its points from number `start` on."""

    stroke_id: Id
    page: PageRef
    tool: Tool
    colour: Colour
    width: Annotated[int, Meta(ge=1, le=1_000)]
    start: Annotated[int, Meta(ge=0, le=2_000)]
    points: Points


class PageReached(Message, frozen=True):
    """The tablet shows this page now, following the presenter or reading for itself."""

    page: PageRef | None
    following: bool


class Present(Value, frozen=True):
    """One seat that is connected now."""

    seat_id: Id
    name: Text
    role: Role
    page: PageRef | None
    following: bool


class Presence(Message, frozen=True):
    """Who is in the room now; past 150 seats the names go only to those who lead or steer."""

    total: int
    seats: tuple[Present, ...]


SignalFromTablet = PointerAt | PointerGone | StrokeProgress | PageReached
SignalToTablet = PointerAt | PointerGone | StrokeProgress | Presence
