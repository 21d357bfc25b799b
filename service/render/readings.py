"""Which texts of a document are there, and which of its pages have none; pure."""

from collections.abc import Iterable

from service.render.paper import PageText
from service.render.work import Run, runs_of


class Readings:
    """Documents that are being read; one read through is forgotten."""

    def __init__(self) -> None:
        self._left: dict[str, set[Run]] = {}
        self._scanned: dict[str, set[int]] = {}

    def take(self, run: Run, texts: Iterable[PageText], page_count: int) -> tuple[int, ...] | None:
        """Note a run; once it was the last, the document's pages that are scans, in order."""
        left = self._left.setdefault(run.sha256, set(runs_of(run.sha256, page_count)))
        scanned = self._scanned.setdefault(run.sha256, set())
        left.discard(run)
        scanned.update(text.page for text in texts if text.scanned)
        if left:
            return None
        del self._left[run.sha256], self._scanned[run.sha256]
        return tuple(sorted(scanned))
