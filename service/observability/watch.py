"""What the other rooms tell observability: one short call each, and none of them waits.

A room takes a `Watch` and tells it what happened; whoever builds the room alone (most
tests) leaves it out and is `UNWATCHED`. Ids never come here: what is counted by label has
a small, fixed number of values.
"""

from typing import Literal, Protocol

Resume = Literal["tail", "welcome"]
"""How a tablet was brought up to date: by the entries it lacked, or by the whole state."""

ACCEPTED = "accepted"
"""The outcome of a command that counts; every other outcome is the code of its refusal."""


class Watch(Protocol):
    """Hears what happens; every call returns at once and raises nothing."""

    def committed(self, seconds: float, lines: int) -> None:
        """An append of so many lines was durable after so long."""
        ...

    def published(self, seconds: float) -> None:
        """A message was handed to the transport or outbox of its last tablet after so long."""
        ...

    def resumed(self, how: Resume) -> None:
        """A tablet said Hello and was brought up to date."""
        ...

    def answered(self, outcome: str) -> None:
        """A tablet's or script's command was settled: ACCEPTED, or the code of its refusal."""
        ...

    def closed(self, code: int) -> None:
        """A socket ended with this WebSocket close code, ours or the tablet's."""
        ...

    def signals(self, passed: int, thinned: int) -> None:
        """So many signals were passed on, and so many were merged away or dropped."""
        ...


class Unwatched:
    """A Watch that nobody reads."""

    def committed(self, seconds: float, lines: int) -> None:
        """Forget it."""

    def published(self, seconds: float) -> None:
        """Forget it."""

    def resumed(self, how: Resume) -> None:
        """Forget it."""

    def answered(self, outcome: str) -> None:
        """Forget it."""

    def closed(self, code: int) -> None:
        """Forget it."""

    def signals(self, passed: int, thinned: int) -> None:
        """Forget it."""


UNWATCHED: Watch = Unwatched()
