"""A file as large as allowed is mapped: a child with less memory than that draws it."""

import os
from pathlib import Path

from service.render.fence import canvas
from service.render.fence.messages import Draw, Drawn
from service.render.fence.sandbox import Sandbox
from service.render.inspection import Inspector
from service.render.limits import CHANNELS, ChildLimits, FileLimits
from tests.support.pdfs import A4, CATALOG, SQUARE, page, stream, tree

BYTES = FileLimits().byte_count
CHILD = ChildLimits(memory=300 * 1024 * 1024)
WORKER = "service.render.worker"
SIDE = 100


def large_pdf(path: Path) -> None:
    """A sound PDF of the largest size, nearly all of it one object that no page uses.

    The object is a hole in the file: the test costs no disk.
    """
    objects = [CATALOG, tree([3]), page(4), stream(SQUARE)]
    padding = BYTES - 10_000
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        offsets = []
        for number, content in enumerate(objects, 1):
            offsets.append(file.tell())
            file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        offsets.append(file.tell())
        file.write(b"5 0 obj\n<</Length %d>>stream\n" % padding)
        file.seek(padding, os.SEEK_CUR)
        file.write(b"\nendstream\nendobj\n")
        start = file.tell()
        entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        file.write(b"xref\n0 6\n0000000000 65535 f \n" + entries)
        file.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)


async def test_it_is_inspected(tmp_path: Path) -> None:
    large_pdf(tmp_path / "large.pdf")
    inspector = Inspector(FileLimits(), CHILD, at_once=1)
    try:
        assert (await inspector.inspect(tmp_path / "large.pdf")).sizes == (A4,)
    finally:
        await inspector.aclose()


async def test_it_is_drawn(tmp_path: Path) -> None:
    large_pdf(tmp_path / "large.pdf")
    sandbox = Sandbox(WORKER, CHILD)
    job = Draw(
        document="large", page=1, across=SIDE, down=SIDE, left=0, top=0, width=SIDE, height=SIDE
    )
    pdf = os.open(tmp_path / "large.pdf", os.O_RDONLY)
    try:
        with canvas.canvas(SIDE * SIDE * CHANNELS) as pixels:
            answer = await sandbox.ask(job, (pdf, pixels), 20, Drawn, lambda _: True)
            assert answer == Drawn(width=SIDE, height=SIDE)
            drawn = canvas.read(pixels, 0, SIDE * SIDE * CHANNELS)
        assert len(set(drawn)) > 1
    finally:
        os.close(pdf)
        await sandbox.aclose()
