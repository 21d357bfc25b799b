"""What a child gives up before it reads its first untrusted byte (Linux).

Limits are certain. Walls depend on the kernel and on the rights of the service, so
`give_up_rights` says which ones stand: the service logs them at its start.
"""

import ctypes
import os
import resource
import signal
from typing import Final

NEW_USER: Final = 0x1000_0000  # CLONE_NEWUSER, CLONE_NEWNET: linux/sched.h
NEW_NET: Final = 0x4000_0000
SET_PDEATHSIG: Final = 1  # prctl options: linux/prctl.h
SET_NO_NEW_PRIVS: Final = 38

_libc = ctypes.CDLL(None, use_errno=True)


def give_up_rights() -> tuple[str, ...]:
    """Leave the network and every privilege behind; must run while there is one thread.

    A user namespace comes first: it also takes away what root could do. The death signal
    comes last, because a change of credentials clears it (prctl(2)).
    """
    os.umask(0o077)
    os.nice(10)  # page turns keep priority over drawing
    held = []
    if _libc.unshare(NEW_USER | NEW_NET) == 0:
        held += ["no-privileges", "no-network"]
    elif _libc.unshare(NEW_NET) == 0:
        held += ["no-network"]
    if _libc.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        held += ["no-new-privileges"]
    if _libc.prctl(SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) == 0:
        held += ["dies-with-service"]
    return tuple(held)


def accept_limits(memory: int, cpu_seconds: int, open_files: int) -> None:
    """Take the limits for good: hard and soft alike.

    A file cannot grow by a single byte: pixels go into memory the service made and sized,
    a copy without its password goes into a pipe.
    """
    for kind, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
