"""The files of `hanjang tls`: made once, kept, renewed in time, readable by the owner alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.tls.names import names_of
from service.tls.shelf import OutOfBounds, Unusable, has_authority, kept_or_made

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
NAMES = ("192.168.0.7", "cityhall.local")


def test_made_once_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "tls"
    assert not has_authority(folder)
    first = kept_or_made(folder, "cityhall", NAMES, NOW)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    again = kept_or_made(folder, "cityhall", NAMES, NOW + timedelta(days=300))
    assert (first.renewed, again.renewed) == (True, False)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    assert has_authority(folder)


def test_only_the_owner_reads_the_keys(tmp_path: Path) -> None:
    folder = tmp_path / "tls"
    kept_or_made(folder, "cityhall", NAMES, NOW)
    assert folder.stat().st_mode & 0o777 == 0o700
    for name in ("authority.key", "server.key"):
        assert (folder / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("names", "later"), [(NAMES, timedelta(days=380)), (("192.168.0.9",), timedelta())]
)
def test_renewed_by_the_same_authority(
    tmp_path: Path, names: tuple[str, ...], later: timedelta
) -> None:
    before = kept_or_made(tmp_path, "cityhall", NAMES, NOW)
    after = kept_or_made(tmp_path, "cityhall", names, NOW + later)
    assert after.renewed
    assert after.authority == before.authority


def test_an_authority_at_its_end_makes_way(tmp_path: Path) -> None:
    before = kept_or_made(tmp_path, "cityhall", NAMES, NOW)
    after = kept_or_made(tmp_path, "cityhall", NAMES, NOW + timedelta(days=3_640))
    assert after.authority != before.authority
    assert after.renewed


def test_what_it_may_not_sign_is_told(tmp_path: Path) -> None:
    kept_or_made(tmp_path, "cityhall", NAMES, NOW)
    with pytest.raises(OutOfBounds, match=r"203\.0\.113\.9"):
        kept_or_made(tmp_path, "cityhall", ("203.0.113.9",), NOW)


@pytest.mark.parametrize("name", ["authority.crt", "authority.key", "server.crt"])
def test_a_broken_file_is_named(tmp_path: Path, name: str) -> None:
    kept_or_made(tmp_path, "cityhall", NAMES, NOW)
    (tmp_path / name).write_text("rubbish")
    with pytest.raises(Unusable, match=name):
        kept_or_made(tmp_path, "cityhall", NAMES, NOW)


def test_a_key_of_another_is_refused(tmp_path: Path) -> None:
    kept_or_made(tmp_path, "cityhall", NAMES, NOW)
    (tmp_path / "server.key").write_bytes((tmp_path / "authority.key").read_bytes())
    with pytest.raises(Unusable, match=r"server\.key"):
        kept_or_made(tmp_path, "cityhall", NAMES, NOW)


def test_names_come_once_and_only_those_a_certificate_can_hold() -> None:
    more = ("Meet.City", "10.0.0.9", "한장", "bad_name")
    assert names_of("CityHall", "192.168.0.7", more) == (
        "192.168.0.7",
        "meet.city",
        "10.0.0.9",
        "cityhall",
        "cityhall.local",
        "localhost",
        "127.0.0.1",
    )
    assert names_of("pc.city.kr", "127.0.0.1", ())[1:3] == ("pc.city.kr", "pc.local")
