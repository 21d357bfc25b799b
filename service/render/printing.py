"""A picture shrunk to a few grey levels, in the encoding child: what versions are compared by."""

import io
import mmap
from typing import Final

from PIL import Image

from service.render.fence.messages import Answer, Failed, Print, Trouble, Written
from service.render.limits import CHANNELS, MAX_DRAWING_PIXELS

MAX_SIDE: Final = 256
FORMATS: Final = ("JPEG", "PNG", "WEBP")
"""What `encoder` makes."""


def print_picture(job: Print, picture: int, memory: int) -> Answer:
    """Write the print of a drawing or of one of our images."""
    if not 0 < job.side <= MAX_SIDE:
        return Failed(trouble=Trouble.BROKEN)
    try:
        grey = _image(job, picture) if job.byte_count else _drawing(job, picture)
    except (OSError, ValueError, SyntaxError):  # what Pillow raises over a picture's faults
        return Failed(trouble=Trouble.BROKEN)
    levels = grey.resize((job.side, job.side), Image.Resampling.BOX).tobytes()
    with mmap.mmap(memory, len(levels)) as written:
        written[:] = levels
    return Written(byte_count=len(levels))


def _drawing(job: Print, drawing: int) -> Image.Image:
    room = job.width * job.height * CHANNELS
    with mmap.mmap(drawing, room, prot=mmap.PROT_READ) as memory, memoryview(memory) as samples:
        return Image.frombytes("RGB", (job.width, job.height), samples).convert("L")


def _image(job: Print, image: int) -> Image.Image:
    with mmap.mmap(image, job.byte_count, prot=mmap.PROT_READ) as memory:
        data = io.BytesIO(memory)
    with Image.open(data, formats=FORMATS) as picture:
        if picture.width * picture.height > MAX_DRAWING_PIXELS:
            raise ValueError("more than any drawing has")
        return picture.convert("L")
