"""Appends to several streams at once until killed; prints what was acknowledged.

Each line out, "STREAM SEQ", is printed after its append returned. The record put with
line N of a stream says N, so that lines and records can be compared afterwards.
"""

import asyncio
import sys
from pathlib import Path

from storage.open import open_storage
from storage.ports import EventLog
from storage.records import LogLine, MeetingRecord

STREAMS = ("meeting-1", "meeting-2", "meeting-3")


async def append_forever(log: EventLog, stream: str) -> None:
    seq = (await log.head(stream)).seq
    while True:
        line = LogLine(seq + 1, f"command-{seq + 1}", b"stroke " * 40)
        await log.append(stream, seq, [line], [MeetingRecord(stream, "", "", seq + 1, "open")])
        seq += 1
        sys.stdout.write(f"{stream} {seq}\n")
        sys.stdout.flush()


async def main(folder: Path) -> None:
    storage = await open_storage(folder)
    await asyncio.gather(*(append_forever(storage.log, stream) for stream in STREAMS))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
