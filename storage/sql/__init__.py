"""Log and catalog in one SQL database: SQLite now, its tables fit for PostgreSQL.

In:    log lines and records; a file for the database.
Out:   the same, committed and synced before a write returns.
Never: speaks SQLite outside `sqlite.py` and `wal.py`, or writes lines and records apart.
Start: `tables.py`, then `engine.py` and `group.py`, then `event_log.py` and `catalog.py`.
"""
