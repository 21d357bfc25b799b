"""What is next among tiles, surveys and texts; pure.

A wish is somebody waiting: the latest first. What was only added is done in order, and
for a document at rest not at all.
"""

from service.render.work import Aside, Run, Tile, Whole


class Asides:
    """Work beside the pages; what was handed out is not handed out again until `done`."""

    def __init__(self) -> None:
        self._wanted: dict[Aside, None] = {}  # the latest wish last
        self._surveys: dict[Whole, None] = {}
        self._runs: dict[Run, None] = {}
        self._out: set[Aside] = set()

    def add(self, work: Run | Whole) -> None:
        """To be done when there is time."""
        if work in self._out:
            return
        if isinstance(work, Whole):
            self._surveys[work] = None
        else:
            self._runs[work] = None

    def want(self, work: Aside) -> None:
        """Somebody waits for it."""
        self._wanted.pop(work, None)
        if work not in self._out:
            self._wanted[work] = None

    def leave(self, work: Tile) -> None:
        """Nobody waits for this tile any more."""
        self._wanted.pop(work, None)

    def next_wanted(self) -> Aside | None:
        """The latest wish."""
        return self._taken(next(reversed(self._wanted), None))

    def next_survey(self, resting: set[str]) -> Whole | None:
        """The document to survey when no wish is left."""
        survey = next((work for work in self._surveys if work.sha256 not in resting), None)
        self._taken(survey)
        return survey

    def next_run(self, resting: set[str]) -> Run | None:
        """The text to read when nothing else is left."""
        run = next((work for work in self._runs if work.sha256 not in resting), None)
        self._taken(run)
        return run

    def done(self, work: Aside) -> None:
        """It came back, whatever became of it."""
        self._out.discard(work)

    def _taken(self, work: Aside | None) -> Aside | None:
        if work is not None:
            self._wanted.pop(work, None)
            self._out.add(work)
            if isinstance(work, Whole):
                self._surveys.pop(work, None)
            elif isinstance(work, Run):
                self._runs.pop(work, None)
        return work
