"""How far the drawing of one PDF has come; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.model import Carried, FailedPage
from storage.records import ContentRecord, PageRecord


@dataclass(frozen=True, slots=True)
class Outcome:
    """The pages of a PDF that are drawn, and those that cannot be, in page order.

    `reduced` are those of the drawn ones that came out at half the size only. What the
    document carries, and which of its pages are scans without text, is None until known.
    """

    drawn: tuple[int, ...]
    failed: tuple[FailedPage, ...]
    reduced: tuple[int, ...] = ()
    carries: tuple[Carried, ...] | None = None
    scanned: tuple[int, ...] | None = None


@dataclass(slots=True)
class Standing:
    """The pages of one content: drawn, failed with a code, or still to come."""

    content: ContentRecord
    drawn: set[int] = field(default_factory=set)
    failed: dict[int, str] = field(default_factory=dict)
    reduced: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, content: ContentRecord, records: Iterable[PageRecord]) -> "Standing":
        """What the catalog remembers."""
        standing = cls(content)
        for record in records:
            standing.take(record)
        return standing

    def take(self, record: PageRecord) -> None:
        """Note the outcome of one page; a later one replaces an earlier one."""
        self.drawn.discard(record.page)
        self.failed.pop(record.page, None)
        self.reduced.discard(record.page)
        if record.failure is None:
            self.drawn.add(record.page)
            if record.reduced:
                self.reduced.add(record.page)
        else:
            self.failed[record.page] = record.failure

    def has(self, page: int) -> bool:
        """Whether the content has such a page."""
        return 1 <= page <= len(self.content.sizes)

    @property
    def to_come(self) -> list[int]:
        """Pages neither drawn nor failed, in order."""
        pages = range(1, len(self.content.sizes) + 1)
        return [page for page in pages if page not in self.drawn and page not in self.failed]

    @property
    def outcome(self) -> Outcome:
        """The standing as others may see it."""
        return Outcome(
            drawn=tuple(sorted(self.drawn)),
            failed=tuple(FailedPage(page=p, code=c) for p, c in sorted(self.failed.items())),
            reduced=tuple(sorted(self.reduced)),
        )
