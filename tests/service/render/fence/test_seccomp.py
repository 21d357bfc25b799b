"""The filter's program, run by a small machine of ours: for both kinds of machine, on either."""

import struct
from collections.abc import Sequence

import pytest

from service.render.fence import seccomp
from service.render.fence.calls import CLONE3, Allowed, allowed_calls
from service.render.fence.seccomp import KINDS, Machine, filter_code

PID = 4_711
MACHINES: Sequence[Machine] = ("x86_64", "aarch64")


def verdict(machine: Machine, number: int, *arguments: int, mark: int | None = None) -> int:
    """What the kernel would answer to that call."""
    code = list(struct.iter_unpack("=HBBI", filter_code(machine, allowed_calls(PID))))
    whole = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    seen = struct.pack("<iIQ6Q", number, mark or KINDS[machine].mark, 0, *whole)
    at, word = 0, 0
    while True:
        step, when, otherwise, operand = code[at]
        at += 1
        match step:
            case seccomp.LOAD:
                (word,) = struct.unpack_from("<I", seen, operand)
            case seccomp.AND:
                word &= operand
            case seccomp.JUMP_IF_EQUAL:
                at += when if word == operand else otherwise
            case seccomp.RETURN:
                return int(operand)
            case _:
                raise AssertionError(f"no instruction {step:#x}")


def number_of(machine: Machine, name: str) -> int:
    """The call's number on that machine."""
    (call,) = [call for call in allowed_calls(PID) if call.name == name]
    number: int = getattr(call, machine)
    return number


@pytest.mark.parametrize("machine", MACHINES)
def test_exactly_the_listed_calls_are_allowed(machine: Machine) -> None:
    free = {getattr(call, machine) for call in allowed_calls(PID) if not call.conditions}
    bound = {getattr(call, machine) for call in allowed_calls(PID) if call.conditions}
    for number in set(range(600)) - bound - {CLONE3}:
        expected = seccomp.ALLOW if number in free else seccomp.REFUSE
        assert verdict(machine, number) == expected, number
    assert verdict(machine, CLONE3) == seccomp.MISSING


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(
    ("name", "arguments", "allowed"),
    [
        ("mmap", (0, 4_096, 3, 0x22), True),  # private and anonymous
        ("mmap", (0, 4_096, 1, 0x01), True),  # a file, shared
        ("mmap", (0, 4_096, 3, 0x21), False),  # shared and anonymous
        ("mmap", (0, 4_096, 5, 0x22), False),  # code
        ("mprotect", (0, 4_096, 3), True),
        ("mprotect", (0, 4_096, 7), False),
        ("clone", (0x3D_0F00,), True),  # as glibc starts a thread
        ("clone", (0x0120_0011,), False),  # as it forks
        ("fcntl", (3, 1030), True),
        ("fcntl", (3, 8), False),  # F_SETOWN
        ("fcntl", (3, 4), False),  # F_SETFL
        ("tgkill", (PID, PID, 6), True),
        ("tgkill", (1, 1, 6), False),
    ],
)
def test_conditions_are_kept(
    machine: Machine, name: str, arguments: tuple[int, ...], allowed: bool
) -> None:
    expected = seccomp.ALLOW if allowed else seccomp.REFUSE
    assert verdict(machine, number_of(machine, name), *arguments) == expected
    high = tuple(argument | 0xABCD << 32 for argument in arguments)
    assert verdict(machine, number_of(machine, name), *high) == expected


@pytest.mark.parametrize("machine", MACHINES)
def test_the_numbers_of_another_architecture_end_the_process(machine: Machine) -> None:
    i386 = 0x4000_0003
    assert verdict(machine, number_of(machine, "read"), mark=i386) == seccomp.KILL


def test_the_second_set_of_numbers_of_x86_is_refused() -> None:
    x32 = 0x4000_0000
    for call in allowed_calls(PID):
        assert call.x86_64 is None or verdict("x86_64", x32 | call.x86_64) == seccomp.REFUSE


def test_a_call_without_a_number_is_left_out() -> None:
    call = Allowed("pause", 34, None)
    assert filter_code("aarch64", [call]) == filter_code("aarch64", [])
    assert filter_code("x86_64", [call]) != filter_code("x86_64", [])
