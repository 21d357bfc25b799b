"""One session from its seed: played in a real room, and judged by what is left of it."""

import json
import traceback
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.chaos.cast import cast
from tests.chaos.checks import Evidence, faults
from tests.chaos.generator import steps_of
from tests.chaos.log import Log, read_log
from tests.chaos.player import Player, Stuck
from tests.chaos.rest import bring_to_rest
from tests.chaos.room import Room, room
from tests.chaos.steps import told

STEPS, TABLETS = 300, 30
"""A session unless told otherwise: about ten seconds on two cores."""

LONGEST = 2_000
"""Letters of a complaint that are told; a traceback's end is in the service's own log."""

TOLD = 20
"""Faults that are told: where one thing breaks, the others mostly follow from it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a session; `taken` steps were taken before it ended."""

    seed: int
    steps: int
    tablets: int
    taken: int
    faults: list[str]
    counts: str

    def __str__(self) -> str:
        """One line when all is well; else what to run again, the steps, and what broke."""
        size = f"--steps {self.steps} --tablets {self.tablets}"
        if not self.faults:
            return f"seed {self.seed} {size}: all is well; {self.counts}"
        steps = steps_of(self.seed, self.steps, self.tablets)
        trace = [f"{number:4} {told(step)}" for number, step in enumerate(steps[: self.taken + 1])]
        broken = [f"* {fault}" for fault in self.faults[:TOLD]]
        head = f"seed {self.seed} broke {len(self.faults)} promises"
        again = f"again: python -m tests.chaos {self.seed} {size}"
        return "\n".join([head, *trace, head, *broken, again])


async def session(seed: int, steps: int = STEPS, tablets: int = TABLETS) -> Outcome:
    """Play the session of a seed on a service and a data folder of its own."""
    places = cast(tablets)
    with TemporaryDirectory(prefix="chaos-") as folder:
        async with room(Path(folder) / "data", places) as played:
            prepared = played.tablets[0].state.seq
            player = Player(played, seed)
            stuck: list[str] = []
            try:
                await player.play(steps_of(seed, steps, tablets))
                await bring_to_rest(played, places)
            except (Stuck, TimeoutError) as error:
                where = "" if isinstance(error, Stuck) else traceback.format_exc()
                stuck = [f"it came to a standstill: {error}{where}"]
            log = await _left_behind(played)
        evidence = Evidence(
            log,
            tuple(tablet.witness() for tablet in played.tablets),
            prepared,
            tuple(played.taken_in),
        )
        said = _errors(played)
        found = stuck + said + (faults(evidence) if not stuck else [])
    return Outcome(seed, steps, tablets, player.taken, found, _counts(evidence))


async def _left_behind(played: Room) -> Log:
    """Kill the service in the end, too: what it acknowledged must be on disk."""
    if played.up:
        await played.kill()
    seats = [seat.seat_id for seat in played.seats]
    return await read_log(played.service.data, played.sitting.meeting_id, seats)


def _errors(played: Room) -> list[str]:
    """What the service complained of to whoever runs it; being killed it cannot tell."""
    lines = played.service.said().splitlines()
    return [f"the service said: {line:.{LONGEST}}" for line in lines if _complains(line)]


def _complains(line: str) -> bool:
    try:
        return json.loads(line)["level"] in ("error", "critical")
    except (ValueError, KeyError, TypeError):
        return True  # a line that is no log line is an interpreter's last word


def _counts(evidence: Evidence) -> str:
    tried = [w for w in evidence.witnesses if w.given]
    given = sum(len(witness.given) for witness in tried)
    acknowledged = sum(len(witness.acknowledged) for witness in tried)
    own = sum(map(len, evidence.log.own.values()))
    return (
        f"{given} commands given, {acknowledged} acknowledged,"
        f" {len(evidence.log.meeting)} entries and {own} of the seats alone"
    )
