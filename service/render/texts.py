"""The texts of pages and what documents say of themselves, read once, the asked ones first."""

from collections.abc import Iterable

from service.errors import Code, InputRefused
from service.render.desk import Desk
from service.render.paper import Contents, PageText
from service.render.shelf import Shelf
from service.render.standings import Standings
from service.render.work import Run, Whole, run_of, runs_of


class Texts:
    """Texts by run of pages: `work.READ_RUN` pages are read and kept together."""

    def __init__(self, desk: Desk, shelf: Shelf, standings: Standings, wait_seconds: float) -> None:
        self._desk = desk
        self._shelf = shelf
        self._standings = standings
        self._wait_seconds = wait_seconds

    async def text(self, sha256: str, page: int) -> PageText:
        """A page's text, as soon as it was read; asking for it brings it forward.

        Raises InputRefused when there is no such page, Unavailable when it takes too long.
        """
        content = await self._standings.content(sha256)
        if not 1 <= page <= len(content.sizes):
            raise InputRefused(Code.NO_SUCH_PAGE)
        run = Run(sha256, run_of(page))
        text = await self._shelf.find_text(run, page)
        if text is None:
            self._desk.want(run)
            texts: tuple[PageText, ...] = await self._desk.wait(run, self._wait_seconds)
            text = texts[page - run.first]
        return text

    async def contents(self, sha256: str) -> Contents:
        """What a document says of itself. Raises as `text` does."""
        await self._standings.content(sha256)
        whole = Whole(sha256)
        contents = await self._shelf.find_contents(whole)
        if contents is None:
            self._desk.want(whole)
            contents = await self._desk.wait(whole, self._wait_seconds)
        return contents

    async def words_so_far(self, sha256: str, first: int) -> tuple[str, ...] | None:
        """What the pages of the run that begins at page `first` say, if it was read."""
        return await self._shelf.find_words(Run(sha256, first))

    def want_texts(self, sha256: str, firsts: Iterable[int]) -> None:
        """Have these runs read soon, the first of them first."""
        for first in reversed(list(firsts)):
            self._desk.want(Run(sha256, first))

    async def study(self, sha256: str) -> None:
        """Have a document surveyed and read when there is time; what is known is told again."""
        content = await self._standings.content(sha256)
        self._desk.spare(Whole(sha256))
        for run in runs_of(sha256, len(content.sizes)):
            self._desk.spare(run)
