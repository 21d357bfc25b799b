"""`python -m tests.load NAME [--json]`: run one bench and print it.

Exit code 1 when a limit does not hold.
"""

import argparse
import asyncio
import importlib
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Final

from service.observability.logs import configure_logs
from tests.load.table import Row, as_json, show

BENCHES: Final = {
    "busy": "a turn in a hall that writes",
    "cold": "a tablet that opens its meeting with an empty cache over a slow link",
    "commit": "what the log costs a turn",
    "flat": "memory of service and children over 10,000 pages",
    "formats": "image formats beside each other, page by page",
    "hand": "a hand that writes, to the paint under its pen and on another tablet",
    "hours": "eight hours compressed: memory, joins and turns stay flat",
    "idle": "memory of one tablet that is silent",
    "ink": "a page of 5,000 strokes on one tablet",
    "joins": "turns while 2,000 tablets join in ten seconds",
    "painted": "a followed turn on a tablet beside pdf.js; its memory",
    "ninety": "ninety minutes of writing on one tablet stay as fast as the first ten",
    "pages": "documents to pages: ours, bare PyMuPDF, pdftocairo",
    "search": "what is typed, found in 1,000 pages",
    "turn": "one page turn to every tablet of a meeting",
    "welcome": "a Welcome after 200,000 events and after 200",
}
"""Each is a module of this package with `async def run() -> list[Row]`."""

SIZED: Final = {
    "flat": "pages",
    "hours": "events",
    "welcome": "events",
    "busy": "tablets",
    "commit": "tablets",
    "joins": "tablets",
    "turn": "tablets",
}
"""Those whose `run` takes a number, too: of what."""


def main() -> int:
    """Run the bench that was asked for."""
    listed = "\n".join(f"  {name:8} {what}" for name, what in BENCHES.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.load",
        description=f"benches:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("bench", choices=BENCHES)
    parser.add_argument("--json", action="store_true", help="one JSON object on one line")
    for what in dict.fromkeys(SIZED.values()):
        names = ", ".join(name for name, counted in SIZED.items() if counted == what)
        parser.add_argument(f"--{what}", type=int, help=f"fewer {what}, to try it: {names}")
    parser.add_argument("--pdfs", type=Path, help="a folder of any PDFs, in place of ours: formats")
    chosen = parser.parse_args()
    run: Callable[..., Awaitable[list[Row]]]
    run = importlib.import_module(f"tests.load.{chosen.bench}").run
    for what in dict.fromkeys(SIZED.values()):
        if (number := getattr(chosen, what)) is not None:
            if SIZED.get(chosen.bench) != what:
                parser.error(f"{chosen.bench} takes no number of {what}")
            run = partial(run, number)
    if chosen.pdfs is not None:
        if chosen.bench != "formats":
            parser.error(f"{chosen.bench} takes no folder of PDFs")
        run = partial(run, chosen.pdfs)
    configure_logs("text", "warning")
    rows = asyncio.run(_awaited(run))
    if chosen.json:
        print(as_json(chosen.bench, rows))
    else:
        show(chosen.bench, rows)
    return 0 if all(row.holds for row in rows) else 1


async def _awaited(run: Callable[[], Awaitable[list[Row]]]) -> list[Row]:
    return await run()


sys.exit(main())
