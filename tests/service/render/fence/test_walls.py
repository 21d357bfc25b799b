"""The walls, each tried from inside by a child that does what an intruder would.

Every attempt is made behind all walls, behind seccomp alone, behind Landlock and
namespaces alone, and where it does no harm in the open, to show that it would succeed.
"""

import os
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from service.render.fence import canvas
from service.render.fence.messages import Draw, Drawn
from service.render.fence.sandbox import Sandbox
from service.render.limits import WALLS, ChildLimits

pytestmark = pytest.mark.asyncio(loop_scope="module")

MIB = 1024 * 1024
LIMITS = ChildLimits(memory=300 * MIB, mapped=4 * 1024 * MIB, jobs=1_000)
REFUSED = "Operation not permitted"
DENIED = "Permission denied"
UNREACHABLE = "Network is unreachable"
NOBODY = "Connection refused"
DONE = "done"


@dataclass(frozen=True, slots=True)
class World:
    """Dummy children, one behind each set of walls, and what they may aim at."""

    children: dict[str, Sandbox]
    folder: Path
    things: dict[str, str]

    async def try_out(self, child: str, attempt: str, thing: str = "") -> str:
        """How the attempt ended."""
        room = 600
        job = Draw(
            document=f"{attempt}:{self.things.get(thing, thing)}",
            page=1,
            across=20,
            down=10,
            left=0,
            top=0,
            width=20,
            height=10,
        )
        with ExitStack() as held:
            document = os.open(self.folder / "handed", os.O_RDONLY)
            held.callback(os.close, document)
            pixels = held.enter_context(canvas.canvas(room))
            files = (document, pixels)
            answer = await self.children[child].ask(job, files, 20, Drawn, lambda _: True)
            assert isinstance(answer, Drawn)
            return canvas.read(pixels, 0, room).rstrip(b"\0").decode()

    def needs(self, child: str, *walls: str) -> None:
        """Go on only where the kernel grants this child these walls."""
        missing = set(walls) - set(self.children[child].held)
        if missing:
            pytest.skip(f"this kernel grants a child no {', '.join(sorted(missing))}")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    folder = tmp_path_factory.mktemp("data")
    for name in ("handed", "another", "victim"):
        (folder / name).write_bytes(bytes(5_000))
    name = f"@hanjang-test-{os.getpid()}"
    children = {
        "walled": Sandbox("tests.support.dummy_child", LIMITS),
        "filtered": Sandbox("tests.support.dummy_filtered", LIMITS),
        "unfiltered": Sandbox("tests.support.dummy_unfiltered", LIMITS),
        "unwalled": Sandbox("tests.support.dummy_unwalled", LIMITS),
    }
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        closing(socket.socket(socket.AF_UNIX)) as by_path,
        closing(socket.socket(socket.AF_UNIX)) as by_name,
    ):
        by_path.bind(str(folder / "socket"))
        by_path.listen()
        by_name.bind(name.replace("@", "\0"))
        by_name.listen()
        for child in children.values():
            await child.start()
        yield World(
            children,
            folder,
            {
                "another document": str(folder / "another"),
                "new file": str(folder / "new"),
                "victim": str(folder / "victim"),
                "port": str(server.getsockname()[1]),
                "socket": str(folder / "socket"),
                "abstract socket": name,
                "service": str(os.getpid()),
                "service's environment": f"/proc/{os.getpid()}/environ",
            },
        )
        for child in children.values():
            await child.aclose()


HELD_TWICE = {
    ("read", "/etc/passwd"): DENIED,
    ("read", "another document"): DENIED,
    ("read", "service's environment"): DENIED,
    ("read", "/proc/self/environ"): DENIED,
    ("read by a newer call", "another document"): DENIED,
    ("reopen the document", ""): DENIED,
    ("list", "/"): DENIED,
    ("list", "/proc/self/fd"): DENIED,
    ("create", "new file"): DENIED,
    ("remove", "victim"): DENIED,
    ("connect", "port"): UNREACHABLE,  # denied before that from Landlock's version 4 on
    ("connect to a unix socket", "abstract socket"): NOBODY,
    ("signal", "service"): REFUSED,
}
"""Attempts, and what an intruder hears without seccomp; each succeeds without walls."""

HELD_BY_SECCOMP = (
    ("look at", "/etc/passwd"),
    ("change the document's mode", ""),
    ("make a file", ""),
    ("connect to a unix socket", "socket"),
    ("make a unix socket", ""),
    ("fork", ""),
    ("get hold of", "service"),
    ("take shared memory", ""),
    ("bring code", ""),
)
"""Attempts that succeed where there is no seccomp."""

