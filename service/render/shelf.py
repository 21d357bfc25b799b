"""Puts what came out of the fence where it is found again, and says that it is there."""

from msgspec import msgpack

from service.errors import FileRefused
from service.render.desk import Desk
from service.render.paper import Contents, PageText
from service.render.press import Images
from service.render.progress import Progress
from service.render.readings import Readings
from service.render.spelling import text_in, texts_in, words_in
from service.render.standings import Standings
from service.render.work import Place, Run, Tile, Whole, Work
from storage.errors import BlobMissing
from storage.keys import contents_key, page_key, text_key, tile_key
from storage.ports import Blobs

_contents = msgpack.Decoder(Contents)


class Shelf:
    """Images, texts and contents of PDFs. Every call raises StorageError.

    Whoever waits has a result before the disk has it: it could be made again.
    """

    def __init__(self, blobs: Blobs, desk: Desk, standings: Standings, progress: Progress) -> None:
        self._blobs = blobs
        self._desk = desk
        self._standings = standings
        self._progress = progress
        self._readings = Readings()

    async def find_text(self, run: Run, page: int) -> PageText | None:
        """The text of one page of a run, if it was read."""
        data = await self._find(text_key(run.sha256, run.first))
        return None if data is None else text_in(data, page - run.first)

    async def find_words(self, run: Run) -> tuple[str, ...] | None:
        """What the pages of a run say, without places and links, if it was read."""
        data = await self._find(text_key(run.sha256, run.first))
        return None if data is None else words_in(data)

    async def find_contents(self, whole: Whole) -> Contents | None:
        """What a document says of itself, if it was asked."""
        data = await self._find(contents_key(whole.sha256))
        return None if data is None else _contents.decode(data)

    async def had_page(self, place: Place) -> bool:
        """Whether its images were kept before the service ended, and are noted now.

        The thumbnail is kept last: where it is, the other one is.
        """
        if not await self._blobs.exists(page_key(*place, "thumb")):
            return False
        await self._desk.note(place, None)
        self._desk.done(place, None)
        return True

    async def keep_page(self, place: Place, images: Images, *, reduced: bool) -> None:
        """Keep a page's images."""
        self._desk.show(place, images)
        await self._blobs.put(page_key(*place, "tablet"), images.tablet)
        await self._blobs.put(page_key(*place, "thumb"), images.thumbnail)
        await self._desk.note(place, None, reduced=reduced)
        self._desk.done(place, images)

    async def keep_tile(self, tile: Tile, image: bytes) -> None:
        """Keep a tile."""
        self._desk.show(tile, image)
        await self._blobs.put(tile_key(*tile), image)
        self._desk.done(tile, image)

    async def had_study(self, work: Run | Whole) -> bool:
        """Whether a text or a survey was kept before, and is noted now."""
        if isinstance(work, Whole):
            contents = await self.find_contents(work)
            if contents is not None:
                self._note_contents(work, contents)
            return contents is not None
        data = await self._find(text_key(work.sha256, work.first))
        if data is not None:
            await self._note_texts(work, await texts_in(data))
        return data is not None

    async def keep_texts(self, run: Run, texts: tuple[PageText, ...]) -> None:
        """Keep the texts of a run of pages."""
        self._desk.show(run, texts)
        await self._blobs.put(text_key(run.sha256, run.first), msgpack.encode(texts))
        await self._note_texts(run, texts)

    async def keep_contents(self, whole: Whole, contents: Contents) -> None:
        """Keep what a document says of itself."""
        self._desk.show(whole, contents)
        await self._blobs.put(contents_key(whole.sha256), msgpack.encode(contents))
        self._note_contents(whole, contents)

    async def fail(self, work: Work, refused: FileRefused) -> None:
        """It cannot be done: a page stands as failed, anything else is told to who waits."""
        if isinstance(work, Place):
            await self._desk.note(work, refused.code)
        self._desk.done(work, refused)

    async def _note_texts(self, run: Run, texts: tuple[PageText, ...]) -> None:
        content = await self._standings.content(run.sha256)
        scanned = self._readings.take(run, texts, len(content.sizes))
        if scanned is not None:
            self._progress.note_scanned(run.sha256, scanned)
        self._desk.done(run, texts)

    def _note_contents(self, whole: Whole, contents: Contents) -> None:
        self._progress.note_carries(whole.sha256, contents.carries)
        self._desk.done(whole, contents)

    async def _find(self, key: str) -> bytes | None:
        try:
            return await self._blobs.get(key)
        except BlobMissing:
            return None
