"""A seat moves once, within three minutes, to whoever has its token or its digits; no guesser."""

import asyncio

import pytest

from service.errors import AccessRefused, Code
from service.identity.links import HOUR, Links
from service.identity.seats import Seat, Seats
from service.identity.transfers import (
    LIVES_MS,
    MAX_MISSES,
    MAX_OFFERS,
    MISSES_FORGET_MS,
    Offer,
    Transfers,
)
from service.model import Role
from storage.memory import MemoryStore
from tests.support.clock import Clock

SECRET = b"k" * 32


class House:
    """Links, seats and transfers on one catalog."""

    def __init__(self) -> None:
        self.clock = Clock()
        catalog = MemoryStore()
        self.links = Links(catalog, SECRET, self.clock)
        self.seats = Seats(catalog, self.links, SECRET, self.clock)
        self.transfers = Transfers(self.seats, SECRET, self.clock)
        self.link_id = ""

    async def seated(self) -> tuple[Seat, str]:
        """Somebody with a seat of their own link."""
        link = await self.links.make("m1", Role.MEMBER, None, hours=1)
        self.link_id = link.record.link_id
        return await self.seats.take(link.record, "이광명 과장", "p1")

    async def offered(self) -> tuple[Seat, str, Offer]:
        """The same, and the seat is offered."""
        seat, token = await self.seated()
        return seat, token, self.transfers.offer(seat, token)

    async def refused(self, *, token: str = "", code: str = "") -> Code:
        """Why an offer cannot be taken."""
        with pytest.raises(AccessRefused) as raised:
            await (self.transfers.take(token) if token else self.transfers.take_by_code(code))
        return raised.value.code


@pytest.mark.parametrize("by", ["token", "code"])
async def test_an_offer_is_taken_once_by_token_or_digits(by: str) -> None:
    house = House()
    seat, token, offer = await house.offered()
    assert house.transfers.was_taken(seat.actor.seat_id, offer.token) is False
    if by == "token":
        assert await house.transfers.take(offer.token) == (seat, token)
    else:
        assert await house.transfers.take_by_code(offer.code) == (seat, token)
    assert house.transfers.was_taken(seat.actor.seat_id, offer.token) is True
    assert await house.refused(token=offer.token) is Code.TRANSFER_GONE
    assert await house.refused(code=offer.code) is Code.TRANSFER_GONE


async def test_of_two_who_come_at_once_one_gets_the_seat() -> None:
    house = House()
    _, _, offer = await house.offered()
    taking = [house.transfers.take(offer.token), house.transfers.take_by_code(offer.code)]
    outcomes = await asyncio.gather(*taking, return_exceptions=True)
    assert sum(isinstance(each, AccessRefused) for each in outcomes) == 1


async def test_after_three_minutes_it_is_over() -> None:
    house = House()
    seat, token, offer = await house.offered()
    house.clock.advance(LIVES_MS - 1)
    assert house.transfers.was_taken(seat.actor.seat_id, offer.token) is False
    house.clock.advance(1)
    assert await house.refused(token=offer.token) is Code.TRANSFER_GONE
    assert await house.refused(code=offer.code) is Code.TRANSFER_GONE
    with pytest.raises(AccessRefused):
        house.transfers.was_taken(seat.actor.seat_id, offer.token)
    again = house.transfers.offer(seat, token)
    assert (await house.transfers.take(again.token))[0] == seat


async def test_a_new_offer_and_a_withdrawal_void_the_old_one() -> None:
    house = House()
    seat, token, first = await house.offered()
    second = house.transfers.offer(seat, token)
    assert await house.refused(token=first.token) is Code.TRANSFER_GONE
    house.transfers.withdraw(seat.actor.seat_id)
    assert await house.refused(code=second.code) is Code.TRANSFER_GONE


async def test_a_dead_link_takes_its_offers_along() -> None:
    house = House()
    _, _, offer = await house.offered()
    await house.links.revoke("m1", house.link_id)
    assert await house.refused(token=offer.token) is Code.LINK_REVOKED
    assert await house.refused(code=offer.code) is Code.LINK_REVOKED
    house = House()
    seat, token = await house.seated()
    house.clock.advance(HOUR - 1)
    offer = house.transfers.offer(seat, token)
    house.clock.advance(1)
    assert await house.refused(token=offer.token) is Code.LINK_EXPIRED


async def test_only_a_token_of_its_own_kind_opens_an_offer() -> None:
    house = House()
    _, token, offer = await house.offered()
    for forged in (token, f"{offer.token[:-2]}xx", offer.code, "x" * 900, "없음"):
        assert await house.refused(token=forged) is Code.TRANSFER_GONE
    other, _, theirs = await house.offered()
    with pytest.raises(AccessRefused):
        house.transfers.was_taken(other.actor.seat_id, offer.token)
    assert house.transfers.was_taken(other.actor.seat_id, theirs.token) is False


async def test_whoever_guesses_is_stopped_and_the_token_still_opens() -> None:
    house = House()
    seat, token, offer = await house.offered()
    wrong = "0" * 8 if offer.code != "0" * 8 else "1" * 8
    for _ in range(MAX_MISSES):
        assert await house.refused(code=wrong) is Code.TRANSFER_GONE
    assert await house.refused(code=wrong) is Code.TOO_MANY_TRIES
    assert await house.refused(code=offer.code) is Code.TOO_MANY_TRIES
    assert (await house.transfers.take(offer.token))[0] == seat
    house.clock.advance(MISSES_FORGET_MS)
    again = house.transfers.offer(seat, token)
    assert (await house.transfers.take_by_code(again.code))[0] == seat


async def test_who_types_the_right_digits_is_no_guesser() -> None:
    house = House()
    seat, token = await house.seated()
    for _ in range(MAX_MISSES + 5):
        offer = house.transfers.offer(seat, token)
        assert (await house.transfers.take_by_code(offer.code))[0] == seat


async def test_digits_are_eight_and_differ_and_offers_are_bounded() -> None:
    house = House()
    link = await house.links.make("m1", Role.MEMBER, None, hours=1)
    codes = set()
    first: Offer | None = None
    for _ in range(MAX_OFFERS + 1):
        seat, token = await house.seats.take(link.record, "하나", None)
        offer = house.transfers.offer(seat, token)
        first = first or offer
        codes.add(offer.code)
    assert len(codes) == MAX_OFFERS + 1
    assert all(len(code) == 8 and code.isdecimal() for code in codes)
    assert first is not None
    assert await house.refused(token=first.token) is Code.TRANSFER_GONE
