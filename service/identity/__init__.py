"""Identity: who someone is and may do.

In:    tokens of join links and seats, as they stand in addresses and headers.
Out:   an actor with a name and a role, or a refusal that says what to do.
Never: trusts a token it cannot verify, logs one, or decides what a role may do in a meeting.
Start: `links.py`, then `seats.py`.
"""
