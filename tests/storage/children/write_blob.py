"""Puts one blob, writes half of another, and waits to be killed."""

import asyncio
import sys
from pathlib import Path

from storage.open import open_storage

PUT, HALF = "source/put", "source/half"
DATA = bytes(range(256)) * 1_000


async def main(folder: Path) -> None:
    storage = await open_storage(folder)
    await storage.blobs.put(PUT, DATA)
    async with storage.blobs.writer() as writer:
        await writer.write(DATA)
        sys.stdout.write(f"{writer.path}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
