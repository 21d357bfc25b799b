"""Storage: keeps bytes, keys and numbers, and knows nothing of meetings.

In:    log lines, catalog records and blobs, from the service's rooms.
Out:   the same, in order and whole, after any crash.
Never: imports the service, decides, or looks inside a body.
Start: `ports.py` for the promises, then `open.py`.
"""
