"""A found file, held open while it is looked at; whatever could block is never opened."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.check.folder import Found
from service.errors import Code, FileRefused


@dataclass(frozen=True, slots=True)
class Held:
    """An open regular file: what is looked at stays the same file, whatever its name becomes."""

    path: str
    descriptor: int
    before: os.stat_result

    @property
    def alias(self) -> Path:
        """A path to the open file itself."""
        return Path(f"/proc/self/fd/{self.descriptor}")

    @property
    def identity(self) -> str:
        """What no other file and no later state of this one is called."""
        return ":".join(map(str, _mark(self.before)))

    def refuse_if_changed(self) -> None:
        """Raise FileRefused when it was written to, replaced or removed since it was opened."""
        try:
            now = (os.fstat(self.descriptor), Path(self.path).stat())
        except OSError as error:
            raise FileRefused(Code.FILE_CHANGED) from error
        if any(_mark(it) != _mark(self.before) for it in now):
            raise FileRefused(Code.FILE_CHANGED)


@contextmanager
def held(found: Found) -> Iterator[Held]:
    """The file, open for reading. Raises FileRefused when it is none or cannot be read."""
    descriptor = _opened(found.path)
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise FileRefused(Code.NOT_A_FILE)
        yield Held(found.path, descriptor, before)
    finally:
        os.close(descriptor)


def _opened(path: str) -> int:
    try:
        # Opening a device can itself do something, so the kind is asked first; should it
        # be another one a moment later, O_NONBLOCK keeps a pipe from holding us up.
        kind = Path(path).stat().st_mode
        if stat.S_ISDIR(kind):
            raise FileRefused(Code.UNREADABLE_FILE)
        if not stat.S_ISREG(kind):
            raise FileRefused(Code.NOT_A_FILE)
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except FileNotFoundError as error:
        gone = not Path(path).is_symlink()
        raise FileRefused(Code.FILE_CHANGED if gone else Code.UNREADABLE_FILE) from error
    except OSError as error:
        raise FileRefused(Code.UNREADABLE_FILE) from error


def _mark(it: os.stat_result) -> tuple[int, ...]:
    return it.st_dev, it.st_ino, it.st_size, it.st_mtime_ns
