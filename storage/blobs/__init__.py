"""Blobs: immutable bytes under keys, each whole or not there at all.

In:    bytes in pieces, and keys built by `storage.keys`.
Out:   the same bytes whole, in pieces, or as a local file.
Never: overwrites a blob, shows half of one, or leaves its own folder.
Start: `disk.py`; `memory.py` keeps the same promises without a disk.
"""
