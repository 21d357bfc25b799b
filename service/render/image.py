"""A page image as it goes out, and the sizes there are; pure."""

from dataclasses import dataclass
from typing import Literal

ImageSize = Literal["tablet", "thumb"]
"""The two sizes of a page, as its address and its blob's key name them."""


@dataclass(frozen=True, slots=True)
class Image:
    """A page image; immutable, so it may be cached for ever."""

    data: bytes

    @property
    def media_type(self) -> str:
        """What kind of image our own encoder made, told by its first bytes."""
        if self.data.startswith(b"\x89PNG"):
            return "image/png"
        if self.data.startswith(b"\xff\xd8\xff"):
            return "image/jpeg"
        return "image/webp"
