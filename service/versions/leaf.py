"""A page as the map sees it: its text and a small print of its picture; pure."""

from dataclasses import dataclass
from typing import Final

PRINT_SIDE: Final = 32
"""Grey levels across and down a print. Measured on 37 demo pages against scans of them,
askew by up to half a degree: with 32 a page is found again at a correlation of 0.79 or
more and strangers stay below 0.49; with 64 (0.44 and 0.4) the two can no longer be told."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page.

    `text` is `render.paper.PageText.text`; `print` is PRINT_SIDE squared bytes of grey, row
    by row from the top left of the page as shown, or b"" when there is no picture of it.
    """

    text: str
    print: bytes = b""

    def __post_init__(self) -> None:
        """Raise ValueError for a print of another size."""
        if len(self.print) not in (0, PRINT_SIDE * PRINT_SIDE):
            raise ValueError(f"a print of {len(self.print)} bytes")
