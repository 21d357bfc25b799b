"""seccomp: the kernel checks every system call of the process against a list (seccomp(2)).

The filter is a program for the kernel's packet filter machine: eight bytes an instruction
(linux/filter.h), run over number, architecture and arguments of a call (seccomp_data in
linux/seccomp.h). It first makes sure of the architecture, because numbers mean other calls
on another one. What is not on the list is answered with EPERM, so that a library goes on
without it where it can; a call in the way of another architecture ends the process.
"""

import ctypes
import errno
import os
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from service.render.fence import kernel
from service.render.fence.calls import CLONE3, Allowed, Condition, allowed_calls

LOAD: Final = 0x20  # a 32-bit word of seccomp_data
AND: Final = 0x54
JUMP_IF_EQUAL: Final = 0x15
RETURN: Final = 0x06

NUMBER: Final = 0  # offsets in seccomp_data
ARCHITECTURE: Final = 4
ARGUMENTS: Final = 16

ALLOW: Final = 0x7FFF_0000
REFUSE: Final = 0x0005_0000 | errno.EPERM
MISSING: Final = 0x0005_0000 | errno.ENOSYS
KILL: Final = 0x8000_0000

SET_MODE_FILTER: Final = 1
FOR_ALL_THREADS: Final = 1

Machine = Literal["x86_64", "aarch64"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What differs between machines: the architecture's mark, and the number of seccomp."""

    mark: int
    seccomp: int


KINDS: Final[dict[Machine, Kind]] = {
    "x86_64": Kind(mark=0xC000_003E, seccomp=317),
    "aarch64": Kind(mark=0xC000_00B7, seccomp=277),
}


def leave_few_calls() -> bool:
    """Whether the process is now held to the list, all its threads included.

    False on a machine whose numbers are not known here, and where the kernel refuses.
    Needs no-new-privileges.
    """
    machine = next((known for known in KINDS if known == kernel.MACHINE), None)
    if machine is None:
        return False
    code = filter_code(machine, allowed_calls(os.getpid()))
    held = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(code) // 8, ctypes.addressof(held))
    handed = ctypes.create_string_buffer(program, len(program))
    number = KINDS[machine].seccomp
    return kernel.call(number, SET_MODE_FILTER, FOR_ALL_THREADS, ctypes.addressof(handed)) == 0


def filter_code(machine: Machine, calls: Iterable[Allowed]) -> bytes:
    """The filter's program for that machine."""
    numbered = [(getattr(call, machine), call.conditions) for call in calls]
    code = [
        _step(LOAD, ARCHITECTURE),
        _step(JUMP_IF_EQUAL, KINDS[machine].mark, when=1),
        _step(RETURN, KILL),
        _step(LOAD, NUMBER),
        *_answer_to(CLONE3, [_step(RETURN, MISSING)]),
    ]
    for number, conditions in numbered:
        if number is not None:
            checks = [step for condition in conditions for step in _check(condition)]
            code += _answer_to(number, [*checks, _step(RETURN, ALLOW)])
    return b"".join([*code, _step(RETURN, REFUSE)])


def _answer_to(number: int, then: Sequence[bytes]) -> list[bytes]:
    """Go through these steps, which end in an answer, when it is this call."""
    return [_step(JUMP_IF_EQUAL, number, otherwise=len(then)), *then]


def _check(condition: Condition) -> list[bytes]:
    """Go on behind these steps when the condition holds, else refuse."""
    values = condition.values
    return [
        _step(LOAD, ARGUMENTS + 8 * condition.argument),  # the lower half comes first
        _step(AND, condition.mask),
        *(_step(JUMP_IF_EQUAL, value, when=len(values) - n) for n, value in enumerate(values)),
        _step(RETURN, REFUSE),
    ]


def _step(code: int, operand: int, *, when: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("=HBBI", code, when, otherwise, operand)
