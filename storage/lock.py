"""One service per data folder, held by the kernel and so gone with a killed process."""

import fcntl
import os
from pathlib import Path

from storage.errors import FolderInUse


class FolderLock:
    """The right to serve a folder, from construction until `release`.

    Raises FolderInUse when another holds it, OSError when the folder cannot be written;
    blocks for no longer than a system call. The lock file itself stays: removing it would
    let a third process lock a name that the second no longer sees.
    """

    def __init__(self, folder: Path) -> None:
        # The handle is not inherited (Python opens close-on-exec), so a worker process
        # that outlives a killed service does not keep the lock.
        self._handle = os.open(folder / "in-use.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._handle)
            raise FolderInUse(str(folder)) from error
        except OSError:
            os.close(self._handle)
            raise

    def release(self) -> None:
        """Let the next one in."""
        os.close(self._handle)
