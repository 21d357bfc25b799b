"""A service that ends without a word: `python -m tests.support.brief_service`.

It starts a child, prints the child's process id, has it stop in the middle of a job, and
waits to be killed.
"""

import asyncio
import sys

from service.render.fence import canvas
from service.render.fence.messages import Draw, Drawn
from service.render.fence.sandbox import Sandbox
from service.render.limits import ChildLimits

JOB = Draw(document="stop", page=1, across=1, down=1, left=0, top=0, width=1, height=1)


async def main() -> None:
    """Hand out one job that is never answered."""
    sandbox = Sandbox("tests.support.dummy_child", ChildLimits())
    await sandbox.start()
    sys.stdout.write(f"child {sandbox.pid}\n")
    sys.stdout.flush()
    with canvas.canvas(3) as pixels:
        await sandbox.ask(JOB, (pixels,), 3_600, Drawn, lambda _: True)


if __name__ == "__main__":
    asyncio.run(main())
