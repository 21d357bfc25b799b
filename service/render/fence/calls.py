"""The system calls a child may still make behind the last wall; pure.

A list of what is allowed, not of what is forbidden: a kernel has 350 calls, next year
more, and a renderer that has loaded its libraries needs these. What is missing is missed
by nobody: opening and naming files (and asking or changing their attributes by name or by
descriptor), sockets, new processes and programs, other processes, namespaces, keys, io_uring,
and sending open files back (sendmsg).

Numbers: linux/unistd.h of each machine. Conditions look at the lower 32 bits of an
argument, which is all that the kernel reads of these.
"""

from dataclasses import dataclass
from typing import Final

CLONE_THREAD: Final = 0x1_0000
PROT_EXEC: Final = 4
MAP_SHARED: Final = 0x01
MAP_ANONYMOUS: Final = 0x20
FCNTL_HARMLESS: Final = (1, 2, 3, 1030)  # F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC
WHOLE: Final = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class Condition:
    """An argument (from 0), and-ed with the mask, must be one of the values."""

    argument: int
    mask: int
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Allowed:
    """A system call that may be made when all conditions hold; None where it has no number."""

    name: str
    x86_64: int | None
    aarch64: int | None
    conditions: tuple[Condition, ...] = ()


NO_NEW_CODE: Final = Condition(2, PROT_EXEC, (0,))
"""All code is loaded by now; what comes later would be an intruder's."""

COUNTED: Final = Condition(3, MAP_SHARED | MAP_ANONYMOUS, (0, MAP_SHARED, MAP_ANONYMOUS))
"""Memory both shared and without a file does not count as private memory (RLIMIT_DATA)."""

CLONE3: Final = 435
"""Its arguments lie in memory, where no filter sees them: said to be missing, so that
libraries fall back on clone."""


def allowed_calls(own_pid: int) -> tuple[Allowed, ...]:
    """The whole list, for the process of that id."""
    return (
        # memory, threads and time
        Allowed("futex", 202, 98),
        Allowed("mmap", 9, 222, (NO_NEW_CODE, COUNTED)),
        Allowed("munmap", 11, 215),
        Allowed("mprotect", 10, 226, (NO_NEW_CODE,)),
        Allowed("mremap", 25, 216),
        Allowed("madvise", 28, 233),
        Allowed("brk", 12, 214),
        Allowed("clone", 56, 220, (Condition(0, CLONE_THREAD, (CLONE_THREAD,)),)),
        Allowed("set_robust_list", 273, 99),
        Allowed("rseq", 334, 293),
        Allowed("sched_yield", 24, 124),
        Allowed("sched_getaffinity", 204, 123),
        Allowed("clock_gettime", 228, 113),
        Allowed("clock_getres", 229, 114),
        Allowed("clock_nanosleep", 230, 115),
        Allowed("nanosleep", 35, 101),
        Allowed("gettimeofday", 96, 169),
        Allowed("getrandom", 318, 278),
        Allowed("getpid", 39, 172),
        Allowed("gettid", 186, 178),
        # files that are open already; a descriptor may be doubled, no signal be asked for
        Allowed("recvmsg", 47, 212),
        Allowed("recvfrom", 45, 207),
        Allowed("sendto", 44, 206),
        Allowed("read", 0, 63),
        Allowed("write", 1, 64),
        Allowed("readv", 19, 65),
        Allowed("writev", 20, 66),
        Allowed("lseek", 8, 62),
        Allowed("fstat", 5, 80),
        Allowed("fcntl", 72, 25, (Condition(1, WHOLE, FCNTL_HARMLESS),)),
        Allowed("close", 3, 57),
        # signals to itself, and the end
        Allowed("rt_sigaction", 13, 134),
        Allowed("rt_sigprocmask", 14, 135),
        Allowed("rt_sigreturn", 15, 139),
        Allowed("sigaltstack", 131, 132),
        Allowed("restart_syscall", 219, 128),
        Allowed("tgkill", 234, 131, (Condition(0, WHOLE, (own_pid,)),)),
        Allowed("exit", 60, 93),
        Allowed("exit_group", 231, 94),
    )
