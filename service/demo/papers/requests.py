"""What every department asks for next year: works and their items, in million won; pure."""

import random
from dataclasses import dataclass
from functools import cache

from service.demo.papers.departments import DEPARTMENTS, Department

_SEED = 20_270_101
_STEP = 5
"""Requests are made in whole steps of five million won."""

_KINDS = (
    "201-01 사무관리비",
    "201-02 공공운영비",
    "201-03 행사운영비",
    "202-01 국내여비",
    "203-03 시책추진업무추진비",
    "206-01 재료비",
    "207-01 연구용역비",
    "301-01 사회보장적수혜금",
    "307-02 민간경상사업보조",
    "307-05 민간위탁금",
    "308-10 자치단체간부담금",
    "401-01 시설비",
    "401-03 시설부대비",
    "402-01 민간자본사업보조",
    "405-01 자산및물품취득비",
)


@dataclass(frozen=True, slots=True)
class Line:
    """An amount this year and the one asked for next year, and how it is paid for."""

    name: str
    now: int
    asked: int
    granted: int
    """The part of `asked` that the state and the province pay."""

    @property
    def own(self) -> int:
        """The part the city pays itself."""
        return self.asked - self.granted


@dataclass(frozen=True, slots=True)
class Work:
    """One undertaking and the items it is made of."""

    name: str
    items: tuple[Line, ...]

    @property
    def whole(self) -> Line:
        """The sum of its items."""
        return added(self.name, self.items)


@dataclass(frozen=True, slots=True)
class Programme:
    """Works that belong together."""

    name: str
    works: tuple[Work, ...]

    @property
    def whole(self) -> Line:
        """The sum of its works."""
        return added(self.name, [work.whole for work in self.works])


@dataclass(frozen=True, slots=True)
class Request:
    """Everything one department asks for."""

    department: Department
    programmes: tuple[Programme, ...]

    @property
    def whole(self) -> Line:
        """The sum of its programmes."""
        return added(self.department.name, [each.whole for each in self.programmes])


def added(name: str, lines: list[Line] | tuple[Line, ...]) -> Line:
    """The sum of the lines under a new name."""
    return Line(
        name,
        sum(line.now for line in lines),
        sum(line.asked for line in lines),
        sum(line.granted for line in lines),
    )


@cache
def requests() -> tuple[Request, ...]:
    """All departments' requests, the same on every run."""
    # Fixed seed: a demo, not a secret.
    chance = random.Random(_SEED)
    return tuple(_request(chance, department) for department in DEPARTMENTS)


def city() -> Line:
    """The whole city."""
    return added("합계", [request.whole for request in requests()])


def _request(chance: random.Random, department: Department) -> Request:
    shares = _split(chance, department.budget, 9)
    programmes = []
    for at, (name, works) in enumerate(department.programmes):
        three = zip(works, shares[3 * at : 3 * at + 3], strict=True)
        programmes.append(
            Programme(name, tuple(_work(chance, work, amount) for work, amount in three))
        )
    return Request(department, tuple(programmes))


def _work(chance: random.Random, name: str, amount: int) -> Work:
    kinds = sorted(chance.sample(_KINDS, chance.choice((4, 4, 5))))
    parts = _split(chance, amount, len(kinds))
    granted = chance.choice((0.0, 0.0, 0.3, 0.5, 0.7))
    items = []
    for kind, now in zip(kinds, parts, strict=True):
        asked = max(_STEP, round(now * chance.uniform(0.9, 1.22) / _STEP) * _STEP)
        items.append(Line(kind, now, asked, round(asked * granted)))
    return Work(name, tuple(items))


def _split(chance: random.Random, amount: int, parts: int) -> list[int]:
    """The amount in uneven whole parts that add up to it."""
    weights = [chance.uniform(0.35, 1.9) for _ in range(parts)]
    shares = [int(amount * weight / sum(weights)) for weight in weights]
    shares[0] += amount - sum(shares)
    return shares
