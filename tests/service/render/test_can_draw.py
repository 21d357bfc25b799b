"""Whether pages can be drawn at all: one press that works is enough, and a broken one is tried."""

import pytest

from service.render.fence.errors import NoChild
from service.render.pages import Pages
from service.render.press import Press
from storage.open import memory_storage
from tests.support.paper_press import PaperPress


class Broken(PaperPress):
    """A press whose children did not start; they do when `mended`."""

    def __init__(self) -> None:
        super().__init__()
        self.worker.able = False
        self.mended = False
        self.tries = 0

    async def start(self) -> None:
        """Try."""
        self.tries += 1
        if not self.mended:
            raise NoChild("no more processes")
        self.worker.able = True


def pages(*presses: Press) -> Pages:
    """A room with these presses."""
    storage = memory_storage()
    return Pages(storage.catalog, storage.blobs, presses)


async def test_one_press_that_works_is_enough_and_none_is_bothered() -> None:
    broken = Broken()
    await pages(broken, PaperPress()).can_draw()
    assert broken.tries == 0


async def test_when_none_works_one_is_tried() -> None:
    broken = Broken()
    room = pages(broken, Broken())
    with pytest.raises(NoChild):
        await room.can_draw()
    broken.mended = True
    await room.can_draw()
    await room.can_draw()
    assert broken.tries == 2
