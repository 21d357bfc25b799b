"""What one tablet costs that has joined and is silent: memory of the serving process, in KiB.

Resident memory (/proc/PID/statm) with 2,000 tablets in the room, less what it was when all
had their seats and none a socket, shared among them; nothing is asked to tidy up before.
"""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.crowd import PING, Crowd, gather_crowd
from tests.load.joining import hellos
from tests.load.table import Row
from tests.load.turn import TABLETS, WELCOMED
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

LIMIT_KIB = 40.0


async def run() -> list[Row]:
    """One hall: measured when all are in, and when all were asked for a sign of life."""
    with TemporaryDirectory() as folder:
        service = RunningService(Path(folder) / "data")
        await asyncio.to_thread(service.start)
        try:
            async with sitting(service, pages=2) as room:
                said = await hellos(room, TABLETS)
                before = service.memory()
                crowd = Crowd()
                crowd.expect(WELCOMED, TABLETS)
                tablets = await gather_crowd(crowd, "127.0.0.1", service.port, "/api/socket", said)
                try:
                    await _all_have_it(crowd)
                    joined = service.memory()
                    crowd.expect(PING, TABLETS)
                    await _all_have_it(crowd)
                    silent = service.memory()
                finally:
                    for tablet in tablets:
                        tablet.close()
        finally:
            await asyncio.to_thread(service.stop)
    return [
        _row("joined", joined - before),
        _row("silent since", silent - before),
    ]


async def _all_have_it(crowd: Crowd) -> None:
    async with asyncio.timeout(60):
        await crowd.all_seen.wait()


def _row(what: str, grown: int) -> Row:
    each = grown / TABLETS / 1_024
    return Row(f"memory of one tablet of {TABLETS}, {what} (KiB)", each, None, "", LIMIT_KIB)
