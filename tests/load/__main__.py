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
    "flat": "memory of service and children over 10,000 pages",
    "search": "what is typed, found in 1,000 pages",
    "pages": "documents to pages: ours, bare PyMuPDF, pdftocairo",
    "formats": "image formats beside each other, page by page",
    "idle": "memory of one tablet that is silent",
    "turn": "one page turn to every tablet of a meeting",
}
"""Each is a module of this package with `async def run() -> list[Row]`."""

COUNTED: Final = ("flat",)
"""Those whose `run` takes a number of pages, too."""


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
    parser.add_argument("--pages", type=int, help=f"fewer pages, to try it: {', '.join(COUNTED)}")
    parser.add_argument("--pdfs", type=Path, help="a folder of any PDFs, in place of ours: formats")
    chosen = parser.parse_args()
    if chosen.pages is not None and chosen.bench not in COUNTED:
        parser.error(f"{chosen.bench} takes no number of pages")
    if chosen.pdfs is not None and chosen.bench != "formats":
        parser.error(f"{chosen.bench} takes no folder of PDFs")
    run: Callable[..., Awaitable[list[Row]]]
    run = importlib.import_module(f"tests.load.{chosen.bench}").run
    if chosen.pages is not None:
        run = partial(run, chosen.pages)
    if chosen.pdfs is not None:
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