NEVER_TRIED_IN_THE_OPEN = (
    ("run a program", "/bin/true"),
    ("send a file back", ""),
    ("trace", "service"),
    ("leave for a new namespace", ""),
    ("use io_uring", ""),
    ("raise a limit", ""),
    ("signal by way of a file", "service"),
)

ALWAYS = {
    ("write into the document", ""): DENIED,
    ("grow a file", ""): "File too large",
    ("start a thread", ""): DONE,
}
"""What does not depend on the kernel."""


async def test_every_wall_stands_that_this_kernel_knows(world: World) -> None:
    assert world.children["unwalled"].held == ()
    world.needs("walled", *WALLS)
    assert world.children["walled"].held == WALLS


@pytest.mark.parametrize("child", ["walled", "filtered"])
@pytest.mark.parametrize(
    ("attempt", "thing"), [*HELD_TWICE, *HELD_BY_SECCOMP, *NEVER_TRIED_IN_THE_OPEN]
)
async def test_behind_seccomp_it_is_refused(
    world: World, child: str, attempt: str, thing: str
) -> None:
    world.needs(child, "few-calls")
    assert await world.try_out(child, attempt, thing) == REFUSED


async def test_a_call_no_filter_can_judge_is_said_to_be_missing(world: World) -> None:
    world.needs("walled", "few-calls")
    assert await world.try_out("walled", "fork by a newer call") == "Function not implemented"


@pytest.mark.parametrize(("attempt", "thing"), HELD_TWICE)
async def test_without_seccomp_landlock_and_namespaces_hold_it(
    world: World, attempt: str, thing: str
) -> None:
    world.needs("unfiltered", "no-files", "no-network", "no-signals")
    heard = await world.try_out("unfiltered", attempt, thing)
    assert heard in {HELD_TWICE[attempt, thing], DENIED}


@pytest.mark.parametrize(("attempt", "thing"), [("run a program", "/bin/true"), ("trace", "")])
async def test_without_seccomp_there_is_no_program_and_no_tracing(
    world: World, attempt: str, thing: str
) -> None:
    world.needs("unfiltered", "no-files")
    thing = thing or str(os.getpid())
    assert await world.try_out("unfiltered", attempt, thing) in (DENIED, REFUSED)


@pytest.mark.parametrize(("attempt", "thing"), [*HELD_TWICE, *HELD_BY_SECCOMP])
async def test_in_the_open_the_same_attempt_succeeds(
    world: World, attempt: str, thing: str
) -> None:
    assert await world.try_out("unwalled", attempt, thing) == DONE


@pytest.mark.parametrize("child", ["walled", "filtered", "unfiltered", "unwalled"])
@pytest.mark.parametrize(("attempt", "thing"), ALWAYS)
async def test_some_things_hold_everywhere(
    world: World, child: str, attempt: str, thing: str
) -> None:
    assert await world.try_out(child, attempt, thing) == ALWAYS[attempt, thing]


@pytest.mark.parametrize("child", ["walled", "unwalled"])
async def test_memory_ends_at_its_limit(world: World, child: str) -> None:
    """In the open too, and with a document of 4 GiB that could have been mapped."""
    had = int(await world.try_out(child, "take memory", "1000"))
    assert 100 < had < LIMITS.memory // MIB


@pytest.mark.parametrize("child", ["walled", "unwalled"])
async def test_addresses_end_at_their_limit(world: World, child: str) -> None:
    had = int(await world.try_out(child, "map the document often"))
    assert had == LIMITS.address_space // 1024**3


@pytest.mark.parametrize("child", ["walled", "unwalled"])
async def test_no_more_files_are_kept_than_allowed(world: World, child: str) -> None:
    assert int(await world.try_out(child, "hoard files")) == LIMITS.open_files


@pytest.mark.parametrize("child", ["walled", "unfiltered", "unwalled"])
async def test_no_signal_reaches_the_service_by_way_of_a_file(world: World, child: str) -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGURG, lambda number, _: heard.append(number))
    try:
        if child == "unfiltered":
            world.needs(child, "no-signals")
        await world.try_out(child, "signal by way of a file", str(os.getpid()))
    finally:
        signal.signal(signal.SIGURG, before)
    assert bool(heard) == (child == "unwalled")
