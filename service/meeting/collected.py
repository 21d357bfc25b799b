"""What everyone wrote for the secretary, gathered: each seat's own collected log, and no other.

Names of streams are made by `storage.keys.collected_stream` and by nothing else here, so that
what is private cannot be reached from this side of the house.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from service.meeting.notebooks import Notebooks
from service.meeting.packet import has_page
from service.meeting.sequencer import Sequencer
from service.meeting.sheet import Sheet
from service.meeting.sight import VIEWS, sees
from service.meeting.succession import left_behind
from service.model import Actor, Mark, PageRef, Role, page_key
from service.protocol.codec import decode_entry
from service.protocol.message import StreamName
from service.protocol.state import Notes, Snapshot
from storage.keys import collected_stream, collected_streams, seat_of
from storage.ports import EventLog

MAX_BYTES = 2 * 1024 * 1024
"""Of one seat's marks on one page as they are read: 2,500 usual strokes, more than a page holds."""

_decode_mark = msgspec.json.Decoder(Mark).decode


@dataclass(frozen=True, slots=True)
class Hand:
    """One seat that wrote: when its first line was kept (ms), and how many marks on which page."""

    writer: Actor
    began_at: int
    pages: dict[PageRef, int]


class Collected:
    """Reads the collected logs of one meeting; `is_here`: whether a tablet of a seat is."""

    def __init__(
        self,
        meeting_id: str,
        log: EventLog,
        notebooks: Notebooks,
        meeting: Callable[[], Snapshot],
        is_here: Callable[[str], bool],
    ) -> None:
        self._meeting_id, self._log, self._notebooks = meeting_id, log, notebooks
        self._meeting, self._is_here = meeting, is_here
        self._began: dict[str, int] = {}

    async def standing(self) -> dict[str, int]:
        """The seats that wrote and the last entry of each; cheap to ask. Raises StorageError."""
        streams = await self._log.streams(collected_streams(self._meeting_id))
        return {seat_of(stream): (await self._log.head(stream)).seq for stream in streams}

    async def hand(self, writer: Actor, reader: Role) -> Hand:
        """What one seat wrote where, on pages the reader may see. Raises StorageError."""
        notebook = await self._open(writer)
        inked = notebook.state.inked
        self._let_go(writer)
        pages = {page_of(key): count for key, count in inked.items()}
        seen = {page: count for page, count in pages.items() if self.shows(page, reader)}
        return Hand(writer, await self._began_at(writer.seat_id), seen)

    async def marks(
        self, writer: Actor, page: PageRef, reader: Role
    ) -> tuple[Sequence[Mark], bool]:
        """A seat's marks on a page the reader may see, and whether it has more than are told.

        Raises StorageError.
        """
        if not self.shows(page, reader):
            return (), False
        marks: list[Mark] = []
        more = False

        def answer(sheet: Sheet) -> None:
            nonlocal more
            size, after = 0, 0
            while True:
                bodies, more = sheet.after(after)
                marks.extend(map(_decode_mark, bodies))
                size += sum(map(len, bodies))
                if not more or size >= MAX_BYTES:
                    return
                after = marks[-1].seq

        await (await self._open(writer)).read(page_key(page), answer)
        self._let_go(writer)
        return marks, more

    def shows(self, page: PageRef, reader: Role) -> bool:
        """Whether this page is in the packet, or was left behind, and the reader may see it."""
        state = self._meeting()
        there = has_page(state, page) or left_behind(state, page)
        return there and sees(state, page, VIEWS[reader])

    async def _open(self, writer: Actor) -> Sequencer[Notes]:
        return await self._notebooks.of(writer, StreamName.COLLECTED)

    def _let_go(self, writer: Actor) -> None:
        """Whoever looks through fifty logs does not keep them open."""
        if not self._is_here(writer.seat_id):
            self._notebooks.close(writer.seat_id)

    async def _began_at(self, seat_id: str) -> int:
        if seat_id not in self._began:
            first = await self._log.read(collected_stream(self._meeting_id, seat_id), 0, 1)
            self._began[seat_id] = decode_entry(first[0].body).at if first else 0
        return self._began[seat_id]


def page_of(key: str) -> PageRef:
    """The page that a key of `model.page_key` names."""
    document_id, version, page = key.rsplit(".", 2)
    return PageRef(document_id=document_id, version=int(version), page=int(page))
