"""A page prepared for being drawn in parts: interpreted once, then only what lies in a tile.

On an A0 plan of 60,000 lines a tile takes 10 to 20 ms from the list and 200 to 300 ms
from the page itself (MuPDF's display list, as its `draw_device` replays it within a scissor).
"""

from collections.abc import Callable
from typing import Any

from service.render.pdf.library import mupdf
from service.render.pdf.troubled import mind_warnings


class Closer:
    """The display list of the page that was looked at closely last."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[str, int], Any] | None = None

    def listed(self, page: tuple[str, int], bounds: Any, run: Callable[[Any], None]) -> Any:
        """The list of a page, by document and number; `run` shows the page to a device.

        Raises Troubled, and what `run` raises; nothing is kept then.
        """
        if self._kept is None or self._kept[0] != page:
            self._kept = None
            display_list = mupdf.fz_new_display_list(bounds)
            device = mupdf.fz_new_list_device(display_list)
            run(device)
            mupdf.fz_close_device(device)
            mind_warnings()
            self._kept = (page, display_list)
        return self._kept[1]

    def forget(self) -> None:
        """Give its memory back: another document is opened."""
        self._kept = None
