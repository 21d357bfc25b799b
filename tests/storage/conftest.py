"""The backends every contract is run on, and a disk small enough to fill."""

import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.open import Storage, memory_storage, open_storage


@pytest.fixture(params=["memory", "folder"])
async def storage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Storage]:
    """Each backend in turn, empty."""
    opened = memory_storage() if request.param == "memory" else await open_storage(tmp_path)
    yield opened
    await opened.aclose()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real filesystem of 2 MiB of its own."""
    mount_point = tmp_path / "small"
    mount_point.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount_point],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"mounting a small disk needs root: {mounted.stderr.strip()}")
    yield mount_point
    subprocess.run(["umount", mount_point], check=True)
