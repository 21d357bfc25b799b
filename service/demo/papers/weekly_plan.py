"""Item 1, second paper: the week's main events on landscape pages."""

from datetime import date

from service.demo.calendar import after, full, short
from service.demo.paper import Block, Column, Note, Paper, Row, Section, Table

_EVENTS = (
    (0, "09:00", "월요일 간부회의", "중회의실", "국·소장, 부서장", "기획예산과"),
    (0, "14:00", "겨울철 재난 대비 유관기관 회의", "재난상황실", "소방서·경찰서 등 11개 기관",
     "안전총괄과"),
    (0, "16:00", "시의회 의장단 간담회", "시의회 소회의실", "의장단, 국장단", "기획예산과"),
    (1, "10:00", "한장역 역세권 도시개발 자문회의", "소회의실", "자문위원 9명", "도시계획과"),
    (1, "14:30", "전통시장 화재안전 합동점검", "한장중앙시장", "소방서, 상인회", "지역경제과"),
    (1, "19:00", "읍면동 순회 간담회(새빛동)", "새빛동 행정복지센터", "주민 120명", "자치행정과"),
    (2, "10:00", "노인일자리 참여자 안전교육", "문화예술회관 대공연장", "참여자 640명",
     "노인복지과"),
    (2, "15:00", "청년정책위원회 정기회의", "청년센터 다온", "위원 18명", "지역경제과"),
    (2, "19:00", "시립합창단 정기연주회", "문화예술회관 대공연장", "시민 800명", "문화예술과"),
    (3, "10:00", "본예산 국장단 조정회의", "소회의실", "국장 6명", "기획예산과"),
    (3, "14:00", "시도 3호선 확장공사 현장 점검", "한장동~너른면 구간", "감리단, 시공사", "도로과"),
    (3, "19:00", "읍면동 순회 간담회(너른면)", "너른면 복지회관", "주민 90명", "자치행정과"),
    (4, "10:00", "김장 나눔 행사", "시청 광장", "봉사단체 14개, 2,000포기", "복지정책과"),
    (4, "14:00", "제설 모의훈련", "도로관리사업소", "제설차 26대, 인력 68명", "안전총괄과"),
    (4, "16:00", "상반기 인사 관련 노사협의", "소회의실", "노동조합 임원", "행정지원과"),
    (5, "09:30", "한장호 둘레길 걷기 대회", "한장호 수변공원", "시민 1,500명", "체육진흥과"),
    (6, "14:00", "어린이 도서관 그림책 축제", "시립도서관", "가족 300팀", "평생교육과"),
)  # fmt: skip

_AHEAD = (
    (7, "정례조례", "시청 대강당", "행정지원과"),
    (8, "도시계획위원회 심의", "중회의실", "도시계획과"),
    (9, "본예산안 확정", "시장실", "기획예산과"),
    (11, "시의회 정례회 개회", "본회의장", "기획예산과"),
    (13, "한장호 불빛축제 점등식", "한장호 수변무대", "관광진흥과"),
    (15, "공약사업 시민평가단 회의", "대회의실", "기획예산과"),
    (17, "적십자 특별회비 전달식", "시장실", "복지정책과"),
    (22, "직장운동경기부 해단식", "국민체육센터", "체육진흥과"),
)


def weekly_plan(monday: date) -> Paper:
    """What happens this week, day by day, and what is ahead."""
    return Paper(
        title="주간 주요 업무계획",
        department="기획예산과",
        day=full(monday),
        agenda="월요일 간부회의  |  안건 1",
        summary=(
            f"기간: {short(monday)} ~ {short(after(monday, 6))}, 주요 일정 {len(_EVENTS)}건",
            "시장 참석 일정과 겹치는 부서 행사는 하루 전까지 조정하여 알릴 것",
        ),
        blocks=(*_this_week(monday), *_ahead(monday)),
        landscape=True,
    )


def _this_week(monday: date) -> tuple[Block, ...]:
    return (
        Section("요일별 주요 행사"),
        Table(
            (
                Column("일자", 0.95, "centre"),
                Column("시간", 0.6, "centre"),
                Column("행사", 2.6),
                Column("장소", 1.7),
                Column("참석", 1.6),
                Column("주관", 0.95, "centre"),
            ),
            tuple(
                Row((short(after(monday, day)), *texts)) for day, *texts in _EVENTS
            ),
            size=11,
        ),
    )  # fmt: skip


def _ahead(monday: date) -> tuple[Block, ...]:
    return (
        Section("다음 주 이후 주요 일정"),
        Table(
            (
                Column("일자", 1, "centre"),
                Column("행사", 3),
                Column("장소", 2),
                Column("주관", 1.2, "centre"),
            ),
            tuple(Row((short(after(monday, day)), *texts)) for day, *texts in _AHEAD),
            size=11.5,
        ),
        Note("일정은 사정에 따라 바뀔 수 있으며, 바뀐 일정은 전자게시판에 당일 게시합니다."),
    )
