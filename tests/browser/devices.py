"""The glass in the room: who looks at which size, and whether it feels fingers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Device:
    """A viewport in CSS pixels, and the screen's own pixels to each of them."""

    width: int
    height: int
    touch: bool
    ratio: float = 1


DESKTOP = Device(1440, 900, touch=False)
LANDSCAPE = Device(1180, 820, touch=True)
PORTRAIT = Device(820, 1180, touch=True)
PHONE = Device(390, 844, touch=True)
WALL = Device(1920, 1080, touch=False)

EVERY = (PHONE, PORTRAIT, LANDSCAPE, DESKTOP, WALL)
