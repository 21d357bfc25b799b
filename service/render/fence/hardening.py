"""What a child gives up before it reads its first untrusted byte (Linux).

In three steps: rights before its libraries are loaded, limits for good, and after its
libraries are loaded everything that only loading them needed. Limits are certain. Walls
depend on the kernel and on the rights of the service, so the child says which ones stand
(`limits.WALLS`): the service logs them at its start.
"""

import ctypes
import os
import resource
import signal
from typing import Final

from service.render.fence import kernel, landlock, seccomp

NEW_USER: Final = 0x1000_0000  # CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWIPC: linux/sched.h
NEW_NET: Final = 0x4000_0000
NEW_IPC: Final = 0x0800_0000
SET_PDEATHSIG: Final = 1  # prctl options: linux/prctl.h
SET_NO_NEW_PRIVS: Final = 38

CAPABILITY_VERSION: Final = 0x2008_0522  # _LINUX_CAPABILITY_VERSION_3: linux/capability.h
CAPSET: Final = {"x86_64": 126, "aarch64": 91}


def give_up_rights() -> tuple[str, ...]:
    """Leave the network and every privilege behind; must run while there is one thread.

    A user namespace of its own lets any user have the other two, but makes the process
    mighty within them: the capabilities go at once. The death signal comes last, because
    a change of credentials may clear it (prctl(2)).
    """
    os.umask(0o077)
    held = []
    if kernel.unshare(NEW_USER | NEW_NET | NEW_IPC) or kernel.unshare(NEW_NET | NEW_IPC):
        held += ["no-network"]
    if _drop_capabilities():
        held += ["no-privileges"]
    if kernel.prctl(SET_NO_NEW_PRIVS, 1):
        held += ["no-new-privileges"]
    if kernel.prctl(SET_PDEATHSIG, signal.SIGKILL):
        held += ["dies-with-service"]
    return tuple(held)


def accept_limits(
    memory: int, address_space: int, cpu_seconds: int, open_files: int, nice: int
) -> None:
    """Take the limits for good: hard and soft alike.

    Memory of its own (RLIMIT_DATA: heap, stacks of threads, everything written to and not
    shared) is what a bad page would take from the machine. Address space also counts the
    document, which is mapped and costs no memory, and the drawing; its limit keeps a child
    from holding on to more of these than it works on.

    A file cannot grow by a single byte: pixels go into memory the service made and sized,
    a copy without its password goes into a pipe.
    """
    os.nice(nice)
    for kind, limit in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_AS, address_space),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))


def give_up_files() -> tuple[str, ...]:
    """Open nothing from now on, and ask the kernel for next to nothing.

    Must run when all libraries are loaded, while there is one thread. Landlock and seccomp
    hold the same line twice, each where the other is missing.
    """
    held = list(landlock.forbid_files())
    if seccomp.leave_few_calls():
        held += ["no-network", "no-files", "no-signals", "few-calls"]
    return tuple(held)


def _drop_capabilities() -> bool:
    """Whether none is left: effective, permitted and inheritable, 64 bits each (capset(2))."""
    number = CAPSET.get(kernel.MACHINE)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    none = (ctypes.c_uint32 * 6)()
    if number is None:
        return False
    return kernel.call(number, ctypes.addressof(header), ctypes.addressof(none)) == 0
