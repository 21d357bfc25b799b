"""A disk that is full, a folder that cannot be written: refused in words, nothing old lost."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from service.model import Role
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.support import pdfs
from tests.support.running_service import RunningService, running_service
from tests.support.sitting import is_settled, page, sitting
from tests.support.tablet import Tablet
from tests.support.values import stroke

KIB = 1024
LONG = (12_345, 12_345, 123) * 2_000
"""A stroke of about 32 KiB, so that a few fill what is left."""


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A real filesystem of 8 MiB of its own."""
    disk = tmp_path_factory.mktemp("disk")
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"mounting a small disk needs root: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.fixture(scope="module")
def service(small_disk: Path) -> Iterator[RunningService]:
    with running_service(small_disk / "data") as service:
        yield service


async def test_new_work_is_refused_in_words_and_goes_on_once_there_is_space(
    service: RunningService, small_disk: Path
) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        await presenter.sees(lambda: is_settled(presenter))
        filler = fill(small_disk)
        kept = await write_until_refused(presenter)
        upload = await room.secretary.upload(room.meeting_id, "d2", pdfs.good(20, seed=401))
        assert (upload.status, upload.code) == (507, "storage_full")
        assert upload.body["again"]
        assert "저장 공간이 가득" in upload.body["ko"]
        allow = c.AllowWriting(command_id="refused-1", allowed=True)
        over_http = await room.secretary.command(room.meeting_id, allow)
        assert (over_http.status, over_http.code) == (507, "storage_full")
        # Reading goes on: pages, and the meeting as it stood.
        assert (await room.secretary.page(room.meeting_id, "d1", 3)).status == 200
        await member.greeted_again()
        assert await marks(member) == await marks(presenter) == kept

        filler.unlink()
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        await member.sees_page(page(2))
        upload = await room.secretary.upload(room.meeting_id, "d2", pdfs.good(1, seed=401))
        assert upload.status == 201
        assert (await room.secretary.page(room.meeting_id, "d2")).status == 200
        fresh = await room.tablet(Role.MEMBER)
        assert await marks(fresh) == kept


async def test_a_folder_that_cannot_be_written_refuses_and_recovers(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        data = pdfs.good(1, seed=402)
        desk = await room.tablet_of(room.secretary)
        await desk.sees(lambda: is_settled(desk))
        with not_writable(service.data / "blobs"):
            refused = await room.secretary.upload(room.meeting_id, "d2", data)
            assert (refused.status, refused.code) == (507, "storage_read_only")
            assert (await room.secretary.page(room.meeting_id, "d1")).status == 200
        assert (await room.secretary.upload(room.meeting_id, "d2", data)).status == 201
        await desk.sees(lambda: [d.document_id for d in desk.state.documents] == ["d1", "d2"])


async def write_until_refused(tablet: Tablet) -> list[str]:
    """Ink until the disk is full; the strokes that were acknowledged before."""
    kept: list[str] = []
    for number in range(1_000):
        ink = replace(stroke(f"k{number}", on=page()), points=LONG)
        refused = await tablet.ask(c.AddStroke, stream=StreamName.MEETING, stroke=ink)
        if refused is not None:
            assert refused == "storage_full"
            return kept
        kept.append(ink.stroke_id)
    pytest.fail("the disk never filled")


async def marks(tablet: Tablet) -> list[str]:
    return [mark.stroke.stroke_id for mark in await tablet.open_ink(page())]


def fill(disk: Path) -> Path:
    """Take all the space that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(KIB))
    return filler


@contextmanager
def not_writable(folder: Path) -> Iterator[None]:
    """Nothing new can be made under `folder` for a while; root needs a mount for it."""
    if os.geteuid() == 0:
        subprocess.run(["mount", "--bind", folder, folder], check=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        try:
            yield
        finally:
            subprocess.run(["umount", folder], check=True)
        return
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    try:
        for path in folders:
            path.chmod(0o500)
        yield
    finally:
        for path in folders:
            path.chmod(0o700)
