"""A seat that moves to another tablet: an offer of three minutes, taken once.

An offer is taken by its signed token, which a QR code carries, or by eight digits that a
person types. Offers live in memory alone: a restart voids them, and three minutes are soon over.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from service.errors import AccessRefused, Code
from service.identity.seats import Seat, Seats
from service.identity.tokens import Tokens
from service.ids import new_id

LIVES_MS = 3 * 60 * 1000
"""Time to fetch the other tablet and type eight digits, and not to forget a code on a screen."""

CODE_DIGITS = 8

MAX_MISSES = 20
MISSES_FORGET_MS = 60 * 1000
"""Wrong codes a minute, whoever types them, before no code is taken for the rest of it. In its
three minutes an offer then meets 80 guesses at most, one in a million for the guesser; people who
mistype twice in a hall of fifty are not in each other's way. The QR code's token knows no such
limit: it cannot be guessed, so that nobody who only guesses can keep people out."""

MAX_OFFERS = 1_000
"""At once, the oldest gives way: so many moves in three minutes are nobody's hall."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An open offer: the token behind the QR code, the digits, its end in ms."""

    token: str
    code: str
    expires_at: int


@dataclass(slots=True)
class _Standing:
    seat_token: str
    seat_id: str
    offer: Offer
    taken: bool = False


class Transfers:
    """Makes, takes and withdraws offers; `clock` gives milliseconds."""

    def __init__(self, seats: Seats, secret: bytes, clock: Callable[[], int]) -> None:
        self._seats, self._clock = seats, clock
        self._tokens = Tokens(secret, "transfer")
        self._offers: dict[str, _Standing] = {}
        self._misses: list[int] = []

    def offer(self, seat: Seat, seat_token: str) -> Offer:
        """Offer a seat, in place of an offer it has: only its newest can be taken."""
        now = self._clock()
        self._drop_dead(now)
        self.withdraw(seat.actor.seat_id)
        while len(self._offers) >= MAX_OFFERS:
            del self._offers[next(iter(self._offers))]
        name = new_id()
        offer = Offer(self._tokens.sign(name), self._fresh_code(), now + LIVES_MS)
        self._offers[name] = _Standing(seat_token, seat.actor.seat_id, offer)
        return offer

    def withdraw(self, seat_id: str) -> None:
        """The seat is offered no more; nothing is said when it was not."""
        for name, standing in list(self._offers.items()):
            if standing.seat_id == seat_id:
                del self._offers[name]

    def was_taken(self, seat_id: str, token: str) -> bool:
        """Whether the seat's offer with this token was taken.

        Raises AccessRefused(TRANSFER_GONE) when it is no longer open and was not.
        """
        standing = self._offers.get(self._name_in(token))
        if standing is None or standing.seat_id != seat_id:
            raise AccessRefused(Code.TRANSFER_GONE)
        if not standing.taken and standing.offer.expires_at <= self._clock():
            raise AccessRefused(Code.TRANSFER_GONE)
        return standing.taken

    async def take(self, token: str) -> tuple[Seat, str]:
        """The seat offered by a signed token, and the seat's own token from now on.

        Raises AccessRefused(TRANSFER_GONE), or as `Seats.authorise` when the link has died.
        """
        return await self._take(self._offers.get(self._name_in(token)))

    async def take_by_code(self, code: str) -> tuple[Seat, str]:
        """The same by the digits.

        Raises AccessRefused(TRANSFER_GONE) for any code that is not open, whatever it was
        once, and AccessRefused(TOO_MANY_TRIES) after too many of those.
        """
        now = self._clock()
        self._misses = [at for at in self._misses if at > now - MISSES_FORGET_MS]
        if len(self._misses) >= MAX_MISSES:
            raise AccessRefused(Code.TOO_MANY_TRIES)
        typed = code.encode()
        found = None
        for standing in self._offers.values():
            if secrets.compare_digest(standing.offer.code.encode(), typed):
                found = standing
        if found is None or found.taken or found.offer.expires_at <= now:
            self._misses.append(now)
        return await self._take(found)

    async def _take(self, standing: _Standing | None) -> tuple[Seat, str]:
        if standing is None or standing.taken or standing.offer.expires_at <= self._clock():
            raise AccessRefused(Code.TRANSFER_GONE)
        # Taken before anything is waited for: of two who come at once, one gets it.
        standing.taken = True
        try:
            seat = await self._seats.authorise(standing.seat_token)
        except BaseException:
            standing.taken = False
            raise
        return seat, standing.seat_token

    def _name_in(self, token: str) -> str:
        try:
            return self._tokens.read(token)
        except AccessRefused as error:
            raise AccessRefused(Code.TRANSFER_GONE) from error

    def _fresh_code(self) -> str:
        while True:
            code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
            if all(standing.offer.code != code for standing in self._offers.values()):
                return code

    def _drop_dead(self, now: int) -> None:
        for name, standing in list(self._offers.items()):
            if standing.offer.expires_at <= now:
                del self._offers[name]
