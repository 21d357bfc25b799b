"""Hands that give commands as fast as they may: strokes and erasures in balance, private notes.

Each hand keeps so many strokes standing; from then on it erases its oldest for every new one.
A seat may give 50 commands a second (`realtime/budget.py`); these stay below.
"""

import random
import time
from collections import deque
from typing import Final

from tests.load.crowd import Crowd, Tablet
from tests.load.halls import page
from tests.load.said import text

A_SECOND: Final = 45.0
STANDING: Final = 20
PRIVATE_EVERY: Final = 10
UNANSWERED: Final = 8
"""Commands of one hand on their way at a time."""


class Hand:
    """One seat's commands; each is answered by one Accepted."""

    def __init__(self, tablet: Tablet, number: int, documents: int, pages: int) -> None:
        self.given, self.next_at = 0, 0.0
        self.accepted, self.refused = tablet.count(b'"Accepted"'), tablet.count(b'"Refused"')
        self._tablet, self._number = tablet, number
        self._documents, self._pages = documents, pages
        self._chance = random.Random(number)  # noqa: S311  repeatable
        self._standing: dict[str, deque[tuple[str, dict[str, object]]]] = {
            "meeting": deque(),
            "notes": deque(),
        }

    @property
    def waits(self) -> int:
        """Commands not answered yet."""
        return self.given - self.accepted.seen - self.refused.seen

    def give(self) -> None:
        """The next command."""
        self.given += 1
        stream = "notes" if self.given % PRIVATE_EVERY == 0 else "meeting"
        said: dict[str, object] = {"command_id": f"h{self._number}-{self.given}", "stream": stream}
        standing = self._standing[stream]
        if len(standing) >= STANDING:
            stroke_id, where = standing.popleft()
            said |= {"type": "EraseStrokes", "page": where, "stroke_ids": [stroke_id]}
        else:
            where, stroke_id = self._some_page(), f"k{self._number}-{self.given}"
            standing.append((stroke_id, where))
            said |= {"type": "AddStroke", "stroke": self._stroke(stroke_id, where)}
        self._tablet.send(text(said))

    def _some_page(self) -> dict[str, object]:
        document = f"d{self._chance.randint(1, self._documents)}"
        return page(self._chance.randint(1, self._pages), document)

    def _stroke(self, stroke_id: str, where: dict[str, object]) -> dict[str, object]:
        x, y, points = (self._chance.randrange(n) for n in (8_000, 12_000, 60))
        line = [v for n in range(points + 4) for v in (x + 12 * n, y + n % 9, 128)]
        look = {"tool": "pen", "colour": "blue", "width": 22}
        return {"stroke_id": stroke_id, "page": where, "points": line, **look}


def give_all(crowd: Crowd, hands: list[Hand], commands: int) -> None:
    """So many commands by all hands together; returns when each is answered."""
    left = [commands]

    def pulse() -> float:
        now = time.perf_counter()
        for hand in hands:
            if left[0] and hand.next_at <= now and hand.waits < UNANSWERED:
                hand.give()
                hand.next_at = max(hand.next_at + 1 / A_SECOND, now)
                left[0] -= 1
        return 0.005

    crowd.pulse = pulse
    crowd.until(lambda: not left[0] and not any(hand.waits for hand in hands), 600)
    crowd.pulse = lambda: 1.0
