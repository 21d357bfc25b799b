"""What every bench gives: rows that compare ours with something beside it, in the same run."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison. Less is better: `ratio` is ours / beside, and must not pass `limit`.

    `what` says what was measured and in which unit; `beside` is None where ours has to
    keep a limit of its own, and `ratio` is then ours itself.
    """

    what: str
    ours: float
    beside: float | None
    beside_what: str
    limit: float

    @property
    def ratio(self) -> float:
        """Ours over what stands beside it."""
        return self.ours if self.beside is None else self.ours / self.beside

    @property
    def holds(self) -> bool:
        """Whether the limit is kept."""
        return self.ratio <= self.limit


def as_json(bench: str, rows: Sequence[Row]) -> str:
    """The bench as one JSON object on one line."""
    shown = [asdict(row) | {"ratio": round(row.ratio, 3), "holds": row.holds} for row in rows]
    return json.dumps({"bench": bench, "rows": shown}, ensure_ascii=False)


def show(bench: str, rows: Sequence[Row]) -> None:
    """The bench as a table on standard output."""
    table = Table("what", "ours", "beside", "what is beside", "ratio", "limit", "", title=bench)
    for row in rows:
        beside = "" if row.beside is None else f"{row.beside:,.1f}"
        numbers = f"{row.ours:,.1f}", beside, row.beside_what, f"{row.ratio:.2f}"
        table.add_row(row.what, *numbers, f"{row.limit:.2f}", "holds" if row.holds else "FAILS")
    Console().print(table)
