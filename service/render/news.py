"""What became of a PDF since somebody was told last; pure."""

from dataclasses import dataclass, field

from service.model import Carried, FailedPage
from service.render.standing import Outcome
from storage.records import PageRecord


@dataclass(frozen=True, slots=True)
class News:
    """Outcomes of pages, and what was found out about the document; None is not known yet."""

    pages: dict[int, PageRecord] = field(default_factory=dict)
    carries: tuple[Carried, ...] | None = None
    scanned: tuple[int, ...] | None = None

    def then(self, later: "News") -> "News":
        """Both together; what is later replaces what is earlier."""
        return News(
            pages=self.pages | later.pages,
            carries=self.carries if later.carries is None else later.carries,
            scanned=self.scanned if later.scanned is None else later.scanned,
        )

    @property
    def outcome(self) -> Outcome:
        """The news as others may see it."""
        records = [self.pages[page] for page in sorted(self.pages)]
        return Outcome(
            drawn=tuple(it.page for it in records if it.failure is None),
            failed=tuple(
                FailedPage(page=it.page, code=it.failure)
                for it in records
                if it.failure is not None
            ),
            reduced=tuple(it.page for it in records if it.failure is None and it.reduced),
            carries=self.carries,
            scanned=self.scanned,
        )
