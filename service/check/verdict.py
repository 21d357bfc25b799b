"""What is found out about one file; pure."""

from dataclasses import dataclass

from service.errors import Code


@dataclass(frozen=True, slots=True)
class GreyPage:
    """A page, from 1, that would stand as a grey sheet, and why."""

    page: int
    code: Code


@dataclass(frozen=True, slots=True)
class Verdict:
    """One file: `name` is its path in the folder; no `code` means accepted."""

    name: str
    code: Code | None
    pages: int = 0
    milliseconds: int = 0
    grey: tuple[GreyPage, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the service would take it in."""
        return self.code is None


@dataclass(slots=True)
class Tally:
    """How many files of each kind have come by."""

    accepted: int = 0
    with_grey: int = 0
    refused: int = 0

    def take(self, verdict: Verdict) -> None:
        """Count one more."""
        self.accepted += verdict.accepted
        self.with_grey += bool(verdict.grey)
        self.refused += not verdict.accepted

    @property
    def files(self) -> int:
        """All of them."""
        return self.accepted + self.refused
