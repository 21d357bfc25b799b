"""Links live, expire and are revoked, and every seat that came by them with them."""

from pathlib import Path

import pytest

from service.errors import AccessRefused, Code
from service.identity.links import HOUR, Links
from service.identity.seats import Seats
from service.identity.tokens import Tokens, secret_in
from service.model import Role
from storage.memory import MemoryStore
from tests.support.clock import Clock

SECRET = b"k" * 32


class House:
    """Links and seats on one catalog."""

    def __init__(self) -> None:
        self.clock = Clock()
        catalog = MemoryStore()
        self.links = Links(catalog, SECRET, self.clock)
        self.seats = Seats(catalog, self.links, SECRET, self.clock)


def code_of(raised: pytest.ExceptionInfo[AccessRefused]) -> Code:
    return raised.value.code


async def test_a_seat_is_recognised_by_its_token_alone() -> None:
    house = House()
    link = await house.links.make("m1", Role.MEMBER, None, hours=1)
    seat, token = await house.seats.take(link.record, "이광명 과장", "p1")
    assert await house.seats.authorise(token) == seat
    assert seat.actor.role is Role.MEMBER
    assert seat.belongs_to("m1")
    assert not seat.belongs_to("m2")


async def test_an_expired_link_takes_its_seats_along() -> None:
    house = House()
    link = await house.links.make("m1", Role.MEMBER, None, hours=1)
    _, token = await house.seats.take(link.record, "이광명", None)
    house.clock.advance(HOUR - 1)
    await house.seats.authorise(token)
    house.clock.advance(1)
    with pytest.raises(AccessRefused) as link_dead:
        await house.links.open(link.token)
    with pytest.raises(AccessRefused) as seat_dead:
        await house.seats.authorise(token)
    assert code_of(link_dead) is code_of(seat_dead) is Code.LINK_EXPIRED


async def test_a_revoked_link_takes_its_seats_along() -> None:
    house = House()
    link = await house.links.make("m1", Role.MEMBER, None, hours=1)
    _, token = await house.seats.take(link.record, "이광명", None)
    await house.links.revoke("m1", link.record.link_id)
    with pytest.raises(AccessRefused) as dead:
        await house.seats.authorise(token)
    assert code_of(dead) is Code.LINK_REVOKED


async def test_a_secretary_cannot_revoke_another_meetings_link() -> None:
    house = House()
    link = await house.links.make("m1", Role.MEMBER, None, hours=1)
    with pytest.raises(AccessRefused) as refused:
        await house.links.revoke("m2", link.record.link_id)
    assert code_of(refused) is Code.NOT_FOUND
    await house.links.open(link.token)


FORGED = ["", "x", "a.b", "a" * 500, "유성.서명", "\x00.\x00"]


@pytest.mark.parametrize("token", FORGED)
async def test_forged_tokens_open_nothing(token: str) -> None:
    house = House()
    with pytest.raises(AccessRefused) as link:
        await house.links.open(token)
    with pytest.raises(AccessRefused) as seat:
        await house.seats.authorise(token)
    assert code_of(link) is code_of(seat) is Code.LINK_FORGED


async def test_a_link_is_no_seat_and_another_installations_link_is_none() -> None:
    house = House()
    link = await house.links.make("m1", Role.SECRETARY, None, hours=1)
    with pytest.raises(AccessRefused):
        await house.seats.authorise(link.token)
    elsewhere = Tokens(b"other" * 8, "link").sign(link.record.link_id)
    with pytest.raises(AccessRefused):
        await house.links.open(elsewhere)


async def test_a_seat_named_in_a_command_must_be_of_that_meeting() -> None:
    house = House()
    link = await house.links.make("m1", Role.MEMBER, None, hours=1)
    seat, _ = await house.seats.take(link.record, "이광명", None)
    assert await house.seats.actor(seat.actor.seat_id, "m1") == seat.actor
    assert await house.seats.actor(seat.actor.seat_id, "m2") is None
    assert await house.seats.actor("nobody", "m1") is None


def test_the_installations_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    first = secret_in(file)
    assert len(first) == 32
    assert secret_in(file) == first
    assert file.stat().st_mode & 0o777 == 0o600
