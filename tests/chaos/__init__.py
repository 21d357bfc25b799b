"""Chaos: seeded sessions of many tablets against a real service that is cut, stalled and killed.

    seed -> generator (steps) -> player (room, links, tablets) -> witnesses + log -> checks

`python -m tests.chaos SEED` replays one, `python -m tests.chaos --night N` runs many. Steps
follow from the seed alone; how the processes interleave does not, so a seed is run again
until it fails again. Start: `steps.py`, then `session.py`.
"""
