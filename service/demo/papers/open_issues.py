"""Item 6: three questions on which the meeting has to decide, on pages of both directions."""

from datetime import date

from service.demo.calendar import full
from service.demo.paper import (
    Bars,
    Block,
    Chapter,
    Column,
    NewPage,
    Note,
    Paper,
    Pillars,
    Point,
    Row,
    Section,
    Table,
    Timeline,
)


def open_issues(monday: date) -> Paper:
    """The questions, the choices and what speaks for each."""
    return Paper(
        title="6. 현안 토론 자료",
        department="전 부서",
        day=full(monday),
        agenda="월요일 간부회의  |  안건 6",
        summary=(
            "토론 1: 한장역 역세권 개발의 주차 수요를 어디에서 해결할 것인가",
            "토론 2: 국민체육센터 이용료를 언제, 얼마나 조정할 것인가",
            "토론 3: 종이 없는 회의를 어디까지 넓힐 것인가",
        ),
        blocks=(*_parking(), *_fees(), *_paperless()),
    )


def _parking() -> tuple[Block, ...]:
    return (
        Chapter("1", "역세권 주차 수요"),
        Section("현황"),
        Point("반경 500m 주차면 1,246면, 평일 낮 최대 수요 1,580면(부족 334면)"),
        Point("개발구역 입주(2단계) 이후 부족분은 610면으로 늘어날 전망"),
        Bars(
            (
                ("현재 수요", 1_580.0, "1,580면"),
                ("현재 공급", 1_246.0, "1,246면"),
                ("2단계 수요", 2_140.0, "2,140면"),
                ("2단계 공급", 1_530.0, "1,530면"),
            )
        ),
        Section("쟁점"),
        Point("수요가 몰리는 시간은 평일 07~09시와 18~20시, 주말은 여유가 있음"),
        Point("환승 이용자가 42%, 상가 방문자가 37%, 주민이 21%"),
        Point("주차면을 늘리면 차량이 더 들어온다는 교통영향평가 의견이 있음"),
        Section("토론에서 정할 것"),
        Point("우선 시행할 대안과 투자심사 대상 사업"),
        Point("공유주차 협약을 맡을 부서와 첫해 목표 면수"),
        NewPage(landscape=True),
        Section("대안 비교"),
        Table(
            (
                Column("구분", 0.9, "centre"),
                Column("제1안: 역 앞 주차타워", 2),
                Column("제2안: 하천변 노외주차장", 2),
                Column("제3안: 민간주차장 공유", 2),
            ),
            (
                Row(("위치", "역 광장 동쪽 시유지 3,180㎡", "한내천 둔치 6,400㎡",
                     "상가·교회·학교 14곳")),
                Row(("공급", "420면(지상 5층)", "260면(평면)", "190면(야간·주말 중심)")),
                Row(("사업비", "148억 원(국비 50%)", "31억 원(시비)", "4억 원(시설 개선)")),
                Row(("기간", "30개월", "10개월", "4개월")),
                Row(("장점", "수요 중심에 가깝고 환승이 편함", "빠르고 비용이 적음",
                     "당장 시작할 수 있음")),
                Row(("단점", "공사 중 광장 혼잡, 경관 심의 필요", "홍수기 사용 제한(연 20일 안팎)",
                     "낮 시간 공급이 적고 협약 유지가 어려움")),
                Row(("부서 의견", "교통행정과·도시계획과", "도로과", "지역경제과"), "group"),
            ),
            size=11,
        ),
        Section("안별 추진 일정"),
        Timeline(
            ("1년 상반기", "1년 하반기", "2년 상반기", "2년 하반기", "3년 상반기"),
            (
                ("제3안: 협약·시설 개선", 0, 0),
                ("제2안: 설계·하천 점용", 0, 0),
                ("제2안: 공사", 1, 1),
                ("제1안: 투자심사·설계", 0, 2),
                ("제1안: 공사", 2, 4),
            ),
        ),
        Note("제3안을 먼저 시행하고 제1안의 투자심사를 함께 준비하는 방안도 논의할 수 있습니다."),
    )  # fmt: skip


def _fees() -> tuple[Block, ...]:
    return (
        NewPage(),
        Chapter("2", "국민체육센터 이용료"),
        Section("운영 현황"),
        Pillars(
            ("수입", "지출"),
            (
                ("3년 전", 8.4, 12.1),
                ("2년 전", 9.2, 13.6),
                ("지난해", 9.7, 15.2),
                ("올해", 10.1, 16.8),
            ),
            "(억 원)",
        ),
        Point("이용료는 7년째 같고, 전기·가스 요금은 같은 기간 41% 올랐음"),
        Point("인근 4개 시 평균은 성인 자유수영 4,500원(한장시 3,000원)"),
        Section("조정안"),
        Table(
            (
                Column("구분", 1.5),
                Column("현행", 1, "right"),
                Column("1안(한 번에)", 1.1, "right"),
                Column("2안(2년 나누어)", 1.2, "right"),
            ),
            (
                Row(("성인 자유수영", "3,000원", "4,200원", "3,600원 → 4,200원")),
                Row(("청소년 자유수영", "2,000원", "2,600원", "2,300원 → 2,600원")),
                Row(("헬스(월)", "40,000원", "52,000원", "46,000원 → 52,000원")),
                Row(("강습(월, 주 3회)", "48,000원", "60,000원", "54,000원 → 60,000원")),
                Row(("연간 수입 증가", "-", "3억 1천만 원", "1억 6천만 원 → 3억 1천만 원"), "sum"),
            ),
        ),
        Point("어르신·장애인·다자녀 감면(50%)은 그대로 유지"),
    )  # fmt: skip


def _paperless() -> tuple[Block, ...]:
    return (
        NewPage(landscape=True),
        Chapter("3", "종이 없는 회의"),
        Section("한 해에 쓰는 종이"),
        Table(
            (
                Column("회의", 1.8),
                Column("횟수", 0.8, "right"),
                Column("참석(명)", 0.8, "right"),
                Column("쪽수(평균)", 0.9, "right"),
                Column("연간 인쇄(쪽)", 1.2, "right"),
                Column("전환 시기", 1.1, "centre"),
            ),
            _sheets(),
            size=11,
        ),
        Point(
            "간부회의 8주 시범 운영 결과, 자료 준비 시간이 회의당 3시간 20분에서 35분으로 줄었음"
        ),
        Point("위원회는 외부 위원이 많아 링크와 QR만으로 들어올 수 있는지가 관건"),
        Section("정할 것"),
        Point("국별 주간회의 전환을 1월과 3월 가운데 언제 시작할지"),
        Point("시의회 제출 자료까지 같은 방식으로 낼지, 의회와 협의할지"),
    )


def _sheets() -> tuple[Row, ...]:
    meetings = (
        ("월요일 간부회의", 50, 27, 129, "전환 완료"),
        ("국별 주간회의(6개 국)", 288, 12, 34, "검토"),
        ("각종 위원회", 214, 15, 62, "검토"),
        ("시의회 정례회·임시회", 9, 38, 840, "의회 협의"),
    )
    rows = [
        Row((name, str(times), str(people), str(pages), f"{times * people * pages:,}", when))
        for name, times, people, pages, when in meetings
    ]
    whole = sum(times * people * pages for _, times, people, pages, _ in meetings)
    return (*rows, Row(("합계", "561", "", "", f"{whole:,}", ""), "sum"))
