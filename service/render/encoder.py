"""The child that turns drawings into images: trusted code, untrusted pixels; only Pillow here.

Measured on 13 pages at 1600 px, one core, time and size of the encoding alone:

| page | palette PNG of 16 levels | WebP lossless m0 | JPEG q85 4:4:4 |
| --- | --- | --- | --- |
| Korean text | 30 ms 247 KB | 90 ms 370 KB | 16 ms 713 KB |
| table | 19 ms 150 KB | 75 ms 845 KB | 15 ms 548 KB |
| bar chart, text | 16 ms 53 KB | 92 ms 532 KB | 13 ms 234 KB |
| 3,000 coloured lines | too many colours | 54 ms 544 KB (16 levels) | 11 ms 743 KB |
| scan, photograph | bands are seen | 400 ms 2 MB | 17 ms 285 to 700 KB |

So: a page with soft changes of tone is a picture and becomes JPEG. Any other page is
thinned to 16 levels a channel (black, white and every edge stay; no sample moves by more
than 8 of 255, which nobody sees on text and lines), then is a palette PNG when at most 256
colours are left, else lossless WebP.
"""

import io
import mmap
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageChops

from service.render.child import Answering, live
from service.render.limits import CHANNELS
from service.render.messages import Answer, Encode, Encoded, Failed, Job, Print, Trouble
from service.render.printing import print_picture

SAMPLED_ROWS: Final = 8
"""Every eighth row is enough to tell a picture from text."""

SOFT_STEP: Final = range(1, 16)
"""Neighbouring pixels that differ by so little are a shade of tone, not an edge."""

SOFT_SHARE: Final = 0.02
"""Text and tables have 0.001 to 0.015 of such pairs, scans and photographs 0.14 to 0.63."""

LEVELS: Final = 16
_STEP: Final = 255 // (LEVELS - 1)
_THINNED: Final = [(value + _STEP // 2) // _STEP * _STEP for value in range(256)] * 3


def answer(job: Job, files: Sequence[int]) -> Answer:
    """Encode one drawing into the tablet's image and the thumbnail, or print a picture."""
    if isinstance(job, Print):
        return print_picture(job, *files)
    if not isinstance(job, Encode):
        return Failed(trouble=Trouble.BROKEN)
    drawing, images = files
    room = job.width * job.height * CHANNELS
    with mmap.mmap(drawing, room, prot=mmap.PROT_READ) as memory, memoryview(memory) as samples:
        picture = Image.frombytes("RGB", (job.width, job.height), samples)
    tablet = encode(picture)
    small = (job.thumbnail_width, job.thumbnail_height)
    # A tile has no thumbnail.
    thumbnail = b"" if small == (0, 0) else _thumbnail(picture, small)
    if len(tablet) + len(thumbnail) > job.room:
        return Failed(trouble=Trouble.TOO_HEAVY)
    with mmap.mmap(images, job.room) as written:
        written[: len(tablet)] = tablet
        written[len(tablet) : len(tablet) + len(thumbnail)] = thumbnail
    return Encoded(tablet=len(tablet), thumbnail=len(thumbnail))


def encode(picture: Image.Image) -> bytes:
    """The image a tablet shows, in the format that suits the page."""
    if soft_share(picture) > SOFT_SHARE:
        return _jpeg(picture)
    thinned = picture.point(_THINNED)
    colours = thinned.getcolors(256)
    if colours is None:
        return _saved(thinned, "WEBP", lossless=True, method=0, quality=30)
    palette = Image.new("P", (1, 1))
    palette.putpalette([sample for _, colour in colours for sample in _triple(colour)])
    indexed = thinned.quantize(palette=palette, dither=Image.Dither.NONE)
    return _saved(indexed, "PNG", compress_level=2, bits=4 if len(colours) <= LEVELS else 8)


def soft_share(picture: Image.Image) -> float:
    """The share of neighbouring pixels with a small change of tone between them."""
    width, height = picture.width, max(1, picture.height // SAMPLED_ROWS)
    grey = picture.resize((width, height), Image.Resampling.NEAREST).convert("L")
    steps = ImageChops.difference(grey, ImageChops.offset(grey, 1, 0)).histogram()
    return sum(steps[step] for step in SOFT_STEP) / (width * height)


def _thumbnail(picture: Image.Image, small: tuple[int, int]) -> bytes:
    # A gap of 1 lets Pillow shrink by whole pixels first, which halves the time.
    return _jpeg(picture.resize(small, Image.Resampling.BOX, reducing_gap=1.0))


def _triple(colour: object) -> tuple[int, ...]:
    return colour if isinstance(colour, tuple) else ()


def _jpeg(picture: Image.Image) -> bytes:
    return _saved(picture, "JPEG", quality=85, subsampling=0)


def _saved(picture: Image.Image, form: str, **options: int | bool) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def load() -> Answering:
    """The work of this child."""
    Image.init()  # all formats: none can be loaded later
    return answer


if __name__ == "__main__":
    live(load)
