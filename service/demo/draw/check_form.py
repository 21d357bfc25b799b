"""The form that the scanned pages show: printed lines, ticks and signatures by hand, a seal."""

import math
import random
from collections.abc import Sequence

from service.demo.draw.colours import FAINT, INK, rgb
from service.demo.draw.sheet import Sheet, Spot
from service.demo.paper import Align

_PEN = rgb("1b3a93")
_SEAL = rgb("c8321e")
_SHOPS = (
    ("두물읍", "두물읍 119지역대 앞 ~ 솔고개", "박두레"),
    ("솔재면", "솔재터널 ~ 다릿목 삼거리", "이산하"),
)
_CHECKS = (
    ("노면", "요철·파손으로 제설삽날이 걸릴 곳은 없는가"),
    ("노면", "배수로가 막혀 물이 도로로 흐르지 않는가"),
    ("구조물", "교량 신축이음부와 난간은 온전한가"),
    ("구조물", "급경사지에서 떨어진 흙과 돌은 없는가"),
    ("자재", "모래주머니 80개 이상이 비치되어 있는가"),
    ("자재", "염화칼슘 보관함의 잠금과 방수는 온전한가"),
    ("자재", "비치함 위치 표지가 밤에도 보이는가"),
    ("안내", "결빙주의 표지와 점멸등이 작동하는가"),
    ("안내", "우회도로 안내판이 준비되어 있는가"),
    ("연락", "마을제설단 연락처가 최신인가"),
)
_AMISS = ((1, 6), (3, 7))
"""Which checks were not in order, on each form."""

_NOTES = (
    ("배수로 낙엽 제거 필요(약 30m)", "표지 반사지 교체 요청"),
    ("낙석 2곳, 임시 그물망 설치함", "점멸등 1개 고장 → 11월 말 교체"),
)
_LEFTS = (60.0, 120.0, 400.0, 445.0, 490.0, 535.0)
_TOP, _STEP = 232.0, 33.0


def check_form(which: int, day: str) -> Sheet:
    """The form of one field office, filled in."""
    # Fixed seed: the hand that writes trembles the same way on every run.
    hand = random.Random(which)
    town, stretch, officer = _SHOPS[which]
    sheet = Sheet()
    _printed(sheet)
    for at, (name, value) in enumerate(
        (("읍면동", town), ("구간", stretch), ("점검일", day))
    ):  # fmt: skip
        y = 150 + at * 24
        sheet.text(60, y, name, 12)
        _written(sheet, 130, y, value, hand)
        sheet.line((124, y + 5), (535, y + 5), colour=FAINT)
    for at in range(len(_CHECKS)):
        amiss = at in _AMISS[which]
        _tick(sheet, 467.5 if amiss else 422.5, _TOP + (at + 1.5) * _STEP, hand)
    for at, text in enumerate(_NOTES[which]):
        _written(sheet, 72, 652 + at * 26, text, hand)
    _written(sheet, 372, 752, officer, hand)
    _scrawl(sheet, (446, 744), hand)
    _seal(sheet, (502, 742), town)
    return sheet


def _printed(sheet: Sheet) -> None:
    sheet.text(0, 98, "제설 취약구간 현장점검표", 24, bold=True, align="centre", room=595)
    sheet.line((170, 108), (425, 108), width=1.2)
    bottom = _TOP + _STEP * (len(_CHECKS) + 1)
    for at in range(len(_CHECKS) + 2):
        y = _TOP + at * _STEP
        sheet.line((60, y), (535, y), width=1.2 if at in {0, 1} else 0.6)
    for left in _LEFTS:
        sheet.line((left, _TOP), (left, bottom), width=0.8)
    _cells(sheet, _TOP, ("구분", "점검 항목", "양호", "미흡", "비고"), "centre")
    for at, (kind, text) in enumerate(_CHECKS, start=1):
        _cells(sheet, _TOP + at * _STEP, (kind,), "centre")
        sheet.text(128, _TOP + at * _STEP + 21, text, 11.5)
    sheet.line((60, bottom), (535, bottom), width=1.2)
    sheet.text(60, 624, "특이사항", 12, bold=True)
    sheet.box(60, 632, 475, 78, stroke=INK, line=0.8)
    sheet.text(300, 752, "점검자", 12)
    sheet.text(418, 752, "(서명)", 11)


def _cells(sheet: Sheet, top: float, texts: Sequence[str], align: Align) -> None:
    for text, left, right in zip(texts, _LEFTS, _LEFTS[1:], strict=False):
        sheet.text(left, top + 21, text, 11.5, align=align, room=right - left)


def _written(sheet: Sheet, x: float, y: float, text: str, hand: random.Random) -> None:
    """Signs one by one, each a little off the line, as a hand sets them."""
    for sign in text:
        size = 13.5 + hand.uniform(-0.8, 0.8)
        sheet.text(
            x, y + hand.uniform(-1.6, 1.2), sign, size, colour=_PEN,
            degrees=hand.uniform(-7, 5), bold=True,
        )  # fmt: skip
        x += size * (0.98 if ord(sign) > 0x2000 else 0.6)


def _tick(sheet: Sheet, x: float, y: float, hand: random.Random) -> None:
    spots = [(x - 8, y - 2), (x - 3, y + 7), (x + 12, y - 11)]
    shaken = [(a + hand.uniform(-2, 2), b + hand.uniform(-2, 2)) for a, b in spots]
    sheet.shape(shaken, stroke=_PEN, width=1.9, closed=False, smooth=True)


def _scrawl(sheet: Sheet, start: Spot, hand: random.Random) -> None:
    spots = [
        (start[0] + at * 4.2, start[1] + math.sin(at * 1.7) * 9 + hand.uniform(-3, 3))
        for at in range(11)
    ]
    sheet.shape(spots, stroke=_PEN, width=1.5, closed=False, smooth=True)


def _seal(sheet: Sheet, centre: Spot, town: str) -> None:
    sheet.disc(centre, 24, stroke=_SEAL, width=2)
    sheet.disc(centre, 20.5, stroke=_SEAL, width=0.7)
    x, y = centre
    sheet.text(x - 20, y - 2, town, 11, colour=_SEAL, bold=True, align="centre", room=40)
    sheet.text(x - 20, y + 12, "장인", 11, colour=_SEAL, bold=True, align="centre", room=40)
