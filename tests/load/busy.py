"""A turn in a hall that writes: 50 pens at 30 Hz, and 10 tablets that never read.

The same hall first quiet, then busy. Tablets say which page they show after every turn, as
real ones do, so live strokes reach all of them and the presenter's receipts are kept.
Milliseconds until the last tablet that reads has the turn, medians.
"""

import sys
import time
from statistics import median

from tests.load.busy_pens import Pens
from tests.load.crowd import Crowd
from tests.load.halls import TABLETS, OurHall, our_hall, our_room, spread
from tests.load.said import text
from tests.load.table import Row

TURNS = 100
PACE_SECONDS = 0.5
"""From one turn to the next: all tablets have said where they are by then."""

PENS = 50
DEAF = 10
MOST_FRAMES = 30
"""A second, of live strokes and pointers to one tablet."""


async def run(tablets: int = TABLETS) -> list[Row]:
    """Quiet, then busy."""
    crowd = Crowd()
    async with our_room() as room:
        hall = await our_hall(room, crowd, tablets)
        hall.tablets[0].send(text({"type": "AllowWriting", "command_id": "all", "allowed": True}))
        quiet = _turns(hall)
        for deaf in hall.tablets[-DEAF:]:
            crowd.ignore(deaf)
        del hall.tablets[-DEAF:]
        pens, watcher = Pens(hall.tablets[1 : 1 + PENS]), hall.tablets[-1]
        live, strokes = watcher.count(b'"type":"Passing"'), watcher.count(b'"type":"StrokeAdded"')
        begun = time.perf_counter()
        crowd.pulse = lambda: pens.pulse(hall.page)
        busy = _turns(hall)
        crowd.pulse = lambda: 1.0
        seconds, late = time.perf_counter() - begun, pens.strokes - strokes.seen
        crowd.until(lambda: strokes.seen >= pens.strokes, 60)
    sys.stderr.write(f"quiet: {spread(quiet)}\nbusy: {spread(busy)}\n")
    sys.stderr.write(f"{pens.strokes} strokes in {seconds:.0f} s, each to every tablet;")
    sys.stderr.write(f" {late} of them on their way in the end\n")
    what = f"last of {tablets} tablets has the turn while {PENS} write (ms, median of {TURNS})"
    return [
        Row(what, median(busy), median(quiet), "our quiet figure", 1.5),
        Row("live frames a second to one tablet", live.seen / seconds, None, "", MOST_FRAMES),
    ]


def _turns(hall: OurHall) -> list[float]:
    times = []
    hall.say_where()
    for _ in range(TURNS):
        hall.crowd.rest(PACE_SECONDS)
        times.append(hall.time_of_turn())
        hall.say_where()
    return times
