"""The bare loop beside us: `python -m tests.load.pages_bare SHARE SHARES`.

Warm, it reads the path of a PDF from standard input, draws and encodes every page of its
share with our encoder in one plain loop, says `done`, and waits for the next. A page
number after the path means that page alone. The last file stays open.
"""

import os
import sys
from typing import Any, Final

import pymupdf

from service.render.encoder import shrunk
from service.render.image_format import encode, picture_of
from service.render.limits import drawing_size, thumbnail_size

_pymupdf: Final[Any] = pymupdf


def draw(document: Any, index: int) -> None:
    """One page, without any fence, kept nowhere."""
    page = document[index]
    size = drawing_size((page.rect.width, page.rect.height))
    zoom = size.width / page.rect.width
    pixels = page.get_pixmap(matrix=_pymupdf.Matrix(zoom, zoom))
    picture = picture_of(pixels.samples, pixels.width, pixels.height)
    encode(picture)
    small = thumbnail_size(size)
    shrunk(picture, (small.width, small.height))


def main() -> None:
    """Serve one order a line until the input ends."""
    share, shares = map(int, sys.argv[1:])
    os.nice(10)  # as modest as our own children
    print("ready", flush=True)
    held = ""
    document: Any = None
    for line in sys.stdin:
        path, _, only = line.strip().partition("\t")
        if path != held:
            held, document = path, _pymupdf.open(path)
        pages = [int(only) - 1] if only else range(share, document.page_count, shares)
        for index in pages:
            draw(document, index)
        print("done", flush=True)


main()
