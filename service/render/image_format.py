"""The rule of image format by content.

Measured at 1,600 pixels, one busy core, encoding alone; loss is the mean difference of a sample.
`python -m tests.load formats` measures it anew, with the time a browser takes to decode.

| page | this rule | as JPEG | other choices |
| --- | --- | --- | --- |
| text, black on white | PNG, 4 bits, runs: 19 ms 123 KB, 0.2 | 6 ms 356 KB, 0.4 | m1: 130 KB |
| table | palette PNG, runs: 36 ms 189 KB, 0.3 | 15 ms 550 KB, 0.7 | m1: 61 ms 131 KB |
| bar chart | palette PNG, runs: 46 ms 89 KB, 0.0 | 17 ms 213 KB, 0.2 | m1: 51 ms 17 KB |
| 3,000 coloured lines | WebP lossless m1: 175 ms 766 KB, 1.1 | 23 ms 1,467 KB, 2.5 | m0: 1,316 KB |
| gradient, white text | WebP lossless m1: 27 ms 27 KB, 0.1 | 6 ms 114 KB, 0.7 | m0: 226 KB |
| fax (CCITT) | PNG, 4 bits: 21 ms 138 KB, 0.2 | 6 ms 366 KB, 0.4 | WebP q80 m0: 221 KB, 0.3 |
| scan in grey | JPEG, one channel: 8 ms 408 KB, 0.7 | the same | WebP q80 m0: 85 ms 256 KB, 1.4 |
| scan in colour | JPEG: 17 ms 510 KB, 1.0 | the same | WebP q80 m0: 73 ms 295 KB, 1.8 |

So: only soft changes of tone away from any edge make a picture, and a picture becomes JPEG;
WebP's smaller files are mostly its greater loss, at four times the work. Anything else is
flat. Its even areas and gradients keep their tones, so nothing is seen in bands; the soft
edges between them share 16 levels, which nobody sees (no sample moves by more than 12 of
255). What is left fits a PNG of one channel or of a palette, or has too many colours and
becomes lossless WebP.
"""

import io
import zlib
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PIL import Image

from service.render.limits import CHANNELS
from service.render.tones import Tones, levels, nearest, tones_of

PICTURE_SHARE: Final = 0.05
"""Of soft pixels: of 270 public and 30 own pages, drawings and faxes have 0 to 0.045, pictures
0.07 to 0.66."""

MIXED_SHARE: Final = 0.02
"""Of soft pixels, where colours are too many for a palette: a page with a picture on it, for
which lossless WebP takes 0.6 s and gives little."""

LEVELS: Final = 16
"""Steps of a smoothed edge: as many as four bits count, and more than anybody sees."""

WIDEST_GAP: Final = 24
"""Between levels: above it edges would be seen to be coarse, and 16 levels are too few."""

COLOURS: Final = 256
"""Of a palette (PNG, 11.2.2)."""

CELL: Final = 8
"""Pillow looks colours up by cells four wide: levels twice as far apart are told apart surely."""

CELLS: Final = 256 // CELL


def picture_of(samples: bytes | memoryview, width: int, height: int) -> Image.Image:
    """The drawing in these samples, three a pixel: of one channel ("L") where all is grey."""
    row = CHANNELS * width
    few = range(0, len(samples), row * 64)
    if all(_is_grey(bytes(samples[start : start + row])) for start in few):
        whole = bytes(samples)
        if _is_grey(whole):
            return Image.frombytes("L", (width, height), whole[1::CHANNELS])
    return Image.frombytes("RGB", (width, height), samples)


def encode(picture: Image.Image) -> bytes:
    """The image a tablet shows, in the format that suits the page."""
    tones = tones_of(picture)
    if tones.soft > PICTURE_SHARE:
        return jpeg(picture)
    return _grey(picture, tones) if picture.mode == "L" else _coloured(picture, tones)


def jpeg(picture: Image.Image) -> bytes:
    """As a photograph, its colours as sharp as its tones (4:4:4)."""
    return _saved(picture, "JPEG", quality=85, subsampling=0)


def _grey(picture: Image.Image, tones: Tones) -> bytes:
    chosen = _levels(tones.even)
    place = {level: index for index, level in enumerate(chosen)}
    indexed = picture.point([place[level] for level in nearest(chosen)])
    indexed.putpalette([sample for level in chosen for sample in (level,) * CHANNELS])
    return _png(indexed, len(chosen))


def _coloured(picture: Image.Image, tones: Tones) -> bytes:
    """One set of levels for all channels: what is grey stays grey."""
    chosen = _levels(tones.even)
    if len(chosen) <= CELLS:
        place = {level: index * CELL for index, level in enumerate(chosen)}
        spread = picture.point([place[level] for level in nearest(chosen)] * CHANNELS)
        colours = spread.getcolors(COLOURS)
        if colours is not None:
            return _palette_png(spread, chosen, [_triple(colour) for _, colour in colours])
    if tones.soft > MIXED_SHARE:
        return jpeg(picture)
    kept = tones.even if len(tones.even) < LEVELS else tones.sloping
    thinned = picture.point(nearest(_levels(kept)) * CHANNELS)
    return _saved(thinned, "WEBP", lossless=True, method=1, quality=0)


def _palette_png(
    spread: Image.Image, chosen: Sequence[int], colours: Sequence[tuple[int, ...]]
) -> bytes:
    """A PNG of a picture whose samples are places of levels, CELL apart."""
    places = Image.new("P", (1, 1))
    places.putpalette([place for colour in colours for place in colour])
    indexed = spread.quantize(palette=places, dither=Image.Dither.NONE)
    indexed.putpalette([chosen[place // CELL] for colour in colours for place in colour])
    return _png(indexed, len(colours))


def _levels(kept: Sequence[int]) -> list[int]:
    """The kept values and so many others that edges stay smooth."""
    chosen = levels(kept, LEVELS)
    if max(b - a for a, b in pairwise(chosen)) > WIDEST_GAP:
        return levels(kept, len(chosen) + LEVELS)
    return chosen


def _is_grey(samples: bytes) -> bool:
    green = samples[1::CHANNELS]
    return samples[0::CHANNELS] == green and samples[2::CHANNELS] == green


def _png(indexed: Image.Image, colours: int) -> bytes:
    """Runs alone are found in two thirds of the time that repeated strings take."""
    bits = next(bits for bits in (1, 2, 4, 8) if colours <= 1 << bits)
    return _saved(indexed, "PNG", compress_level=4, compress_type=zlib.Z_RLE, bits=bits)


def _triple(colour: object) -> tuple[int, ...]:
    return colour if isinstance(colour, tuple) else ()


def _saved(picture: Image.Image, form: str, **options: int | bool) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()
