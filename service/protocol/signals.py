"""Signals: what passes and is forgotten, never in the log; pure."""

from typing import Annotated

from msgspec import Meta

from service.model import (
    Colour,
    Id,
    Ordinate,
    PageRef,
    PointerShape,
    PointerSize,
    Points,
    Tool,
    Value,
)
from service.protocol.message import Message


class PointerAt(Message, frozen=True):
    """The leader's pointer on a page; sent at most every 33 ms."""

    page: PageRef
    x: Ordinate
    y: Ordinate
    colour: Colour = Colour.RED
    shape: PointerShape = PointerShape.DOT
    size: PointerSize = PointerSize.MEDIUM


class PointerGone(Message, frozen=True):
    """The pointer has left the page."""


class StrokeProgress(Message, frozen=True):
    """Part of a shared stroke not yet finished: its points from number `start` on.

    On the way points may be thinned out: where `start` is beyond the points had so far,
    a straight line joins them.
    """

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


SignalFromTablet = PointerAt | PointerGone | StrokeProgress | PageReached
SignalToTablet = PointerAt | PointerGone | StrokeProgress


class Passed(Value, frozen=True):
    """A signal, and the seat it is from."""

    seat_id: Id
    signal: SignalToTablet
