"""Observability: what the person who runs the service can see of it.

In:    what happened, in one short call each, and named events with values, from every room.
Out:   numbers for Prometheus, the last minutes for the status page, whether the service is
       ready, and one line of JSON (or of text on a terminal) an event, on standard error.
Never: writes a token, a password or what a document says; labels by an id; makes anybody wait.
Start: `watch.py`, then `metrics.py`.
"""
