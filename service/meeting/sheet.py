"""The ink that stands on one page, each stroke encoded once; pure.

A sheet is what storage keeps under a page's key. Commands are decided against a `Draft` of
it, so that nobody reads a stroke that is not kept yet.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, Protocol

MAX_FRAME_BYTES = 256 * 1024
"""Of encoded strokes in one answer: a second of a slow Wi-Fi link, and 200 usual strokes."""


class Stood(NamedTuple):
    """A stroke on a sheet: the entry that added it, the seat that drew it, its Mark as JSON."""

    seq: int
    seat_id: str
    body: bytes


class Inked(Protocol):
    """What the rules ask of a page's ink."""

    byte_count: int

    def __len__(self) -> int: ...

    def get(self, stroke_id: str) -> Stood | None:
        """The stroke, if it stands."""


class Sheet:
    """Strokes in the order of their entries; altered only by what is kept."""

    def __init__(self, strokes: Iterable[tuple[str, Stood]] = ()) -> None:
        self._strokes = dict(strokes)
        self._beginning: tuple[tuple[bytes, ...], bool] | None = None
        self.byte_count = sum(len(stood.body) for stood in self._strokes.values())

    def __len__(self) -> int:
        return len(self._strokes)

    def get(self, stroke_id: str) -> Stood | None:
        """The stroke, if it stands."""
        return self._strokes.get(stroke_id)

    def add(self, stroke_id: str, stood: Stood) -> None:
        """One more stroke, on top; one that is told late takes its place by entry."""
        self.drop((stroke_id,))
        late = bool(self._strokes) and next(reversed(self._strokes.values())).seq > stood.seq
        self._strokes[stroke_id] = stood
        self.byte_count += len(stood.body)
        if late:
            self._strokes = dict(sorted(self._strokes.items(), key=lambda each: each[1].seq))

    def drop(self, stroke_ids: Collection[str]) -> None:
        """These strokes are gone."""
        self._beginning = None
        for stroke_id in stroke_ids:
            gone = self._strokes.pop(stroke_id, None)
            self.byte_count -= len(gone.body) if gone else 0

    def after(self, seq: int) -> tuple[tuple[bytes, ...], bool]:
        """Marks added after entry `seq`, as many as fit one answer, and whether there are more.

        One mark always fits, so that asking again comes to an end.
        """
        if seq:
            return _fitting(stood.body for stood in self._strokes.values() if stood.seq > seq)
        if self._beginning is None:  # a hall asks for it after one turn
            self._beginning = _fitting(stood.body for stood in self._strokes.values())
        return self._beginning


class Draft:
    """A sheet as it will be once what was decided is kept."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._added: dict[str, Stood] = {}
        self._gone: set[str] = set()
        self._count = len(sheet)
        self.byte_count = sheet.byte_count

    def __len__(self) -> int:
        return self._count

    def get(self, stroke_id: str) -> Stood | None:
        """The stroke, if it will stand."""
        if stroke_id in self._gone:
            return None
        return self._added.get(stroke_id) or self._sheet.get(stroke_id)

    def add(self, stroke_id: str, stood: Stood) -> None:
        """One more stroke."""
        self.drop((stroke_id,))
        self._gone.discard(stroke_id)
        self._added[stroke_id] = stood
        self._count += 1
        self.byte_count += len(stood.body)

    def drop(self, stroke_ids: Collection[str]) -> None:
        """These strokes go."""
        for stroke_id in stroke_ids:
            gone = self.get(stroke_id)
            if gone is not None:
                self._gone.add(stroke_id)
                self._count -= 1
                self.byte_count -= len(gone.body)


def _fitting(bodies: Iterator[bytes]) -> tuple[tuple[bytes, ...], bool]:
    taken: list[bytes] = []
    room = MAX_FRAME_BYTES
    for body in bodies:
        if taken and len(body) > room:
            return tuple(taken), True
        taken.append(body)
        room -= len(body)
    return tuple(taken), False
