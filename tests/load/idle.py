"""What one tablet costs that has joined and is silent: memory of the serving process, in KiB.

Resident memory (/proc/PID/statm) with 2,000 tablets in the room, less what it was when all
had their seats and none a socket, shared among them; nothing is asked to tidy up before.
"""

from tests.load.crowd import PING, Crowd
from tests.load.halls import TABLETS, come_in, hellos, our_room
from tests.load.table import Row

LIMIT_KIB = 40.0


async def run() -> list[Row]:
    """One hall: measured when all are in, and when all were asked for a sign of life."""
    crowd = Crowd()
    async with our_room() as room:
        said = await hellos(room, TABLETS)
        before = room.service.memory()
        come_in(room, crowd, said)
        joined = room.service.memory()
        crowd.expect(PING, TABLETS)
        crowd.until_seen()
        silent = room.service.memory()
    return [
        _row("joined", joined - before),
        _row("silent since", silent - before),
    ]


def _row(what: str, grown: int) -> Row:
    each = grown / TABLETS / 1_024
    return Row(f"memory of one tablet of {TABLETS}, {what} (KiB)", each, None, "", LIMIT_KIB)
