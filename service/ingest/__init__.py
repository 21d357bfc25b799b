"""Ingest: a PDF arrives, is looked at, and becomes a content that can be drawn.

In:    a file's name, its bytes as they come, perhaps a password.
Out:   a stored content with its page sizes, or a named refusal.
Never: holds a file in memory, believes its name, or keeps a password.
Start: `intake.py`.
"""
