"""Meeting: the truth of one meeting.

In:    commands from seats and orders from the service's own rooms, one queue a meeting.
Out:   entries, kept in the log before anyone hears of them; tails and snapshots to resume from.
Never: knows sockets or HTTP, draws, or announces what is not yet kept.
Start: `rules.py` (what may happen), `state.py` (what it means), `sequencer.py` (in which order).
"""
