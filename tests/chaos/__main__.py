"""`python -m tests.chaos SEED` replays a session; `--night N` runs N, from SEED on.

Exit code 1 when a promise was broken. `--steps` and `--tablets` choose its size.
"""

import argparse
import asyncio
import sys
import time

from service.observability.logs import configure_logs
from tests.chaos.session import STEPS, TABLETS, session


def main() -> int:
    """Run what was asked for, and print each outcome as it comes."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--night", type=int, default=1, metavar="N", help="so many seeds")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--tablets", type=int, default=TABLETS)
    chosen = parser.parse_args()
    configure_logs("text", "warning")
    broken: list[int] = []
    for seed in range(chosen.seed, chosen.seed + chosen.night):
        began = time.monotonic()
        outcome = asyncio.run(session(seed, chosen.steps, chosen.tablets))
        say(f"{outcome} ({time.monotonic() - began:.0f} s)")
        if outcome.faults:
            broken.append(seed)
    if chosen.night > 1:
        say(f"{chosen.night} seeds, broken: {broken or 'none'}")
    return 1 if broken else 0


def say(text: str) -> None:
    """Print at once: a night is watched while it runs."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


sys.exit(main())
