"""Item 2: where next year's budget goes, with the table and the chart everybody argues over."""

from datetime import date

from service.demo.calendar import after, full, short
from service.demo.paper import (
    Bars,
    Block,
    Chapter,
    Column,
    Detail,
    Note,
    Paper,
    Pillars,
    Point,
    Row,
    Section,
    Table,
    change,
    number,
    percent,
)
from service.demo.papers.departments import CULTURE, LAND, OFFICE, SAFETY, SECTORS, WELFARE
from service.demo.papers.departments import sector_total as sector_million
from service.demo.papers.requests import city

NEXT = {WELFARE: 3_977, LAND: 1_121, SAFETY: 1_043, CULTURE: 468, OFFICE: 2_739}
"""Next year's draft by sector, in 100 million won (억 원)."""

_REMARKS = {
    WELFARE: "돌봄 확대, 기초연금 증가",
    LAND: "계속사업 시기 조정",
    SAFETY: "재난 대응, 노후관 교체",
    CULTURE: "행사·축제 절감",
    OFFICE: "경상비 10% 절감",
}
_OWN, _GRANTED = 2_418, 6_930
_INCOMES = (
    ("지방세", 1_586, 1_611),
    ("세외수입", 806, 807),
    ("지방교부세", 3_218, 3_115),
    ("조정교부금", 742, 765),
    ("국·도비 보조금", 2_756, 2_810),
    ("보전수입 등", 240, 240),
)


def now(sector: str) -> int:
    """What a sector has this year, in 100 million won."""
    return sector_million(sector) // 100


def budget_direction(monday: date) -> Paper:
    """The draft direction of next year's budget."""
    year = monday.year + 1
    return Paper(
        title=f"2. {year}년 본예산 편성 방향(안)",
        department="기획예산과",
        day=full(monday),
        agenda="월요일 간부회의  |  안건 2",
        summary=(
            f"총 규모 {number(sum(NEXT.values()))}억 원,"
            " 올해와 같은 규모에서 복지·안전에 우선 배분",
            f"부서 요구액 {number(round(city().asked / 100))}억 원은 국장단 조정을 거쳐"
            f" {short(after(monday, 9))}까지 확정",
        ),
        blocks=(*_direction(), *_income(year), *_rules(), *_schedule(monday)),
    )


def _direction() -> tuple[Block, ...]:
    rows = [
        Row((sector, number(now(sector)), number(NEXT[sector]),
             change(NEXT[sector] - now(sector)), _REMARKS[sector]))
        for sector in SECTORS
    ]  # fmt: skip
    before, total = sum(map(now, SECTORS)), sum(NEXT.values())
    rows.append(Row(("합계", number(before), number(total), change(total - before), ""), "sum"))
    by_size = sorted(SECTORS, key=lambda sector: -NEXT[sector])
    return (
        Section("편성 여건"),
        Point("지방교부세 감소(△3.2%)에도 복지·안전 수요는 지속 증가"),
        Point(f"자체수입 {number(_OWN)}억 원(전년 대비 +1.1%), 의존재원 {number(_GRANTED)}억 원"),
        Section("편성 방향"),
        Point("민생경제 회복과 돌봄에 우선 투자: 1,284억 원(+96억 원)"),
        Point("계속사업은 성과평가 결과에 따라 10~30% 조정"),
        Point("신규 행사·축제 예산은 편성하지 않음(부서별 자율 절감)"),
        Section("분야별 재원 배분"),
        Table(
            (
                Column("분야", 1.5),
                Column("올해", 0.9, "right"),
                Column("내년(안)", 0.9, "right"),
                Column("증감", 0.8, "right"),
                Column("비고", 1.9),
            ),
            tuple(rows),
            unit="(단위: 억 원)",
        ),
        Section("분야별 비중"),
        Bars(
            tuple((sector, float(NEXT[sector]), percent(NEXT[sector], total)) for sector in by_size)
        ),
    )


