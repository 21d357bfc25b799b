"""`python -m tests.load.service_in_memory serve …`: the service as it is, with a log that is none.

What the log costs is the difference to the service itself; nothing else is another.
"""

import asyncio
from pathlib import Path

from service import __main__ as command
from storage.folders import make_folder
from storage.open import Storage, memory_storage


async def _nothing_kept(folder: Path) -> Storage:
    await asyncio.to_thread(make_folder, folder)  # the key of the tokens is still a file
    return memory_storage()


if __name__ == "__main__":
    vars(command)["open_storage"] = _nothing_kept
    command.main()
