"""Appends to fifty streams at once until killed; prints what was acknowledged.

Each line out, "STREAM SEQ", is printed after its append returned. An append adds two lines, and
with line N a record, a mark and a checkpoint that say N, so that they can be compared afterwards.
"""

import asyncio
import sys
from pathlib import Path

from storage.open import open_storage
from storage.ports import EventLog
from storage.records import LogLine, MeetingRecord, PutMark

STREAMS = tuple(f"meeting-{number}" for number in range(50))
SHEET = "d1.1.1"
LINES_EACH = 2


async def append_forever(log: EventLog, stream: str) -> None:
    seq = (await log.head(stream)).seq
    while True:
        numbers = range(seq + 1, seq + 1 + LINES_EACH)
        lines = [LogLine(number, f"command-{number}", b"stroke " * 40) for number in numbers]
        seq += LINES_EACH
        await log.append(
            stream,
            seq - LINES_EACH,
            lines,
            [MeetingRecord(stream, "", "", seq, "open")],
            [PutMark(SHEET, f"mark-{seq}", seq, "seat", b"stroke")],
            checkpoint=f"{seq}".encode(),
        )
        sys.stdout.write(f"{stream} {seq}\n")
        sys.stdout.flush()


async def main(folder: Path) -> None:
    storage = await open_storage(folder)
    await asyncio.gather(*(append_forever(storage.log, stream) for stream in STREAMS))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