def _income(year: int) -> tuple[Block, ...]:
    first, second = sum(row[1] for row in _INCOMES), sum(row[2] for row in _INCOMES)
    rows = [
        Row((name, number(a), number(b), change(b - a), percent(b, second)))
        for name, a, b in _INCOMES
    ]
    rows.append(
        Row(("합계", number(first), number(second), change(second - first), "100.0%"), "sum")
    )
    return (
        Chapter("1", "세입 전망"),
        Section("재원별 세입"),
        Table(
            (
                Column("재원", 1.6),
                Column(f"{year - 1}년", 1, "right"),
                Column(f"{year}년(안)", 1, "right"),
                Column("증감", 1, "right"),
                Column("구성비", 1, "right"),
            ),
            tuple(rows),
            unit="(단위: 억 원)",
        ),
        Pillars((f"{year - 1}년", f"{year}년(안)"), tuple(
            (name, float(a), float(b)) for name, a, b in _INCOMES
        ), "(억 원)"),
        Point("지방교부세는 국세 수입 재추계를 반영하여 103억 원 감소로 전망"),
        Detail("12월 중 확정 통지액에 따라 수정예산으로 조정"),
        Point("지방세는 공동주택 입주(1,840세대)에 따른 재산세 증가분을 반영"),
    )  # fmt: skip


def _rules() -> tuple[Block, ...]:
    return (
        Chapter("2", "세출 편성 기준"),
        Section("경상경비"),
        Point("업무추진비·여비 등 기준경비는 올해 예산의 90% 범위에서 편성"),
        Point("종이 회의자료 인쇄비는 전액 감액하고 태블릿 회의로 전환"),
        Detail("연간 인쇄비 1억 2천만 원, 용지 약 96만 장 절감"),
        Section("투자사업"),
        Point("사전절차(투자심사·중기계획·공유재산) 미이행 사업은 편성 제외"),
        Point("공정률 50% 미만 계속사업은 연내 집행 가능액만 반영"),
        Table(
            (
                Column("평가 등급", 1.5),
                Column("사업 수", 0.8, "right"),
                Column("조정률", 1, "centre"),
                Column("조정 기준", 3),
            ),
            (
                Row(("우수(90점 이상)", "38", "유지", "요구액 범위에서 전년 수준 이상 편성 가능")),
                Row(("보통(70~89점)", "64", "△10%", "전년 예산의 90% 이내, 성과지표 보완")),
                Row(("미흡(60~69점)", "21", "△20%", "전년 예산의 80% 이내, 개선계획 제출")),
                Row(("매우 미흡(60점 미만)", "9", "△30%", "전년 예산의 70% 이내 또는 사업 폐지")),
                Row(("합계", "132", "", ""), "sum"),
            ),
        ),
        Section("민간보조금"),
        Point("3년 이상 지원 사업은 일몰제를 적용하고 유지 필요성을 다시 평가"),
        Point("보조금 총한도 286억 원 준수, 부서별 한도 초과분은 자체 조정"),
        Note("국고보조사업의 시비 부담분은 보조율 확정 통지에 따라 우선 반영합니다."),
    )  # fmt: skip


def _schedule(monday: date) -> tuple[Block, ...]:
    steps = (
        (-27, "부서별 예산요구서 제출", "전 부서"),
        (-10, "요구액 1차 조정(예산팀)", "기획예산과"),
        (0, "간부회의 편성 방향 보고", "기획예산과"),
        (3, "국장단 조정회의", "각 국장"),
        (9, "예산안 확정(시장 결재)", "기획예산과"),
        (11, "시의회 제출", "기획예산과"),
        (21, "예산결산특별위원회 심사", "시의회"),
        (25, "본회의 의결", "시의회"),
    )
    return (
        Chapter("3", "향후 일정"),
        Table(
            (Column("일자", 1, "centre"), Column("내용", 2.4), Column("주관", 1.2, "centre")),
            tuple(Row((short(after(monday, days)), what, who)) for days, what, who in steps),
        ),
        Section("부서 협조사항"),
        Point(f"국장단 조정회의 자료를 {short(after(monday, 2))} 18:00까지 제출"),
        Point("신규사업은 기대효과와 연차별 소요액을 1쪽으로 요약하여 지참"),
    )
