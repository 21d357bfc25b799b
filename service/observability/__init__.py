"""Observability: what the person who runs the service can see of it.

In:    named events with values from every room.
Out:   one line of JSON (or of text on a terminal) each, on standard error.
Never: writes a token, a password or what a document says.
Start: `logs.py`.
"""
