"""Realtime: one to many.

In:    frames to everyone of a meeting, signals to pass on, tablets that come and go.
Out:   text frames on sockets, in order; a slow tablet is let go, nobody waits for it.
Never: decides what may happen, reads the log, or knows FastAPI.
Start: `audience.py`, then `live.py`, `roll_call.py`, `receipts.py`; `connection.py` is one tablet.
"""
