"""The child that turns drawings into images: trusted code, untrusted pixels; only Pillow here."""

import mmap
from collections.abc import Sequence

from PIL import Image

from service.render.fence.child import Answering, live
from service.render.fence.messages import Answer, Encode, Encoded, Failed, Job, Print, Trouble
from service.render.image_format import encode, jpeg, picture_of
from service.render.limits import CHANNELS
from service.render.printing import print_picture


def answer(job: Job, files: Sequence[int]) -> Answer:
    """Encode one drawing into image and thumbnail, if there is to be one, or print a picture."""
    if isinstance(job, Print):
        return print_picture(job, *files)
    if not isinstance(job, Encode):
        return Failed(trouble=Trouble.BROKEN)
    drawing, images = files
    room = job.width * job.height * CHANNELS
    with mmap.mmap(drawing, room, prot=mmap.PROT_READ) as memory, memoryview(memory) as samples:
        picture = picture_of(samples, job.width, job.height)
    tablet = encode(picture)
    thumbnail = shrunk(picture, (job.thumbnail_width, job.thumbnail_height))
    if len(tablet) + len(thumbnail) > job.room:
        return Failed(trouble=Trouble.TOO_HEAVY)
    with mmap.mmap(images, job.room) as written:
        written[: len(tablet)] = tablet
        written[len(tablet) : len(tablet) + len(thumbnail)] = thumbnail
    return Encoded(tablet=len(tablet), thumbnail=len(thumbnail))


def shrunk(picture: Image.Image, size: tuple[int, int]) -> bytes:
    """The thumbnail of that size; empty where a side has no length."""
    if not all(size):
        return b""
    # A gap of 1 lets Pillow shrink by whole pixels first, which halves the time.
    return jpeg(picture.resize(size, Image.Resampling.BOX, reducing_gap=1.0))


def load() -> Answering:
    """The work of this child."""
    Image.init()  # all formats: none can be loaded later
    return answer


if __name__ == "__main__":
    live(load)
