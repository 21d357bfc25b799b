"""A bound on the write-ahead log, also while somebody is always reading.

SQLite folds the log into the file by itself, but begins it anew only in a moment when nobody
reads from it (sqlite.org, "Write-Ahead Logging", avoiding excessively large WAL files). Under
sixteen tablets that asked without a pause it grew to 51 MiB in ten seconds, and reads slow
down with it. Past the bound the writer therefore waits for the readers that are under way.

Only the connection that writes folds, in the thread that writes: a second one that did either
at the same moment could meet "The WAL-Reset Bug" (same page) of SQLite before 3.51.3.
"""

import sqlite3
from pathlib import Path

from storage.sql.writer import Writer

# Only a backup or a person's shell can be in a transaction's way.
BUSY_MS = 5_000
# Four times what SQLite lets it come to by itself: in a quiet house this is never reached.
BOUND_BYTES = 16 << 20
# Ours read for a few ms. Whoever reads longer is not waited for: writers stand still meanwhile.
_PATIENCE_MS = 200


class WalBound:
    """Folds and empties the log when it has grown by the bound; call it after each commit."""

    def __init__(self, writer: Writer, file: Path) -> None:
        """For the log of `file`; to be called where `writer` is used, between transactions."""
        self._writer = writer
        self._wal = file.with_name(f"{file.name}-wal")
        self._limit = BOUND_BYTES

    def __call__(self) -> None:
        """Look, and fold if it is time; blocks, never raises for what the disk or a reader does.

        What cannot be folded stays in the log, as safe as before; the next try comes after
        another bound's growth, so that a reader who never ends costs little.
        """
        try:
            size = self._wal.stat().st_size
            if size <= BOUND_BYTES:
                self._limit = BOUND_BYTES
            elif size > self._limit:
                self._limit = BOUND_BYTES if self._emptied() else size + BOUND_BYTES
        except (OSError, sqlite3.Error):
            self._limit += BOUND_BYTES

    def _emptied(self) -> bool:
        driver = self._writer.driver
        driver.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        try:
            busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            driver.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        return bool(busy == 0)
