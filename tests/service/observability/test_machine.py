"""What the machine has left, as the kernel says it."""

from pathlib import Path

from service.observability.machine import memory, room_at


def test_a_folder_still_to_be_made_has_the_room_of_its_disk(tmp_path: Path) -> None:
    room = room_at(tmp_path / "not" / "yet")
    assert 0 < room.free <= room.total
    assert room.total == room_at(tmp_path).total


def test_memory_is_read_from_the_kernel() -> None:
    now = memory()
    assert now.held is not None
    assert now.available is not None
    assert now.held > 10_000_000


def test_a_machine_that_tells_nothing_is_no_error(tmp_path: Path) -> None:
    silent = memory(tmp_path / "meminfo", tmp_path / "statm")
    assert (silent.held, silent.available) == (None, None)


def test_sizes_are_bytes(tmp_path: Path) -> None:
    told = tmp_path / "meminfo"
    told.write_text("MemTotal:  16384 kB\nMemAvailable:  8192 kB\n")
    assert memory(told).available == 8_192 * 1_024
