"""Landlock: a domain in which no path can be opened and nobody outside be signalled.

Every right the kernel knows is handled, and none is allowed: after this a process has the
files that are open, and no others. Asking for a right that the kernel does not know is
refused as a whole, so each version (ABI) of Landlock is asked for what it has
(landlock(7), linux/landlock.h). Landlock leaves out what needs no open file: reading and
changing attributes by path, Unix sockets by path, shared memory; `seccomp.py` does not.
"""

import ctypes
import os
from pathlib import Path
from typing import Final

from service.render.fence import kernel

CREATE_RULESET: Final = 444  # the same number on every machine
RESTRICT_SELF: Final = 446
ASK_VERSION: Final = 1

FILE_RIGHTS: Final = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights over files there are from a version on, one bit each."""

NET_VERSION: Final = 4
NET_RIGHTS: Final = 0b11  # bind and connect of TCP

SCOPE_VERSION: Final = 6
SCOPES: Final = 0b11  # abstract Unix sockets, signals


def forbid_files() -> tuple[str, ...]:
    """Enter the domain; names the walls that stand now, none where there is no Landlock.

    It holds for the calling thread and all that come after it: where a library has started
    another one, no wall is claimed. Needs no-new-privileges.
    """
    alone = _is_alone()
    version = kernel.call(CREATE_RULESET, 0, 0, ASK_VERSION)
    if version < 1:
        return ()
    wanted = (ctypes.c_uint64 * 3)(*rights(version))
    ruleset = kernel.call(CREATE_RULESET, ctypes.addressof(wanted), ctypes.sizeof(wanted), 0)
    if ruleset < 0:
        return ()
    entered = kernel.call(RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    if not (entered and alone):
        return ()
    return ("no-files", "no-signals") if version >= SCOPE_VERSION else ("no-files",)


def rights(version: int) -> tuple[int, int, int]:
    """All rights of a version: over files, over the network, and over other processes."""
    count = max(count for since, count in FILE_RIGHTS.items() if since <= version)
    return (
        (1 << count) - 1,
        NET_RIGHTS if version >= NET_VERSION else 0,
        SCOPES if version >= SCOPE_VERSION else 0,
    )


def _is_alone() -> bool:
    """Whether this process has a single thread (proc_pid_task(5))."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False
