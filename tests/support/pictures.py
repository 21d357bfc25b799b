"""Looking at page images."""

import io

from PIL import Image as Picture

from service.render.image import Image


def opened(image: Image) -> Picture.Image:
    """The picture in a page image, as red, green and blue."""
    with Picture.open(io.BytesIO(image.data)) as picture:
        return picture.convert("RGB")


def has_ink(image: Image) -> bool:
    """Whether anything on the page is not white."""
    darkest = opened(image).convert("L").getextrema()[0]
    return isinstance(darkest, int) and darkest < 250
