"""What the machine has left for the service: room on the disk, memory."""

import os
from dataclasses import dataclass
from pathlib import Path

MEMINFO = Path("/proc/meminfo")
STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes free for us and bytes in all, where a folder lies."""

    free: int
    total: int


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes this process holds (without its children), and what the machine could still give.

    None where the kernel has no /proc.
    """

    held: int | None
    available: int | None


def room_at(folder: Path) -> Room:
    """The room where a folder lies, or will lie when it is made."""
    there = folder.absolute()
    while not there.exists():
        there = there.parent
    disk = os.statvfs(there)
    return Room(free=disk.f_bavail * disk.f_frsize, total=disk.f_blocks * disk.f_frsize)


def memory(meminfo: Path = MEMINFO, statm: Path = STATM) -> Memory:
    """The memory now (proc(5))."""
    return Memory(held=_held(statm), available=_available(meminfo))


def _held(statm: Path) -> int | None:
    try:
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


def _available(meminfo: Path) -> int | None:
    try:
        lines = meminfo.read_text().splitlines()
    except OSError:
        return None
    for line in lines:
        name, _, rest = line.partition(":")
        if name == "MemAvailable":
            return int(rest.split()[0]) * 1024
    return None
